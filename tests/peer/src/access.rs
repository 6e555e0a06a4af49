//! Who is asking, and what they may do with flights: the same rules that the example's specs state.

use ring::digest::{SHA256, digest};
use rusqlite::{Connection, OptionalExtension};

/// What is wanted of flights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    View,
    Edit,
}

const USER: &str = "SELECT token, is_active FROM platform_user WHERE name = ?";
const GROUPS: &str = "SELECT group_id FROM platform_membership WHERE user_id = ?";

/// Reads `Token NAME TOKEN`.
pub(crate) fn is_allowed(connection: &Connection, authorization: &str, wish: Wish) -> rusqlite::Result<bool> {
    let Some((name, token)) = authorization.strip_prefix("Token ").and_then(|rest| rest.split_once(' ')) else {
        return Ok(false);
    };
    let mut user = connection.prepare_cached(USER)?;
    let found: Option<(Option<Vec<u8>>, bool)> =
        user.query_row([name], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((Some(stored), true)) = found else { return Ok(false) };
    if stored != digest(&SHA256, token.as_bytes()).as_ref() {
        return Ok(false);
    }
    let mut groups = connection.prepare_cached(GROUPS)?;
    let groups: Vec<String> = groups.query_map([name], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(groups.iter().any(|group| wish.groups().contains(&group.as_str())))
}

impl Wish {
    const fn groups(self) -> &'static [&'static str] {
        match self {
            Self::View => &["admin", "flight-admin", "flight-viewer", "dispatcher"],
            Self::Edit => &["admin", "flight-admin"],
        }
    }
}
