use ::zimagi_runtime::contract;
/// What `plant audit` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// How deep to look.
    pub depth: i64,
    /// Days to look at.
    pub window: i64,
    /// The parameter `level`.
    pub level: String,
    /// Fails on doubtful ones.
    pub strict: bool,
    /// The parameter `items`.
    pub items: Vec<String>,
    /// Do it without asking, and in spite of errors.
    pub force: bool,
}
impl contract::Parameters for Audit {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            depth: values.take("depth")?,
            window: values.take("window")?,
            level: values.take("level")?,
            strict: values.take("strict")?,
            items: values.take("items")?,
            force: values.take("force")?,
        })
    }
}
