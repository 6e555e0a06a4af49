use ::zimagi_runtime::contract;
/// A record of the model `move`.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The name by which the record is known within its scope.
    pub name: String,
    /// The field `source`.
    pub source_id: String,
    /// The field `target`.
    pub target_id: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Move {
    const NAME: &'static str = "move";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "name",
        "source",
        "target",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            source_id: row.next()?,
            target_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Move {
    /// All records of `move` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `move`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `move`, for queries of [`Move`].
#[must_use]
#[inline]
pub fn move_() -> Path<Move> {
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
    /// The identifier: a digest of the fields that make the record what it is.
    #[must_use]
    pub fn id(self) -> contract::Column<R, contract::Identifier> {
        self.steps.column("id")
    }
    /// The name by which the record is known within its scope.
    #[must_use]
    pub fn name(self) -> contract::Column<R, String> {
        self.steps.column("name")
    }
    /// The field `source`.
    #[must_use]
    pub fn source(self) -> super::shelf::Path<R> {
        self.steps.step("source").into()
    }
    /// The field `target`.
    #[must_use]
    pub fn target(self) -> super::shelf::Path<R> {
        self.steps.step("target").into()
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
}
/// A row of `shop_move` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_move,
    primary_key(id),
    treat_none_as_null = true
)]
pub struct MoveRow {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: Vec<u8>,
    /// The name by which the record is known within its scope.
    pub name: String,
    /// The column `source_id`.
    pub source_id: String,
    /// The column `target_id`.
    pub target_id: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
