#[path = "audit.rs"]
mod audit;
#[path = "sensor_shift.rs"]
mod sensor_shift;
pub use audit::Audit;
/// Parameters of the commands below `sensor`.
pub mod sensor {
    pub use super::sensor_shift::Shift;
}
