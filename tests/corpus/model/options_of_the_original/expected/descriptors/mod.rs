pub(crate) mod member;
pub(crate) mod place;
pub(crate) mod team;
