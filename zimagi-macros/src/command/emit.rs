//! The constant beside a command's function.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::signature::Signature;

/// The constant `COMMAND`: reads the parameters and calls the function.
///
/// Types are named at the place of the function's own, so that rustc points there if they do not fit.
pub(super) fn constant(signature: &Signature) -> TokenStream {
    let Signature { name, parameters, result } = signature;
    let read = quote_spanned!(parameters.span()=> <#parameters as ::zimagi_runtime::contract::Parameters>::read);
    let call = quote_spanned! {result.span()=>
        let result: ::zimagi_runtime::CommandResult = #name(cx, parameters).await;
    };
    wrapped(&quote! {
        let parameters = #read(&mut values)?;
        #call
        result
    })
}

/// The constant `COMMAND` of a function that cannot be called.
pub(super) fn stand_in() -> TokenStream {
    wrapped(&quote! {
        let _ = (cx, &mut values);
        ::std::unreachable!("the function beside this constant does not compile")
    })
}

fn wrapped(body: &TokenStream) -> TokenStream {
    quote! {
        /// How the runner calls this command.
        pub const COMMAND: ::zimagi_runtime::contract::CommandFn = {
            fn command(
                cx: &mut ::zimagi_runtime::Context,
                mut values: ::zimagi_runtime::contract::ParameterValues,
            ) -> ::zimagi_runtime::contract::CommandFuture<'_> {
                ::std::boxed::Box::pin(async move { #body })
            }
            command
        };
    }
}
