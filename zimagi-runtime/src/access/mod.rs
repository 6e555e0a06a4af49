//! Who is asking and what they may do: the only caller of the permit's constructors.
//!
//! [`Gate`] turns an `Authorization` header into a [`Caller`] and a caller into a permit; `account` keeps users, roles and
//! tokens. Nothing here knows HTTP statuses or the command line.

mod account;
mod caller;
mod credentials;
mod error;
mod first_token;
mod gate;

pub(crate) use account::AccountChange;
pub(crate) use caller::Caller;
pub(crate) use error::AccessError;
pub(crate) use first_token::{AdminToken, claim_admin_token, find_admin_token};
pub(crate) use gate::Gate;
