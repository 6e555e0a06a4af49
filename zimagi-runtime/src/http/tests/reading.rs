//! Lists, records and exports.

use serde_json::json;

use super::fixture::{Ask, Fixture};

#[test]
fn a_list_is_an_envelope_of_items() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let told = fixture.get("/flight/", Some(&viewer));
    assert_eq!((told.status, told.header("content-type")), (200, Some("application/json")));
    let body = told.json();
    assert_eq!((&body["count"], &body["next"], &body["previous"]), (&json!(2), &json!(null), &json!(null)));
    let first = &body["results"][0];
    assert_eq!(first["carrier"], json!({"code": "AA", "api_url": "http://api/airline/AA/"}));
    assert_eq!(first.get("plane"), None, "a relation to a type that may not be viewed does not exist");
    assert_eq!(first.get("secret"), None);
    assert_eq!(first["delay"], json!(12.5));
}

#[test]
fn pages_keep_the_other_parameters() {
    let fixture = Fixture::new();
    let pages: Vec<_> = ["/airline/?count=1&name.contains=e", "/airline/?count=1&page=2&name.contains=e"]
        .into_iter()
        .map(|path| fixture.get(path, None).json())
        .collect();
    assert_eq!(pages[0]["next"], json!("http://api/airline/?count=1&name.contains=e&page=2"));
    assert_eq!(pages[0]["previous"], json!(null));
    assert_eq!(pages[1]["next"], json!(null));
    assert_eq!(pages[1]["previous"], json!("http://api/airline/?count=1&name.contains=e"));
    assert_eq!(pages[1]["results"][0]["code"], json!("UA"));
}

#[test]
fn fields_are_those_of_the_caller() {
    let fixture = Fixture::new();
    let fleet = fixture.token("fay", &["flight-viewer", "fleet-viewer"]);
    let query = "fields=number,plane.manufacturer,airline=carrier.name&count=1";
    let body = fixture.get(&format!("/flight/?{query}"), Some(&fleet)).json();
    let first = json!({"number": 1, "plane": {"manufacturer": "BOEING"}, "airline": "American"});
    assert_eq!(body["results"], json!([first]));
    assert_eq!(body["next"], json!(format!("http://api/flight/?{query}&page=2")));
    let asked = r#"{"fields":["number","plane.manufacturer","airline=carrier.name"],"filter":{"number":1}}"#;
    assert_eq!(fixture.send("POST", "/flight/query/", Some(&fleet), asked).json()["results"], json!([first]));
    let told = fixture.send("POST", "/flight/query/", Some(&fleet), r#"{"fields":[1]}"#);
    assert_eq!(told.json()["parameters"][0]["message"], json!("expected a text with commas or a list of texts"));
    let record = fixture.get("/airline/AA/?fields=flights.number,code", Some(&fleet));
    assert_eq!(record.body, r#"{"flights":[{"number":1}],"code":"AA"}"#);
    let told = fixture.get("/airline/AA/?fields=flights.secret,fligths", Some(&fleet));
    let texts: Vec<_> =
        told.json()["parameters"].as_array().unwrap().iter().map(|told| told["message"].clone()).collect();
    assert_eq!(
        (told.status, json!(texts)),
        (400, json!(["there is no field `flights.secret`", "there is no field `fligths`"]))
    );
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let told = fixture.get("/flight/?fields=plane.manufacturer", Some(&viewer)).json();
    assert_eq!(told["parameters"][0]["message"], json!("there is no field `plane.manufacturer`"));
}

#[test]
fn nested_filters_reach_over_relations() {
    let fixture = Fixture::new();
    let fleet = fixture.token("fay", &["flight-viewer", "fleet-viewer"]);
    for (query, numbers) in [
        ("plane.manufacturer=BOEING", json!([1])),
        ("plane__manufacturer__icontains=boe", json!([1])),
        ("plane.isnull=true", json!([2])),
        ("carrier.name.startswith=Un", json!([2])),
        ("-carrier=AA", json!([2])),
        ("number.in=1,2&ordering=-delay", json!([1, 2])),
    ] {
        let body = fixture.get(&format!("/flight/?{query}"), Some(&fleet)).json();
        let found: Vec<_> = body["results"].as_array().unwrap().iter().map(|item| item["number"].clone()).collect();
        assert_eq!(json!(found), numbers, "{query}");
    }
}

#[test]
fn every_mistake_of_a_query_is_told_at_once() {
    let fixture = Fixture::new();
    let told = fixture.get("/airline/?nme=x&name.begins=y&page=0&ordering=cod", None);
    assert_eq!(told.status, 400);
    let body = told.json();
    assert_eq!((&body["detail"], &body["code"]), (&json!("Parameters are wrong"), &json!("bad_parameters")));
    let names: Vec<_> = body["parameters"].as_array().unwrap().iter().map(|mistake| &mistake["name"]).collect();
    assert_eq!(json!(names), json!(["nme", "name.begins", "ordering", "page"]));
    assert_eq!(body["parameters"][0]["similar"], json!(["name"]));
    assert_eq!(body["parameters"][0]["message"], json!("there is no field `nme`"));
}

#[test]
fn a_record_is_found_by_its_identifier_and_by_its_key() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let by_key = fixture.get("/flight/1/", Some(&viewer));
    assert_eq!(by_key.status, 200, "{}", by_key.body);
    let id = by_key.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(fixture.get(&format!("/flight/{id}/"), Some(&viewer)).body, by_key.body);
    assert_eq!(by_key.json()["carrier"]["name"], json!("American"));
    let airline = fixture.get("/airline/AA/", Some(&viewer)).json();
    assert_eq!(airline["flights"], json!("http://api/flight/?carrier.code=AA"));
    assert_eq!(fixture.get("/airline/AA/", None).json().get("flights"), None);
}

#[test]
fn what_is_not_there_is_not_found() {
    let fixture = Fixture::new();
    let told = fixture.get("/airline/XX/", None);
    assert_eq!((told.status, told.body.as_str()), (404, r#"{"detail":"Not found","code":"not_found"}"#));
}

#[test]
fn csv_is_rfc_4180() {
    let fixture = Fixture::new();
    let told = fixture.get("/airline/csv/?fields=code,name&ordering=-code", None);
    let expected = "code,name\r\nZZ,\"Züri, \"\"Air\"\"\"\r\nUA,United\r\nAA,American\r\n";
    assert_eq!((told.status, told.body.as_str()), (200, expected));
    assert_eq!(told.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
    assert_eq!(told.header("content-disposition"), Some("attachment; filename=\"zimagi-export-data.csv\""));
}

#[test]
fn json_is_an_array_of_the_fields_asked_for() {
    let fixture = Fixture::new();
    let fleet = fixture.token("fay", &["flight-viewer", "fleet-viewer"]);
    let told = fixture.get("/flight/json/?fields=number,plane.manufacturer&ordering=number", Some(&fleet));
    let expected = json!([
        {"number": 1, "plane.manufacturer": "BOEING"},
        {"number": 2, "plane.manufacturer": null},
    ]);
    assert_eq!((told.status, told.json()), (200, expected));
    assert_eq!(fixture.get("/flight/json/?number=77", Some(&fleet)).body, "[]");
}

#[test]
fn mistakes_of_an_export_are_answered_before_it_starts() {
    let fixture = Fixture::new();
    for path in ["/airline/csv/?fields=nme", "/airline/json/?limit=none", "/airline/json/?page=2"] {
        let told = fixture.get(path, None);
        assert_eq!(
            (told.status, told.header("content-type")),
            (400, Some("application/json")),
            "{path}: {}",
            told.body
        );
    }
}

#[test]
fn a_head_request_has_the_same_head() {
    let fixture = Fixture::new();
    let told = fixture.send("HEAD", "/airline/csv/", None, "");
    assert_eq!((told.status, told.body.as_str()), (200, ""));
    assert_eq!(told.headers, fixture.get("/airline/csv/", None).headers);
    assert_eq!(fixture.send("HEAD", "/airline/XX/", None, "").status, 404);
}

#[test]
fn a_query_that_is_too_long_is_refused() {
    let fixture = Fixture::new();
    let told = fixture.get(&format!("/airline/?name={}", "x".repeat(20_000)), None);
    let expected = r#"{"detail":"The query is too long","code":"query_too_long"}"#;
    assert_eq!((told.status, told.body.as_str()), (414, expected));
}

#[test]
fn an_address_without_slash_leads_to_the_one_with() {
    let fixture = Fixture::new();
    let told = fixture.get("/airline?count=1", None);
    assert_eq!((told.status, told.header("location")), (308, Some("/airline/?count=1")));
}

#[test]
fn the_status_page_needs_no_credentials() {
    let fixture = Fixture::new();
    let expected = r#"{"message":"System check successful","encryption":false}"#;
    for path in ["/status", "/status/"] {
        let told = fixture.get(path, Some(&"nonsense".to_owned()));
        assert_eq!((told.status, told.body.as_str()), (200, expected));
    }
}

#[test]
fn the_official_client_gets_csv_as_one_json_string() {
    let fixture = Fixture::new();
    let path = "/airline/csv/?fields=code,name&code=ZZ";
    let ask = |user_agent| fixture.ask(&Ask { method: "GET", path, user_agent, ..Ask::default() });
    let (official, other) = (ask(Some("zimagi-python")), ask(Some("zimagi-python/2")));
    assert_eq!(other.body, "code,name\r\nZZ,\"Züri, \"\"Air\"\"\"\r\n");
    assert_eq!(official.body, r#""code,name\nZZ,\"Züri, \"\"Air\"\"\"\n""#);
    for told in [official, other] {
        let varying: Vec<_> = told.headers.iter().filter(|(name, _)| name == "vary").map(|(_, value)| value).collect();
        assert_eq!(varying, ["Authorization", "User-Agent"]);
    }
}

#[test]
fn a_long_question_is_asked_by_a_body_and_is_still_a_reading() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let ask = |path: &str, body: &str| fixture.send("POST", path, Some(&viewer), body);
    let told = ask("/flight/query/", r#"{"filter":{"OR":{"number":1,"number.in":[7,8]}},"count":1}"#);
    assert_eq!(told.status, 200, "{}", told.body);
    assert_eq!((&told.json()["count"], &told.json()["results"][0]["number"]), (&json!(1), &json!(1)));
    let page = ask("/airline/query/", r#"{"filter":[],"count":1}"#).json();
    assert_eq!(page["next"], json!("http://api/airline/query/?page=2"));
    let next = ask("/airline/query/?page=2", r#"{"count":1}"#).json();
    assert_eq!(next["results"][0]["code"], json!("UA"));
    let wrong = ask("/flight/query/", r#"{"filters":{},"filter":3,"count":[]}"#);
    assert_eq!(wrong.status, 400, "{}", wrong.body);
    let told = wrong.json();
    let messages: Vec<_> = told["parameters"].as_array().unwrap().iter().map(|one| one["message"].clone()).collect();
    let members = "expected one of `filter`, `q`, `ordering`, `fields`, `page`, `count`, `cursor`, `total`";
    let group = "expected a JSON object of filters, or a list of such objects";
    assert_eq!(messages, [members, group, "expected a whole number"]);
    let status = |body: &str| ask("/airline/query/", body).status;
    assert_eq!([r#"{"page":1.0}"#, r#"{"page":"last"}"#].map(status), [200, 200]);
    assert_eq!([r#"{"page":"1"}"#, r#"{"page":null}"#, r#"{"count":1.5}"#, r#"{"q":1}"#].map(status), [400; 4]);
    let typed = ask("/flight/query/", r#"{"filter":{"number":"1"}}"#);
    let place = &typed.json()["parameters"][0]["name"];
    assert_eq!((typed.status, place), (400, &json!("filter.number")), "{}", typed.body);
    assert_eq!(fixture.send("POST", "/flight/query/", None, "{}").status, 401);
    let got = fixture.get("/flight/query/", Some(&viewer));
    assert_eq!((got.status, got.header("allow")), (405, Some("POST")));
    let invented = [("query", "x"), ("quary", "x")].map(|(word, _)| ask(&format!("/plain/{word}/"), "{}").status);
    assert_eq!(invented, [404, 404]);
}
