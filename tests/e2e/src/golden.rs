//! Expected texts in files, changed only by `cargo xtask bless`.

use std::path::Path;

/// Compares a text with `tests/e2e/golden/NAME`, or writes it there when `BLESS` is set.
///
/// # Panics
///
/// If they differ.
pub fn assert_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folders can be made");
        std::fs::write(&path, text).expect("goldens can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == text, "{} differs (run `cargo xtask bless` and read the change):\n{text}", path.display());
}
