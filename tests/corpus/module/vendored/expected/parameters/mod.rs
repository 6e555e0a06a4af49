#[path = "plant_prune.rs"]
mod plant_prune;
#[path = "plant_water.rs"]
mod plant_water;
/// Parameters of the commands below `plant`.
pub mod plant {
    pub use super::plant_prune::Prune;
    pub use super::plant_water::Water;
}
