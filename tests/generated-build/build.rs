//! Writes the code of a sample of generated specs: one module each, for `src/lib.rs` to include.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use generated::{Generated, specs};

/// How many specs are compiled. Diesel schemas take most of the time.
const SAMPLE: u64 = 8;

/// The first number: others than the property tests begin with.
const FIRST: u64 = 1_000_000;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../corpus/platform");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names a folder"));
    let mut samples = String::new();
    for seed in (FIRST..).filter(|seed| write_sample(*seed, &out)).take(SAMPLE as usize) {
        let include = format!("include!(concat!(env!(\"OUT_DIR\"), \"/seed_{seed}/mod.rs\"));");
        writeln!(samples, "#[doc = \"Specs of the seed {seed}.\"]\npub mod seed_{seed} {{ {include} }}").unwrap();
    }
    fs::write(out.join("samples.rs"), samples).expect("the folder can be written");
}

/// Whether the specs passed the rules.
fn write_sample(seed: u64, out: &Path) -> bool {
    let Some(generated) = Generated::of(&specs(seed), "sqlite, postgresql, mysql") else { return false };
    let folder = out.join(format!("seed_{seed}"));
    let _ = fs::remove_dir_all(&folder);
    for artifact in &generated.output.artifacts {
        let path = folder.join(&artifact.path);
        fs::create_dir_all(path.parent().expect("artifacts lie in the folder")).expect("folders can be made");
        fs::write(path, &artifact.text).expect("files can be written");
    }
    true
}
