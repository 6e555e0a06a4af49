use ::zimagi_runtime::contract;
/// What `plant feed daily` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Daily {
    /// What kind.
    pub plant_kind: Option<String>,
}
impl contract::Parameters for Daily {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            plant_kind: values.take("plant_kind")?,
        })
    }
}
