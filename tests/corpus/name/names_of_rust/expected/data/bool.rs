use ::zimagi_runtime::contract;
/// A record of the model `bool`.
#[derive(Debug, Clone, PartialEq)]
pub struct Bool {
    /// The name by which the record is known.
    pub name: String,
    /// The field `bool`.
    pub bool: Option<String>,
    /// The field `to_bool`.
    pub to_bool_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Bool {
    const NAME: &'static str = "bool";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "bool",
        "to_bool",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            bool: row.next()?,
            to_bool_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Bool {
    /// All records of `bool` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `bool`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `bool`, for queries of [`Bool`].
#[must_use]
#[inline]
pub fn bool() -> Path<Bool> {
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
    /// The field `bool`.
    #[must_use]
    pub fn bool(self) -> contract::Column<R, Option<String>> {
        self.steps.column("bool")
    }
    /// The field `to_bool`.
    #[must_use]
    pub fn to_bool(self) -> super::bool::Path<R> {
        self.steps.step("to_bool").into()
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
    /// The records of `bool` whose `to_bool` is this one.
    #[must_use]
    pub fn from_bool(self) -> super::bool::Path<R> {
        self.steps.step("from_bool").into()
    }
}
/// A row of `shop_bool` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_bool,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct BoolRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `bool_`.
    pub bool_: Option<String>,
    /// The column `to_bool_id`.
    pub to_bool_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
