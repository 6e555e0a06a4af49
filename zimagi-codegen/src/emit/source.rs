//! The text of one generated file, item by item, each on lines of its own.
//!
//! No pretty-printing: that would cost a build more than all the rest. Lines are short enough that a message of rustc about
//! generated code points at one thing.

use std::fmt::{Display, Write};

use proc_macro2::{Ident, Span, TokenStream};

use super::Artifact;

/// A file in the making.
#[derive(Debug, Default)]
pub(super) struct Source {
    text: String,
}

impl Source {
    /// A file that says where it comes from.
    pub(super) fn new(origin: impl Display) -> Self {
        let mut source = Self::default();
        source.line(format_args!("// Generated from {origin}. Changes here are lost."));
        source
    }

    /// One line as it is.
    pub(super) fn line(&mut self, line: impl Display) {
        writeln!(self.text, "{line}").expect("writing to a string cannot fail");
    }

    /// One item.
    pub(super) fn item(&mut self, tokens: &TokenStream) {
        self.line(tokens);
    }

    /// An item with members, each on its own line and followed by a comma: `head { members }`.
    pub(super) fn members(&mut self, head: &TokenStream, members: impl IntoIterator<Item = TokenStream>) {
        self.enclosed(format_args!("{head} {{"), members, ",", "}");
    }

    /// An item with items in it, each on its own line: `head { items }`.
    pub(super) fn block(&mut self, head: &TokenStream, items: impl IntoIterator<Item = TokenStream>) {
        self.enclosed(format_args!("{head} {{"), items, "", "}");
    }

    /// A static list, each entry on its own line: `head = &[entries];`.
    pub(super) fn list(&mut self, head: &TokenStream, entries: impl IntoIterator<Item = TokenStream>) {
        self.enclosed(format_args!("{head} = &["), entries, ",", "];");
    }

    /// Lines between an opening and a closing one.
    pub(super) fn enclosed(
        &mut self,
        open: impl Display,
        inner: impl IntoIterator<Item = TokenStream>,
        separator: &str,
        close: &str,
    ) {
        self.line(open);
        for tokens in inner {
            self.line(format_args!("{tokens}{separator}"));
        }
        self.line(close);
    }

    /// The finished file.
    pub(super) fn finish(self, path: impl Into<String>) -> Artifact {
        Artifact { path: path.into(), text: self.text }
    }
}

/// An identifier that the plan decided on.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Rust that the plan holds as text: a type or a path.
pub(super) fn tokens(text: &str) -> TokenStream {
    text.parse().expect("types and paths in a plan are Rust")
}

/// A doc comment: the help text, or else what is always true.
pub(super) fn doc(help: &str, otherwise: impl FnOnce() -> String) -> TokenStream {
    let text = if help.is_empty() { otherwise() } else { help.to_owned() };
    let lines = text.lines().map(|line| format!(" {line}"));
    quote::quote!(#(#[doc = #lines])*)
}
