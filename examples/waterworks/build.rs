//! Checks the specs and writes the code that `src/lib.rs` includes.

fn main() {
    zimagi_codegen::build();
}
