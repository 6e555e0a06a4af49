//! Compiles the platform's own specs and tells dependents where they are.

fn main() {
    zimagi_codegen::build_platform();
}
