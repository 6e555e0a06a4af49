use ::zimagi_runtime::contract;
/// A record of the model `musician`.
#[derive(Debug, Clone, PartialEq)]
pub struct Musician {
    /// The name by which the record is known.
    pub name: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Musician {
    const NAME: &'static str = "musician";
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
impl Musician {
    /// All records of `musician` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `musician`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `musician`, for queries of [`Musician`].
#[must_use]
#[inline]
pub fn musician() -> Path<Musician> {
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
    /// The records of `musician` in the link `teachers`.
    #[must_use]
    pub fn teachers(self) -> super::musician::Path<R> {
        self.steps.step("teachers").into()
    }
    /// The records of `band` whose `members` holds this one.
    #[must_use]
    pub fn bands(self) -> super::band::Path<R> {
        self.steps.step("bands").into()
    }
    /// The records of `lesson` whose `teacher` is this one.
    #[must_use]
    pub fn lessons_given(self) -> super::lesson::Path<R> {
        self.steps.step("lessons_given").into()
    }
    /// The records of `lesson` whose `pupil` is this one.
    #[must_use]
    pub fn lessons_taken(self) -> super::lesson::Path<R> {
        self.steps.step("lessons_taken").into()
    }
    /// The records of `membership` whose `musician` is this one.
    #[must_use]
    pub fn membership(self) -> super::membership::Path<R> {
        self.steps.step("membership").into()
    }
    /// The records of `musician` whose `teachers` holds this one.
    #[must_use]
    pub fn pupils(self) -> super::musician::Path<R> {
        self.steps.step("pupils").into()
    }
}
