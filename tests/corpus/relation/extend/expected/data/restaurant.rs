use ::zimagi_runtime::contract;
/// A record of the model `restaurant`.
#[derive(Debug, Clone, PartialEq)]
pub struct Restaurant {
    /// The record of `place` that this one is too.
    pub place_ptr_id: contract::Identifier,
    /// The field `kitchen`.
    pub kitchen: String,
    /// The field `owner`.
    pub owner_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Restaurant {
    const NAME: &'static str = "restaurant";
    const FIELDS: &'static [&'static str] = &[
        "place_ptr",
        "kitchen",
        "owner",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            place_ptr_id: row.next()?,
            kitchen: row.next()?,
            owner_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Restaurant {
    /// All records of `restaurant` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `restaurant`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `restaurant`, for queries of [`Restaurant`].
#[must_use]
#[inline]
pub fn restaurant() -> Path<Restaurant> {
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
    /// The record of `place` that this one is too.
    #[must_use]
    pub fn place_ptr(self) -> super::place::Path<R> {
        self.steps.step("place_ptr").into()
    }
    /// The field `kitchen`.
    #[must_use]
    pub fn kitchen(self) -> contract::Column<R, String> {
        self.steps.column("kitchen")
    }
    /// The field `owner`.
    #[must_use]
    pub fn owner(self) -> super::person::Path<R> {
        self.steps.step("owner").into()
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
    /// The record of `bar` whose `restaurant_ptr` is this one.
    #[must_use]
    pub fn bar(self) -> super::bar::Path<R> {
        self.steps.step("bar").into()
    }
    /// The identifier: a digest of the fields that make the record what it is.
    #[must_use]
    pub fn id(self) -> contract::Column<R, contract::Identifier> {
        self.steps.step("place_ptr").column("id")
    }
    /// The name by which the record is known within its scope.
    #[must_use]
    pub fn name(self) -> contract::Column<R, String> {
        self.steps.step("place_ptr").column("name")
    }
    /// The field `city`.
    #[must_use]
    pub fn city(self) -> contract::Column<R, String> {
        self.steps.step("place_ptr").column("city")
    }
    /// The field `rent`.
    #[must_use]
    pub fn rent(self) -> contract::Column<R, Option<contract::Decimal>> {
        self.steps.step("place_ptr").column("rent")
    }
    /// The records of `tag` in the link `tags`.
    #[must_use]
    pub fn tags(self) -> super::tag::Path<R> {
        self.steps.step("place_ptr").step("tags").into()
    }
}
