//! The planned prelude: the traits by which queries name what crates add to each other's models.

/// What it brings into scope.
#[derive(Debug)]
pub(crate) struct PreludePlan {
    /// This crate's traits: the module of a model and the trait in it.
    pub(crate) extensions: Vec<(String, String)>,
    /// The crates of modules whose preludes it holds, as Rust names them.
    pub(crate) crates: Vec<String>,
}
