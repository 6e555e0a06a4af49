use ::zimagi_runtime::contract;
/// What `plant count` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// The parameter `weights`.
    pub weights: Vec<f64>,
    /// The parameter `note`.
    pub note: Option<String>,
    /// The parameter `extra`.
    pub extra: contract::Json,
}
impl contract::Parameters for Count {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            weights: values.take("weights")?,
            note: values.take("note")?,
            extra: values.take("extra")?,
        })
    }
}
