pub(crate) mod refresh;
pub(crate) mod stock_count;
