pub(crate) mod maker;
pub(crate) mod plant;
pub(crate) mod sensor;
