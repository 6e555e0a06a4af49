pub(crate) mod product;
pub(crate) mod shelf;
pub(crate) mod tag;
