//! A disk that remembers what was written and not yet synced: what it holds after the power went is a matter of chance.
//!
//! It knows files by their paths and nothing of SQLite. Every change of a file may have reached the disk before the cut or not,
//! one by one and in no order, and a write may have reached it in part; what was synced has.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

/// What a disk writes as a whole.
const SECTOR: usize = 512;

/// All files that were opened for writing.
#[derive(Debug, Default)]
pub(super) struct Disk(Mutex<HashMap<PathBuf, File>>);

#[derive(Debug, Default)]
struct File {
    synced: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Debug)]
enum Change {
    Write { offset: usize, bytes: Vec<u8> },
    Truncate { length: usize },
}

impl Disk {
    pub(super) fn write(&self, path: &Path, offset: usize, bytes: &[u8]) {
        self.change(path, Change::Write { offset, bytes: bytes.to_owned() });
    }

    pub(super) fn truncate(&self, path: &Path, length: usize) {
        self.change(path, Change::Truncate { length });
    }

    pub(super) fn sync(&self, path: &Path) {
        let mut files = self.files();
        let file = files.entry(path.to_owned()).or_default();
        for change in std::mem::take(&mut file.pending) {
            change.apply(&mut file.synced);
        }
    }

    pub(super) fn delete(&self, path: &Path) {
        self.files().remove(path);
    }

    /// Writes what the disk holds if the power goes now to a folder.
    pub(super) fn cut(&self, luck: &mut Luck, folder: &Path) {
        for (path, file) in self.files().iter() {
            let mut bytes = file.synced.clone();
            for change in &file.pending {
                luck.draw(change).iter().for_each(|part| part.apply(&mut bytes));
            }
            std::fs::write(folder.join(path.file_name().expect("files have names")), bytes).unwrap();
        }
    }

    fn change(&self, path: &Path, change: Change) {
        self.files().entry(path.to_owned()).or_default().pending.push(change);
    }

    fn files(&self) -> MutexGuard<'_, HashMap<PathBuf, File>> {
        self.0.lock().unwrap()
    }
}

impl Change {
    fn apply(&self, file: &mut Vec<u8>) {
        match self {
            Self::Write { offset, bytes } => {
                let end = offset + bytes.len();
                file.resize(file.len().max(end), 0);
                file[*offset..end].copy_from_slice(bytes);
            }
            Self::Truncate { length } => file.resize(*length, 0),
        }
    }
}

/// Which changes reached the disk: a seeded choice, so that a failure can be seen again.
#[derive(Debug)]
pub(super) struct Luck {
    state: u64,
    /// Of a hundred changes, as many reach the disk whole, and as many again in part.
    percent: u64,
}

impl Luck {
    pub(super) const fn new(seed: u64, percent: u64) -> Self {
        Self { state: seed, percent }
    }

    /// What of a change reaches the disk.
    fn draw(&mut self, change: &Change) -> Vec<Change> {
        let draw = self.below(100);
        match change {
            Change::Write { offset, bytes } if draw < self.percent => {
                vec![Change::Write { offset: *offset, bytes: bytes.clone() }]
            }
            Change::Write { offset, bytes } if draw < 2 * self.percent => {
                let sectors = bytes.chunks(SECTOR).enumerate().filter(|_| self.below(2) == 0);
                let part = |(place, bytes): (usize, &[u8])| Change::Write {
                    offset: offset + place * SECTOR,
                    bytes: bytes.to_owned(),
                };
                sectors.map(part).collect()
            }
            Change::Truncate { length } if draw < self.percent => vec![Change::Truncate { length: *length }],
            Change::Write { .. } | Change::Truncate { .. } => Vec::new(),
        }
    }

    /// A number below the bound, by Marsaglia's xorshift.
    pub(super) const fn below(&mut self, bound: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % bound
    }
}
