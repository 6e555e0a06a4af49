pub use super::data::user::UserExtension as _;
