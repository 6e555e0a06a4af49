use ::zimagi_runtime::contract;
/// A record of the model `department`.
#[derive(Debug, Clone, PartialEq)]
pub struct Department {
    /// The name by which the record is known.
    pub name: String,
    /// The field `head`.
    pub head_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Department {
    const NAME: &'static str = "department";
    const FIELDS: &'static [&'static str] = &["name", "head", "created", "updated"];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            head_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Department {
    /// All records of `department` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `department`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `department`, for queries of [`Department`].
#[must_use]
#[inline]
pub fn department() -> Path<Department> {
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
    /// The field `head`.
    #[must_use]
    pub fn head(self) -> super::person::Path<R> {
        self.steps.step("head").into()
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
    /// The records of `person` whose `department` is this one.
    #[must_use]
    pub fn people(self) -> super::person::Path<R> {
        self.steps.step("people").into()
    }
}
