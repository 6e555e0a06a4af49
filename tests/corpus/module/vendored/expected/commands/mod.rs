pub(crate) mod plant_prune;
pub(crate) mod plant_water;
