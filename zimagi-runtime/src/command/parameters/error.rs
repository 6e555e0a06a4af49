//! What can be wrong with the parameters of a call.

/// One mistake in the parameters of a call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParameterError {
    /// The command has no such parameter.
    #[error("unknown parameter `{written}`{}", hint(.nearest))]
    Unknown {
        /// The name as it was written.
        written: String,
        /// The nearest names that exist.
        nearest: Vec<String>,
    },
    /// A parameter that must be given is missing.
    #[error("parameter `{parameter}` is required")]
    Missing {
        /// Its name.
        parameter: String,
    },
    /// A parameter that takes one value was given several.
    #[error("parameter `{parameter}` takes one value, {count} were given")]
    TooMany {
        /// Its name.
        parameter: String,
        /// How many were given.
        count: usize,
    },
    /// A value cannot be read.
    #[error("parameter `{parameter}`: `{value}` is not {expected}")]
    Invalid {
        /// The parameter's name.
        parameter: String,
        /// The value as it was written.
        value: String,
        /// What it should be, with its article.
        expected: String,
    },
    /// The generated struct does not fit the descriptor: they do not belong together.
    #[error("parameter `{parameter}` is no {expected}: the program was not built from its specs")]
    Mismatch {
        /// The parameter's name.
        parameter: &'static str,
        /// The Rust type of the struct's member.
        expected: &'static str,
    },
}

fn hint(nearest: &[String]) -> String {
    match nearest {
        [] => String::new(),
        names => {
            format!(", did you mean {}?", names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or "))
        }
    }
}
