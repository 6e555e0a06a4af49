pub(crate) mod bar;
pub(crate) mod person;
pub(crate) mod place;
pub(crate) mod restaurant;
pub(crate) mod tag;
pub(crate) mod visit;
