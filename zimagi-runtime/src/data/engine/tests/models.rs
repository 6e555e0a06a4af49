//! Models of the tests: flights with their relations, a scoped model, and the platform's own.

use zimagi_spec::descriptor::{
    AccessDescriptor, DefaultDescriptor, Direction, FieldDescriptor, FieldKind, IdentifierDescriptor, JsonShape,
    Limits, ModelDescriptor, Multiplicity, OnDelete, OrderingDescriptor, PUBLIC, Presence, RelationDescriptor,
    ReverseDescriptor, ScalarKind, Storage, Store, TriggersDescriptor, Visibility, Writability,
};

use super::extend_models::{BAR, CELLAR, PLACE, RESTAURANT, VAULT, VISIT};
use super::group_models::{COVER, FOLIO, LOAN, NOTE, SHEET, STAMP};
use super::link_models::{ARTICLE, BYLINE, READER, TOPIC};
use super::questions::{MARK, SHELF, SPECIMEN, TAG};
use super::sealed_models::{DEPOSIT, LOCKER};

pub(super) static MODELS: &[&ModelDescriptor] = &[
    &USER,
    &GROUP,
    &MEMBERSHIP,
    &LOG,
    &AIRLINE,
    &AIRPORT,
    &PLANE,
    &FLIGHT,
    &WATCH,
    &PLANT,
    &SENSOR,
    &CALIBRATION,
    &PARCEL,
    &TOPIC,
    &READER,
    &ARTICLE,
    &BYLINE,
    &PLACE,
    &RESTAURANT,
    &BAR,
    &VISIT,
    &VAULT,
    &CELLAR,
    &LOCKER,
    &DEPOSIT,
    &SHELF,
    &TAG,
    &SPECIMEN,
    &MARK,
    &SHEET,
    &FOLIO,
    &NOTE,
    &COVER,
    &LOAN,
    &STAMP,
];

pub(super) const NAME: ScalarKind = ScalarKind::String { max_length: 64 };
const CODE: ScalarKind = ScalarKind::String { max_length: 8 };
const ADMIN_ONLY: AccessDescriptor = AccessDescriptor { edit: &[], view: &[] };
pub(super) const CREATED: FieldDescriptor = system(nullable("created", ScalarKind::DateTime));
pub(super) const UPDATED: FieldDescriptor = system(nullable("updated", ScalarKind::DateTime));
pub(super) const DIGEST: FieldDescriptor = system(required("id", ScalarKind::Identifier));

pub(super) const fn required(name: &'static str, kind: ScalarKind) -> FieldDescriptor {
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

pub(super) const fn nullable(name: &'static str, kind: ScalarKind) -> FieldDescriptor {
    FieldDescriptor { presence: Presence::Nullable, ..required(name, kind) }
}

const fn defaulting(name: &'static str, kind: ScalarKind, default: DefaultDescriptor) -> FieldDescriptor {
    FieldDescriptor { presence: Presence::Default(default), ..required(name, kind) }
}

const fn limited(field: FieldDescriptor, limits: Limits) -> FieldDescriptor {
    FieldDescriptor { limits, ..field }
}

pub(super) const fn system(field: FieldDescriptor) -> FieldDescriptor {
    FieldDescriptor { writability: Writability::System, ..field }
}

pub(super) const fn fixed(field: FieldDescriptor) -> FieldDescriptor {
    FieldDescriptor { writability: Writability::OnCreate, ..field }
}

pub(super) const fn hidden(field: FieldDescriptor) -> FieldDescriptor {
    FieldDescriptor { visibility: Visibility::Hidden, ..field }
}

pub(super) const fn relation(
    (name, column): (&'static str, &'static str),
    target: &'static str,
    stored: ScalarKind,
    on_delete: OnDelete,
) -> FieldDescriptor {
    let kind = FieldKind::Relation(RelationDescriptor { target, stored, on_delete, multiplicity: Multiplicity::Many });
    FieldDescriptor { column, kind, ..required(name, stored) }
}

pub(super) const fn ascending(field: &'static str) -> OrderingDescriptor {
    OrderingDescriptor { field, direction: Direction::Ascending }
}

pub(super) const fn reverse(name: &'static str, model: &'static str, field: &'static str) -> ReverseDescriptor {
    ReverseDescriptor { name, model, field, multiplicity: Multiplicity::Many }
}

/// A model whose identifier and key is its first field.
pub(super) const fn keyed(
    name: &'static str,
    table: &'static str,
    key: &'static str,
    fields: &'static [FieldDescriptor],
) -> ModelDescriptor {
    ModelDescriptor {
        name,
        singular: name,
        plural: name,
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
        identifier: IdentifierDescriptor::Field(key),
        key: Some(key),
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

static USER: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("name")],
    reverse: &[
        reverse("memberships", "membership", "user"),
        reverse("watches", "watch", "user"),
        reverse("owned", "restaurant", "owner"),
    ],
    access: AccessDescriptor { edit: &["user-admin"], view: &[] },
    ..keyed(
        "user",
        "platform_user",
        "name",
        &[
            fixed(required("name", NAME)),
            defaulting("is_active", ScalarKind::Boolean, DefaultDescriptor::Boolean(true)),
            hidden(system(nullable("token", ScalarKind::Identifier))),
            nullable("born", ScalarKind::Date),
            CREATED,
            UPDATED,
        ],
    )
};

static GROUP: ModelDescriptor = ModelDescriptor {
    reverse: &[reverse("memberships", "membership", "group")],
    access: AccessDescriptor { edit: &[], view: &["member"] },
    ..keyed("group", "platform_group", "name", &[fixed(required("name", NAME)), CREATED, UPDATED])
};

static MEMBERSHIP: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["user", "group"]),
    key: None,
    ..keyed(
        "membership",
        "platform_membership",
        "",
        &[
            DIGEST,
            fixed(relation(("user", "user_id"), "user", NAME, OnDelete::Cascade)),
            fixed(relation(("group", "group_id"), "group", NAME, OnDelete::Protect)),
            CREATED,
            UPDATED,
        ],
    )
};

static LOG: ModelDescriptor = keyed(
    "log",
    "platform_log",
    "name",
    &[
        fixed(required("name", NAME)),
        system(required("command", NAME)),
        system(required("user", NAME)),
        system(required("status", NAME)),
        system(required("parameters", ScalarKind::Text)),
        system(defaulting("fence", ScalarKind::Integer, DefaultDescriptor::Integer(0))),
        system(nullable("exit_code", ScalarKind::Integer)),
        CREATED,
        UPDATED,
    ],
);

static AIRLINE: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("code")],
    reverse: &[reverse("flights", "flight", "carrier")],
    access: AccessDescriptor { edit: &["keeper"], view: &[PUBLIC] },
    ..keyed(
        "airline",
        "test_airline",
        "code",
        &[fixed(required("code", ScalarKind::String { max_length: 2 })), required("name", NAME), CREATED, UPDATED],
    )
};

static AIRPORT: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("faa")],
    reverse: &[reverse("departures", "flight", "origin"), reverse("watches", "watch", "airport")],
    access: AccessDescriptor { edit: &["keeper"], view: &[PUBLIC] },
    ..keyed(
        "airport",
        "test_airport",
        "faa",
        &[
            fixed(required("faa", ScalarKind::String { max_length: 3 })),
            required("name", NAME),
            required("latitude", ScalarKind::Float),
            CREATED,
            UPDATED,
        ],
    )
};

static PLANE: ModelDescriptor = ModelDescriptor {
    dynamic_fields: &["age"],
    ordering: &[ascending("tail_number")],
    reverse: &[reverse("flights", "flight", "plane")],
    access: AccessDescriptor { edit: &["keeper"], view: &["viewer"] },
    ..keyed(
        "plane",
        "test_plane",
        "tail_number",
        &[
            fixed(required("tail_number", CODE)),
            nullable("year", ScalarKind::Integer),
            required("manufacturer", NAME),
            hidden(nullable("speed", ScalarKind::Integer)),
            CREATED,
            UPDATED,
        ],
    )
};

static FLIGHT: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["time_hour", "carrier", "number"]),
    key: None,
    ordering: &[ascending("time_hour"), ascending("carrier"), ascending("number")],
    unique: &[&["time_hour", "carrier", "number"]],
    access: AccessDescriptor { edit: &["keeper"], view: &["viewer", "dispatcher"] },
    ..keyed(
        "flight",
        "test_flight",
        "",
        &[
            DIGEST,
            fixed(required("time_hour", ScalarKind::DateTime)),
            fixed(relation(
                ("carrier", "carrier_id"),
                "airline",
                ScalarKind::String { max_length: 2 },
                OnDelete::Protect,
            )),
            fixed(required("number", ScalarKind::Integer)),
            relation(("origin", "origin_id"), "airport", ScalarKind::String { max_length: 3 }, OnDelete::Protect),
            FieldDescriptor {
                presence: Presence::Nullable,
                ..relation(("plane", "plane_id"), "plane", CODE, OnDelete::SetNull)
            },
            nullable("delay", ScalarKind::Integer),
            hidden(nullable("remark", ScalarKind::Text)),
            CREATED,
            UPDATED,
        ],
    )
};

static WATCH: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["user", "airport"]),
    key: None,
    ..keyed(
        "watch",
        "test_watch",
        "",
        &[
            DIGEST,
            fixed(relation(("user", "user_id"), "user", NAME, OnDelete::Cascade)),
            fixed(relation(
                ("airport", "airport_id"),
                "airport",
                ScalarKind::String { max_length: 3 },
                OnDelete::Cascade,
            )),
            limited(
                defaulting("minutes", ScalarKind::Integer, DefaultDescriptor::Integer(30)),
                Limits {
                    min: Some(DefaultDescriptor::Integer(5)),
                    max: Some(DefaultDescriptor::Integer(60)),
                    choices: &[],
                },
            ),
            CREATED,
            UPDATED,
        ],
    )
};

static PLANT: ModelDescriptor = ModelDescriptor {
    reverse: &[reverse("sensors", "sensor", "plant")],
    ..keyed("plant", "test_plant", "name", &[fixed(required("name", NAME)), CREATED, UPDATED])
};

/// Its key is unique within its plant only, and it refers to records with digests.
static SENSOR: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["name", "plant"]),
    scope: &["plant"],
    reverse: &[reverse("spares", "sensor", "replaces")],
    ..keyed(
        "sensor",
        "test_sensor",
        "name",
        &[
            DIGEST,
            fixed(required("name", NAME)),
            fixed(relation(("plant", "plant_id"), "plant", NAME, OnDelete::Cascade)),
            FieldDescriptor {
                presence: Presence::Nullable,
                ..relation(("replaces", "replaces_id"), "sensor", ScalarKind::Identifier, OnDelete::Cascade)
            },
            CREATED,
            UPDATED,
        ],
    )
};

/// Sensors do not see what refers to them here.
static CALIBRATION: ModelDescriptor = keyed(
    "calibration",
    "test_calibration",
    "number",
    &[
        fixed(required("number", ScalarKind::Integer)),
        relation(("sensor", "sensor_id"), "sensor", ScalarKind::Identifier, OnDelete::Cascade),
        CREATED,
        UPDATED,
    ],
);

/// A field of each kind that databases store in different ways.
static PARCEL: ModelDescriptor = keyed(
    "parcel",
    "test_parcel",
    "code",
    &[
        fixed(required("code", CODE)),
        nullable("price", ScalarKind::Decimal { digits: 18, places: 2 }),
        nullable("opens", ScalarKind::Time),
        nullable("transit", ScalarKind::Duration),
        nullable("label", ScalarKind::Uuid),
        nullable("scan", ScalarKind::Binary),
        defaulting("stops", ScalarKind::Json(JsonShape::List), DefaultDescriptor::Json("[]")),
        nullable("extra", ScalarKind::Json(JsonShape::Any)),
        CREATED,
        UPDATED,
    ],
);
