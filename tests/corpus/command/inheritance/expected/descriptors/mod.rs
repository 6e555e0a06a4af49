pub(crate) mod item;
