use ::zimagi_runtime::contract;
/// A record of the model `reader`.
#[derive(Debug, Clone, PartialEq)]
pub struct Reader {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The name by which the record is known within its scope.
    pub name: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Reader {
    const NAME: &'static str = "reader";
    const FIELDS: &'static [&'static str] = &["id", "name", "created", "updated"];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            name: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Reader {
    /// All records of `reader` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `reader`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `reader`, for queries of [`Reader`].
#[must_use]
#[inline]
pub fn reader() -> Path<Reader> {
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
    /// Whose articles they wait for.
    #[must_use]
    pub fn follows(self) -> super::reader::Path<R> {
        self.steps.step("follows").into()
    }
    /// The records of `reader` whose `follows` holds this one.
    #[must_use]
    pub fn followers(self) -> super::reader::Path<R> {
        self.steps.step("followers").into()
    }
    /// The records of `article` whose `likes` holds this one.
    #[must_use]
    pub fn liked(self) -> super::article::Path<R> {
        self.steps.step("liked").into()
    }
}
