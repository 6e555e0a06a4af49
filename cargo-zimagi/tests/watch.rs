//! `cargo zimagi run` while files change. In the place of cargo stands a script that only says when it would build and serve.

use std::fs;
use std::io::{BufRead, BufReader, Lines, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;

/// Tells what cargo tells of the project; a build fails while there is a file `broken`; what serves is a process of its own.
const CARGO: &str = "#!/bin/sh
case $1 in
metadata) exec \"$REAL_CARGO\" \"$@\" ;;
build) if [ -e src/broken.rs ]; then echo \"build failed\"; exit 1; fi ;;
run) echo \"serving as $$ with $*\"; exec sleep 600 ;;
esac
";

/// The tool at work on a new application.
struct Watching {
    process: Child,
    output: Lines<BufReader<ChildStdout>>,
    folder: PathBuf,
    _parent: TempDir,
}

#[test]
fn a_change_is_served_and_a_mistake_interrupts_nobody() {
    let mut shop = Watching::start();
    let (first, arguments) = shop.served();
    let manifest = shop.folder.canonicalize().unwrap().join("Cargo.toml");
    let manifest = manifest.display();
    assert_eq!(arguments, format!("run --profile serve --manifest-path {manifest} -- serve --migrate"));

    shop.write("src/broken.rs", "");
    assert_eq!(shop.line(), "build failed");
    assert!(is_alive(&first));
    fs::remove_file(shop.folder.join("src/broken.rs")).unwrap();
    let (second, _) = shop.served();
    assert!(!is_alive(&first) && is_alive(&second));

    shop.write("specs/data/item.yml", "data:\n  item:\n    base: name_resorce\n");
    shop.write("src/broken.rs", "");
    shop.write("specs/data/item.yml", "data:\n  item:\n    base: name_resource\n");
    assert_eq!(shop.line(), "build failed");
    assert!(is_alive(&second));
    fs::remove_file(shop.folder.join("src/broken.rs")).unwrap();
    let (third, _) = shop.served();
    assert!(!is_alive(&second) && is_alive(&third));

    shop.write("specs/data/item.yml", "data:\n  item:\n    base: name_resorce\n");
    shop.write("shop.db", "records");
    let errors = shop.stop_after("The application goes on as it was.\n");
    assert!(errors.contains("error[Z0203]: unknown base `name_resorce`\n --> specs/data/item.yml:3:11\n"), "{errors}");
    assert!(!is_alive(&third));
}

impl Watching {
    fn start() -> Self {
        let parent = tempfile::tempdir().unwrap();
        let tool = || Command::new(env!("CARGO_BIN_EXE_cargo-zimagi"));
        let output = tool().args(["zimagi", "new", "shop"]).current_dir(parent.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let cargo = parent.path().join("cargo.sh");
        fs::write(&cargo, CARGO).unwrap();
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
        let folder = parent.path().join("shop");
        let mut process = tool()
            .args(["zimagi", "run", "serve", "--migrate"])
            .current_dir(&folder)
            .env("CARGO", cargo)
            .env("REAL_CARGO", env!("CARGO"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, output, folder, _parent: parent }
    }

    /// Puts a file there in one step, so that it is one change.
    fn write(&self, path: &str, text: &str) {
        let draft = self.folder.with_file_name("draft");
        fs::write(&draft, text).unwrap();
        fs::rename(draft, self.folder.join(path)).unwrap();
    }

    fn line(&mut self) -> String {
        self.output.next().expect("the tool goes on").unwrap()
    }

    /// The process that serves next, and what cargo was called with.
    fn served(&mut self) -> (String, String) {
        let line = self.line();
        let rest = line.strip_prefix("serving as ").unwrap_or_else(|| panic!("{line}"));
        let (process, arguments) = rest.split_once(" with ").unwrap();
        (process.to_owned(), arguments.to_owned())
    }

    /// Reads what was told until a line is, lets the tool end as a terminal would, and gives everything that was told.
    fn stop_after(&mut self, last: &str) -> String {
        let mut errors = BufReader::new(self.process.stderr.take().unwrap());
        let mut told = String::new();
        let mistakes = "checked 12 files: 1 error\n";
        while !(told.contains(mistakes) && told.ends_with(last)) {
            assert_ne!(errors.read_line(&mut told).unwrap(), 0, "{told}");
        }
        let signal = Command::new("kill").arg(self.process.id().to_string()).status().unwrap();
        assert!(signal.success());
        errors.read_to_string(&mut told).unwrap();
        assert_eq!(self.process.wait().unwrap().code(), Some(0), "{told}");
        told
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn is_alive(process: &str) -> bool {
    Path::new("/proc").join(process).exists()
}
