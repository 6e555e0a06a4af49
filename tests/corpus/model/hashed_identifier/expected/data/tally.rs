use ::zimagi_runtime::contract;
/// How many items lay in a place on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The field `place`.
    pub place: String,
    /// The field `day`.
    pub day: contract::Date,
    /// The field `items`.
    pub items: i64,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Tally {
    const NAME: &'static str = "tally";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "place",
        "day",
        "items",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            place: row.next()?,
            day: row.next()?,
            items: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Tally {
    /// All records of `tally` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `tally`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `tally`, for queries of [`Tally`].
#[must_use]
#[inline]
pub fn tally() -> Path<Tally> {
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
    /// The field `place`.
    #[must_use]
    pub fn place(self) -> contract::Column<R, String> {
        self.steps.column("place")
    }
    /// The field `day`.
    #[must_use]
    pub fn day(self) -> contract::Column<R, contract::Date> {
        self.steps.column("day")
    }
    /// The field `items`.
    #[must_use]
    pub fn items(self) -> contract::Column<R, i64> {
        self.steps.column("items")
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
