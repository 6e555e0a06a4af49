//! `parse`: which parameters a command takes, and how each is adapted.

use crate::source::{Span, Spanned};
use crate::yaml::{Entry, Kind, Node};

use super::parameter::{OptionalDoc, read_optional};

/// A parameter that is taken, as written.
#[derive(Debug, Clone)]
pub struct ParseDoc {
    /// Its name.
    pub name: Spanned<String>,
    /// What the command changes of it.
    pub arguments: ArgumentsDoc,
}

/// The arguments of a parameter's reading, as written: what they mean depends on the kind of the parameter.
#[derive(Debug, Clone)]
pub enum ArgumentsDoc {
    /// In their order.
    Listed(Vec<ArgumentDoc>),
    /// By their names.
    Named(Vec<(Spanned<String>, ArgumentDoc)>),
}

/// One argument, in each of the ways in which it may be meant.
#[derive(Debug, Clone)]
pub struct ArgumentDoc {
    /// Where it is written.
    pub span: Span,
    /// Whether it says nothing.
    pub is_null: bool,
    /// As one text.
    pub text: Option<String>,
    /// As a text or a list of texts.
    pub texts: Option<Vec<String>>,
    /// As `optional` of a parameter.
    pub optional: Option<Spanned<OptionalDoc>>,
}

/// Reads an argument.
pub(super) fn read_argument(node: &Node) -> ArgumentDoc {
    let text = |node: &Node| match &node.kind {
        Kind::Scalar(scalar) => Some(scalar.text.clone()),
        Kind::Null | Kind::Sequence(_) | Kind::Mapping(_) => None,
    };
    let texts = match &node.kind {
        Kind::Sequence(items) => items.iter().map(text).collect(),
        Kind::Null | Kind::Scalar(_) | Kind::Mapping(_) => text(node).map(|text| vec![text]),
    };
    ArgumentDoc { span: node.span, is_null: node.is_null(), text: text(node), texts, optional: read_optional(node) }
}

/// One name, a list of names, or a mapping of names to arguments.
pub(super) fn read_parse(node: &Node) -> Option<Spanned<Vec<ParseDoc>>> {
    let parse = match &node.kind {
        Kind::Null => return None,
        Kind::Scalar(_) => read_name(node).into_iter().collect(),
        Kind::Sequence(items) => items.iter().filter_map(read_name).collect(),
        Kind::Mapping(entries) => entries.iter().map(read_adapted).collect(),
    };
    Some(Spanned::new(parse, node.span))
}

fn read_name(node: &Node) -> Option<ParseDoc> {
    let Kind::Scalar(scalar) = &node.kind else { return None };
    let name = Spanned::new(scalar.text.clone(), node.span);
    Some(ParseDoc { name, arguments: ArgumentsDoc::Listed(Vec::new()) })
}

fn read_adapted(entry: &Entry) -> ParseDoc {
    let arguments = match &entry.value.kind {
        Kind::Null => ArgumentsDoc::Listed(Vec::new()),
        Kind::Scalar(_) => ArgumentsDoc::Listed(vec![read_argument(&entry.value)]),
        Kind::Sequence(items) => ArgumentsDoc::Listed(items.iter().map(read_argument).collect()),
        Kind::Mapping(entries) => {
            ArgumentsDoc::Named(entries.iter().map(|entry| (entry.key.clone(), read_argument(&entry.value))).collect())
        }
    };
    ParseDoc { name: entry.key.clone(), arguments }
}
