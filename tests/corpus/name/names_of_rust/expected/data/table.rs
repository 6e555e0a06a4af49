use ::zimagi_runtime::contract;
/// A record of the model `table`.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The name by which the record is known.
    pub name: String,
    /// The field `table`.
    pub table: Option<String>,
    /// The field `to_table`.
    pub to_table_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Table {
    const NAME: &'static str = "table";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "table",
        "to_table",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            table: row.next()?,
            to_table_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Table {
    /// All records of `table` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `table`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `table`, for queries of [`Table`].
#[must_use]
#[inline]
pub fn table() -> Path<Table> {
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
    /// The field `table`.
    #[must_use]
    pub fn table(self) -> contract::Column<R, Option<String>> {
        self.steps.column("table")
    }
    /// The field `to_table`.
    #[must_use]
    pub fn to_table(self) -> super::table::Path<R> {
        self.steps.step("to_table").into()
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
    /// The records of `table` whose `to_table` is this one.
    #[must_use]
    pub fn from_table(self) -> super::table::Path<R> {
        self.steps.step("from_table").into()
    }
}
/// A row of `shop_table` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_table,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct TableRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `table_`.
    pub table_: Option<String>,
    /// The column `to_table_id`.
    pub to_table_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
