use ::zimagi_runtime::contract;
/// What `sensor shift` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// The plant within which the key is looked up.
    pub plant_key: Option<String>,
    /// The parameter `maker_key`.
    pub maker_key: Option<String>,
    /// The parameter `spares_keys`.
    pub spares_keys: Vec<String>,
    /// The keys of profiles.
    pub profile_keys: Vec<String>,
    /// Values of the sensor, by the names of its fields.
    pub sensor_fields: Vec<String>,
}
impl contract::Parameters for Shift {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            plant_key: values.take("plant_key")?,
            maker_key: values.take("maker_key")?,
            spares_keys: values.take("spares_keys")?,
            profile_keys: values.take("profile_keys")?,
            sensor_fields: values.take("sensor_fields")?,
        })
    }
}
