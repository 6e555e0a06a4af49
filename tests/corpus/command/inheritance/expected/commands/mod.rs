pub(crate) mod echo;
pub(crate) mod plant_audit;
pub(crate) mod plant_count;
pub(crate) mod plant_prune;
