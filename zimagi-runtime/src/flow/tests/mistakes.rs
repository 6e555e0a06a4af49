//! What an import says when it cannot go on.

use super::fixture::{Backend, archive, counts, fixture, import_as, import_with};
use crate::access::Caller;
use crate::command::RunStatus;

async fn failure(files: &[(&str, &str)], names: &[&str]) -> String {
    let fixture = fixture(Backend::Sqlite, files).await;
    let (outcome, heard) = import_with(&fixture, &[("names", names)]).await;
    assert_eq!(outcome.status, RunStatus::Failed);
    let detail = outcome.detail.unwrap();
    assert_eq!(heard.lines().last().unwrap(), &format!("error {detail}"));
    detail
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_imports_are_told_with_the_known_ones() {
    let expected = "there is no import `weather`; there are `sensors`, `plants`, `regions`, `archive`, `feed`";
    assert_eq!(failure(&[], &["weather"]).await, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_file_is_named() {
    let expected = "import `regions`: `regions.csv` cannot be read: No such file or directory (os error 2)";
    assert_eq!(failure(&[], &["regions"]).await, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_missing_column_is_named() {
    let files: &[(&str, &str)] = &[("feed.csv", "plants,code,no\nmill,1,2\n")];
    let expected = "import `feed`: `feed.csv` has no column `plant`, `number`; there are `plants`, `code`, `no`";
    assert_eq!(failure(files, &["feed"]).await, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_file_has_no_columns() {
    let expected = "import `regions`: `regions.csv` has no column `region`; there are none";
    assert_eq!(failure(&[("regions.csv", "")], &["regions"]).await, expected);
}

/// Packed rows that were damaged still unpack to something; none of it is stored.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_stored_of_a_damaged_archive() {
    let fixture = fixture(Backend::Sqlite, &[]).await;
    let rows: String = (0..20_000).map(|row| format!("region {row} {:x}\n", row * 7919 % 65_537)).collect();
    let mut bytes = archive(&[("inside/regions.csv", &format!("region\n{rows}"))]);
    let half = bytes.len() / 2;
    bytes[half] ^= 1;
    std::fs::write(fixture.folder().join("regions.zip"), bytes).unwrap();
    let (outcome, heard) = import_with(&fixture, &[("names", &["archive"])]).await;
    let detail = outcome.detail.unwrap();
    assert!(detail.starts_with("import `archive`: `regions.zip` cannot be read: "), "{detail}");
    assert_eq!(counts(&heard, "region"), [0, 0, 0]);
    assert_eq!(heard.lines()[0], "warning archive: 0 rows read, region: 0 stored, 0 unchanged, 0 rejected");
    assert_eq!(fixture.find_regions(&["region 0 0"]).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn archives_say_what_they_hold() {
    let fixture = fixture(Backend::Sqlite, &[]).await;
    let told = async |bytes: &[u8]| {
        std::fs::write(fixture.folder().join("regions.zip"), bytes).unwrap();
        import_with(&fixture, &[("names", &["archive"])]).await.0.detail.unwrap()
    };
    let expected = "import `archive`: `regions.zip` has no member `inside/regions.csv`; there is only `regions.csv`";
    assert_eq!(told(&archive(&[("regions.csv", "region\n")])).await, expected);
    let broken = told(b"no archive").await;
    assert!(broken.starts_with("import `archive`: `regions.zip` cannot be unpacked: "), "{broken}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_administrators_import() {
    let fixture = fixture(Backend::Sqlite, &[("regions.csv", "region\nnorth\n")]).await;
    let told = import_as(&fixture, Caller::anonymous(), &[]).await.map(drop).unwrap_err();
    assert_eq!(told.to_string(), "you may not run `import`");
    assert_eq!(fixture.find_regions(&["north"]).await, Vec::<String>::new());
}
