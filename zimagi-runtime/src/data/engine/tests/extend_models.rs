//! Models of the tests that extend others: a bar is a restaurant, which is a place; a cellar is a vault, which few may view.

use zimagi_spec::descriptor::{
    AccessDescriptor, Direction, FieldDescriptor, FieldKind, IdentifierDescriptor, ModelDescriptor, Multiplicity,
    OnDelete, OrderingDescriptor, PUBLIC, Presence, RelationDescriptor, ReverseDescriptor, ScalarKind,
};

use super::link_models::link;
use super::models::{
    CREATED, DIGEST, NAME, UPDATED, ascending, fixed, hidden, keyed, nullable, relation, required, reverse, system,
};

pub(super) const fn extending(
    name: &'static str,
    table: &'static str,
    pointer: &'static str,
    fields: &'static [FieldDescriptor],
) -> ModelDescriptor {
    ModelDescriptor { extends: Some(pointer), key: None, ..keyed(name, table, pointer, fields) }
}

pub(super) const fn pointer(
    name: (&'static str, &'static str),
    target: &'static str,
    stored: ScalarKind,
) -> FieldDescriptor {
    let (on_delete, multiplicity) = (OnDelete::Cascade, Multiplicity::One);
    let kind = FieldKind::Relation(RelationDescriptor { target, stored, on_delete, multiplicity });
    FieldDescriptor { kind, ..system(relation(name, target, stored, on_delete)) }
}

pub(super) const fn extended_by(name: &'static str, pointer: &'static str) -> ReverseDescriptor {
    ReverseDescriptor { name, model: name, field: pointer, multiplicity: Multiplicity::One }
}

pub(super) static PLACE: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["name"]),
    ordering: &[ascending("name")],
    unique: &[&["name"]],
    links: &[link("topics", "topic", "test_place_topics", ("place_id", "topic_id"))],
    reverse: &[extended_by("restaurant", "place_ptr")],
    access: AccessDescriptor { edit: &["keeper"], view: &[PUBLIC] },
    ..keyed(
        "place",
        "test_place",
        "name",
        &[
            DIGEST,
            fixed(required("name", NAME)),
            required("city", NAME),
            hidden(nullable("rent", ScalarKind::Integer)),
            CREATED,
            UPDATED,
        ],
    )
};

pub(super) static RESTAURANT: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("name")],
    reverse: &[extended_by("bar", "restaurant_ptr")],
    access: AccessDescriptor { edit: &["keeper", "cook"], view: &[PUBLIC] },
    ..extending(
        "restaurant",
        "test_restaurant",
        "place_ptr",
        &[
            pointer(("place_ptr", "place_ptr_id"), "place", ScalarKind::Identifier),
            required("kitchen", NAME),
            FieldDescriptor {
                presence: Presence::Nullable,
                ..relation(("owner", "owner_id"), "user", NAME, OnDelete::Cascade)
            },
            CREATED,
            UPDATED,
        ],
    )
};

pub(super) static BAR: ModelDescriptor = ModelDescriptor {
    ordering: &[OrderingDescriptor { field: "stools", direction: Direction::Descending }, ascending("city")],
    reverse: &[reverse("visits", "visit", "bar")],
    access: AccessDescriptor { edit: &["keeper"], view: &["viewer"] },
    ..extending(
        "bar",
        "test_bar",
        "restaurant_ptr",
        &[
            pointer(("restaurant_ptr", "restaurant_ptr_id"), "restaurant", ScalarKind::Identifier),
            required("stools", ScalarKind::Integer),
            CREATED,
            UPDATED,
        ],
    )
};

pub(super) static VISIT: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("number")],
    ..keyed(
        "visit",
        "test_visit",
        "number",
        &[
            fixed(required("number", ScalarKind::Integer)),
            relation(("bar", "bar_id"), "bar", ScalarKind::Identifier, OnDelete::Protect),
            CREATED,
            UPDATED,
        ],
    )
};

pub(super) static VAULT: ModelDescriptor = ModelDescriptor {
    reverse: &[extended_by("cellar", "vault_ptr")],
    ..keyed("vault", "test_vault", "name", &[fixed(required("name", NAME)), required("door", NAME), CREATED, UPDATED])
};

pub(super) static CELLAR: ModelDescriptor = ModelDescriptor {
    access: AccessDescriptor { edit: &["keeper"], view: &[PUBLIC] },
    ..extending(
        "cellar",
        "test_cellar",
        "vault_ptr",
        &[
            pointer(("vault_ptr", "vault_ptr_id"), "vault", NAME),
            required("bottles", ScalarKind::Integer),
            CREATED,
            UPDATED,
        ],
    )
};
