use ::zimagi_runtime::contract;
pub(crate) static ITEMS: contract::ImportDescriptor = contract::ImportDescriptor {
    name: "items",
    owner: "shop",
    tags: &[],
    requires: &["shelves"],
    source: contract::SourceDescriptor::CsvFile {
        file: "data/items.zip",
        archive_file: Some("items.csv"),
        separator: b',',
        null_values: &["NA"],
    },
    targets: &[
        contract::ImportTargetDescriptor {
            model: "item",
            map: &[
                contract::MapDescriptor {
                    field: "name",
                    source: contract::MapSource::Column("item"),
                },
                contract::MapDescriptor {
                    field: "weight",
                    source: contract::MapSource::Column("grams"),
                },
            ],
            relations: &[
                contract::ImportRelationDescriptor {
                    field: "shelf",
                    model: "shelf",
                    column: "shelf",
                    key_field: "name",
                    is_required: true,
                },
                contract::ImportRelationDescriptor {
                    field: "maker",
                    model: "shelf",
                    column: "made_by",
                    key_field: "name",
                    is_required: false,
                },
            ],
        },
    ],
};
pub(crate) static SHELVES: contract::ImportDescriptor = contract::ImportDescriptor {
    name: "shelves",
    owner: "shop",
    tags: &["reference"],
    requires: &[],
    source: contract::SourceDescriptor::CsvFile {
        file: "data/shelves.csv",
        archive_file: None,
        separator: b',',
        null_values: &[""],
    },
    targets: &[
        contract::ImportTargetDescriptor {
            model: "shelf",
            map: &[
                contract::MapDescriptor {
                    field: "name",
                    source: contract::MapSource::Column("shelf"),
                },
            ],
            relations: &[],
        },
    ],
};
