use ::zimagi_runtime::contract;
/// A record of the model `parcel`.
#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    /// The name by which the record is known.
    pub name: String,
    /// The field `size`.
    pub size: i64,
    /// The field `weight`.
    pub weight: f64,
    /// The field `price`.
    pub price: contract::Decimal,
    /// The field `is_fragile`.
    pub is_fragile: bool,
    /// The field `posted`.
    pub posted: contract::Date,
    /// The field `seen`.
    pub seen: contract::DateTime,
    /// The field `opens`.
    pub opens: contract::Time,
    /// The field `transit`.
    pub transit: contract::Duration,
    /// The field `label`.
    pub label: contract::Uuid,
    /// The field `scan`.
    pub scan: Vec<u8>,
    /// The field `note`.
    pub note: String,
    /// The field `stops`.
    pub stops: contract::Json,
    /// The field `extra`.
    pub extra: contract::Json,
    /// The field `anything`.
    pub anything: Option<contract::Json>,
    /// The field `secret`.
    pub secret: String,
    /// The field `contact`.
    pub contact: Option<String>,
    /// The field `copies`.
    pub copies: i64,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Parcel {
    const NAME: &'static str = "parcel";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "size",
        "weight",
        "price",
        "is_fragile",
        "posted",
        "seen",
        "opens",
        "transit",
        "label",
        "scan",
        "note",
        "stops",
        "extra",
        "anything",
        "secret",
        "contact",
        "copies",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            size: row.next()?,
            weight: row.next()?,
            price: row.next()?,
            is_fragile: row.next()?,
            posted: row.next()?,
            seen: row.next()?,
            opens: row.next()?,
            transit: row.next()?,
            label: row.next()?,
            scan: row.next()?,
            note: row.next()?,
            stops: row.next()?,
            extra: row.next()?,
            anything: row.next()?,
            secret: row.next()?,
            contact: row.next()?,
            copies: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Parcel {
    /// All records of `parcel` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `parcel`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `parcel`, for queries of [`Parcel`].
#[must_use]
#[inline]
pub fn parcel() -> Path<Parcel> {
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
    /// The field `size`.
    #[must_use]
    pub fn size(self) -> contract::Column<R, i64> {
        self.steps.column("size")
    }
    /// The field `weight`.
    #[must_use]
    pub fn weight(self) -> contract::Column<R, f64> {
        self.steps.column("weight")
    }
    /// The field `price`.
    #[must_use]
    pub fn price(self) -> contract::Column<R, contract::Decimal> {
        self.steps.column("price")
    }
    /// The field `is_fragile`.
    #[must_use]
    pub fn is_fragile(self) -> contract::Column<R, bool> {
        self.steps.column("is_fragile")
    }
    /// The field `posted`.
    #[must_use]
    pub fn posted(self) -> contract::Column<R, contract::Date> {
        self.steps.column("posted")
    }
    /// The field `seen`.
    #[must_use]
    pub fn seen(self) -> contract::Column<R, contract::DateTime> {
        self.steps.column("seen")
    }
    /// The field `opens`.
    #[must_use]
    pub fn opens(self) -> contract::Column<R, contract::Time> {
        self.steps.column("opens")
    }
    /// The field `transit`.
    #[must_use]
    pub fn transit(self) -> contract::Column<R, contract::Duration> {
        self.steps.column("transit")
    }
    /// The field `label`.
    #[must_use]
    pub fn label(self) -> contract::Column<R, contract::Uuid> {
        self.steps.column("label")
    }
    /// The field `scan`.
    #[must_use]
    pub fn scan(self) -> contract::Column<R, Vec<u8>> {
        self.steps.column("scan")
    }
    /// The field `note`.
    #[must_use]
    pub fn note(self) -> contract::Column<R, String> {
        self.steps.column("note")
    }
    /// The field `stops`.
    #[must_use]
    pub fn stops(self) -> contract::Column<R, contract::Json> {
        self.steps.column("stops")
    }
    /// The field `extra`.
    #[must_use]
    pub fn extra(self) -> contract::Column<R, contract::Json> {
        self.steps.column("extra")
    }
    /// The field `anything`.
    #[must_use]
    pub fn anything(self) -> contract::Column<R, Option<contract::Json>> {
        self.steps.column("anything")
    }
    /// The field `contact`.
    #[must_use]
    pub fn contact(self) -> contract::Column<R, Option<String>> {
        self.steps.column("contact")
    }
    /// The field `copies`.
    #[must_use]
    pub fn copies(self) -> contract::Column<R, i64> {
        self.steps.column("copies")
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
/// A row of `shop_parcel` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_parcel,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct ParcelRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `size`.
    pub size: i64,
    /// The column `weight`.
    pub weight: f64,
    /// The column `price`.
    pub price: contract::Stored<contract::Decimal>,
    /// The column `is_fragile`.
    pub is_fragile: bool,
    /// The column `posted`.
    pub posted: contract::Date,
    /// The column `seen`.
    pub seen: contract::DateTime,
    /// The column `opens`.
    pub opens: contract::Time,
    /// The column `transit`.
    pub transit: i64,
    /// The column `label`.
    pub label: contract::Stored<contract::Uuid>,
    /// The column `scan`.
    pub scan: Vec<u8>,
    /// The column `note`.
    pub note: String,
    /// The column `stops`.
    pub stops: contract::Stored<contract::Json>,
    /// The column `extra`.
    pub extra: contract::Stored<contract::Json>,
    /// The column `anything`.
    pub anything: Option<contract::Stored<contract::Json>>,
    /// The column `secret`.
    pub secret: contract::SealedValue,
    /// The column `contact`.
    pub contact: Option<String>,
    /// The column `copies`.
    pub copies: i64,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
