//! The tokens of a Rust file in one line, so that paths are found in macros as everywhere else.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::tree::RustFile;

/// A token, as far as the checks care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Word(String),
    /// `::`
    Colons,
    Open(Delimiter),
    Close,
    Mark(char),
    Literal,
}

/// A token and its line.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) line: usize,
}

/// Macros whose tokens become the code of another crate.
const QUOTES: &[&str] = &["quote", "quote_spanned", "parse_quote"];

/// All tokens of a file, without those that a generator quotes. A file that does not parse has none.
pub(super) fn tokens(file: &RustFile) -> Vec<Token> {
    let stream = if file.syntax.is_ok() { file.text.parse().unwrap_or_default() } else { TokenStream::new() };
    let mut tokens = Vec::new();
    flatten(stream, &mut tokens);
    tokens
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Ident(word) => tokens.push(Token { kind: Kind::Word(word.to_string()), line }),
            TokenTree::Literal(_) => tokens.push(Token { kind: Kind::Literal, line }),
            TokenTree::Punct(mark) if is_first_colon(&mark) && is_colon(trees.peek()) => {
                trees.next();
                tokens.push(Token { kind: Kind::Colons, line });
            }
            TokenTree::Punct(mark) => tokens.push(Token { kind: Kind::Mark(mark.as_char()), line }),
            TokenTree::Group(group) => {
                let is_quoted = is_quote(tokens);
                tokens.push(Token { kind: Kind::Open(group.delimiter()), line });
                if !is_quoted {
                    flatten(group.stream(), tokens);
                }
                tokens.push(Token { kind: Kind::Close, line: group.span_close().start().line });
            }
        }
    }
}

fn is_first_colon(mark: &proc_macro2::Punct) -> bool {
    mark.as_char() == ':' && mark.spacing() == Spacing::Joint
}

fn is_colon(tree: Option<&TokenTree>) -> bool {
    matches!(tree, Some(TokenTree::Punct(mark)) if mark.as_char() == ':')
}

fn is_quote(before: &[Token]) -> bool {
    match before {
        [.., Token { kind: Kind::Word(word), .. }, Token { kind: Kind::Mark('!'), .. }] => {
            QUOTES.contains(&word.as_str())
        }
        _ => false,
    }
}
