//! `#[command]`: parse, check, emit.

mod emit;
mod signature;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;

/// The function with its constant; for a mistaken function, the mistakes and a constant that satisfies the registry, so that
/// rustc reports nothing but them.
pub(crate) fn expand(arguments: TokenStream, function: TokenStream) -> TokenStream {
    match signature::read(&arguments, &function) {
        Ok(signature) => {
            let constant = emit::constant(&signature);
            quote!(#function #constant)
        }
        Err(mistakes) => {
            let mistakes = mistakes.to_compile_error();
            let constant = emit::stand_in();
            quote!(#mistakes #constant)
        }
    }
}
