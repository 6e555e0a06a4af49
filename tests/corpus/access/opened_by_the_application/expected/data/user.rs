pub use ::zimagi_runtime::platform::user::*;
use ::zimagi_runtime::contract;
/// What the specs of this crate add to `user`, in queries.
pub trait UserExtension<R> {
    /// The field `pin`.
    #[must_use]
    fn pin(self) -> contract::Column<R, String>;
}
impl<R> UserExtension<R> for Path<R> {
    fn pin(self) -> contract::Column<R, String> {
        contract::Steps::from(self).column("pin")
    }
}
