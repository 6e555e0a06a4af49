use ::zimagi_runtime::contract;
/// A record of the model `usual`.
#[derive(Debug, Clone, PartialEq)]
pub struct Usual {
    /// The name by which the record is known.
    pub name: String,
    /// The field `string`.
    pub string: String,
    /// The field `option`.
    pub option: Option<i64>,
    /// The field `vec`.
    pub vec: Vec<u8>,
    /// The field `result`.
    pub result: f64,
    /// The field `path`.
    pub path: String,
    /// The field `dsl`.
    pub dsl: contract::Date,
    /// The field `star`.
    pub star: bool,
    /// The field `all_columns`.
    pub all_columns: contract::Time,
    /// The field `self`.
    pub self_: contract::DateTime,
    /// The field `columns`.
    pub columns: i64,
    /// The field `str`.
    pub str: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Usual {
    const NAME: &'static str = "usual";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "string",
        "option",
        "vec",
        "result",
        "path",
        "dsl",
        "star",
        "all_columns",
        "self",
        "columns",
        "str",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            string: row.next()?,
            option: row.next()?,
            vec: row.next()?,
            result: row.next()?,
            path: row.next()?,
            dsl: row.next()?,
            star: row.next()?,
            all_columns: row.next()?,
            self_: row.next()?,
            columns: row.next()?,
            str: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Usual {
    /// All records of `usual` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `usual`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `usual`, for queries of [`Usual`].
#[must_use]
#[inline]
pub fn usual() -> Path<Usual> {
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
    /// The field `string`.
    #[must_use]
    pub fn string(self) -> contract::Column<R, String> {
        self.steps.column("string")
    }
    /// The field `option`.
    #[must_use]
    pub fn option(self) -> contract::Column<R, Option<i64>> {
        self.steps.column("option")
    }
    /// The field `vec`.
    #[must_use]
    pub fn vec(self) -> contract::Column<R, Vec<u8>> {
        self.steps.column("vec")
    }
    /// The field `result`.
    #[must_use]
    pub fn result(self) -> contract::Column<R, f64> {
        self.steps.column("result")
    }
    /// The field `path`.
    #[must_use]
    pub fn path(self) -> contract::Column<R, String> {
        self.steps.column("path")
    }
    /// The field `dsl`.
    #[must_use]
    pub fn dsl(self) -> contract::Column<R, contract::Date> {
        self.steps.column("dsl")
    }
    /// The field `star`.
    #[must_use]
    pub fn star(self) -> contract::Column<R, bool> {
        self.steps.column("star")
    }
    /// The field `all_columns`.
    #[must_use]
    pub fn all_columns(self) -> contract::Column<R, contract::Time> {
        self.steps.column("all_columns")
    }
    /// The field `self`.
    #[must_use]
    pub fn self_(self) -> contract::Column<R, contract::DateTime> {
        self.steps.column("self")
    }
    /// The field `columns`.
    #[must_use]
    pub fn columns(self) -> contract::Column<R, i64> {
        self.steps.column("columns")
    }
    /// The field `str`.
    #[must_use]
    pub fn str(self) -> contract::Column<R, String> {
        self.steps.column("str")
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
    /// The records of `string` whose `usual` is this one.
    #[must_use]
    pub fn threads(self) -> super::string::Path<R> {
        self.steps.step("threads").into()
    }
}
/// A row of `shop_usual` for hand-written Diesel queries, which pass no permission.
#[derive(
    Debug,
    Clone,
    PartialEq,
    ::diesel::Queryable,
    ::diesel::Selectable,
    ::diesel::Insertable,
    ::diesel::AsChangeset
)]
#[diesel(
    table_name = super::super::schema::shop_usual,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct UsualRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `string`.
    pub string: String,
    /// The column `option`.
    pub option: Option<i64>,
    /// The column `vec`.
    pub vec: Vec<u8>,
    /// The column `result`.
    pub result: f64,
    /// The column `path`.
    pub path: String,
    /// The column `dsl_`.
    pub dsl_: contract::Date,
    /// The column `star_`.
    pub star_: bool,
    /// The column `all_columns_`.
    pub all_columns_: contract::Time,
    /// The column `self_`.
    pub self_: contract::DateTime,
    /// The column `columns_`.
    pub columns_: i64,
    /// The column `str_`.
    pub str_: String,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
