//! The imports of the tests and how they are run.

use std::io::{Cursor, Write};

use serde_json::Value as Json;
use zimagi_spec::descriptor::{
    DefaultDescriptor, ImportDescriptor, ImportRelationDescriptor, ImportTargetDescriptor, MapDescriptor, MapSource,
    SourceDescriptor,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::access::Caller;
pub(super) use crate::command::tests::fixture::{Backend, Fixture, Heard};
use crate::command::{Cancellation, Message, Outcome, ParameterValues, RunError, RunOrigin, RunRequest};

pub(super) static IMPORTS: &[&ImportDescriptor] = &[&SENSORS, &PLANTS, &REGIONS, &ARCHIVE, &FEED];

const fn csv(file: &'static str) -> SourceDescriptor {
    SourceDescriptor::CsvFile { file, archive_file: None, separator: b',', null_values: &["", "NA"] }
}

const fn column(field: &'static str, column: &'static str) -> MapDescriptor {
    MapDescriptor { field, source: MapSource::Column(column) }
}

const fn relation(field: &'static str, model: &'static str, is_required: bool) -> ImportRelationDescriptor {
    ImportRelationDescriptor { field, model, column: field, key_field: "name", is_required }
}

const fn import(name: &'static str, source: SourceDescriptor) -> ImportDescriptor {
    ImportDescriptor { name, owner: "test", tags: &[], requires: &[], source, targets: &[] }
}

static REGIONS: ImportDescriptor = ImportDescriptor {
    tags: &["reference"],
    targets: &[ImportTargetDescriptor { model: "region", map: &[column("name", "region")], relations: &[] }],
    ..import("regions", csv("regions.csv"))
};

static PLANTS: ImportDescriptor = ImportDescriptor {
    tags: &["reference"],
    requires: &["regions"],
    targets: &[ImportTargetDescriptor {
        model: "plant",
        map: &[column("name", "plant"), column("code", "code")],
        relations: &[relation("region", "region", false)],
    }],
    ..import("plants", csv("plants.csv"))
};

static SENSORS: ImportDescriptor = ImportDescriptor {
    tags: &["daily"],
    requires: &["plants"],
    targets: &[ImportTargetDescriptor {
        model: "sensor",
        map: &[
            column("number", "number"),
            column("unit", "unit"),
            column("level", "level"),
            column("secret", "secret"),
        ],
        relations: &[relation("plant", "plant", true)],
    }],
    ..import("sensors", csv("sensors.csv"))
};

static ARCHIVE: ImportDescriptor = ImportDescriptor {
    targets: &[ImportTargetDescriptor { model: "region", map: &[column("name", "region")], relations: &[] }],
    ..import(
        "archive",
        SourceDescriptor::CsvFile {
            file: "regions.zip",
            archive_file: Some("inside/regions.csv"),
            separator: b';',
            null_values: &[""],
        },
    )
};

/// One source for two models: each row names a plant and one of its sensors.
static FEED: ImportDescriptor = ImportDescriptor {
    targets: &[
        ImportTargetDescriptor {
            model: "plant",
            map: &[column("name", "plant"), column("code", "code")],
            relations: &[],
        },
        ImportTargetDescriptor {
            model: "sensor",
            map: &[
                column("number", "number"),
                MapDescriptor { field: "level", source: MapSource::Constant(Some(DefaultDescriptor::Integer(3))) },
            ],
            relations: &[relation("plant", "plant", true)],
        },
    ],
    ..import("feed", csv("feed.csv"))
};

/// A fixture with the imports' files.
pub(super) async fn fixture(backend: Backend, files: &[(&str, &str)]) -> Fixture {
    let fixture = Fixture::with_imports(backend, IMPORTS, crate::flow::commands()).await;
    files.iter().for_each(|(name, text)| fixture.write(name, text));
    fixture
}

/// Runs `import` with these parameters as the local administrator.
pub(super) async fn import_with(fixture: &Fixture, texts: &[(&str, &[&str])]) -> (Outcome, Heard) {
    import_as(fixture, Caller::local_admin(), texts).await.unwrap()
}

pub(super) async fn import_as(
    fixture: &Fixture,
    caller: Caller,
    texts: &[(&str, &[&str])],
) -> Result<(Outcome, Heard), RunError> {
    let command = *fixture.runner.find(&["import"]).unwrap();
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let texts: Vec<(&str, Vec<String>)> = texts.iter().map(|(name, texts)| (*name, owned(texts))).collect();
    let values = ParameterValues::from_texts(command.descriptor, &texts).map_err(RunError::Parameters)?;
    let origin = RunOrigin::CommandLine { os_user: None };
    fixture.request(RunRequest { command, values, caller, origin, cancellation: Cancellation::new() }).await
}

/// The reports for programs, in their order.
pub(super) fn reports(heard: &Heard) -> Vec<Json> {
    let values = heard.messages.iter().filter_map(|stored| match &stored.message {
        Message::Data { name, value } if name == "import" => Some(value.clone()),
        _ => None,
    });
    values.collect()
}

/// `[stored, unchanged, rejected]` of the model's report.
pub(super) fn counts(heard: &Heard, model: &str) -> [u64; 3] {
    let report = reports(heard).into_iter().find(|report| report["model"] == model).unwrap();
    ["stored", "unchanged", "rejected"].map(|count| report[count].as_u64().unwrap())
}

/// A zip archive with these members.
pub(super) fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
