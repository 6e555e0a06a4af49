//! Models of the tests with encrypted fields, and one that refers to them.

use zimagi_spec::descriptor::{
    AccessDescriptor, FieldDescriptor, JsonShape, ModelDescriptor, OnDelete, ScalarKind, Storage,
};

use super::models::{CREATED, NAME, UPDATED, fixed, keyed, nullable, relation, required};

const fn sealed(field: FieldDescriptor) -> FieldDescriptor {
    FieldDescriptor { storage: Storage::Sealed, ..field }
}

pub(super) static LOCKER: ModelDescriptor = ModelDescriptor {
    access: AccessDescriptor { edit: &["keeper"], view: &["viewer"] },
    ..keyed(
        "locker",
        "test_locker",
        "number",
        &[
            fixed(required("number", NAME)),
            nullable("place", NAME),
            sealed(nullable("pin", ScalarKind::String { max_length: 8 })),
            sealed(nullable("contents", ScalarKind::Json(JsonShape::Any))),
            CREATED,
            UPDATED,
        ],
    )
};

pub(super) static DEPOSIT: ModelDescriptor = ModelDescriptor {
    access: AccessDescriptor { edit: &["keeper"], view: &["viewer"] },
    ..keyed(
        "deposit",
        "test_deposit",
        "name",
        &[
            fixed(required("name", NAME)),
            relation(("locker", "locker_number"), "locker", NAME, OnDelete::Protect),
            CREATED,
            UPDATED,
        ],
    )
};
