use ::zimagi_runtime::contract;
static FIELDS: &[contract::FieldDescriptor] = &[
    contract::FieldDescriptor {
        name: "name",
        column: "name",
        help: "The name by which the record is known.",
        kind: contract::FieldKind::Scalar(contract::ScalarKind::String {
            max_length: 256,
        }),
        presence: contract::Presence::Required,
        writability: contract::Writability::OnCreate,
        visibility: contract::Visibility::Shown,
    },
    contract::FieldDescriptor {
        name: "shelf",
        column: "shelf_id",
        help: "Where it lies.",
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
        name: "origin",
        column: "origin_id",
        help: "",
        kind: contract::FieldKind::Relation(contract::RelationDescriptor {
            target: "shelf",
            stored: contract::ScalarKind::String {
                max_length: 256,
            },
            on_delete: contract::OnDelete::SetNull,
        }),
        presence: contract::Presence::Nullable,
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
pub(crate) static ITEM: contract::ModelDescriptor = contract::ModelDescriptor {
    name: "item",
    plural: "items",
    owner: "shop",
    help: "",
    table: "shop_item",
    store: contract::Store::Main,
    is_served: true,
    fields: FIELDS,
    identifier: contract::IdentifierDescriptor::Field("name"),
    key: Some("name"),
    scope: &[],
    ordering: &[
        contract::OrderingDescriptor {
            field: "name",
            direction: contract::Direction::Ascending,
        },
    ],
    unique: &[],
    reverse: &[],
    access: contract::AccessDescriptor {
        edit: &[],
        view: &[],
    },
};
