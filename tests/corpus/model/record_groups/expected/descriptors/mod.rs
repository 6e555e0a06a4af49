pub(crate) mod group;
pub(crate) mod vault;
