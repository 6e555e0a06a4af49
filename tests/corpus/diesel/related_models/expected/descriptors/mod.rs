pub(crate) mod item;
pub(crate) mod move_;
pub(crate) mod note;
pub(crate) mod shelf;
