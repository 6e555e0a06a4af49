//! Standard output, which may be closed before all is written: `cargo zimagi plan | head`.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

use crate::failure::Failure;

/// Prints a text as it is. A reader that went away has what it wanted; any other failure is one.
pub(crate) fn print(text: impl Display) -> Result<(), Failure> {
    write_to(&mut io::stdout().lock(), text)
}

fn write_to(output: &mut impl Write, text: impl Display) -> Result<(), Failure> {
    match write!(output, "{text}").and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output { source: error }),
        Ok(()) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An output that refuses in one way.
    struct Refusing(ErrorKind);

    impl Write for Refusing {
        fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_went_away_is_no_failure_and_a_full_disk_is() {
        assert!(write_to(&mut Refusing(ErrorKind::BrokenPipe), "text").is_ok());
        let failure = write_to(&mut Refusing(ErrorKind::StorageFull), "text").unwrap_err();
        assert_eq!(failure.to_string(), "the output cannot be written");
    }
}
