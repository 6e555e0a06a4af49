pub(crate) mod audit;
pub(crate) mod sensor_shift;
