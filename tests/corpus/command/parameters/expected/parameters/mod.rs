#[path = "refresh.rs"]
mod refresh;
#[path = "stock_count.rs"]
mod stock_count;
pub use refresh::Refresh;
/// Parameters of the commands below `stock`.
pub mod stock {
    pub use super::stock_count::Count;
}
