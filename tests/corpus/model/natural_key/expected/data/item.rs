use ::zimagi_runtime::contract;
/// Something that is sold.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The code on the label.
    pub code: String,
    /// The field `note`.
    pub note: Option<String>,
    /// How many there are.
    pub pieces: i64,
    /// The field `weight`.
    pub weight: f64,
    /// The field `is_sold`.
    pub is_sold: bool,
    /// The field `made_on`.
    pub made_on: Option<contract::Date>,
    /// The field `seen_at`.
    pub seen_at: contract::DateTime,
    /// The field `label`.
    pub label: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Item {
    const NAME: &'static str = "item";
    const FIELDS: &'static [&'static str] = &[
        "code",
        "note",
        "pieces",
        "weight",
        "is_sold",
        "made_on",
        "seen_at",
        "label",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            code: row.next()?,
            note: row.next()?,
            pieces: row.next()?,
            weight: row.next()?,
            is_sold: row.next()?,
            made_on: row.next()?,
            seen_at: row.next()?,
            label: row.next()?,
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
    /// The code on the label.
    #[must_use]
    pub fn code(self) -> contract::Column<R, String> {
        self.steps.column("code")
    }
    /// The field `note`.
    #[must_use]
    pub fn note(self) -> contract::Column<R, Option<String>> {
        self.steps.column("note")
    }
    /// How many there are.
    #[must_use]
    pub fn pieces(self) -> contract::Column<R, i64> {
        self.steps.column("pieces")
    }
    /// The field `weight`.
    #[must_use]
    pub fn weight(self) -> contract::Column<R, f64> {
        self.steps.column("weight")
    }
    /// The field `is_sold`.
    #[must_use]
    pub fn is_sold(self) -> contract::Column<R, bool> {
        self.steps.column("is_sold")
    }
    /// The field `made_on`.
    #[must_use]
    pub fn made_on(self) -> contract::Column<R, Option<contract::Date>> {
        self.steps.column("made_on")
    }
    /// The field `seen_at`.
    #[must_use]
    pub fn seen_at(self) -> contract::Column<R, contract::DateTime> {
        self.steps.column("seen_at")
    }
    /// The field `label`.
    #[must_use]
    pub fn label(self) -> contract::Column<R, String> {
        self.steps.column("label")
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
