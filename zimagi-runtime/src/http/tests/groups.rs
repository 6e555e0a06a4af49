//! Records that were given to groups: to others they are answered like invented ones, in every header and byte.

use serde_json::{Value as Json, json};

use super::fixture::{Ask, Fixture, Told};

/// Memos of two boards, copies of them, and somebody in each board. No model names the boards as roles.
fn fill(fixture: &Fixture) -> [String; 3] {
    let admin = fixture.token("root", &["admin"]);
    let created = |path: &str, body: &str| {
        let told = fixture.send("POST", path, Some(&admin), body);
        assert_eq!(told.status, 201, "{path} {body}: {}", told.body);
    };
    for group in ["reader", "clerk", "north", "south", "public", "warden"] {
        created("/group/", &json!({"name": group}).to_string());
    }
    for (name, groups, copy) in
        [("open", json!(["public"]), "one"), ("north", json!(["north"]), "two"), ("south", json!(["south"]), "three")]
    {
        created("/memo/", &json!({"name": name, "text": "x", "groups": groups}).to_string());
        created("/copy/", &json!({"name": copy, "memo": name}).to_string());
    }
    [admin, fixture.token("nora", &["reader", "clerk", "north"]), fixture.token("sue", &["reader", "clerk", "south"])]
}

fn names(told: &Told) -> String {
    let names: Vec<_> = told.json()["results"].as_array().unwrap().iter().map(|memo| memo["name"].clone()).collect();
    Json::from(names).to_string()
}

#[test]
fn each_caller_has_the_records_of_its_own_groups() {
    let fixture = Fixture::new();
    let [admin, nora, sue] = fill(&fixture);
    let list = |caller| names(&fixture.get("/memo/", Some(caller)));
    assert_eq!(list(&admin), r#"["north","open","south"]"#);
    assert_eq!(list(&nora), r#"["north","open"]"#);
    assert_eq!(list(&sue), r#"["open","south"]"#);
    // Groups count as they are at each request.
    let membership = fixture.get("/membership/?user=nora&group=north", Some(&admin)).json()["results"][0]["id"].clone();
    let path = format!("/membership/{}/", membership.as_str().unwrap());
    assert_eq!(fixture.send("DELETE", &path, Some(&admin), "").status, 204);
    assert_eq!(list(&nora), r#"["open"]"#);
}

#[test]
fn what_is_for_others_is_answered_like_what_was_invented() {
    let fixture = Fixture::new();
    let [_, nora, _] = fill(&fixture);
    let ask = |(method, path, body): (&str, &str, &str), name: &str, headers: &[(&'static str, &str)]| {
        let (path, body) = (path.replace("NAME", name), body.replace("NAME", name));
        let content_type = (!body.is_empty()).then_some("application/json");
        let authorization = Some(nora.clone());
        let ask = Ask { method, path: &path, authorization, content_type, headers, body: &body, ..Ask::default() };
        let told = fixture.ask(&ask);
        let headers = told.headers.into_iter().map(|(header, value)| (header, value.replace(name, "NAME"))).collect();
        Told { body: told.body.replace(name, "NAME"), headers, ..told }
    };
    let conditions: [&[(&'static str, &str)]; 3] = [&[], &[("if-match", "\"x\"")], &[("if-none-match", "\"x\"")]];
    for request in [
        ("GET", "/memo/NAME/", ""),
        ("PUT", "/memo/NAME/", r#"{"text": "mine"}"#),
        ("PATCH", "/memo/NAME/", r#"{"text": "mine"}"#),
        ("DELETE", "/memo/NAME/", ""),
        ("GET", "/memo/?name=NAME", ""),
        ("GET", "/memo/count/text/?name=NAME", ""),
        ("GET", "/copy/?memo=NAME", ""),
        ("GET", "/copy/?-memo.name=NAME", ""),
        ("GET", "/copy/ndjson/?OR=%5B%7B%22memo%22:%22NAME%22%7D%5D", ""),
        ("POST", "/copy/", r#"{"name": "new", "memo": "NAME"}"#),
        ("POST", "/memo/bulk/", r#"{"operation": "delete", "records": ["NAME"]}"#),
        ("POST", "/memo/bulk/", r#"{"operation": "update", "records": [{"name": "NAME", "text": "y"}]}"#),
        ("POST", "/memo/query/", r#"{"filter": {"name": "NAME"}}"#),
    ] {
        for headers in conditions {
            assert_eq!(ask(request, "south", headers), ask(request, "xxxxx", headers), "{request:?} {headers:?}");
        }
    }
    let told = |caller, body| fixture.send("POST", "/memo/", Some(caller), body).json()["detail"].clone();
    let needed = |name: &str, message: &str| json!({name: [{"code": "required", "message": message}]});
    // Only who may view groups names them.
    assert_eq!(told(&nora, r#"{"name": "new", "text": "mine"}"#), needed("", "a value is needed"));
    let gus = fixture.token("gus", &["reader", "clerk", "north", "warden"]);
    assert_eq!(told(&gus, r#"{"name": "new", "text": "mine"}"#), needed("groups", "name at least one of your groups"));
    let told = told(&gus, r#"{"name": "south", "text": "mine", "groups": ["north"]}"#);
    assert_eq!(told["name"][0]["code"], "unique", "{told}");
}

/// The tag is that of what the caller was shown.
#[test]
fn what_others_do_out_of_sight_changes_no_tag() {
    let fixture = Fixture::new();
    let [admin, nora, _] = fill(&fixture);
    let tag = |path: &str| fixture.get(path, Some(&nora)).header("etag").unwrap().to_owned();
    let before = [tag("/memo/"), tag("/copy/three/"), tag("/copy/")];
    assert_eq!(fixture.send("PATCH", "/memo/south/", Some(&admin), r#"{"text": "changed"}"#).status, 200);
    assert_eq!([tag("/memo/"), tag("/copy/three/"), tag("/copy/")], before);
    assert_eq!(fixture.send("PATCH", "/memo/north/", Some(&admin), r#"{"text": "changed"}"#).status, 200);
    assert_ne!(tag("/memo/"), before[0]);
}

#[test]
fn the_document_says_where_a_record_may_be_missing() {
    let fixture = Fixture::new();
    let [admin, nora, _] = fill(&fixture);
    let shown = |caller| {
        let document = fixture.get("/openapi.json", Some(caller)).json();
        document["components"]["schemas"]["CopySummary"]["properties"]["memo"].clone()
    };
    let reference = json!({"$ref": "#/components/schemas/MemoReference"});
    assert_eq!(shown(&admin), reference);
    assert_eq!(shown(&nora), json!({"anyOf": [reference, {"type": "null"}]}));
    let copy = fixture.get("/copy/three/", Some(&nora));
    assert_eq!((copy.status, &copy.json()["memo"]), (200, &Json::Null));
}
