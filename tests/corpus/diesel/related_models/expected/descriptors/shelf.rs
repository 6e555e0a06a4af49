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
pub(crate) static SHELF: contract::ModelDescriptor = contract::ModelDescriptor {
    name: "shelf",
    plural: "shelfs",
    owner: "shop",
    help: "",
    table: "shop_shelf",
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
    reverse: &[
        contract::ReverseDescriptor {
            name: "arrivals",
            model: "move",
            field: "target",
        },
        contract::ReverseDescriptor {
            name: "departures",
            model: "move",
            field: "source",
        },
        contract::ReverseDescriptor {
            name: "item",
            model: "item",
            field: "shelf",
        },
    ],
    access: contract::AccessDescriptor {
        edit: &[],
        view: &[],
    },
};
