use ::zimagi_runtime::contract;
/// A record of the model `sensor`.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensor {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The field `name`.
    pub name: String,
    /// The field `plant`.
    pub plant_id: String,
    /// The field `maker`.
    pub maker_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Sensor {
    const NAME: &'static str = "sensor";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "name",
        "plant",
        "maker",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            plant_id: row.next()?,
            maker_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Sensor {
    /// All records of `sensor` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `sensor`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `sensor`, for queries of [`Sensor`].
#[must_use]
#[inline]
pub fn sensor() -> Path<Sensor> {
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
    /// The field `name`.
    #[must_use]
    pub fn name(self) -> contract::Column<R, String> {
        self.steps.column("name")
    }
    /// The field `plant`.
    #[must_use]
    pub fn plant(self) -> super::plant::Path<R> {
        self.steps.step("plant").into()
    }
    /// The field `maker`.
    #[must_use]
    pub fn maker(self) -> super::maker::Path<R> {
        self.steps.step("maker").into()
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
    /// The records of `maker` in the link `spares`.
    #[must_use]
    pub fn spares(self) -> super::maker::Path<R> {
        self.steps.step("spares").into()
    }
}
