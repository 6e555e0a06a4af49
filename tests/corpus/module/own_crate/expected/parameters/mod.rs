#[path = "plant_weed.rs"]
mod plant_weed;
/// Parameters of the commands below `plant`.
pub mod plant {
    pub use super::plant_weed::Weed;
}
