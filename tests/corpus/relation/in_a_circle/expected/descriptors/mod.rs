pub(crate) mod department;
pub(crate) mod person;
