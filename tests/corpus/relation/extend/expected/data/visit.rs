use ::zimagi_runtime::contract;
/// A record of the model `visit`.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The field `person`.
    pub person_id: String,
    /// The field `bar`.
    pub bar_id: contract::Identifier,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Visit {
    const NAME: &'static str = "visit";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "person",
        "bar",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            person_id: row.next()?,
            bar_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Visit {
    /// All records of `visit` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `visit`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `visit`, for queries of [`Visit`].
#[must_use]
#[inline]
pub fn visit() -> Path<Visit> {
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
    /// The field `person`.
    #[must_use]
    pub fn person(self) -> super::person::Path<R> {
        self.steps.step("person").into()
    }
    /// The field `bar`.
    #[must_use]
    pub fn bar(self) -> super::bar::Path<R> {
        self.steps.step("bar").into()
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
