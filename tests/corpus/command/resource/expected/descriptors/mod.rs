pub(crate) mod plant;
pub(crate) mod seed;
pub(crate) mod tool;
