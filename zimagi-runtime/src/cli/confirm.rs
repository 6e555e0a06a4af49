//! Asking before something is lost.

use std::io::{self, BufRead, IsTerminal, Write};

use super::Confirmation;

/// Whether somebody agrees: beforehand, or now on a terminal. Where nobody can be asked, nobody does.
pub(crate) fn confirm(question: &str, given: Confirmation) -> io::Result<bool> {
    match given {
        Confirmation::Given => Ok(true),
        Confirmation::Missing if io::stdin().is_terminal() && io::stderr().is_terminal() => {
            ask(question, &mut io::stdin().lock(), &mut io::stderr())
        }
        Confirmation::Missing => Ok(false),
    }
}

fn ask(question: &str, input: &mut impl BufRead, output: &mut impl Write) -> io::Result<bool> {
    write!(output, "{question} [y/N] ")?;
    output.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

#[cfg(test)]
mod tests {
    use super::ask;

    #[test]
    fn only_a_clear_yes_is_one() {
        for (answer, expected) in [("y\n", true), ("Yes\n", true), ("n\n", false), ("\n", false), ("", false)] {
            let mut asked = Vec::new();
            assert_eq!(ask("Go?", &mut answer.as_bytes(), &mut asked).unwrap(), expected, "{answer:?}");
            assert_eq!(asked, b"Go? [y/N] ");
        }
    }
}
