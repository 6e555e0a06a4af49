#[path = "echo.rs"]
mod echo;
#[path = "plant_audit.rs"]
mod plant_audit;
#[path = "plant_count.rs"]
mod plant_count;
#[path = "plant_prune.rs"]
mod plant_prune;
pub use echo::Echo;
/// Parameters of the commands below `plant`.
pub mod plant {
    pub use super::plant_audit::Audit;
    pub use super::plant_count::Count;
    pub use super::plant_prune::Prune;
}
