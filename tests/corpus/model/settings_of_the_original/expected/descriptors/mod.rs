pub(crate) mod press;
pub(crate) mod printer;
