use ::zimagi_runtime::contract;
/// What `plant water` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Water {
    /// How much.
    pub litres: f64,
}
impl contract::Parameters for Water {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            litres: values.take("litres")?,
        })
    }
}
