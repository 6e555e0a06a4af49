use ::zimagi_runtime::contract;
/// A record of the model `lesson`.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The identifier: a digest of the fields that make the record what it is.
    pub id: contract::Identifier,
    /// The field `pupil`.
    pub pupil_id: String,
    /// The field `teacher`.
    pub teacher_id: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Lesson {
    const NAME: &'static str = "lesson";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "pupil",
        "teacher",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            id: row.next()?,
            pupil_id: row.next()?,
            teacher_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Lesson {
    /// All records of `lesson` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `lesson`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `lesson`, for queries of [`Lesson`].
#[must_use]
#[inline]
pub fn lesson() -> Path<Lesson> {
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
    /// The field `pupil`.
    #[must_use]
    pub fn pupil(self) -> super::musician::Path<R> {
        self.steps.step("pupil").into()
    }
    /// The field `teacher`.
    #[must_use]
    pub fn teacher(self) -> super::musician::Path<R> {
        self.steps.step("teacher").into()
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
