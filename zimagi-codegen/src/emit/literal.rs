//! Constants of specs as Rust.

use proc_macro2::TokenStream;
use quote::quote;
use zimagi_spec::descriptor::{Direction, JsonShape, ScalarKind};
use zimagi_spec::resolve::Literal;

/// `contract::DefaultDescriptor` of a constant.
pub(super) fn emit_default(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Boolean(fact) => quote!(contract::DefaultDescriptor::Boolean(#fact)),
        Literal::Integer(number) => {
            let number = proc_macro2::Literal::i64_unsuffixed(*number);
            quote!(contract::DefaultDescriptor::Integer(#number))
        }
        Literal::Float(number) => {
            let number = proc_macro2::Literal::f64_unsuffixed(*number);
            quote!(contract::DefaultDescriptor::Float(#number))
        }
        Literal::Text(text) => quote!(contract::DefaultDescriptor::Text(#text)),
        Literal::Json(text) => quote!(contract::DefaultDescriptor::Json(#text)),
    }
}

/// `Option<contract::DefaultDescriptor>` of a constant that may be missing.
pub(super) fn emit_optional_default(literal: Option<&Literal>) -> TokenStream {
    emit_option(literal.map(emit_default))
}

/// `Some(…)` or `None`.
pub(super) fn emit_option(inner: Option<TokenStream>) -> TokenStream {
    inner.map_or_else(|| quote!(None), |inner| quote!(Some(#inner)))
}

/// `contract::ScalarKind`.
pub(super) fn emit_kind(kind: ScalarKind) -> TokenStream {
    match kind {
        ScalarKind::String { max_length } => {
            let max_length = proc_macro2::Literal::u32_unsuffixed(max_length);
            quote!(contract::ScalarKind::String { max_length: #max_length })
        }
        ScalarKind::Text => quote!(contract::ScalarKind::Text),
        ScalarKind::Integer => quote!(contract::ScalarKind::Integer),
        ScalarKind::Float => quote!(contract::ScalarKind::Float),
        ScalarKind::Boolean => quote!(contract::ScalarKind::Boolean),
        ScalarKind::Date => quote!(contract::ScalarKind::Date),
        ScalarKind::DateTime => quote!(contract::ScalarKind::DateTime),
        ScalarKind::Identifier => quote!(contract::ScalarKind::Identifier),
        ScalarKind::Decimal { digits, places } => {
            let digits = proc_macro2::Literal::u8_unsuffixed(digits);
            let places = proc_macro2::Literal::u8_unsuffixed(places);
            quote!(contract::ScalarKind::Decimal { digits: #digits, places: #places })
        }
        ScalarKind::Time => quote!(contract::ScalarKind::Time),
        ScalarKind::Duration => quote!(contract::ScalarKind::Duration),
        ScalarKind::Uuid => quote!(contract::ScalarKind::Uuid),
        ScalarKind::Binary => quote!(contract::ScalarKind::Binary),
        ScalarKind::Json(JsonShape::Any) => quote!(contract::ScalarKind::Json(contract::JsonShape::Any)),
        ScalarKind::Json(JsonShape::List) => quote!(contract::ScalarKind::Json(contract::JsonShape::List)),
        ScalarKind::Json(JsonShape::Dict) => quote!(contract::ScalarKind::Json(contract::JsonShape::Dict)),
    }
}

/// `contract::Direction`.
pub(super) fn emit_direction(direction: Direction) -> TokenStream {
    match direction {
        Direction::Ascending => quote!(contract::Direction::Ascending),
        Direction::Descending => quote!(contract::Direction::Descending),
    }
}
