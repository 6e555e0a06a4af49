//! The few columns of users and memberships that identification reads. Small structs of its own, because they are read with every
//! request.

use crate::data::typed::{Column, Identifier, Model, Row, RowError, Select, Steps};

/// What is read of a user.
#[derive(Debug)]
pub(super) struct AccountRecord {
    pub name: String,
    pub token: Option<Identifier>,
    pub is_active: bool,
}

/// The payload key of a user. Apart, because hardly any request needs it and it has to be decrypted.
pub(super) struct PayloadKeyRecord {
    pub encryption_key: Option<String>,
}

impl Model for PayloadKeyRecord {
    const NAME: &'static str = AccountRecord::MODEL;
    const FIELDS: &'static [&'static str] = &["encryption_key"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { encryption_key: row.next()? })
    }
}

impl PayloadKeyRecord {
    pub(super) const fn query() -> Select<Self> {
        Select::new()
    }

    pub(super) fn name_path() -> Column<Self, String> {
        Steps::root().column("name")
    }
}

/// What is read of a membership.
#[derive(Debug)]
pub(super) struct MembershipRecord {
    pub group: String,
}

/// What is read of a group.
#[derive(Debug)]
pub(super) struct GroupRecord;

impl Model for GroupRecord {
    const NAME: &'static str = "group";
    const FIELDS: &'static [&'static str] = &["name"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        row.next::<String>().map(|_| Self)
    }
}

impl GroupRecord {
    pub(super) const MODEL: &'static str = <Self as Model>::NAME;

    pub(super) const fn query() -> Select<Self> {
        Select::new()
    }

    pub(super) fn name_path() -> Column<Self, String> {
        Steps::root().column("name")
    }
}

impl Model for AccountRecord {
    const NAME: &'static str = "user";
    const FIELDS: &'static [&'static str] = &["name", "token", "is_active"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { name: row.next()?, token: row.next()?, is_active: row.next()? })
    }
}

impl AccountRecord {
    pub(super) const MODEL: &'static str = <Self as Model>::NAME;

    pub(super) const fn query() -> Select<Self> {
        Select::new()
    }

    pub(super) fn name_path() -> Column<Self, String> {
        Steps::root().column("name")
    }

    pub(super) fn token_path() -> Column<Self, Option<Identifier>> {
        Steps::root().column("token")
    }
}

impl Model for MembershipRecord {
    const NAME: &'static str = "membership";
    const FIELDS: &'static [&'static str] = &["group"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { group: row.next()? })
    }
}

impl MembershipRecord {
    pub(super) const fn query() -> Select<Self> {
        Select::new()
    }

    /// Users are identified by their names, and so are groups.
    pub(super) fn user_path() -> Column<Self, String> {
        Steps::root().column("user")
    }
}
