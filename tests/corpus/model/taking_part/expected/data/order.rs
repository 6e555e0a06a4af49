use ::zimagi_runtime::contract;
/// Something that a customer wants.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// The number on the slip.
    pub number: i64,
    /// The field `pieces`.
    pub pieces: i64,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Order {
    const NAME: &'static str = "order";
    const FIELDS: &'static [&'static str] = &["number", "pieces", "created", "updated"];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            number: row.next()?,
            pieces: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Order {
    /// All records of `order` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `order`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `order`, for queries of [`Order`].
#[must_use]
#[inline]
pub fn order() -> Path<Order> {
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
    /// The number on the slip.
    #[must_use]
    pub fn number(self) -> contract::Column<R, i64> {
        self.steps.column("number")
    }
    /// The field `pieces`.
    #[must_use]
    pub fn pieces(self) -> contract::Column<R, i64> {
        self.steps.column("pieces")
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
