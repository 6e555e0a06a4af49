use ::zimagi_runtime::contract;
/// A record of the model `maker`.
#[derive(Debug, Clone, PartialEq)]
pub struct Maker {
    /// The field `name`.
    pub name: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Maker {
    const NAME: &'static str = "maker";
    const FIELDS: &'static [&'static str] = &["name", "created", "updated"];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Maker {
    /// All records of `maker` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `maker`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `maker`, for queries of [`Maker`].
#[must_use]
#[inline]
pub fn maker() -> Path<Maker> {
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
    /// The field `name`.
    #[must_use]
    pub fn name(self) -> contract::Column<R, String> {
        self.steps.column("name")
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
    /// The records of `sensor` whose `maker` is this one.
    #[must_use]
    pub fn sensor(self) -> super::sensor::Path<R> {
        self.steps.step("sensor").into()
    }
    /// The records of `sensor` whose `spares` holds this one.
    #[must_use]
    pub fn spared(self) -> super::sensor::Path<R> {
        self.steps.step("spared").into()
    }
}
