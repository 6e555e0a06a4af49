use ::zimagi_runtime::contract;
/// A record of the model `place`.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The name by which the record is known within its scope.
    pub name: String,
    /// The field `city`.
    pub city: String,
    /// The field `rent`.
    pub rent: Option<contract::Decimal>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Place {
    const NAME: &'static str = "place";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "name",
        "city",
        "rent",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            city: row.next()?,
            rent: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Place {
    /// All records of `place` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `place`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `place`, for queries of [`Place`].
#[must_use]
#[inline]
pub fn place() -> Path<Place> {
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
    /// The field `city`.
    #[must_use]
    pub fn city(self) -> contract::Column<R, String> {
        self.steps.column("city")
    }
    /// The field `rent`.
    #[must_use]
    pub fn rent(self) -> contract::Column<R, Option<contract::Decimal>> {
        self.steps.column("rent")
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
    /// The record of `restaurant` whose `place_ptr` is this one.
    #[must_use]
    pub fn restaurant(self) -> super::restaurant::Path<R> {
        self.steps.step("restaurant").into()
    }
}
