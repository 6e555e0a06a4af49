use ::zimagi_runtime::contract;
/// A record of the model `article`.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The name by which the record is known.
    pub name: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Article {
    const NAME: &'static str = "article";
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
impl Article {
    /// All records of `article` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `article`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `article`, for queries of [`Article`].
#[must_use]
#[inline]
pub fn article() -> Path<Article> {
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
    /// The records of `reader` in the link `likes`.
    #[must_use]
    pub fn likes(self) -> super::reader::Path<R> {
        self.steps.step("likes").into()
    }
}
