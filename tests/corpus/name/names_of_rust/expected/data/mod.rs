/// The model `bool`.
pub mod bool;
/// The model `contract`.
pub mod contract;
/// The model `diesel`.
pub mod diesel;
/// The model `std`.
pub mod std;
/// The model `string`.
pub mod string;
/// The model `table`.
pub mod table;
/// The model `usual`.
pub mod usual;
