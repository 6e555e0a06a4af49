use ::zimagi_runtime::contract;
/// A record of the model `shelf`.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    /// The name by which the record is known.
    pub name: String,
    /// The field `row`.
    pub row: i64,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Shelf {
    const NAME: &'static str = "shelf";
    const FIELDS: &'static [&'static str] = &["name", "row", "created", "updated"];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            row: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Shelf {
    /// All records of `shelf` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `shelf`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `shelf`, for queries of [`Shelf`].
#[must_use]
#[inline]
pub fn shelf() -> Path<Shelf> {
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
    /// The field `row`.
    #[must_use]
    pub fn row(self) -> contract::Column<R, i64> {
        self.steps.column("row")
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
    /// The records of `product` whose `shelf` is this one.
    #[must_use]
    pub fn product(self) -> super::product::Path<R> {
        self.steps.step("product").into()
    }
}
