//! The smallest combination of columns that no two rows share.

use std::collections::HashSet;

use super::InferFailure;
use super::column::KEPT_MAX;
use super::file::Source;
use super::table::{Table, digest};

/// A column that can be part of a combination.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Its place in the header.
    pub(super) column: usize,
    /// How well columns of its sort tell records apart: references and moments more than numbers.
    pub(super) weight: u32,
}

/// More columns than these are not tried, the weightiest first.
const PARTS_MAX: usize = 20;
/// Combinations that the sample does not rule out and that are compared over all rows at once.
const AT_ONCE: usize = 4;
/// How often that is done.
const ROUNDS: usize = 4;

/// The combination that people would most likely choose, if there is one of two or three columns.
pub(super) fn find_combination(
    source: &Source,
    table: &Table,
    mut parts: Vec<Part>,
) -> Result<Option<Vec<usize>>, InferFailure> {
    parts.sort_by_key(|part| (std::cmp::Reverse(part.weight), part.column));
    parts.truncate(PARTS_MAX);
    parts.sort_by_key(|part| part.column);
    for combinations in [pairs(&parts), triples(&parts)] {
        let fitting: Vec<_> = by_weight(combinations).filter(|one| is_unique_in(&table.sample, one)).collect();
        for round in fitting.chunks(AT_ONCE).take(ROUNDS) {
            if let Some(found) = first_unique(source, table, round)? {
                return Ok(Some(found.clone()));
            }
        }
    }
    Ok(None)
}

fn pairs(parts: &[Part]) -> Vec<Vec<Part>> {
    let firsts = parts.iter().enumerate();
    firsts.flat_map(|(index, first)| parts[index + 1..].iter().map(move |second| vec![*first, *second])).collect()
}

fn triples(parts: &[Part]) -> Vec<Vec<Part>> {
    let firsts = parts.iter().enumerate();
    firsts
        .flat_map(|(index, first)| {
            pairs(&parts[index + 1..]).into_iter().map(move |pair| std::iter::once(*first).chain(pair).collect())
        })
        .collect()
}

/// The heaviest first; equal ones stay in the order of their columns.
fn by_weight(mut combinations: Vec<Vec<Part>>) -> impl Iterator<Item = Vec<usize>> {
    combinations.sort_by_key(|parts| std::cmp::Reverse(parts.iter().map(|part| part.weight).sum::<u32>()));
    combinations.into_iter().map(|parts| parts.iter().map(|part| part.column).collect())
}

fn is_unique_in(sample: &[Vec<u64>], columns: &[usize]) -> bool {
    let mut seen = HashSet::new();
    sample.iter().all(|row| seen.insert(columns.iter().map(|column| row[*column]).collect::<Vec<_>>()))
}

/// The first of some combinations that no two rows share, as far as rows are kept in mind.
fn first_unique<'a>(
    source: &Source,
    table: &Table,
    combinations: &'a [Vec<usize>],
) -> Result<Option<&'a Vec<usize>>, InferFailure> {
    let mut seen: Vec<Option<HashSet<u64>>> = combinations.iter().map(|_| Some(HashSet::new())).collect();
    source.rows(|record| {
        if record.len() == table.columns.len() {
            for (columns, seen) in combinations.iter().zip(&mut seen) {
                see(columns, record, seen);
            }
        }
    })?;
    Ok(combinations.iter().zip(seen).find(|(_, seen)| seen.is_some()).map(|(columns, _)| columns))
}

fn see(columns: &[usize], record: &csv::ByteRecord, seen: &mut Option<HashSet<u64>>) {
    let Some(kept) = seen else { return };
    let digests = columns.iter().flat_map(|column| digest(&record[*column]).to_le_bytes());
    let row = digest(&digests.collect::<Vec<u8>>());
    if kept.len() < KEPT_MAX && !kept.insert(row) {
        *seen = None;
    }
}
