//! Calls that write many records: their bodies, and the reports on them.

use serde_json::json;

use super::fixture::Fixture;

#[test]
fn a_report_tells_what_became_of_each_record() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let send = |body: &str| fixture.send("POST", "/airline/bulk/", Some(&keeper), body);
    let made = send(r#"{"operation":"create","records":[{"code":"QQ","name":"Quick"},{"code":"RR","name":"R"}]}"#);
    let expected = r#"{"created":2,"updated":0,"unchanged":0,"deleted":0,"failed":0,"results":[{"index":0,"id":"QQ","status":"created"},{"index":1,"id":"RR","status":"created"}]}"#;
    assert_eq!((made.status, made.body.as_str()), (200, expected));
    let records = r#"[{"code":"QQ","name":"Quicker"},{"code":"RR","name":"R"},{"code":"SS"}]"#;
    let refused = send(&format!(r#"{{"operation":"upsert","records":{records}}}"#));
    let expected = r#"{"detail":{"2":{"name":[{"message":"a value is needed","code":"required"}]}},"code":"invalid"}"#;
    assert_eq!((refused.status, refused.body.as_str()), (422, expected));
    let each = send(&format!(r#"{{"operation":"upsert","mode":"each","records":{records}}}"#));
    let expected = r#"{"created":0,"updated":1,"unchanged":1,"deleted":0,"failed":1,"results":[{"index":0,"id":"QQ","status":"updated"},{"index":1,"id":"RR","status":"unchanged"},{"index":2,"status":"failed","errors":{"name":[{"message":"a value is needed","code":"required"}]}}]}"#;
    assert_eq!((each.status, each.body.as_str()), (200, expected));
    let gone = send(r#"{"operation":"delete","filter":{"code.in":["QQ","RR"]}}"#);
    assert_eq!((gone.status, &gone.json()["deleted"]), (200, &json!(2)), "{}", gone.body);
}

#[test]
fn every_mistake_of_a_call_is_told() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    for (body, name, message) in [
        (r#"{"records":[]}"#, "operation", "expected `create`, `update`, `upsert` or `delete`"),
        (r#"{"operation":"create"}"#, "records", "expected a list of records"),
        (r#"{"operation":"create","records":[{},1]}"#, "records", "expected an object at 1"),
        (r#"{"operation":"delete","records":[1,2,3,4,5,6]}"#, "records", "one call may write at most 5 records"),
        (r#"{"operation":"delete","records":[],"mode":"most"}"#, "mode", "expected `atomic` or `each`"),
        (r#"{"operation":"delete","records":[],"mod":1}"#, "mod", "there is no `mod` here"),
        (r#"{"operation":"delete","filter":1}"#, "filter", "expected an object"),
        (r#"{"operation":"delete","filter":{"code":"AA"},"all":1}"#, "all", "expected `true` or `false`"),
        (
            r#"{"operation":"delete","filter":{}}"#,
            "filter",
            "the filter means all records: write `{}` and say `\"all\": true` too",
        ),
        (
            r#"{"operation":"delete","filter":{"NOT":{"OR":{}}},"all":true}"#,
            "filter",
            "the filter means all records: write `{}` and say `\"all\": true` too",
        ),
        (
            r#"{"operation":"delete","filter":{"OR":{"code":"AA","AND":{}}}}"#,
            "filter",
            "the filter means all records: write `{}` and say `\"all\": true` too",
        ),
    ] {
        let told = fixture.send("POST", "/airline/bulk/", Some(&keeper), body);
        assert_eq!((told.status, &told.json()["detail"][name][0]["message"]), (422, &json!(message)), "{body}");
    }
    let told = fixture.send("POST", "/airline/bulk/", Some(&keeper), r#"{"operation":"delete","filter":{"code":7}}"#);
    assert_eq!((told.status, &told.json()["parameters"][0]["name"]), (400, &json!("filter.code")), "{}", told.body);
    assert_eq!(fixture.send("POST", "/airline/bulk/", None, "{}").status, 401);
    assert_eq!(fixture.send("GET", "/airline/bulk/", Some(&keeper), "").header("allow"), Some("POST"));
}

#[test]
fn what_specs_take_away_cannot_be_done_to_many_either() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    let gone = fixture.send("POST", "/group/bulk/", Some(&admin), r#"{"operation":"delete","records":["admin"]}"#);
    assert_eq!(gone.status, 403, "{}", gone.body);
}
