//! Tags of answers, conditions on writes, whole records, and writes that are taken back.

use serde_json::json;

use super::fixture::{Ask, Fixture, Told};

fn ask(
    fixture: &Fixture,
    token: &str,
    (method, path): (&str, &str),
    headers: &[(&'static str, &str)],
    body: &str,
) -> Told {
    let content_type = (!body.is_empty()).then_some("application/json");
    let authorization = Some(token.to_owned());
    fixture.ask(&Ask { method, path, authorization, content_type, headers, body, ..Ask::default() })
}

#[test]
fn an_answer_that_the_caller_has_is_not_sent_again() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    for path in ["/airline/AA/", "/airline/?ordering=code", "/openapi.json"] {
        let told = fixture.get(path, Some(&keeper));
        let tag = told.header("etag").unwrap().to_owned();
        assert!(tag.starts_with('"') && tag.len() == 34, "{tag}");
        for known in [tag.clone(), format!("\"other\", W/{tag}"), "*".to_owned()] {
            let again = ask(&fixture, &keeper, ("GET", path), &[("if-none-match", &known)], "");
            assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", Some(tag.as_str())));
        }
        let other = ask(&fixture, &keeper, ("GET", path), &[("if-none-match", "\"other\"")], "");
        assert_eq!((other.status, &other.body), (200, &told.body));
    }
    assert_eq!(fixture.get("/status", None).header("etag"), None);
    assert_eq!(fixture.get("/airline/XX/", Some(&keeper)).header("etag"), None);
}

#[test]
fn a_record_that_has_changed_is_not_written() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let tag = fixture.get("/airline/ZZ/", Some(&keeper)).header("etag").unwrap().to_owned();
    let put = |condition: &str, body: &str| {
        ask(&fixture, &keeper, ("PATCH", "/airline/ZZ/"), &[("if-match", condition)], body)
    };
    let changed = put(&tag, r#"{"name":"One"}"#);
    assert_eq!(changed.status, 200, "{}", changed.body);
    let late = put(&tag, r#"{"name":"Two"}"#);
    let text = r#"{"detail":"The record has changed since; read it again","code":"stale"}"#;
    assert_eq!((late.status, late.body.as_str()), (412, text));
    let weak = format!("W/{}", changed.header("etag").unwrap());
    let gone = |condition: &str| ask(&fixture, &keeper, ("DELETE", "/airline/ZZ/"), &[("if-match", condition)], "");
    assert_eq!(gone(&weak).status, 412);
    assert_eq!(put("*", r#"{"name":"Three"}"#).json()["name"], json!("Three"));
    let now = fixture.get("/airline/ZZ/", Some(&keeper)).header("etag").unwrap().to_owned();
    assert_eq!(gone(&now).status, 204);
}

#[test]
fn a_record_may_be_given_whole() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    let id = fixture.get("/flight/?number=1", Some(&admin)).json()["results"][0]["id"].as_str().unwrap().to_owned();
    let send = |method: &str, query: &str, body: &str| {
        fixture.send(method, &format!("/flight/{id}/{query}"), Some(&admin), body)
    };
    assert_eq!(send("PUT", "?replace=false", r#"{"plane":"N2"}"#).json()["delay"], json!(12.5));
    let whole = send("PUT", "?replace=true", r#"{"plane":"N1"}"#);
    assert_eq!((whole.status, &whole.json()["delay"]), (200, &json!(null)), "{}", whole.body);
    let wrong = send("PUT", "?replace=yes", "{}");
    assert_eq!(wrong.status, 400);
    assert_eq!(wrong.json()["parameters"][0]["message"], json!("expected `true` or `false`"));
    // A PATCH is never whole, so the parameter means nothing there.
    assert_eq!(send("PATCH", "?replace=true", "{}").status, 400);
}

#[test]
fn a_write_may_be_tried_without_a_trace() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    let count = || fixture.get("/log/", Some(&admin)).json()["count"].clone();
    let before = count();
    let prefer = [("prefer", "tx=rollback")];
    let made = ask(&fixture, &admin, ("POST", "/airline/"), &prefer, r#"{"code":"QQ","name":"Quick"}"#);
    assert_eq!((made.status, made.header("preference-applied")), (201, Some("tx=rollback")), "{}", made.body);
    let changed = ask(&fixture, &admin, ("PUT", "/airline/AA/"), &prefer, r#"{"name":"Quick"}"#);
    assert_eq!((changed.status, &changed.json()["name"]), (200, &json!("Quick")));
    let gone = ask(&fixture, &admin, ("DELETE", "/airline/ZZ/"), &prefer, "");
    assert_eq!((gone.status, gone.header("preference-applied")), (204, Some("tx=rollback")));
    let kept = fixture.get("/airline/csv/?fields=code,name&ordering=code", Some(&admin));
    assert_eq!(kept.body.lines().count(), 4, "{}", kept.body);
    assert!(kept.body.contains("American"));
    assert_eq!(count(), before);
}
