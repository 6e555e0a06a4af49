//! Models of the tests whose records are given to groups: sheets and folios, which are sheets too, and what refers to them.

use zimagi_spec::descriptor::{
    AccessDescriptor, FieldDescriptor, FieldKind, IdentifierDescriptor, LinkDescriptor, ModelDescriptor, Multiplicity,
    OnDelete, Presence, RelationDescriptor, ReverseDescriptor, ScalarKind, Writability,
};

use super::extend_models::{extended_by, extending, pointer};
use super::link_models::link;
use super::models::{CREATED, DIGEST, NAME, UPDATED, ascending, fixed, keyed, nullable, relation, required, reverse};

const ACCESS: AccessDescriptor = AccessDescriptor { edit: &["editor"], view: &["member"] };

const fn optional(field: FieldDescriptor) -> FieldDescriptor {
    FieldDescriptor { presence: Presence::Nullable, ..field }
}

const fn groups(table: &'static str, source_column: &'static str) -> LinkDescriptor {
    link("groups", "group", table, (source_column, "group_id"))
}

pub(super) static SHEET: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("name")],
    unique: &[&["shelf"]],
    links: &[groups("test_sheet_groups", "sheet_id")],
    record_groups: Some("groups"),
    reverse: &[
        extended_by("folio", "sheet_ptr"),
        reverse("notes", "note", "sheet"),
        reverse("mentions", "note", "sheets"),
    ],
    access: ACCESS,
    ..keyed(
        "sheet",
        "test_sheet",
        "name",
        &[
            fixed(required("name", NAME)),
            required("title", NAME),
            nullable("shelf", ScalarKind::Integer),
            optional(relation(("topic", "topic_id"), "topic", NAME, OnDelete::Protect)),
            CREATED,
            UPDATED,
        ],
    )
};

pub(super) static FOLIO: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("pages")],
    access: ACCESS,
    ..extending(
        "folio",
        "test_folio",
        "sheet_ptr",
        &[
            pointer(("sheet_ptr", "sheet_ptr_id"), "sheet", NAME),
            required("pages", ScalarKind::Integer),
            CREATED,
            UPDATED,
        ],
    )
};

/// Everybody may see its records, but not all that they refer to.
pub(super) static NOTE: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("number")],
    links: &[
        link("sheets", "sheet", "test_note_sheets", ("note_id", "sheet_id")),
        LinkDescriptor {
            through: Some("loan"),
            writability: Writability::System,
            ..link("lent", "topic", "test_loan", ("note_id", "topic_id"))
        },
    ],
    reverse: &[
        reverse("loans", "loan", "note"),
        ReverseDescriptor { multiplicity: Multiplicity::One, ..reverse("stamp", "stamp", "note") },
    ],
    access: ACCESS,
    ..keyed(
        "note",
        "test_note",
        "number",
        &[
            fixed(required("number", ScalarKind::Integer)),
            required("text", NAME),
            optional(relation(("sheet", "sheet_id"), "sheet", NAME, OnDelete::SetNull)),
            CREATED,
            UPDATED,
        ],
    )
};

/// There is none without a sheet.
pub(super) static COVER: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("sheet")],
    unique: &[&["sheet"]],
    access: ACCESS,
    ..keyed(
        "cover",
        "test_cover",
        "name",
        &[
            fixed(required("name", NAME)),
            relation(("sheet", "sheet_id"), "sheet", NAME, OnDelete::Cascade),
            CREATED,
            UPDATED,
        ],
    )
};

/// The pairs of a link, given to groups.
pub(super) static LOAN: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["note", "topic"]),
    key: None,
    links: &[groups("test_loan_groups", "loan_id")],
    record_groups: Some("groups"),
    access: ACCESS,
    ..keyed(
        "loan",
        "test_loan",
        "",
        &[
            DIGEST,
            fixed(relation(("note", "note_id"), "note", ScalarKind::Integer, OnDelete::Cascade)),
            fixed(relation(("topic", "topic_id"), "topic", NAME, OnDelete::Cascade)),
            CREATED,
            UPDATED,
        ],
    )
};

/// At most one for each note.
pub(super) static STAMP: ModelDescriptor = ModelDescriptor {
    unique: &[&["note"]],
    links: &[groups("test_stamp_groups", "stamp_id")],
    record_groups: Some("groups"),
    access: ACCESS,
    ..keyed(
        "stamp",
        "test_stamp",
        "name",
        &[
            fixed(required("name", NAME)),
            FieldDescriptor {
                kind: FieldKind::Relation(RelationDescriptor {
                    target: "note",
                    stored: ScalarKind::Integer,
                    on_delete: OnDelete::Cascade,
                    multiplicity: Multiplicity::One,
                }),
                ..relation(("note", "note_id"), "note", ScalarKind::Integer, OnDelete::Cascade)
            },
            CREATED,
            UPDATED,
        ],
    )
};
