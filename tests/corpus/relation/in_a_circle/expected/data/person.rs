use ::zimagi_runtime::contract;
/// A record of the model `person`.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The name by which the record is known.
    pub name: String,
    /// The field `department`.
    pub department_id: String,
    /// The field `deputy`.
    pub deputy_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Person {
    const NAME: &'static str = "person";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "department",
        "deputy",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            department_id: row.next()?,
            deputy_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Person {
    /// All records of `person` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `person`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `person`, for queries of [`Person`].
#[must_use]
#[inline]
pub fn person() -> Path<Person> {
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
    /// The field `department`.
    #[must_use]
    pub fn department(self) -> super::department::Path<R> {
        self.steps.step("department").into()
    }
    /// The field `deputy`.
    #[must_use]
    pub fn deputy(self) -> super::person::Path<R> {
        self.steps.step("deputy").into()
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
    /// The records of `department` whose `head` is this one.
    #[must_use]
    pub fn leads(self) -> super::department::Path<R> {
        self.steps.step("leads").into()
    }
    /// The record of `person` whose `deputy` is this one.
    #[must_use]
    pub fn stands_in_for(self) -> super::person::Path<R> {
        self.steps.step("stands_in_for").into()
    }
}
