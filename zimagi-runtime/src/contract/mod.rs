//! The one module that generated code may name.
//!
//! It re-exports what generated code and user code meet: descriptors, the registry, typed queries, parameters. It decides
//! nothing and holds no behaviour of its own.

mod registry;

pub use chrono::{NaiveDate as Date, NaiveDateTime as DateTime, NaiveTime as Time, TimeDelta as Duration};
pub use rust_decimal::Decimal;
pub use serde_json::Value as Json;
pub use uuid::Uuid;
pub use zimagi_spec::descriptor::*;
pub use zimagi_spec::names::Database;

pub use crate::command::{Parameter, ParameterError, ParameterValues, Parameters};
pub use crate::data::hook::HooksEntry;
pub use crate::data::migration::{MigrationEffect, MigrationEntry, MigrationSet};
pub use crate::data::sql_types;
pub use crate::data::sql_types::{SealedValue, Stored};
pub use crate::data::typed::{Column, Field, Filter, Identifier, Model, Order, Row, RowError, Select, Steps};
pub use registry::{CommandEntry, CommandFn, CommandFuture, CommandRun, Registry, RoleDescriptor};
