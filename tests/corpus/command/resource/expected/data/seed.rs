use ::zimagi_runtime::contract;
/// A record of the model `seed`.
#[derive(Debug, Clone, PartialEq)]
pub struct Seed {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The field `plant`.
    pub plant_id: String,
    /// The field `kind`.
    pub kind: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Seed {
    const NAME: &'static str = "seed";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "plant",
        "kind",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            plant_id: row.next()?,
            kind: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Seed {
    /// All records of `seed` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `seed`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `seed`, for queries of [`Seed`].
#[must_use]
#[inline]
pub fn seed() -> Path<Seed> {
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
    /// The field `plant`.
    #[must_use]
    pub fn plant(self) -> super::plant::Path<R> {
        self.steps.step("plant").into()
    }
    /// The field `kind`.
    #[must_use]
    pub fn kind(self) -> contract::Column<R, String> {
        self.steps.column("kind")
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
