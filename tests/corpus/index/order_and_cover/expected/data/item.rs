use ::zimagi_runtime::contract;
/// A record of the model `item`.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The name by which the record is known.
    pub name: String,
    /// The field `shelf`.
    pub shelf_id: String,
    /// The field `weight`.
    pub weight: Option<f64>,
    /// The field `maker`.
    pub maker: String,
    /// The field `made`.
    pub made: contract::Date,
    /// The field `sold`.
    pub sold: Option<contract::Date>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Item {
    const NAME: &'static str = "item";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "shelf",
        "weight",
        "maker",
        "made",
        "sold",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            shelf_id: row.next()?,
            weight: row.next()?,
            maker: row.next()?,
            made: row.next()?,
            sold: row.next()?,
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
    /// The field `shelf`.
    #[must_use]
    pub fn shelf(self) -> super::shelf::Path<R> {
        self.steps.step("shelf").into()
    }
    /// The field `weight`.
    #[must_use]
    pub fn weight(self) -> contract::Column<R, Option<f64>> {
        self.steps.column("weight")
    }
    /// The field `maker`.
    #[must_use]
    pub fn maker(self) -> contract::Column<R, String> {
        self.steps.column("maker")
    }
    /// The field `made`.
    #[must_use]
    pub fn made(self) -> contract::Column<R, contract::Date> {
        self.steps.column("made")
    }
    /// The field `sold`.
    #[must_use]
    pub fn sold(self) -> contract::Column<R, Option<contract::Date>> {
        self.steps.column("sold")
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
