use ::zimagi_runtime::contract;
/// A record of the model `string`.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    /// The name by which the record is known.
    pub name: String,
    /// The field `usual`.
    pub usual_id: String,
    /// The field `string`.
    pub string_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Thread {
    const NAME: &'static str = "string";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "usual",
        "string",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            usual_id: row.next()?,
            string_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Thread {
    /// All records of `string` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `string`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `string`, for queries of [`Thread`].
#[must_use]
#[inline]
pub fn string() -> Path<Thread> {
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
    /// The field `usual`.
    #[must_use]
    pub fn usual(self) -> super::usual::Path<R> {
        self.steps.step("usual").into()
    }
    /// The field `string`.
    #[must_use]
    pub fn string(self) -> super::string::Path<R> {
        self.steps.step("string").into()
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
    /// The records of `string` whose `string` is this one.
    #[must_use]
    pub fn from(self) -> super::string::Path<R> {
        self.steps.step("from").into()
    }
}
/// A row of `shop_string` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_string,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct ThreadRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `usual_id`.
    pub usual_id: String,
    /// The column `string_id`.
    pub string_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
