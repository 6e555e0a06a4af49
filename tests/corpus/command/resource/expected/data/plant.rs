use ::zimagi_runtime::contract;
/// A record of the model `plant`.
#[derive(Debug, Clone, PartialEq)]
pub struct Plant {
    /// The field `name`.
    pub name: String,
    /// The field `kind`.
    pub kind: String,
    /// The field `height`.
    pub height: Option<i64>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Plant {
    const NAME: &'static str = "plant";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "kind",
        "height",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            kind: row.next()?,
            height: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Plant {
    /// All records of `plant` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `plant`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `plant`, for queries of [`Plant`].
#[must_use]
#[inline]
pub fn plant() -> Path<Plant> {
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
    /// The field `kind`.
    #[must_use]
    pub fn kind(self) -> contract::Column<R, String> {
        self.steps.column("kind")
    }
    /// The field `height`.
    #[must_use]
    pub fn height(self) -> contract::Column<R, Option<i64>> {
        self.steps.column("height")
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
    /// The records of `seed` whose `plant` is this one.
    #[must_use]
    pub fn seed(self) -> super::seed::Path<R> {
        self.steps.step("seed").into()
    }
    /// The records of `tool` whose `home` is this one.
    #[must_use]
    pub fn tool(self) -> super::tool::Path<R> {
        self.steps.step("tool").into()
    }
    /// The records of `tool` whose `users` holds this one.
    #[must_use]
    pub fn used(self) -> super::tool::Path<R> {
        self.steps.step("used").into()
    }
}
