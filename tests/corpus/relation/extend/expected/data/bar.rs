use ::zimagi_runtime::contract;
/// A record of the model `bar`.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The record of `restaurant` that this one is too.
    pub restaurant_ptr_id: contract::Identifier,
    /// The field `stools`.
    pub stools: i64,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Bar {
    const NAME: &'static str = "bar";
    const FIELDS: &'static [&'static str] = &[
        "restaurant_ptr",
        "stools",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            restaurant_ptr_id: row.next()?,
            stools: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Bar {
    /// All records of `bar` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `bar`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `bar`, for queries of [`Bar`].
#[must_use]
#[inline]
pub fn bar() -> Path<Bar> {
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
    /// The record of `restaurant` that this one is too.
    #[must_use]
    pub fn restaurant_ptr(self) -> super::restaurant::Path<R> {
        self.steps.step("restaurant_ptr").into()
    }
    /// The field `stools`.
    #[must_use]
    pub fn stools(self) -> contract::Column<R, i64> {
        self.steps.column("stools")
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
    /// The records of `visit` whose `bar` is this one.
    #[must_use]
    pub fn visit(self) -> super::visit::Path<R> {
        self.steps.step("visit").into()
    }
    /// The record of `place` that this one is too.
    #[must_use]
    pub fn place_ptr(self) -> super::place::Path<R> {
        self.steps.step("restaurant_ptr").step("place_ptr").into()
    }
    /// The field `kitchen`.
    #[must_use]
    pub fn kitchen(self) -> contract::Column<R, String> {
        self.steps.step("restaurant_ptr").column("kitchen")
    }
    /// The field `owner`.
    #[must_use]
    pub fn owner(self) -> super::person::Path<R> {
        self.steps.step("restaurant_ptr").step("owner").into()
    }
    /// The identifier: a digest of the fields that make the record what it is.
    #[must_use]
    pub fn id(self) -> contract::Column<R, contract::Identifier> {
        self.steps.step("restaurant_ptr").step("place_ptr").column("id")
    }
    /// The name by which the record is known within its scope.
    #[must_use]
    pub fn name(self) -> contract::Column<R, String> {
        self.steps.step("restaurant_ptr").step("place_ptr").column("name")
    }
    /// The field `city`.
    #[must_use]
    pub fn city(self) -> contract::Column<R, String> {
        self.steps.step("restaurant_ptr").step("place_ptr").column("city")
    }
    /// The field `rent`.
    #[must_use]
    pub fn rent(self) -> contract::Column<R, Option<contract::Decimal>> {
        self.steps.step("restaurant_ptr").step("place_ptr").column("rent")
    }
    /// The records of `tag` in the link `tags`.
    #[must_use]
    pub fn tags(self) -> super::tag::Path<R> {
        self.steps.step("restaurant_ptr").step("place_ptr").step("tags").into()
    }
}
