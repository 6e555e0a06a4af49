pub(crate) mod article;
pub(crate) mod reader;
pub(crate) mod tag;
