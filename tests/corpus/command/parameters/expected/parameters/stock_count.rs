use ::zimagi_runtime::contract;
/// What `stock count` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// Where to count.
    pub shelf: String,
    /// Stops after so many.
    pub limit: Option<i64>,
    /// Leaves out lighter ones.
    pub least: f64,
    /// Fails on doubtful ones.
    pub is_strict: bool,
    /// Only items with these.
    pub labels: Vec<String>,
}
impl contract::Parameters for Count {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            shelf: values.take("shelf")?,
            limit: values.take("limit")?,
            least: values.take("least")?,
            is_strict: values.take("is_strict")?,
            labels: values.take("labels")?,
        })
    }
}
