//! Descriptors and tables of the fixture, as the generator would write them.

use zimagi_spec::descriptor::*;
use zimagi_spec::names::Database;

use crate::contract::{MigrationEffect, MigrationEntry, MigrationSet};

pub(super) static MODELS: &[&ModelDescriptor] =
    &[&GROUP, &USER, &MEMBERSHIP, &LOG, &AIRLINE, &PLANE, &FLIGHT, &MEMO, &COPY];

const NAME: ScalarKind = ScalarKind::String { max_length: 256 };
const ADMIN_ONLY: AccessDescriptor = AccessDescriptor { edit: &[], view: &[] };

const fn scalar(name: &'static str, kind: ScalarKind) -> FieldDescriptor {
    FieldDescriptor {
        name,
        column: name,
        help: "",
        kind: FieldKind::Scalar(kind),
        presence: Presence::Required,
        writability: Writability::Editable,
        visibility: Visibility::Shown,
        storage: Storage::Plain,
        limits: Limits::NONE,
    }
}

const fn identifier(name: &'static str) -> FieldDescriptor {
    FieldDescriptor { writability: Writability::OnCreate, ..scalar(name, NAME) }
}

const fn nullable(name: &'static str, kind: ScalarKind) -> FieldDescriptor {
    FieldDescriptor { presence: Presence::Nullable, ..scalar(name, kind) }
}

const fn system(name: &'static str, kind: ScalarKind, presence: Presence) -> FieldDescriptor {
    FieldDescriptor { presence, writability: Writability::System, ..scalar(name, kind) }
}

const fn relation(
    name: &'static str,
    column: &'static str,
    target: &'static str,
    presence: Presence,
) -> FieldDescriptor {
    let relation =
        RelationDescriptor { target, stored: NAME, on_delete: OnDelete::Protect, multiplicity: Multiplicity::Many };
    FieldDescriptor { column, kind: FieldKind::Relation(relation), presence, ..scalar(name, NAME) }
}

const HASH: FieldDescriptor = system("id", ScalarKind::Identifier, Presence::Required);
const CREATED: FieldDescriptor = system("created", ScalarKind::DateTime, Presence::Nullable);
const UPDATED: FieldDescriptor = system("updated", ScalarKind::DateTime, Presence::Nullable);

const fn model(
    name: &'static str,
    plural: &'static str,
    table: &'static str,
    fields: &'static [FieldDescriptor],
) -> ModelDescriptor {
    ModelDescriptor {
        name,
        singular: name,
        plural,
        owner: "test",
        help: "",
        table,
        store: Store::Main,
        is_served: true,
        disabled: &[],
        fields,
        links: &[],
        extends: None,
        record_groups: None,
        identifier: IdentifierDescriptor::Field("name"),
        key: Some("name"),
        scope: &[],
        ordering: &[],
        unique: &[],
        reverse: &[],
        access: ADMIN_ONLY,
        display: None,
        dynamic_fields: &[],
        is_created_on_reference: false,
        triggers: TriggersDescriptor { check: &[], save: &[] },
    }
}

const fn link(
    name: &'static str,
    target: &'static str,
    table: &'static str,
    (source_column, target_column): (&'static str, &'static str),
) -> LinkDescriptor {
    LinkDescriptor {
        name,
        help: "Who works with it.",
        target,
        through: None,
        table,
        source_column,
        target_column,
        writability: Writability::Editable,
        visibility: Visibility::Shown,
    }
}

static GROUP: ModelDescriptor = ModelDescriptor {
    access: AccessDescriptor { edit: &[], view: &["warden"] },
    disabled: &[Operation::List, Operation::Destroy],
    reverse: &[ReverseDescriptor {
        name: "memberships",
        model: "membership",
        field: "group",
        multiplicity: Multiplicity::Many,
    }],
    ..model("group", "groups", "platform_group", &[identifier("name"), CREATED, UPDATED])
};

static USER: ModelDescriptor = ModelDescriptor {
    reverse: &[ReverseDescriptor {
        name: "memberships",
        model: "membership",
        field: "user",
        multiplicity: Multiplicity::Many,
    }],
    ..model(
        "user",
        "users",
        "platform_user",
        &[
            identifier("name"),
            FieldDescriptor {
                presence: Presence::Default(DefaultDescriptor::Boolean(true)),
                ..scalar("is_active", ScalarKind::Boolean)
            },
            FieldDescriptor {
                visibility: Visibility::Hidden,
                ..system("token", ScalarKind::Identifier, Presence::Nullable)
            },
            FieldDescriptor {
                visibility: Visibility::Hidden,
                storage: Storage::Sealed,
                ..system("encryption_key", ScalarKind::Text, Presence::Nullable)
            },
            CREATED,
            UPDATED,
        ],
    )
};

static MEMBERSHIP: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["user", "group"]),
    key: None,
    ..model(
        "membership",
        "memberships",
        "platform_membership",
        &[
            HASH,
            relation("user", "user_id", "user", Presence::Required),
            relation("group", "group_id", "group", Presence::Required),
            CREATED,
            UPDATED,
        ],
    )
};

static LOG: ModelDescriptor = ModelDescriptor {
    access: AccessDescriptor { edit: &[], view: &["flight-admin"] },
    ..model(
        "log",
        "logs",
        "platform_log",
        &[
            identifier("name"),
            system("command", NAME, Presence::Required),
            system("user", NAME, Presence::Required),
            system("os_user", NAME, Presence::Nullable),
            system("status", NAME, Presence::Required),
            system("parameters", ScalarKind::Text, Presence::Required),
            system("detail", ScalarKind::Text, Presence::Nullable),
            system("worker", NAME, Presence::Nullable),
            system("attempt", ScalarKind::Integer, Presence::Default(DefaultDescriptor::Integer(1))),
            system("fence", ScalarKind::Integer, Presence::Default(DefaultDescriptor::Integer(0))),
            system("exit_code", ScalarKind::Integer, Presence::Nullable),
            system("started", ScalarKind::DateTime, Presence::Nullable),
            system("finished", ScalarKind::DateTime, Presence::Nullable),
            CREATED,
            UPDATED,
        ],
    )
};

static AIRLINE: ModelDescriptor = ModelDescriptor {
    help: "Companies that fly.",
    identifier: IdentifierDescriptor::Field("code"),
    key: Some("code"),
    ordering: &[OrderingDescriptor { field: "code", direction: Direction::Ascending }],
    reverse: &[ReverseDescriptor {
        name: "flights",
        model: "flight",
        field: "carrier",
        multiplicity: Multiplicity::Many,
    }],
    links: &[
        link("partners", "airline", "test_airline_partners", ("from_airline_id", "to_airline_id")),
        link("fleet", "plane", "test_airline_fleet", ("airline_id", "plane_id")),
    ],
    access: AccessDescriptor { edit: &["flight-admin"], view: &[PUBLIC] },
    ..model(
        "airline",
        "airlines",
        "test_airline",
        &[
            FieldDescriptor {
                writability: Writability::OnCreate,
                ..scalar("code", ScalarKind::String { max_length: 2 })
            },
            FieldDescriptor { help: "Its name.", ..scalar("name", NAME) },
            CREATED,
            UPDATED,
        ],
    )
};

static PLANE: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Field("tailnum"),
    key: Some("tailnum"),
    reverse: &[ReverseDescriptor {
        name: "flights",
        model: "flight",
        field: "plane",
        multiplicity: Multiplicity::Many,
    }],
    access: AccessDescriptor { edit: &[], view: &["fleet-viewer"] },
    ..model("plane", "planes", "test_plane", &[identifier("tailnum"), scalar("manufacturer", NAME), CREATED, UPDATED])
};

static FLIGHT: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["number", "carrier"]),
    key: Some("number"),
    ordering: &[OrderingDescriptor { field: "number", direction: Direction::Ascending }],
    access: AccessDescriptor { edit: &["flight-admin"], view: &["flight-viewer"] },
    ..model(
        "flight",
        "flights",
        "test_flight",
        &[
            HASH,
            FieldDescriptor { writability: Writability::OnCreate, ..scalar("number", ScalarKind::Integer) },
            FieldDescriptor {
                writability: Writability::OnCreate,
                ..relation("carrier", "carrier_id", "airline", Presence::Required)
            },
            relation("plane", "plane_id", "plane", Presence::Nullable),
            FieldDescriptor {
                limits: Limits { max: Some(DefaultDescriptor::Float(10_000.5)), ..Limits::NONE },
                ..nullable("delay", ScalarKind::Float)
            },
            FieldDescriptor { visibility: Visibility::Hidden, ..nullable("secret", ScalarKind::Text) },
            CREATED,
            UPDATED,
        ],
    )
};

/// For the members of its groups.
static MEMO: ModelDescriptor = ModelDescriptor {
    links: &[link("groups", "group", "test_memo_groups", ("memo_id", "group_id"))],
    record_groups: Some("groups"),
    access: AccessDescriptor { edit: &["clerk"], view: &["reader"] },
    ..model("memo", "memos", "test_memo", &[identifier("name"), scalar("text", NAME), CREATED, UPDATED])
};

static COPY: ModelDescriptor = ModelDescriptor {
    access: AccessDescriptor { edit: &["clerk"], view: &["reader"] },
    ..model(
        "copy",
        "copies",
        "test_copy",
        &[identifier("name"), relation("memo", "memo_id", "memo", Presence::Required), CREATED, UPDATED],
    )
};

pub(super) static MIGRATIONS: &[MigrationSet] = &[MigrationSet {
    database: Database::Sqlite,
    store: Store::Main,
    migrations: &[MigrationEntry {
        version: "20130101000000",
        name: "first",
        effect: MigrationEffect::Breaking,
        up: UP,
        down: "DROP TABLE test_airline_partners;",
    }],
}];

const UP: &str = "
CREATE TABLE platform_group (name TEXT PRIMARY KEY NOT NULL, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE platform_user (name TEXT PRIMARY KEY NOT NULL, is_active BOOLEAN NOT NULL, token BLOB UNIQUE, encryption_key BLOB, created TIMESTAMP,
    updated TIMESTAMP);
CREATE TABLE platform_membership (id BLOB PRIMARY KEY NOT NULL, user_id TEXT NOT NULL REFERENCES platform_user (name),
    group_id TEXT NOT NULL REFERENCES platform_group (name), created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE platform_log (name TEXT PRIMARY KEY NOT NULL, command TEXT NOT NULL, user TEXT NOT NULL, os_user TEXT,
    status TEXT NOT NULL, parameters TEXT NOT NULL, detail TEXT, worker TEXT, attempt BIGINT NOT NULL, fence BIGINT NOT NULL,
    exit_code BIGINT, started TIMESTAMP, finished TIMESTAMP, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE test_airline (code TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE test_plane (tailnum TEXT PRIMARY KEY NOT NULL, manufacturer TEXT NOT NULL, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE test_flight (id BLOB PRIMARY KEY NOT NULL, number BIGINT NOT NULL,
    carrier_id TEXT NOT NULL REFERENCES test_airline (code), plane_id TEXT REFERENCES test_plane (tailnum), delay DOUBLE,
    secret TEXT, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE test_airline_partners (from_airline_id TEXT NOT NULL REFERENCES test_airline (code) ON DELETE CASCADE,
    to_airline_id TEXT NOT NULL REFERENCES test_airline (code) ON DELETE CASCADE, PRIMARY KEY (from_airline_id, to_airline_id));
CREATE TABLE test_airline_fleet (airline_id TEXT NOT NULL REFERENCES test_airline (code) ON DELETE CASCADE,
    plane_id TEXT NOT NULL REFERENCES test_plane (tailnum) ON DELETE CASCADE, PRIMARY KEY (airline_id, plane_id));
CREATE TABLE test_memo (name TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE test_memo_groups (memo_id TEXT NOT NULL REFERENCES test_memo (name) ON DELETE CASCADE,
    group_id TEXT NOT NULL REFERENCES platform_group (name) ON DELETE CASCADE, PRIMARY KEY (memo_id, group_id));
CREATE TABLE test_copy (name TEXT PRIMARY KEY NOT NULL, memo_id TEXT NOT NULL REFERENCES test_memo (name), created TIMESTAMP,
    updated TIMESTAMP);
";
