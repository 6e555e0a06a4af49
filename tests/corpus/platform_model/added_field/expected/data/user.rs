pub use ::zimagi_runtime::platform::user::*;
use ::zimagi_runtime::contract;
/// What the specs of this crate add to `user`, in queries.
pub trait UserExtension<R> {
    /// Where the user sits.
    #[must_use]
    fn desk(self) -> contract::Column<R, Option<String>>;
    /// The records of `wish` whose `user` is this one.
    #[must_use]
    fn wishes(self) -> super::wish::Path<R>;
}
impl<R> UserExtension<R> for Path<R> {
    fn desk(self) -> contract::Column<R, Option<String>> {
        contract::Steps::from(self).column("desk")
    }
    fn wishes(self) -> super::wish::Path<R> {
        contract::Steps::from(self).step("wishes").into()
    }
}
