use ::zimagi_runtime::contract;
static FIELDS: &[contract::FieldDescriptor] = &[
    contract::FieldDescriptor {
        name: "id",
        column: "id",
        help: "The identifier: a digest of the fields that make the record what it is.",
        kind: contract::FieldKind::Scalar(contract::ScalarKind::Identifier),
        presence: contract::Presence::Required,
        writability: contract::Writability::System,
        visibility: contract::Visibility::Shown,
    },
    contract::FieldDescriptor {
        name: "name",
        column: "name",
        help: "The name by which the record is known within its scope.",
        kind: contract::FieldKind::Scalar(contract::ScalarKind::String {
            max_length: 256,
        }),
        presence: contract::Presence::Required,
        writability: contract::Writability::OnCreate,
        visibility: contract::Visibility::Shown,
    },
    contract::FieldDescriptor {
        name: "source",
        column: "source_id",
        help: "",
        kind: contract::FieldKind::Relation(contract::RelationDescriptor {
            target: "shelf",
            stored: contract::ScalarKind::String {
                max_length: 256,
            },
            on_delete: contract::OnDelete::Protect,
        }),
        presence: contract::Presence::Required,
        writability: contract::Writability::Editable,
        visibility: contract::Visibility::Shown,
    },
    contract::FieldDescriptor {
        name: "target",
        column: "target_id",
        help: "",
        kind: contract::FieldKind::Relation(contract::RelationDescriptor {
            target: "shelf",
            stored: contract::ScalarKind::String {
                max_length: 256,
            },
            on_delete: contract::OnDelete::Protect,
        }),
        presence: contract::Presence::Required,
        writability: contract::Writability::Editable,
        visibility: contract::Visibility::Shown,
    },
    contract::FieldDescriptor {
        name: "created",
        column: "created",
        help: "When the record was created.",
        kind: contract::FieldKind::Scalar(contract::ScalarKind::DateTime),
        presence: contract::Presence::Nullable,
        writability: contract::Writability::System,
        visibility: contract::Visibility::Shown,
    },
    contract::FieldDescriptor {
        name: "updated",
        column: "updated",
        help: "When the record was last changed.",
        kind: contract::FieldKind::Scalar(contract::ScalarKind::DateTime),
        presence: contract::Presence::Nullable,
        writability: contract::Writability::System,
        visibility: contract::Visibility::Shown,
    },
];
pub(crate) static MOVE: contract::ModelDescriptor = contract::ModelDescriptor {
    name: "move",
    plural: "moves",
    owner: "shop",
    help: "",
    table: "shop_move",
    store: contract::Store::Main,
    is_served: true,
    fields: FIELDS,
    identifier: contract::IdentifierDescriptor::Hash(&["name"]),
    key: Some("name"),
    scope: &[],
    ordering: &[
        contract::OrderingDescriptor {
            field: "name",
            direction: contract::Direction::Ascending,
        },
    ],
    unique: &[&["name"]],
    reverse: &[],
    access: contract::AccessDescriptor {
        edit: &[],
        view: &[],
    },
};
