pub(crate) mod band;
pub(crate) mod lesson;
pub(crate) mod membership;
pub(crate) mod musician;
