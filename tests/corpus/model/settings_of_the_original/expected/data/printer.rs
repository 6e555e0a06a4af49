use ::zimagi_runtime::contract;
/// A record of the model `printer`.
#[derive(Debug, Clone, PartialEq)]
pub struct Printer {
    /// The name by which the record is known.
    pub name: String,
    /// The field `room`.
    pub room: String,
    /// The settings of the record.
    pub config: contract::Json,
    /// The provider.
    pub provider_type: String,
    /// What the provider keeps of the record.
    pub variables: contract::Json,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Printer {
    const NAME: &'static str = "printer";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "room",
        "config",
        "provider_type",
        "variables",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            room: row.next()?,
            config: row.next()?,
            provider_type: row.next()?,
            variables: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Printer {
    /// All records of `printer` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `printer`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `printer`, for queries of [`Printer`].
#[must_use]
#[inline]
pub fn printer() -> Path<Printer> {
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
    /// The field `room`.
    #[must_use]
    pub fn room(self) -> contract::Column<R, String> {
        self.steps.column("room")
    }
    /// The settings of the record.
    #[must_use]
    pub fn config(self) -> contract::Column<R, contract::Json> {
        self.steps.column("config")
    }
    /// The provider.
    #[must_use]
    pub fn provider_type(self) -> contract::Column<R, String> {
        self.steps.column("provider_type")
    }
    /// What the provider keeps of the record.
    #[must_use]
    pub fn variables(self) -> contract::Column<R, contract::Json> {
        self.steps.column("variables")
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
