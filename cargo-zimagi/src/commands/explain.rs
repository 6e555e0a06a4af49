//! `cargo zimagi explain CODE`: the page of a diagnostic.

use zimagi_spec::diagnostic::Code;

use crate::failure::Failure;
use crate::output;

/// Show what a diagnostic means, an example that fails and the edit that repairs it.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The code as shown, for example Z0203.
    code: String,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let code = find(&options.code).ok_or_else(|| Failure::NoSuchCode { written: options.code.clone() })?;
    output::print(format_args!("{}\n", code.explain().trim_end()))
}

fn find(written: &str) -> Option<Code> {
    Code::ALL.iter().copied().find(|code| code.text().eq_ignore_ascii_case(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_in_either_case() {
        assert_eq!(find("z0203"), Some(Code::UnknownBase));
        assert_eq!(find("Z9999"), None);
    }
}
