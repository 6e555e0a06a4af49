use ::zimagi_runtime::contract;
/// A record of the model `std`.
#[derive(Debug, Clone, PartialEq)]
pub struct Std {
    /// The name by which the record is known.
    pub name: String,
    /// The field `std`.
    pub std: Option<String>,
    /// The field `to_std`.
    pub to_std_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
impl contract::Model for Std {
    const NAME: &'static str = "std";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "std",
        "to_std",
        "created",
        "updated",
    ];
    #[inline]
    fn read(row: &mut contract::Row) -> Result<Self, contract::RowError> {
        Ok(Self {
            name: row.next()?,
            std: row.next()?,
            to_std_id: row.next()?,
            created: row.next()?,
            updated: row.next()?,
        })
    }
}
impl Std {
    /// All records of `std` that the caller may view; narrow it with filters.
    #[must_use]
    #[inline]
    pub fn query() -> contract::Select<Self> {
        contract::Select::new()
    }
}
/// The fields and relations of `std`, seen from `R`.
#[derive(Debug)]
pub struct Path<R> {
    steps: contract::Steps<R>,
}
/// The fields and relations of `std`, for queries of [`Std`].
#[must_use]
#[inline]
pub fn std() -> Path<Std> {
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
    /// The field `std`.
    #[must_use]
    pub fn std(self) -> contract::Column<R, Option<String>> {
        self.steps.column("std")
    }
    /// The field `to_std`.
    #[must_use]
    pub fn to_std(self) -> super::std::Path<R> {
        self.steps.step("to_std").into()
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
    /// The records of `std` whose `to_std` is this one.
    #[must_use]
    pub fn from_std(self) -> super::std::Path<R> {
        self.steps.step("from_std").into()
    }
}
/// A row of `shop_std` for hand-written Diesel queries, which pass no permission.
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
    table_name = super::super::schema::shop_std,
    primary_key(name),
    treat_none_as_null = true
)]
pub struct StdRow {
    /// The name by which the record is known.
    pub name: String,
    /// The column `std`.
    pub std: Option<String>,
    /// The column `to_std_id`.
    pub to_std_id: Option<String>,
    /// When the record was created.
    pub created: Option<contract::DateTime>,
    /// When the record was last changed.
    pub updated: Option<contract::DateTime>,
}
