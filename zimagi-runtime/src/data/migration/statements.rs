//! The statements of a text, one by one: MySQL keeps each for itself, so it has to be known at which one it stopped.
//!
//! Knows quotes and comments, and no more of SQL: bodies of stored procedures, with semicolons of their own, cannot be told apart.

/// The statements without their semicolons. What holds comments only is none; those that MySQL executes are no comments.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut statements = Vec::new();
    let mut rest = text;
    let (mut length, mut has_words) = (0, false);
    while let Some(piece) = Piece::first(&rest[length..]) {
        match piece.kind {
            Kind::End => {
                if has_words {
                    statements.push(rest[..length].trim());
                }
                rest = &rest[length + piece.length..];
                (length, has_words) = (0, false);
                continue;
            }
            Kind::Words => has_words = true,
            Kind::Silence => {}
        }
        length += piece.length;
    }
    if has_words {
        statements.push(rest.trim());
    }
    statements
}

/// A part of a text that is read as one.
struct Piece {
    kind: Kind,
    length: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    End,
    Words,
    /// Blanks and comments.
    Silence,
}

impl Piece {
    fn first(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        let until = |mark: &str, from: usize| text[from..].find(mark).map_or(text.len(), |at| from + at + mark.len());
        let (kind, length) = match first {
            ';' => (Kind::End, 1),
            '\'' | '"' | '`' => (Kind::Words, quoted(text, first)),
            '#' => (Kind::Silence, until("\n", 1)),
            _ if text.starts_with("-- ") || text.starts_with("--\n") => (Kind::Silence, until("\n", 2)),
            _ if text.starts_with("/*!") || text.starts_with("/*M!") => (Kind::Words, until("*/", 3)),
            _ if text.starts_with("/*") => (Kind::Silence, until("*/", 2)),
            _ if first.is_whitespace() => (Kind::Silence, first.len_utf8()),
            _ => (Kind::Words, first.len_utf8()),
        };
        Some(Self { kind, length })
    }
}

/// The length of a quoted text. A doubled quote is two texts side by side, which is as good.
fn quoted(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' if quote != '`' => drop(characters.next()),
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn statements_end_at_semicolons_that_are_not_quoted() {
        let text = "-- plane; adds\nCREATE TABLE `a;b` (x text DEFAULT ('it''s; \\'so\\';'));\n\n/* no; */ ;\n\
                    INSERT INTO t VALUES (\"é;\") # why; \n; /*M! SET @a = 1; */";
        let expected = [
            "-- plane; adds\nCREATE TABLE `a;b` (x text DEFAULT ('it''s; \\'so\\';'))",
            "INSERT INTO t VALUES (\"é;\") # why;",
            "/*M! SET @a = 1; */",
        ];
        assert_eq!(split(text), expected);
        assert!(split(" -- nothing; here").is_empty());
    }
}
