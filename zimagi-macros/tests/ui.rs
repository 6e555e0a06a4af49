//! What a person sees of `#[command]`: a right function compiles, each wrong one gets one clear error at its place.
//!
//! The cases need only the names that the macro emits, so they declare themselves to be the runtime (`stand_in.rs`): the
//! real one takes minutes to compile for each of them.

#[test]
fn commands_compile_or_say_why_not() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/pass/*.rs");
    cases.compile_fail("tests/ui/fail/*.rs");
}
