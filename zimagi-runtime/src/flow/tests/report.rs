//! Every row is stored, unchanged or rejected with its reason, and a repetition changes nothing.

use serde_json::json;

use super::fixture::{Backend, archive, counts, fixture, import_with, reports};
use crate::command::RunStatus;

const REGIONS: &str = "region\nnorth\nsouth\n";
const PLANTS: &str = "plant,code,region\nmill,1,north\nforge,2,NA\nyard,3,west\n";
const SENSORS: &str = "number,unit,level,secret,plant,ignored\n\
    1,mm,1,2.5,mill,x\n\
    2,NA,NA,NA,mill,x\n\
    many,mm,1,,mill,x\n\
    4,metre,1,,mill,x\n\
    5,mm,1,,nowhere,x\n\
    6,mm,1,,,x\n\
    7,mm,1,secret,mill,x\n\
    8,mm\n\
    1,km,1,2.5,mill,\"two\nlines\"\n\
    10,mm,1,,nowhere,x\n\
    11,mm,101,,mill,x\n";

const FILES: &[(&str, &str)] = &[("regions.csv", REGIONS), ("plants.csv", PLANTS), ("sensors.csv", SENSORS)];

const SENSORS_IMPORT: &[(&str, &[&str])] = &[("names", &["sensors"])];

async fn nothing_is_left_out(backend: Backend) {
    let fixture = fixture(backend, FILES).await;
    let (outcome, heard) = import_with(&fixture, SENSORS_IMPORT).await;
    assert_eq!((outcome.status, outcome.detail), (RunStatus::Success, None));
    let rejected = |row: u64, line: u64, column: Option<&str>, value: Option<&str>, reason: &str| json!({ "row": row, "line": line, "column": column, "value": value, "reason": reason });
    let expected = vec![
        json!({
            "import": "regions", "model": "region", "read": 2, "stored": 2, "unchanged": 0, "rejected": 0,
            "relations": [], "reasons": [], "first_rejected": [],
        }),
        json!({
            "import": "plants", "model": "plant", "read": 3, "stored": 3, "unchanged": 0, "rejected": 0,
            "relations": [{ "field": "region", "null": 1, "unresolved": 1 }], "reasons": [], "first_rejected": [],
        }),
        json!({
            "import": "sensors", "model": "sensor", "read": 11, "stored": 3, "unchanged": 0, "rejected": 8,
            "relations": [{ "field": "plant", "null": 0, "unresolved": 0 }],
            "reasons": [
                { "column": null, "reason": "the row has another number of cells than the header", "rows": 1 },
                { "column": "level", "reason": "the value must be at most 100", "rows": 1 },
                { "column": "number", "reason": "is not a whole number of 64 bits", "rows": 1 },
                { "column": "plant", "reason": "has no value", "rows": 1 },
                { "column": "plant", "reason": "names no plant", "rows": 2 },
                { "column": "secret", "reason": "is not a number", "rows": 1 },
                { "column": "unit", "reason": "is not a text of at most 3 characters", "rows": 1 },
            ],
            "first_rejected": [
                rejected(3, 4, Some("number"), Some("many"), "is not a whole number of 64 bits"),
                rejected(4, 5, Some("unit"), Some("metre"), "is not a text of at most 3 characters"),
                rejected(5, 6, Some("plant"), Some("nowhere"), "names no plant"),
                rejected(6, 7, Some("plant"), None, "has no value"),
                // The field is hidden, so its value is not shown.
                rejected(7, 8, Some("secret"), None, "is not a number"),
                rejected(8, 9, None, None, "the row has another number of cells than the header"),
                rejected(10, 12, Some("plant"), Some("nowhere"), "names no plant"),
                rejected(11, 13, Some("level"), Some("101"), "the value must be at most 100"),
            ],
        }),
    ];
    assert_eq!(reports(&heard), expected);
}

async fn a_repetition_changes_nothing_but_what_repeats_in_the_source(backend: Backend) {
    let fixture = fixture(backend, FILES).await;
    import_with(&fixture, SENSORS_IMPORT).await;
    let (outcome, heard) = import_with(&fixture, SENSORS_IMPORT).await;
    assert_eq!(outcome.status, RunStatus::Success);
    let lines = heard.lines();
    let lines: Vec<_> = lines.iter().filter(|line| !line.starts_with("data") && !line.starts_with("table")).collect();
    let expected = [
        "success regions: 2 rows read, region: 0 stored, 2 unchanged, 0 rejected",
        "success plants: 3 rows read, plant: 0 stored, 3 unchanged, 0 rejected",
        "info plant.region: 1 null, 1 unresolved",
        // Two rows of the source are the same sensor with different units, so each changes what the other wrote.
        "success sensors: 11 rows read, sensor: 2 stored, 1 unchanged, 8 rejected",
    ];
    assert_eq!(lines, expected);
}

const DRY_RUN: &str =
    "warning this was a dry run: nothing was kept, so what one import reads was not there for the next";

async fn a_dry_run_tells_the_same_and_keeps_nothing(backend: Backend) {
    let fixture = fixture(backend, FILES).await;
    import_with(&fixture, &[("names", &["regions"])]).await;
    fixture.write("regions.csv", "region\nnorth\nwest\n");
    let dry_run: &[(&str, &[&str])] = &[("names", &["regions"]), ("dry_run", &[])];
    for _ in 0..2 {
        let (outcome, heard) = import_with(&fixture, dry_run).await;
        assert_eq!((outcome.status, counts(&heard, "region")), (RunStatus::Success, [1, 1, 0]));
        assert_eq!(heard.lines().last().unwrap(), DRY_RUN);
    }
    assert_eq!(fixture.find_regions(&["north", "west"]).await, ["north"]);
}

async fn tags_and_names_choose(backend: Backend) {
    let fixture = fixture(backend, FILES).await;
    let models = |heard| reports(heard).iter().map(|report| report["model"].clone()).collect::<Vec<_>>();
    let (_, heard) = import_with(&fixture, &[("tags", &["reference"])]).await;
    assert_eq!(models(&heard), ["region", "plant"]);
    let (_, heard) = import_with(&fixture, &[("names", &["plants"])]).await;
    assert_eq!(models(&heard), ["region", "plant"]);
}

async fn archives_are_unpacked(backend: Backend) {
    let fixture = fixture(backend, &[]).await;
    let members = [("readme.txt", "none"), ("inside/regions.csv", "\u{feff}region;x\neast;1\n\"a \"\"b\"\"; c\";2\n")];
    std::fs::write(fixture.folder().join("regions.zip"), archive(&members)).unwrap();
    let (outcome, heard) = import_with(&fixture, &[("names", &["archive"])]).await;
    assert_eq!((outcome.status, counts(&heard, "region")), (RunStatus::Success, [2, 0, 0]));
    assert_eq!(fixture.find_regions(&["east", "a \"b\"; c"]).await.len(), 2);
}

/// Rows beyond one batch, with records that repeat within and across batches.
async fn one_source_fills_several_models(backend: Backend) {
    let rows = (0..10_000).map(|row| format!("plant{},{},{row}\n", row % 1500, row % 1500));
    let text = format!("plant,code,number\n{}", rows.collect::<String>());
    let fixture = fixture(backend, &[("feed.csv", &text)]).await;
    let (outcome, heard) = import_with(&fixture, &[("names", &["feed"])]).await;
    assert_eq!((outcome.status, outcome.detail), (RunStatus::Success, None));
    assert_eq!(counts(&heard, "plant"), [1500, 8500, 0]);
    assert_eq!(counts(&heard, "sensor"), [10_000, 0, 0]);
    assert_eq!(heard.progress.last().map(|progress| progress.done), Some(10_000));
}

async fn all(backend: Backend) {
    nothing_is_left_out(backend).await;
    a_repetition_changes_nothing_but_what_repeats_in_the_source(backend).await;
    a_dry_run_tells_the_same_and_keeps_nothing(backend).await;
    tags_and_names_choose(backend).await;
    archives_are_unpacked(backend).await;
    one_source_fills_several_models(backend).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn imports_report_on_sqlite() {
    all(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn imports_report_on_postgresql() {
    all(Backend::Postgresql).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn imports_report_on_mysql() {
    all(Backend::Mysql).await;
}
