//! Models with a nullable field of every kind that can be compared, and relations of every sort.

use zimagi_spec::descriptor::{FieldDescriptor, IdentifierDescriptor, ModelDescriptor, OnDelete, Presence, ScalarKind};

use super::super::link_models::link;
use super::super::models::{CREATED, DIGEST, NAME, UPDATED, fixed, keyed, nullable, relation, required, reverse};

const fn perhaps(field: FieldDescriptor) -> FieldDescriptor {
    FieldDescriptor { presence: Presence::Nullable, ..field }
}

pub(in super::super) static SPECIMEN: ModelDescriptor = ModelDescriptor {
    links: &[link("tags", "tag", "test_specimen_tags", ("specimen_id", "tag_id"))],
    reverse: &[reverse("children", "specimen", "parent"), reverse("marks", "mark", "specimen")],
    ..keyed(
        "specimen",
        "test_specimen",
        "code",
        &[
            fixed(required("code", NAME)),
            required("title", NAME),
            nullable("note", ScalarKind::Text),
            nullable("amount", ScalarKind::Integer),
            nullable("ratio", ScalarKind::Float),
            nullable("price", ScalarKind::Decimal { digits: 18, places: 2 }),
            nullable("alive", ScalarKind::Boolean),
            nullable("found", ScalarKind::Date),
            nullable("seen", ScalarKind::DateTime),
            nullable("opens", ScalarKind::Time),
            nullable("lasts", ScalarKind::Duration),
            nullable("label", ScalarKind::Uuid),
            perhaps(relation(("shelf", "shelf_id"), "shelf", NAME, OnDelete::SetNull)),
            perhaps(relation(("parent", "parent_id"), "specimen", NAME, OnDelete::SetNull)),
            CREATED,
            UPDATED,
        ],
    )
};

pub(in super::super) static SHELF: ModelDescriptor = ModelDescriptor {
    reverse: &[reverse("specimens", "specimen", "shelf"), reverse("remarks", "mark", "shelf")],
    ..keyed(
        "shelf",
        "test_shelf",
        "code",
        &[
            fixed(required("code", NAME)),
            nullable("name", NAME),
            nullable("weight", ScalarKind::Float),
            CREATED,
            UPDATED,
        ],
    )
};

pub(in super::super) static MARK: ModelDescriptor = keyed(
    "mark",
    "test_mark",
    "number",
    &[
        fixed(required("number", ScalarKind::Integer)),
        nullable("grade", ScalarKind::Integer),
        nullable("word", ScalarKind::Text),
        nullable("written", ScalarKind::DateTime),
        perhaps(relation(("specimen", "specimen_id"), "specimen", NAME, OnDelete::Cascade)),
        perhaps(relation(("shelf", "shelf_id"), "shelf", NAME, OnDelete::SetNull)),
        CREATED,
        UPDATED,
    ],
);

/// Its identifier is a digest, so that it is named by its key.
pub(in super::super) static TAG: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["name"]),
    reverse: &[reverse("bearers", "specimen", "tags")],
    ..keyed(
        "tag",
        "test_tag",
        "name",
        &[DIGEST, fixed(required("name", NAME)), nullable("rank", ScalarKind::Integer), CREATED, UPDATED],
    )
};
