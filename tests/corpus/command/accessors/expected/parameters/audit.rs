use ::zimagi_runtime::contract;
/// What `audit` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// The plant within which the key is looked up.
    pub plant_key: Option<String>,
    /// The key of the sensor.
    pub sensor_key: String,
    /// The key of the profile.
    pub profile_key: Option<String>,
    /// The keys of sensors.
    pub sensor_keys: Vec<String>,
    /// The fields to order by; `-` before one descends.
    pub sensor_order: Vec<String>,
    /// How many sensors at most.
    pub sensor_limit: i64,
    /// Only count.
    pub sensor_count: bool,
    /// One of the terms is enough.
    pub sensor_search_or: bool,
    /// The provider of the sensor.
    pub sensor_provider_name: Option<String>,
    /// The identifier.
    pub sensor_id: Option<String>,
    /// The parameter `maker_key`.
    pub maker_key: Option<String>,
    /// The parameter `spares_keys`.
    pub spares_keys: Vec<String>,
    /// Terms that sensors must meet.
    pub sensor_search: Vec<String>,
}
impl contract::Parameters for Audit {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            plant_key: values.take("plant_key")?,
            sensor_key: values.take("sensor_key")?,
            profile_key: values.take("profile_key")?,
            sensor_keys: values.take("sensor_keys")?,
            sensor_order: values.take("sensor_order")?,
            sensor_limit: values.take("sensor_limit")?,
            sensor_count: values.take("sensor_count")?,
            sensor_search_or: values.take("sensor_search_or")?,
            sensor_provider_name: values.take("sensor_provider_name")?,
            sensor_id: values.take("sensor_id")?,
            maker_key: values.take("maker_key")?,
            spares_keys: values.take("spares_keys")?,
            sensor_search: values.take("sensor_search")?,
        })
    }
}
