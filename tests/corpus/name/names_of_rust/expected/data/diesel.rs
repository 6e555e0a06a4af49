use ::zimagi_runtime::contract;
/// A record of the model `diesel`.
#[derive(Debug, Clone, PartialEq)]
pub struct Diesel {
    /// The name by which the record is known.
    pub name: String,
    /// The field `diesel`.
    pub diesel: Option<String>,
    /// The field `to_diesel`.
    pub to_diesel_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Diesel {
    const NAME: &'static str = "diesel";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "diesel",
        "to_diesel",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            diesel: row.next()?,
            to_diesel_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Diesel {
    /// All records of `diesel` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `diesel`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `diesel`, for queries of [`Diesel`].
#[must_use]
#[inline]
pub fn diesel() -> Path<Diesel> {
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
    /// The field `diesel`.
    #[must_use]
    pub fn diesel(self) -> contract::Column<R, Option<String>> {
        self.steps.column("diesel")
    }
    /// The field `to_diesel`.
    #[must_use]
    pub fn to_diesel(self) -> super::diesel::Path<R> {
        self.steps.step("to_diesel").into()
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
    /// The records of `diesel` whose `to_diesel` is this one.
    #[must_use]
    pub fn from_diesel(self) -> super::diesel::Path<R> {
        self.steps.step("from_diesel").into()
    }
}
/// A row of `shop_diesel` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_diesel,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct DieselRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `diesel_`.
    pub diesel_: Option<String>,
    /// The column `to_diesel_id`.
    pub to_diesel_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
