pub(crate) mod item;
pub(crate) mod shelf;
