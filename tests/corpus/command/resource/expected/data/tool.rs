use ::zimagi_runtime::contract;
/// A record of the model `tool`.
#[derive(Debug, Clone, PartialEq)]
pub struct Tool {
    /// The field `name`.
    pub name: String,
    /// The field `home`.
    pub home_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Tool {
    const NAME: &'static str = "tool";
    const FIELDS: &'static [&'static str] = &["name", "home", "created", "updated"];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            home_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Tool {
    /// All records of `tool` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `tool`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `tool`, for queries of [`Tool`].
#[must_use]
#[inline]
pub fn tool() -> Path<Tool> {
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
    /// The field `home`.
    #[must_use]
    pub fn home(self) -> super::plant::Path<R> {
        self.steps.step("home").into()
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
    /// The records of `plant` in the link `users`.
    #[must_use]
    pub fn users(self) -> super::plant::Path<R> {
        self.steps.step("users").into()
    }
}
