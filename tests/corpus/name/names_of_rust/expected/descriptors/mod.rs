pub(crate) mod bool;
pub(crate) mod contract;
pub(crate) mod diesel;
pub(crate) mod std;
pub(crate) mod string;
pub(crate) mod table;
pub(crate) mod usual;
