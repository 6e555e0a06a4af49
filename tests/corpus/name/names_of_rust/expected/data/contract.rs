use ::zimagi_runtime::contract;
/// A record of the model `contract`.
#[derive(Debug, Clone, PartialEq)]
pub struct Contract {
    /// The name by which the record is known.
    pub name: String,
    /// The field `contract`.
    pub contract: Option<String>,
    /// The field `to_contract`.
    pub to_contract_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Contract {
    const NAME: &'static str = "contract";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "contract",
        "to_contract",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            contract: row.next()?,
            to_contract_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Contract {
    /// All records of `contract` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `contract`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `contract`, for queries of [`Contract`].
#[must_use]
#[inline]
pub fn contract() -> Path<Contract> {
    Path {
        steps: contract::Steps::root(),
    }
}
impl<R> From<contract::Steps<R>> for Path<R> {
    fn from(steps: contract::Steps<R>) -> Self {
        Self { steps }
    }
}
impl<R> From<Path<R>> for contract::Steps<R> {
    fn from(path: Path<R>) -> Self {
        path.steps
    }
}
impl<R> Path<R> {
    /// The name by which the record is known.
    #[must_use]
    pub fn name(self) -> contract::Column<R, String> {
        self.steps.column("name")
    }
    /// The field `contract`.
    #[must_use]
    pub fn contract(self) -> contract::Column<R, Option<String>> {
        self.steps.column("contract")
    }
    /// The field `to_contract`.
    #[must_use]
    pub fn to_contract(self) -> super::contract::Path<R> {
        self.steps.step("to_contract").into()
    }
    /// When the record was created.
    #[must_use]
    pub fn created(self) -> contract::Column<R, Option<contract::DateTime>> {
        self.steps.column("created")
    }
    /// When the record was last changed.
    #[must_use]
    pub fn updated(self) -> contract::Column<R, Option<contract::DateTime>> {
        self.steps.column("updated")
    }
    /// The records of `contract` whose `to_contract` is this one.
    #[must_use]
    pub fn from_contract(self) -> super::contract::Path<R> {
        self.steps.step("from_contract").into()
    }
}
/// A row of `shop_contract` for hand-written Diesel queries, which pass no permission.
#[derive(
    Debug,
    Clone,
    PartialEq,
    ::diesel::Queryable,
    ::diesel::Selectable,
    ::diesel::Insertable,
    ::diesel::AsChangeset
)]
#[diesel(
    table_name = super::super::schema::shop_contract,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct ContractRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `contract`.
    pub contract: Option<String>,
    /// The column `to_contract_id`.
    pub to_contract_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
