//! Making, changing and removing records, and bodies that cannot be read.

use serde_json::json;

use super::fixture::{Ask, Fixture};

#[test]
fn a_record_is_made_changed_and_removed() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let made = fixture.send("POST", "/airline/", Some(&keeper), r#"{"code":"QQ","name":"Quick"}"#);
    assert_eq!((made.status, made.header("location")), (201, Some("http://api/airline/QQ/")), "{}", made.body);
    assert_eq!(made.json()["name"], json!("Quick"));
    let changed = fixture.send("PUT", "/airline/QQ/", Some(&keeper), r#"{"name":"Quicker"}"#);
    assert_eq!((changed.status, &changed.json()["name"]), (200, &json!("Quicker")));
    let removed = fixture.send("DELETE", "/airline/QQ/?%7B%7D", Some(&keeper), "");
    assert_eq!((removed.status, removed.body.as_str()), (204, ""));
    assert_eq!(fixture.get("/airline/QQ/", None).status, 404);
    for (method, body) in [("PUT", r#"{"name":"x"}"#), ("DELETE", "")] {
        assert_eq!(fixture.send(method, "/airline/QQ/", Some(&keeper), body).status, 404);
    }
}

#[test]
fn every_wrong_value_is_told_by_its_field() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let told = fixture.send("POST", "/airline/", Some(&keeper), r#"{"code":"TOOLONG","nme":"x"}"#);
    assert_eq!(told.status, 422, "{}", told.body);
    let body = told.json();
    assert_eq!(body["code"], json!("invalid"));
    assert_eq!(body["detail"]["code"][0]["code"], json!("max_length"));
    assert_eq!(body["detail"]["name"][0]["code"], json!("required"));
    assert_eq!(body["detail"]["nme"][0]["code"], json!("unknown"));
    assert_eq!(body["detail"]["nme"][0]["similar"], json!(["name"]));
}

#[test]
fn conflicts_are_told() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let again = fixture.send("POST", "/airline/", Some(&keeper), r#"{"code":"AA","name":"x"}"#);
    assert_eq!((again.status, &again.json()["code"]), (409, &json!("conflict")), "{}", again.body);
    let needed = fixture.send("DELETE", "/airline/AA/", Some(&keeper), "");
    assert_eq!((needed.status, &needed.json()["code"]), (409, &json!("conflict")), "{}", needed.body);
}

#[test]
fn bodies_must_be_json_of_bounded_size() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let large = format!("{{\"code\":\"QQ\",\"name\":\"{}\"}}", "x".repeat(3000));
    for (content_type, body, status, text) in [
        (Some("text/plain"), "{}", 415, r#"{"detail":"The body must be application/json","code":"media_type"}"#),
        (None, "{}", 415, r#"{"detail":"The body must be application/json","code":"media_type"}"#),
        (
            Some("application/json"),
            "[]",
            400,
            r#"{"detail":"JSON parse error: expected an object","code":"malformed_body"}"#,
        ),
        (
            Some("application/json"),
            "{\"code\":",
            400,
            r#"{"detail":"JSON parse error: line 1, column 8","code":"malformed_body"}"#,
        ),
        (
            Some("application/json"),
            large.as_str(),
            413,
            r#"{"detail":"The body must have at most 2048 bytes","code":"body_too_large"}"#,
        ),
    ] {
        let ask = Ask {
            method: "POST",
            path: "/airline/",
            authorization: Some(keeper.clone()),
            content_type,
            body,
            ..Ask::default()
        };
        let told = fixture.ask(&ask);
        assert_eq!((told.status, told.body.as_str()), (status, text));
    }
}

#[test]
fn methods_that_mean_nothing_name_those_that_do() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    for (method, path, allow) in [
        ("PATCH", "/airline/", "GET, HEAD, POST"),
        ("DELETE", "/airline/", "GET, HEAD, POST"),
        ("POST", "/airline/csv/", "GET, HEAD"),
        ("POST", "/status", "GET, HEAD"),
        ("POST", "/openapi.json", "GET, HEAD"),
        // Only the runtime makes records of runs.
        ("POST", "/log/", "GET, HEAD"),
        ("DELETE", "/log/x/", "GET, HEAD"),
        // What specs take away.
        ("GET", "/group/", "POST"),
        ("GET", "/group/csv/", ""),
        ("DELETE", "/group/x/", "GET, HEAD, PUT, PATCH"),
    ] {
        let told = fixture.send(method, path, Some(&admin), "{}");
        assert_eq!((told.status, told.header("allow")), (405, Some(allow)), "{method} {path}");
    }
}

#[test]
fn numbers_are_whole_whatever_their_form() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let make = |number: &str| {
        fixture.send("POST", "/flight/", Some(&keeper), &format!("{{\"number\":{number},\"carrier\":\"AA\"}}"))
    };
    for (number, expected) in [("31.0", 31), ("3.2e1", 32), ("-9223372036854775808", i64::MIN)] {
        let told = make(number);
        assert_eq!((told.status, told.json()["number"].as_i64()), (201, Some(expected)), "{}", told.body);
    }
    for number in ["3.5", "9223372036854775808.0", "9223372036854775808", "-9223372036854775809", "1e300"] {
        assert_eq!(make(number).status, 422, "{number}");
    }
}
