use ::zimagi_runtime::contract;
/// A record of the model `membership`.
#[derive(Debug, Clone, PartialEq)]
pub struct Membership {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The field `band`.
    pub band_id: String,
    /// The field `musician`.
    pub musician_id: String,
    /// The field `since`.
    pub since: contract::Date,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Membership {
    const NAME: &'static str = "membership";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "band",
        "musician",
        "since",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            band_id: row.next()?,
            musician_id: row.next()?,
            since: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Membership {
    /// All records of `membership` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `membership`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `membership`, for queries of [`Membership`].
#[must_use]
#[inline]
pub fn membership() -> Path<Membership> {
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
    /// The field `band`.
    #[must_use]
    pub fn band(self) -> super::band::Path<R> {
        self.steps.step("band").into()
    }
    /// The field `musician`.
    #[must_use]
    pub fn musician(self) -> super::musician::Path<R> {
        self.steps.step("musician").into()
    }
    /// The field `since`.
    #[must_use]
    pub fn since(self) -> contract::Column<R, contract::Date> {
        self.steps.column("since")
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
