//! Descriptors and tables of the fixture, as the generator would write them: the platform's records of runs, and plants with sensors.

use zimagi_spec::descriptor::*;
use zimagi_spec::names::Database;

use crate::contract::{MigrationEffect, MigrationEntry, MigrationSet};

pub(super) static MODELS: &[&ModelDescriptor] = &[&LOG, &LEASE, &LOG_MESSAGE, &REGION, &PLANT, &SENSOR];

const NAME: ScalarKind = ScalarKind::String { max_length: 256 };
const ZERO: Presence = Presence::Default(DefaultDescriptor::Integer(0));

const fn scalar(name: &'static str, kind: ScalarKind, presence: Presence) -> FieldDescriptor {
    FieldDescriptor {
        name,
        column: name,
        help: "",
        kind: FieldKind::Scalar(kind),
        presence,
        writability: Writability::Editable,
        visibility: Visibility::Shown,
        storage: Storage::Plain,
        limits: Limits::NONE,
    }
}

const fn required(name: &'static str, kind: ScalarKind) -> FieldDescriptor {
    scalar(name, kind, Presence::Required)
}

const fn nullable(name: &'static str, kind: ScalarKind) -> FieldDescriptor {
    scalar(name, kind, Presence::Nullable)
}

const fn system(name: &'static str, kind: ScalarKind, presence: Presence) -> FieldDescriptor {
    FieldDescriptor { writability: Writability::System, ..scalar(name, kind, presence) }
}

const fn relation(
    name: &'static str,
    column: &'static str,
    target: &'static str,
    presence: Presence,
) -> FieldDescriptor {
    let relation =
        RelationDescriptor { target, stored: NAME, on_delete: OnDelete::Protect, multiplicity: Multiplicity::Many };
    FieldDescriptor { column, kind: FieldKind::Relation(relation), ..scalar(name, NAME, presence) }
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
        access: AccessDescriptor { edit: &["keeper"], view: &["watcher"] },
        display: None,
        dynamic_fields: &[],
        is_created_on_reference: false,
        triggers: TriggersDescriptor { check: &[], save: &[] },
    }
}

static LOG: ModelDescriptor = model(
    "log",
    "logs",
    "platform_log",
    &[
        required("name", NAME),
        system("command", NAME, Presence::Required),
        system("user", NAME, Presence::Required),
        system("os_user", NAME, Presence::Nullable),
        system("status", NAME, Presence::Required),
        system("parameters", ScalarKind::Text, Presence::Required),
        system("detail", ScalarKind::Text, Presence::Nullable),
        system("worker", NAME, Presence::Nullable),
        system("attempt", ScalarKind::Integer, ZERO),
        system("fence", ScalarKind::Integer, ZERO),
        system("exit_code", ScalarKind::Integer, Presence::Nullable),
        system("started", ScalarKind::DateTime, Presence::Nullable),
        system("finished", ScalarKind::DateTime, Presence::Nullable),
        CREATED,
        UPDATED,
    ],
);

static LEASE: ModelDescriptor = ModelDescriptor {
    store: Store::Messages,
    ..model(
        "lease",
        "leases",
        "platform_lease",
        &[
            required("name", NAME),
            system("holder", NAME, Presence::Required),
            system("fence", ScalarKind::Integer, Presence::Required),
            system("expires", ScalarKind::DateTime, Presence::Required),
            CREATED,
            UPDATED,
        ],
    )
};

static LOG_MESSAGE: ModelDescriptor = ModelDescriptor {
    store: Store::Messages,
    identifier: IdentifierDescriptor::Hash(&["log", "sequence"]),
    key: None,
    ordering: &[
        OrderingDescriptor { field: "log", direction: Direction::Ascending },
        OrderingDescriptor { field: "sequence", direction: Direction::Ascending },
    ],
    ..model(
        "log_message",
        "log messages",
        "platform_log_message",
        &[
            HASH,
            system("log", NAME, Presence::Required),
            system("sequence", ScalarKind::Integer, Presence::Required),
            system("level", NAME, Presence::Required),
            system("name", NAME, Presence::Nullable),
            system("data", ScalarKind::Text, Presence::Required),
            CREATED,
            UPDATED,
        ],
    )
};

static REGION: ModelDescriptor = model("region", "regions", "test_region", &[required("name", NAME), CREATED, UPDATED]);

/// Its code is unique beside its name, so that the database has something to refuse.
static PLANT: ModelDescriptor = ModelDescriptor {
    unique: &[&["code"]],
    reverse: &[ReverseDescriptor {
        name: "sensors",
        model: "sensor",
        field: "plant",
        multiplicity: Multiplicity::Many,
    }],
    ..model(
        "plant",
        "plants",
        "test_plant",
        &[
            required("name", NAME),
            required("code", ScalarKind::Integer),
            relation("region", "region_id", "region", Presence::Nullable),
            CREATED,
            UPDATED,
        ],
    )
};

static SENSOR: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["plant", "number"]),
    key: None,
    ..model(
        "sensor",
        "sensors",
        "test_sensor",
        &[
            HASH,
            relation("plant", "plant_id", "plant", Presence::Required),
            required("number", ScalarKind::Integer),
            nullable("unit", ScalarKind::String { max_length: 3 }),
            FieldDescriptor {
                limits: Limits { max: Some(DefaultDescriptor::Integer(100)), ..Limits::NONE },
                ..scalar("level", ScalarKind::Integer, Presence::Default(DefaultDescriptor::Integer(7)))
            },
            FieldDescriptor { visibility: Visibility::Hidden, ..nullable("secret", ScalarKind::Float) },
            CREATED,
            UPDATED,
        ],
    )
};

pub(super) static MIGRATIONS: &[MigrationSet] = &[
    MigrationSet { database: Database::Sqlite, store: Store::Main, migrations: &[first(SQLITE)] },
    MigrationSet { database: Database::Sqlite, store: Store::Messages, migrations: &[first(SQLITE_MESSAGES)] },
    MigrationSet { database: Database::Postgresql, store: Store::Main, migrations: &[first(POSTGRESQL)] },
    MigrationSet { database: Database::Mysql, store: Store::Main, migrations: &[first(MYSQL)] },
];

const fn first(up: &'static str) -> MigrationEntry {
    MigrationEntry { version: "20130101000000", name: "first", effect: MigrationEffect::Breaking, up, down: "" }
}

const SQLITE: &str = "
CREATE TABLE platform_log (name TEXT PRIMARY KEY NOT NULL, command TEXT NOT NULL, user TEXT NOT NULL, os_user TEXT,
    status TEXT NOT NULL, parameters TEXT NOT NULL, detail TEXT, worker TEXT, attempt BIGINT NOT NULL, fence BIGINT NOT NULL,
    exit_code BIGINT, started TIMESTAMP, finished TIMESTAMP, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE test_region (name TEXT PRIMARY KEY NOT NULL, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE test_plant (name TEXT PRIMARY KEY NOT NULL, code BIGINT NOT NULL UNIQUE,
    region_id TEXT REFERENCES test_region (name), created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE test_sensor (id BLOB PRIMARY KEY NOT NULL, plant_id TEXT NOT NULL REFERENCES test_plant (name),
    number BIGINT NOT NULL, unit TEXT, level BIGINT NOT NULL, secret DOUBLE, created TIMESTAMP, updated TIMESTAMP);
";

const SQLITE_MESSAGES: &str = "
CREATE TABLE platform_lease (name TEXT PRIMARY KEY NOT NULL, holder TEXT NOT NULL, fence BIGINT NOT NULL,
    expires TIMESTAMP NOT NULL, created TIMESTAMP, updated TIMESTAMP);
CREATE TABLE platform_log_message (id BLOB PRIMARY KEY NOT NULL, log TEXT NOT NULL, sequence BIGINT NOT NULL,
    level TEXT NOT NULL, name TEXT, data TEXT NOT NULL, created TIMESTAMP, updated TIMESTAMP);
";

const POSTGRESQL: &str = "
CREATE TABLE platform_log (name varchar(256) COLLATE \"C\" PRIMARY KEY, command varchar(256) NOT NULL,
    \"user\" varchar(256) NOT NULL, os_user varchar(256), status varchar(32) NOT NULL, parameters text NOT NULL, detail text,
    worker varchar(256), attempt bigint NOT NULL, fence bigint NOT NULL, exit_code bigint, started timestamp,
    finished timestamp, created timestamp, updated timestamp);
CREATE TABLE test_region (name varchar(256) COLLATE \"C\" PRIMARY KEY, created timestamp, updated timestamp);
CREATE TABLE test_plant (name varchar(256) COLLATE \"C\" PRIMARY KEY, code bigint NOT NULL UNIQUE,
    region_id varchar(256) COLLATE \"C\" REFERENCES test_region (name), created timestamp, updated timestamp);
CREATE TABLE test_sensor (id bytea PRIMARY KEY, plant_id varchar(256) COLLATE \"C\" NOT NULL REFERENCES test_plant (name),
    number bigint NOT NULL, unit varchar(3), level bigint NOT NULL, secret double precision, created timestamp,
    updated timestamp);
CREATE TABLE platform_lease (name varchar(256) COLLATE \"C\" PRIMARY KEY, holder varchar(256) NOT NULL, fence bigint NOT NULL,
    expires timestamp NOT NULL, created timestamp, updated timestamp);
CREATE TABLE platform_log_message (id bytea PRIMARY KEY, log varchar(256) COLLATE \"C\" NOT NULL, sequence bigint NOT NULL,
    level varchar(32) NOT NULL, name varchar(256), data text NOT NULL, created timestamp, updated timestamp);
";

const MYSQL: &str = "
CREATE TABLE platform_log (name varchar(256) PRIMARY KEY, command varchar(256) NOT NULL, `user` varchar(256) NOT NULL,
    os_user varchar(256), status varchar(32) NOT NULL, parameters longtext NOT NULL, detail longtext, worker varchar(256),
    attempt bigint NOT NULL, fence bigint NOT NULL, exit_code bigint, started datetime(6), finished datetime(6),
    created datetime(6), updated datetime(6)) COLLATE utf8mb4_nopad_bin;
CREATE TABLE test_region (name varchar(256) PRIMARY KEY, created datetime(6), updated datetime(6)) COLLATE utf8mb4_nopad_bin;
CREATE TABLE test_plant (name varchar(256) PRIMARY KEY, code bigint NOT NULL UNIQUE, region_id varchar(256),
    created datetime(6), updated datetime(6), FOREIGN KEY (region_id) REFERENCES test_region (name)) COLLATE utf8mb4_nopad_bin;
CREATE TABLE test_sensor (id binary(32) PRIMARY KEY, plant_id varchar(256) NOT NULL, number bigint NOT NULL, unit varchar(3),
    level bigint NOT NULL, secret double, created datetime(6), updated datetime(6),
    FOREIGN KEY (plant_id) REFERENCES test_plant (name)) COLLATE utf8mb4_nopad_bin;
CREATE TABLE platform_lease (name varchar(256) PRIMARY KEY, holder varchar(256) NOT NULL, fence bigint NOT NULL,
    expires datetime(6) NOT NULL, created datetime(6), updated datetime(6)) COLLATE utf8mb4_nopad_bin;
CREATE TABLE platform_log_message (id binary(32) PRIMARY KEY, log varchar(256) NOT NULL, sequence bigint NOT NULL,
    level varchar(32) NOT NULL, name varchar(256), data longtext NOT NULL, created datetime(6), updated datetime(6))
    COLLATE utf8mb4_nopad_bin;
";
