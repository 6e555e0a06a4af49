use ::zimagi_runtime::contract;
/// A record of the model `wish`.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The field `user`.
    pub user_id: String,
    /// The field `item`.
    pub item: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Wish {
    const NAME: &'static str = "wish";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "user",
        "item",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            user_id: row.next()?,
            item: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Wish {
    /// All records of `wish` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `wish`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `wish`, for queries of [`Wish`].
#[must_use]
#[inline]
pub fn wish() -> Path<Wish> {
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
    /// The field `user`.
    #[must_use]
    pub fn user(self) -> super::user::Path<R> {
        self.steps.step("user").into()
    }
    /// The field `item`.
    #[must_use]
    pub fn item(self) -> contract::Column<R, String> {
        self.steps.column("item")
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
