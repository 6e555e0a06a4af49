//! From the parser's events to the tree. Stops at the first thing after which places can no longer be trusted.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span as ParserSpan, StrInput, Tag};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span, Spanned};

use super::budget::{Budget, DEPTH_MAX, NODES_MAX};
use super::place::Places;
use super::{Entry, Kind, Node, Scalar, Style, legacy, merge};

/// Reads the events of one file.
pub(super) struct Builder<'t, 'd> {
    parser: Parser<'t, StrInput<'t>>,
    places: Places<'t>,
    anchors: HashMap<usize, Node>,
    budget: Budget,
    diagnostics: &'d mut Diagnostics,
}

impl<'t, 'd> Builder<'t, 'd> {
    pub(super) fn new(file: FileId, text: &'t str, diagnostics: &'d mut Diagnostics) -> Self {
        Self {
            parser: Parser::new_from_str(text),
            places: Places::new(file, text),
            anchors: HashMap::new(),
            budget: Budget::default(),
            diagnostics,
        }
    }

    /// The tree of the only document.
    pub(super) fn document(mut self) -> Option<Node> {
        let mut document = None;
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return document,
                (Event::DocumentStart(_), span) if document.is_some() => return self.refuse(several_documents, span),
                (Event::DocumentStart(_), _) => {
                    let (event, span) = self.next()?;
                    document = Some(self.node(event, span, 0)?);
                }
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Option<(Event<'t>, ParserSpan)> {
        match self.parser.next_event()? {
            Ok(event) => Some(event),
            Err(error) => {
                let place = self.places.point(error.marker());
                self.diagnostics.push(
                    Diagnostic::at(Code::InvalidYaml, place, format!("this is not YAML: {}", error.info()))
                        .label("reading stopped here")
                        .help("look for an open bracket or quote, or a wrong indentation, here or above"),
                );
                None
            }
        }
    }

    fn node(&mut self, event: Event<'t>, span: ParserSpan, depth: usize) -> Option<Node> {
        if depth > DEPTH_MAX {
            return self.refuse(too_deep, span);
        }
        if !self.budget.take(1) {
            return self.refuse(too_many_nodes, span);
        }
        match event {
            Event::Alias(id) => self.alias(id, span),
            Event::Scalar(text, style, anchor, tag) => {
                let has_properties = anchor != 0 || tag.is_some();
                let style = self.style(style, tag.as_deref(), span);
                let place = self.places.span(span);
                let place = if has_properties { self.places.without_properties(place) } else { place };
                let node = self.scalar(&text, style, place);
                Some(self.anchored(anchor, node))
            }
            Event::SequenceStart(anchor, tag) => {
                self.check_tag(tag.as_deref(), span);
                let node = self.sequence(span, depth)?;
                Some(self.anchored(anchor, node))
            }
            Event::MappingStart(anchor, tag) => {
                self.check_tag(tag.as_deref(), span);
                let node = self.mapping(span, depth)?;
                Some(self.anchored(anchor, node))
            }
            _ => Some(Node { span: self.places.span(span), kind: Kind::Null }),
        }
    }

    fn anchored(&mut self, anchor: usize, node: Node) -> Node {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        node
    }

    fn alias(&mut self, id: usize, span: ParserSpan) -> Option<Node> {
        let Some(node) = self.anchors.get(&id) else { return self.refuse(alias_within_itself, span) };
        if !self.budget.take(node.count()) {
            return self.refuse(too_many_nodes, span);
        }
        Some(node.clone())
    }

    fn scalar(&mut self, text: &str, style: Style, span: Span) -> Node {
        if style == Style::Plain {
            self.diagnostics_for_legacy(text, span);
            if matches!(text, "" | "~" | "null" | "Null" | "NULL") {
                return Node { span, kind: Kind::Null };
            }
        }
        Node { span, kind: Kind::Scalar(Scalar { text: text.to_owned(), style }) }
    }

    fn diagnostics_for_legacy(&mut self, text: &str, span: Span) {
        if let Some(difference) = legacy::difference(text, span) {
            self.diagnostics.push(difference);
        }
    }

    fn sequence(&mut self, start: ParserSpan, depth: usize) -> Option<Node> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => return Some(self.joined(start, end, Kind::Sequence(items))),
                (event, span) => items.push(self.node(event, span, depth + 1)?),
            }
        }
    }

    fn mapping(&mut self, start: ParserSpan, depth: usize) -> Option<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen: HashMap<String, Span> = HashMap::new();
        let mut merged = None;
        loop {
            let (key, style) = match self.next()? {
                (Event::MappingEnd, end) => {
                    let entries = merge::merged(entries, merged, self.diagnostics);
                    return Some(self.joined(start, end, Kind::Mapping(entries)));
                }
                (event, span) => self.key(event, span, depth)?,
            };
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            if let Some(first) = seen.get(&key.value) {
                self.diagnostics.push(duplicate_key(&key, *first));
                continue;
            }
            seen.insert(key.value.clone(), key.span);
            if key.value == "<<" && style == Style::Plain {
                merged = Some(value);
            } else {
                entries.push(Entry { key, value });
            }
        }
    }

    /// A key that is no scalar is reported and stands as empty text.
    fn key(&mut self, event: Event<'t>, span: ParserSpan, depth: usize) -> Option<(Spanned<String>, Style)> {
        let Event::Scalar(text, style, anchor, tag) = event else {
            let node = self.node(event, span, depth + 1)?;
            return match node.kind {
                Kind::Scalar(scalar) => Some((Spanned::new(scalar.text, self.places.span(span)), scalar.style)),
                Kind::Null | Kind::Sequence(_) | Kind::Mapping(_) => self.refuse(key_not_text, span),
            };
        };
        let style = self.style(style, tag.as_deref(), span);
        let place = self.places.span(span);
        if style == Style::Plain {
            self.diagnostics_for_legacy(&text, place);
        }
        let kind = Kind::Scalar(Scalar { text: text.clone().into_owned(), style });
        self.anchored(anchor, Node { span: place, kind });
        Some((Spanned::new(text.into_owned(), place), style))
    }

    fn style(&mut self, style: ScalarStyle, tag: Option<&Tag>, span: ParserSpan) -> Style {
        self.check_tag(tag, span);
        let is_text = tag.is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == "str");
        if style == ScalarStyle::Plain && !is_text { Style::Plain } else { Style::Quoted }
    }

    fn check_tag(&mut self, tag: Option<&Tag>, span: ParserSpan) {
        let Some(tag) = tag else { return };
        let is_core = ["str", "int", "float", "bool", "null", "map", "seq"].contains(&tag.suffix.as_str());
        if !(tag.is_yaml_core_schema() && is_core) {
            let place = self.places.span(span);
            self.diagnostics.push(
                Diagnostic::at(Code::UnknownTag, place, format!("the tag `{tag}` has no meaning in specs"))
                    .label("tagged value")
                    .help("remove the tag"),
            );
        }
    }

    fn joined(&self, start: ParserSpan, end: ParserSpan, kind: Kind) -> Node {
        Node { span: self.places.span(ParserSpan::new(start.start, end.end)), kind }
    }

    fn refuse<T>(&mut self, mistake: fn(Span) -> Diagnostic, span: ParserSpan) -> Option<T> {
        self.diagnostics.push(mistake(self.places.span(span)));
        None
    }
}

fn duplicate_key(key: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::at(Code::DuplicateKey, key.span, format!("the key `{}` is written twice", key.value))
        .label("second time")
        .with_other(first, "first time")
        .help("remove one of them, or join their values")
}

fn several_documents(span: Span) -> Diagnostic {
    Diagnostic::at(Code::SeveralDocuments, span, "the file holds more than one document")
        .label("a second document starts here")
        .help("put each document into a file of its own")
}

fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::at(Code::TooDeep, span, format!("the nesting is deeper than {DEPTH_MAX} levels")).label("too deep")
}

fn too_many_nodes(span: Span) -> Diagnostic {
    Diagnostic::at(Code::TooManyNodes, span, format!("aliases expand to more than {NODES_MAX} nodes"))
        .label("the limit is reached here")
        .help("write out what is needed, or split the file")
}

fn alias_within_itself(span: Span) -> Diagnostic {
    Diagnostic::at(Code::InvalidYaml, span, "this is not YAML: an alias stands within its own anchor")
        .label("the anchor is not complete here")
}

fn key_not_text(span: Span) -> Diagnostic {
    Diagnostic::at(Code::KeyNotText, span, "a key is a list or a mapping")
        .label("expected text")
        .help("write the key as text")
}
