//! What `#[command]` demands of a function, checked all at once.

use proc_macro2::{Span, TokenStream};
use syn::spanned::Spanned;
use syn::{FnArg, Ident, ItemFn, ReturnType, Type};

/// A function that can be a command.
pub(super) struct Signature {
    pub(super) name: Ident,
    pub(super) parameters: Type,
    pub(super) result: Type,
}

const EXPECTED: &str = "expected `pub async fn run(cx: &mut Context, parameters: P) -> CommandResult`";

/// The function's signature, or everything that is wrong with it.
pub(super) fn read(arguments: &TokenStream, function: &TokenStream) -> syn::Result<Signature> {
    let function: ItemFn =
        syn::parse2(function.clone()).map_err(|_| error(function.span(), "a command must be a function"))?;
    let mistakes = [
        check_arguments(arguments),
        check_async(&function),
        check_generics(&function),
        check_context(&function),
        check_count(&function),
    ];
    let (parameters, result) = (parameters_type(&function), result_type(&function));
    match mistakes.into_iter().flatten().chain(result.as_ref().err().cloned()).reduce(joined) {
        Some(mistakes) => Err(mistakes),
        None => Ok(Signature { name: function.sig.ident.clone(), parameters: parameters?, result: result? }),
    }
}

fn joined(mut first: syn::Error, second: syn::Error) -> syn::Error {
    first.combine(second);
    first
}

fn error(span: Span, what: &str) -> syn::Error {
    syn::Error::new(span, format!("{what}\n{EXPECTED}"))
}

fn check_arguments(arguments: &TokenStream) -> Option<syn::Error> {
    (!arguments.is_empty()).then(|| error(arguments.span(), "`#[command]` takes no arguments: they stand in the spec"))
}

fn check_async(function: &ItemFn) -> Option<syn::Error> {
    function.sig.asyncness.is_none().then(|| error(function.sig.fn_token.span(), "a command must be `async`"))
}

fn check_generics(function: &ItemFn) -> Option<syn::Error> {
    let generics = &function.sig.generics;
    (!generics.params.is_empty()).then(|| error(generics.span(), "a command cannot be generic"))
}

fn check_context(function: &ItemFn) -> Option<syn::Error> {
    let first = function.sig.inputs.first()?;
    let is_context = match first {
        FnArg::Receiver(_) => false,
        FnArg::Typed(argument) => matches!(&*argument.ty, Type::Reference(reference) if reference.mutability.is_some()),
    };
    (!is_context).then(|| error(first.span(), "the first argument of a command must be `&mut Context`"))
}

fn check_count(function: &ItemFn) -> Option<syn::Error> {
    let count = function.sig.inputs.len();
    let what = format!("a command takes its context and its parameters, not {count} arguments");
    (count != 2).then(|| error(function.sig.ident.span(), &what))
}

fn parameters_type(function: &ItemFn) -> syn::Result<Type> {
    match function.sig.inputs.iter().nth(1) {
        Some(FnArg::Typed(argument)) => Ok((*argument.ty).clone()),
        _ => Err(error(function.sig.ident.span(), "a command takes its parameters")),
    }
}

fn result_type(function: &ItemFn) -> syn::Result<Type> {
    match &function.sig.output {
        ReturnType::Type(_, type_) => Ok((**type_).clone()),
        ReturnType::Default => Err(error(function.sig.ident.span(), "a command must return `CommandResult`")),
    }
}
