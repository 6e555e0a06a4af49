use ::zimagi_runtime::contract;
/// A record of the model `product`.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// The name by which the record is known.
    pub name: String,
    /// The field `title`.
    pub title: String,
    /// The field `note`.
    pub note: Option<String>,
    /// The field `pieces`.
    pub pieces: i64,
    /// The field `price`.
    pub price: contract::Decimal,
    /// The field `made`.
    pub made: Option<bool>,
    /// The field `origin`.
    pub origin_id: Option<String>,
    /// The field `shelf`.
    pub shelf_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Product {
    const NAME: &'static str = "product";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "title",
        "note",
        "pieces",
        "price",
        "made",
        "origin",
        "shelf",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            title: row.next()?,
            note: row.next()?,
            pieces: row.next()?,
            price: row.next()?,
            made: row.next()?,
            origin_id: row.next()?,
            shelf_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Product {
    /// All records of `product` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `product`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `product`, for queries of [`Product`].
#[must_use]
#[inline]
pub fn product() -> Path<Product> {
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
    /// The field `title`.
    #[must_use]
    pub fn title(self) -> contract::Column<R, String> {
        self.steps.column("title")
    }
    /// The field `note`.
    #[must_use]
    pub fn note(self) -> contract::Column<R, Option<String>> {
        self.steps.column("note")
    }
    /// The field `pieces`.
    #[must_use]
    pub fn pieces(self) -> contract::Column<R, i64> {
        self.steps.column("pieces")
    }
    /// The field `price`.
    #[must_use]
    pub fn price(self) -> contract::Column<R, contract::Decimal> {
        self.steps.column("price")
    }
    /// The field `made`.
    #[must_use]
    pub fn made(self) -> contract::Column<R, Option<bool>> {
        self.steps.column("made")
    }
    /// The field `origin`.
    #[must_use]
    pub fn origin(self) -> super::product::Path<R> {
        self.steps.step("origin").into()
    }
    /// The field `shelf`.
    #[must_use]
    pub fn shelf(self) -> super::shelf::Path<R> {
        self.steps.step("shelf").into()
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
    /// The records of `tag` in the link `tags`.
    #[must_use]
    pub fn tags(self) -> super::tag::Path<R> {
        self.steps.step("tags").into()
    }
    /// The records of `product` whose `origin` is this one.
    #[must_use]
    pub fn product(self) -> super::product::Path<R> {
        self.steps.step("product").into()
    }
}
