//! The expansion of `#[command]` as a golden.

use quote::quote;

use super::expand;

#[test]
fn a_command_gets_its_constant() {
    let expanded = expand(
        quote!(),
        quote! {
            /// Lists delays.
            pub async fn run(cx: &mut Context, parameters: Delays) -> CommandResult {
                Ok(())
            }
        },
    );
    let file = syn::parse2(expanded).expect("the expansion is Rust");
    insta::assert_snapshot!(prettyplease::unparse(&file));
}
