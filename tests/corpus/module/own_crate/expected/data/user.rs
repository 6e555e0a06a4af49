pub use ::zimagi_runtime::platform::user::*;
use ::zimagi_runtime::contract;
/// What the specs of this crate add to `user`, in queries.
pub trait UserExtension<R> {
    /// The field `has_green_thumb`.
    #[must_use]
    fn has_green_thumb(self) -> contract::Column<R, bool>;
    /// The records of `plant` whose `planted_by` is this one.
    #[must_use]
    fn plants(self) -> super::plant::Path<R>;
}
impl<R> UserExtension<R> for Path<R> {
    fn has_green_thumb(self) -> contract::Column<R, bool> {
        contract::Steps::from(self).column("has_green_thumb")
    }
    fn plants(self) -> super::plant::Path<R> {
        contract::Steps::from(self).step("plants").into()
    }
}
