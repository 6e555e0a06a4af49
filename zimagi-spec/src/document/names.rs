//! Lists of names and lists of lists of names.

use crate::source::Spanned;
use crate::yaml::{Kind, Node};

use super::Names;
use super::reader::Reader;
use super::takes::Takes;

/// What [`sets`] reads.
pub(super) const SETS: Takes = Takes::Either(&[Takes::List(&Takes::Texts), Takes::Texts]);

/// A set of names, or a list of such sets: `[a, b]` is one set, `[[a, b], [c]]` are two, `[]` is none.
pub(super) fn sets(node: &Node, what: &str, reader: &mut Reader<'_>) -> Option<Spanned<Vec<Names>>> {
    let is_nested = match &node.kind {
        Kind::Sequence(items) if items.is_empty() => return Some(Spanned::new(Vec::new(), node.span)),
        Kind::Sequence(items) => items.iter().any(|item| matches!(item.kind, Kind::Sequence(_))),
        Kind::Null | Kind::Scalar(_) | Kind::Mapping(_) => false,
    };
    let Kind::Sequence(items) = &node.kind else {
        return reader.texts(node, what).map(|one| Spanned::new(vec![one], node.span));
    };
    let sets = if is_nested {
        items.iter().filter_map(|item| reader.texts(item, what)).collect()
    } else {
        reader.texts(node, what).into_iter().collect()
    };
    Some(Spanned::new(sets, node.span))
}
