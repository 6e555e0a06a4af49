use ::zimagi_runtime::contract;
/// A record of the model `item`.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The name by which the record is known within its scope.
    pub name: String,
    /// Where it lies.
    pub shelf_id: String,
    /// The field `weight`.
    pub weight: Option<f64>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Item {
    const NAME: &'static str = "item";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "name",
        "shelf",
        "weight",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            shelf_id: row.next()?,
            weight: row.next()?,
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
    /// Where it lies.
    #[must_use]
    pub fn shelf(self) -> super::shelf::Path<R> {
        self.steps.step("shelf").into()
    }
    /// The field `weight`.
    #[must_use]
    pub fn weight(self) -> contract::Column<R, Option<f64>> {
        self.steps.column("weight")
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
/// A row of `shop_item` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_item,
    primary_key(id),
    treat_none_as_null = true
)]
pub struct ItemRow {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: Vec<u8>,
    /// The name by which the record is known within its scope.
    pub name: String,
    /// Where it lies.
    pub shelf_id: String,
    /// The column `weight`.
    pub weight: Option<f64>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
