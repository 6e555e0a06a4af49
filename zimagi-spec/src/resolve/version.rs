//! Versions: of the original, whose dialects we read, and of this platform.

use semver::{Version, VersionReq};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::ManifestDoc;
use crate::source::Spanned;

/// The minor versions of the original's 0.x series whose dialects are read.
const DIALECTS: std::ops::RangeInclusive<u64> = 11..=14;

/// Higher than any patch version of the original.
const PATCHES: u64 = 50;

/// The manifest says for which versions the specs are, and one of them is ours.
pub(super) fn check_versions(manifest: &ManifestDoc, diagnostics: &mut Diagnostics) {
    if manifest.compatibility.is_none() && manifest.platform.is_none() {
        diagnostics.push(no_compatibility(&manifest.name));
    }
    if let Some(range) = &manifest.compatibility {
        let mut dialects = DIALECTS.flat_map(|minor| (0..PATCHES).map(move |patch| Version::new(0, minor, patch)));
        let help = "the dialects of Zimagi 0.11 to 0.14 are read: `'>=0.11.0,<0.15.0'` meets all of them";
        check(range, |range| dialects.any(|version| range.matches(&version)), help, diagnostics);
    }
    if let Some(range) = &manifest.platform {
        let version = Version::parse(env!("CARGO_PKG_VERSION")).expect("a crate's version is a version");
        let help = format!("this platform is {version}");
        check(range, |range| range.matches(&version), &help, diagnostics);
    }
}

fn check(range: &Spanned<String>, is_met: impl FnOnce(&Range) -> bool, help: &str, diagnostics: &mut Diagnostics) {
    match Range::parse(&range.value) {
        Ok(parsed) if is_met(&parsed) => {}
        Ok(_) => diagnostics.push(incompatible(range, "no version that is read here is in this range", help)),
        Err(_) => diagnostics.push(incompatible(range, "this is no range of versions", help)),
    }
}

/// A range as the original writes it: cargo's comparisons, and `==`, `~=` and `!=`.
struct Range {
    allowed: VersionReq,
    excluded: Vec<VersionReq>,
}

impl Range {
    fn parse(text: &str) -> Result<Self, semver::Error> {
        let (excluded, allowed): (Vec<&str>, Vec<&str>) =
            text.split(',').map(str::trim).partition(|part| part.starts_with("!="));
        let allowed: Vec<_> = allowed.iter().map(|part| part.replacen("==", "=", 1).replacen("~=", "~", 1)).collect();
        let allowed = if allowed.is_empty() { VersionReq::STAR } else { VersionReq::parse(&allowed.join(","))? };
        let excluded = excluded.iter().map(|part| VersionReq::parse(&part[1..]));
        Ok(Self { allowed, excluded: excluded.collect::<Result<_, _>>()? })
    }

    fn matches(&self, version: &Version) -> bool {
        self.allowed.matches(version) && !self.excluded.iter().any(|one| one.matches(version))
    }
}

fn incompatible(range: &Spanned<String>, label: &str, help: &str) -> Diagnostic {
    Diagnostic::at(Code::IncompatibleVersion, range.span, format!("the specs are for `{}`", range.value))
        .label(label)
        .help(help)
}

fn no_compatibility(name: &Spanned<String>) -> Diagnostic {
    let version = env!("CARGO_PKG_VERSION");
    Diagnostic::at(Code::NoCompatibility, name.span, "the manifest does not say which versions the specs are for")
        .label("neither `platform` nor `compatibility`")
        .help(format!("add `platform: '^{version}'`"))
}
