use ::zimagi_runtime::contract;
/// A record of the model `member`.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The name by which the record is known.
    pub name: String,
    /// The field `number`.
    pub number: i64,
    /// The field `card`.
    pub card: Option<String>,
    /// The field `joined`.
    pub joined: contract::Date,
    /// The field `friend`.
    pub friend_id: Option<String>,
    /// The field `note`.
    pub note: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Member {
    const NAME: &'static str = "member";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "number",
        "card",
        "joined",
        "friend",
        "note",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            number: row.next()?,
            card: row.next()?,
            joined: row.next()?,
            friend_id: row.next()?,
            note: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Member {
    /// All records of `member` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `member`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `member`, for queries of [`Member`].
#[must_use]
#[inline]
pub fn member() -> Path<Member> {
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
    /// The field `number`.
    #[must_use]
    pub fn number(self) -> contract::Column<R, i64> {
        self.steps.column("number")
    }
    /// The field `joined`.
    #[must_use]
    pub fn joined(self) -> contract::Column<R, contract::Date> {
        self.steps.column("joined")
    }
    /// The field `friend`.
    #[must_use]
    pub fn friend(self) -> super::member::Path<R> {
        self.steps.step("friend").into()
    }
    /// The field `note`.
    #[must_use]
    pub fn note(self) -> contract::Column<R, Option<String>> {
        self.steps.column("note")
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
    /// The records of `team` in the link `teams`.
    #[must_use]
    pub fn teams(self) -> super::team::Path<R> {
        self.steps.step("teams").into()
    }
    /// The records of `member` whose `friend` is this one.
    #[must_use]
    pub fn friends(self) -> super::member::Path<R> {
        self.steps.step("friends").into()
    }
    /// The records of `place` whose `member` is this one.
    #[must_use]
    pub fn places(self) -> super::place::Path<R> {
        self.steps.step("places").into()
    }
}
