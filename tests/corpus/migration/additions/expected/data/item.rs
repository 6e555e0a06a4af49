use ::zimagi_runtime::contract;
/// A record of the model `item`.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The name by which the record is known.
    pub name: String,
    /// The field `label`.
    pub label: String,
    /// The field `weight`.
    pub weight: Option<f64>,
    /// The field `pieces`.
    pub pieces: i64,
    /// The field `shelf`.
    pub shelf_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Item {
    const NAME: &'static str = "item";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "label",
        "weight",
        "pieces",
        "shelf",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            label: row.next()?,
            weight: row.next()?,
            pieces: row.next()?,
            shelf_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Item {
    /// All records of `item` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `item`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `item`, for queries of [`Item`].
#[must_use]
#[inline]
pub fn item() -> Path<Item> {
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
    /// The field `label`.
    #[must_use]
    pub fn label(self) -> contract::Column<R, String> {
        self.steps.column("label")
    }
    /// The field `weight`.
    #[must_use]
    pub fn weight(self) -> contract::Column<R, Option<f64>> {
        self.steps.column("weight")
    }
    /// The field `pieces`.
    #[must_use]
    pub fn pieces(self) -> contract::Column<R, i64> {
        self.steps.column("pieces")
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
}
