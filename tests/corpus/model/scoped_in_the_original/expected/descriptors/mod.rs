pub(crate) mod plant;
pub(crate) mod sensor;
