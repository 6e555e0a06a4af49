#[path = "plant_feed_daily.rs"]
mod plant_feed_daily;
#[path = "plant_get.rs"]
mod plant_get;
/// Parameters of the commands below `plant`.
pub mod plant {
    pub use super::plant_get::Get;
    /// Parameters of the commands below `feed`.
    pub mod feed {
        pub use super::super::plant_feed_daily::Daily;
    }
}
