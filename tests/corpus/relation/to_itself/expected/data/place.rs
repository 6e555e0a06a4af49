use ::zimagi_runtime::contract;
/// A record of the model `place`.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The name by which the record is known.
    pub name: String,
    /// The field `within`.
    pub within_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Place {
    const NAME: &'static str = "place";
    const FIELDS: &'static [&'static str] = &["name", "within", "created", "updated"];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            within_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Place {
    /// All records of `place` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `place`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `place`, for queries of [`Place`].
#[must_use]
#[inline]
pub fn place() -> Path<Place> {
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
    /// The field `within`.
    #[must_use]
    pub fn within(self) -> super::place::Path<R> {
        self.steps.step("within").into()
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
    /// The records of `place` whose `within` is this one.
    #[must_use]
    pub fn parts(self) -> super::place::Path<R> {
        self.steps.step("parts").into()
    }
}
