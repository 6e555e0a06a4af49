//! Planned models.

use zimagi_spec::descriptor::{Direction, Multiplicity, Operation, Store};

use super::{ExtensionPlan, FieldPlan, LinkPlan, MethodPlan};

/// A data model.
#[derive(Debug)]
pub(crate) struct ModelPlan {
    pub(crate) name: String,
    /// `specs/data/flight.yml:1:3`.
    pub(crate) place: String,
    pub(crate) singular: String,
    pub(crate) plural: String,
    pub(crate) owner: String,
    pub(crate) home: Home,
    pub(crate) help: String,
    /// The struct, `Flight`.
    pub(crate) type_name: String,
    /// The module that holds it, and the function that starts its typed path, `flight`.
    pub(crate) module: String,
    pub(crate) table: String,
    pub(crate) store: Store,
    pub(crate) is_served: bool,
    pub(crate) disabled: Vec<Operation>,
    pub(crate) fields: Vec<FieldPlan>,
    pub(crate) links: Vec<LinkPlan>,
    /// The relation to the record of the model that this one extends.
    pub(crate) extends: Option<String>,
    /// The link to the groups that may see a record.
    pub(crate) record_groups: Option<String>,
    pub(crate) identifier: IdentifierPlan,
    pub(crate) key: Option<String>,
    pub(crate) scope: Vec<String>,
    pub(crate) ordering: Vec<OrderingPlan>,
    pub(crate) unique: Vec<Vec<String>>,
    /// The indexes beside the primary key, those of [`ModelPlan::unique`] included.
    pub(crate) indexes: Vec<IndexPlan>,
    pub(crate) reverse: Vec<ReversePlan>,
    pub(crate) access: AccessPlan,
    /// The methods of the typed path; none if another crate holds it.
    pub(crate) methods: Vec<MethodPlan>,
    /// What this crate adds to the typed path that another crate holds.
    pub(crate) extension: Option<ExtensionPlan>,
    pub(crate) diesel: Option<DieselPlan>,
    pub(crate) hooks: Option<HooksPlan>,
    pub(crate) display: Option<String>,
    pub(crate) dynamic_fields: Vec<String>,
    pub(crate) is_created_on_reference: bool,
    pub(crate) triggers: TriggersPlan,
}

/// The code that takes part when records are written.
#[derive(Debug)]
pub(crate) struct HooksPlan {
    /// The type that implements `Hooks`, `crate::hooks::flight::FlightHooks`.
    pub(crate) code: String,
    /// The struct of the records as the registry names it, `super::data::flight::Flight`.
    pub(crate) record: String,
    /// Whether the code belongs into the crate that is compiled.
    pub(crate) is_own: bool,
}

/// States that say when records are initialised.
#[derive(Debug)]
pub(crate) struct TriggersPlan {
    pub(crate) check: Vec<String>,
    pub(crate) save: Vec<String>,
}

/// Which crate holds the struct and the typed path of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Home {
    /// The crate that is compiled.
    Own,
    /// Another one: the path of its models, `::zimagi_runtime::platform`.
    External(String),
}

/// How the primary key is made.
#[derive(Debug)]
pub(crate) enum IdentifierPlan {
    Field(String),
    Hash(Vec<String>),
    LegacyHash(Vec<String>),
}

/// One step of the default order.
#[derive(Debug)]
pub(crate) struct OrderingPlan {
    pub(crate) field: String,
    pub(crate) direction: Direction,
}

/// An index over columns.
#[derive(Debug)]
pub(crate) struct IndexPlan {
    pub(crate) name: String,
    pub(crate) is_unique: bool,
    pub(crate) steps: Vec<IndexStep>,
}

/// One column of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IndexStep {
    pub(crate) column: String,
    pub(crate) direction: Direction,
}

/// A relation of another model that points here.
#[derive(Debug)]
pub(crate) struct ReversePlan {
    pub(crate) name: String,
    pub(crate) model: String,
    pub(crate) field: String,
    pub(crate) multiplicity: Multiplicity,
}

/// Roles that may do more than nothing. The role `admin` may always do everything and is not listed.
#[derive(Debug)]
pub(crate) struct AccessPlan {
    pub(crate) edit: Vec<String>,
    /// Those that may also edit every model that this one extends: whole records are theirs to make and to delete.
    pub(crate) edit_whole: Vec<String>,
    pub(crate) view: Vec<String>,
}

/// The Diesel schema of a model that asks for one.
#[derive(Debug)]
pub(crate) struct DieselPlan {
    /// The module that `table!` makes.
    pub(crate) table_ident: String,
    /// The struct with Diesel's derives, `FlightRow`.
    pub(crate) row_name: String,
    pub(crate) primary_key: String,
    pub(crate) columns: Vec<DieselColumnPlan>,
}

/// One column of a Diesel table.
#[derive(Debug)]
pub(crate) struct DieselColumnPlan {
    pub(crate) ident: String,
    /// The name in SQL if it is not the identifier.
    pub(crate) sql_name: Option<String>,
    pub(crate) sql_type: String,
    pub(crate) help: String,
    pub(crate) rust_type: String,
}

/// Two tables that are related.
#[derive(Debug)]
pub(crate) struct JoinPlan {
    pub(crate) left: String,
    pub(crate) right: String,
    /// The column of `left` that points to `right`, if there is exactly one way to join them.
    pub(crate) column: Option<String>,
}

impl ModelPlan {
    /// The field of this name. Rules have made sure that there is one.
    pub(crate) fn field(&self, name: &str) -> &FieldPlan {
        let field = self.fields.iter().find(|field| field.name == name);
        field.expect("names in a plan are those of fields")
    }

    /// The field that holds the primary key.
    pub(crate) fn identifier_field(&self) -> &FieldPlan {
        match &self.identifier {
            IdentifierPlan::Field(name) => self.field(name),
            IdentifierPlan::Hash(_) | IdentifierPlan::LegacyHash(_) => self.field("id"),
        }
    }
}
