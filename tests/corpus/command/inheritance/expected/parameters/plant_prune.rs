use ::zimagi_runtime::contract;
/// What `plant prune` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Prune {
    /// Days to look back.
    pub window: i64,
}
impl contract::Parameters for Prune {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            window: values.take("window")?,
        })
    }
}
