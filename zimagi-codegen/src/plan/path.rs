//! Planned typed paths: the methods by which a query walks from a model to its fields and relations.

/// A method of a typed path.
#[derive(Debug)]
pub(crate) struct MethodPlan {
    pub(crate) ident: String,
    /// Its doc comment, never empty.
    pub(crate) doc: String,
    /// The relations that are walked, by spec name; more than one for what a model inherits by `extend`.
    pub(crate) steps: Vec<String>,
    pub(crate) end: EndPlan,
}

/// Where a method leads.
#[derive(Debug)]
pub(crate) enum EndPlan {
    /// To a field, of this Rust type.
    Column { field: String, type_: String },
    /// To another model, by its module in generated code.
    Model { module: String },
}

/// What this crate's specs add to a model of another crate, as a trait for its typed path.
#[derive(Debug)]
pub(crate) struct ExtensionPlan {
    /// `UserExtension`.
    pub(crate) trait_name: String,
    pub(crate) methods: Vec<MethodPlan>,
}
