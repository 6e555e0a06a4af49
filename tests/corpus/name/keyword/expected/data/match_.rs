use ::zimagi_runtime::contract;
/// A record of the model `match`.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The name by which the record is known.
    pub name: String,
    /// The field `type`.
    pub type_: String,
    /// The field `ref`.
    pub ref_id: Option<String>,
    /// The field `is_new`.
    pub is_new: bool,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Match {
    const NAME: &'static str = "match";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "type",
        "ref",
        "is_new",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            type_: row.next()?,
            ref_id: row.next()?,
            is_new: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Match {
    /// All records of `match` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `match`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `match`, for queries of [`Match`].
#[must_use]
#[inline]
pub fn match_() -> Path<Match> {
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
    /// The field `type`.
    #[must_use]
    pub fn type_(self) -> contract::Column<R, String> {
        self.steps.column("type")
    }
    /// The field `ref`.
    #[must_use]
    pub fn ref_(self) -> super::match_::Path<R> {
        self.steps.step("ref").into()
    }
    /// The field `is_new`.
    #[must_use]
    pub fn is_new(self) -> contract::Column<R, bool> {
        self.steps.column("is_new")
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
    /// The records of `match` whose `ref` is this one.
    #[must_use]
    pub fn loop_(self) -> super::match_::Path<R> {
        self.steps.step("loop").into()
    }
}
/// A row of `shop_match` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_match,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct MatchRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `type_`.
    pub type_: String,
    /// The column `ref_id`.
    pub ref_id: Option<String>,
    /// The column `is_new`.
    pub is_new: bool,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
