//! What those who operate the service see: health, numbers, names of requests, and the page of the documentation.

use super::fixture::{Ask, Fixture, Told};

fn ask(fixture: &Fixture, path: &str, request_id: Option<&str>) -> Told {
    fixture.ask(&Ask { method: "GET", path, request_id, ..Ask::default() })
}

#[test]
fn anyone_may_ask_whether_the_service_lives_and_is_ready() {
    let fixture = Fixture::new();
    for (path, body) in [("/health/live", r#"{"status":"live"}"#), ("/health/ready", r#"{"status":"ready"}"#)] {
        let told = fixture.get(path, None);
        assert_eq!((told.status, told.body.as_str()), (200, body));
        assert_eq!(fixture.send("POST", path, None, "{}").status, 405);
    }
}

#[test]
fn a_database_without_its_schema_is_not_ready() {
    let fixture = Fixture::new();
    fixture.revert_migrations();
    let told = fixture.get("/health/ready", None);
    assert_eq!((told.status, told.header("retry-after")), (503, Some("1")));
    let (detail, code) = (&told.json()["detail"], &told.json()["code"]);
    assert_eq!((detail.as_str(), code.as_str()), (Some("System check error"), Some("unhealthy")));
    assert_eq!(fixture.get("/health/live", None).status, 200);
}

#[test]
fn numbers_are_for_those_whom_the_settings_name() {
    let fixture = Fixture::new();
    let reader = fixture.token("fay", &["fleet-viewer"]);
    let other = fixture.token("vera", &["flight-viewer"]);
    assert_eq!(fixture.get("/metrics", None).status, 401);
    assert_eq!(fixture.get("/metrics", Some(&other)).body, fixture.get("/invented/", Some(&other)).body);
    assert_eq!(fixture.get("/airline/?invented=1", None).status, 400);
    let told = fixture.get("/metrics", Some(&reader));
    assert_eq!((told.status, told.header("content-type")), (200, Some("text/plain; version=0.0.4; charset=utf-8")));
    for line in [
        r#"zimagi_http_requests_total{method="GET",route="list",status="400"} 1"#,
        r#"zimagi_http_request_seconds_count{route="metrics"} 2"#,
        r#"zimagi_database_connections{purpose="writing",state="most",store="main"} 1"#,
    ] {
        assert!(told.body.contains(&format!("{line}\n")), "{line} is missing:\n{}", told.body);
    }
    let memory = told.body.lines().find_map(|line| line.strip_prefix("process_resident_memory_bytes "));
    assert!(memory.unwrap().parse::<u64>().unwrap() > 1_000_000, "{memory:?}");
}

#[test]
fn requests_keep_the_names_that_callers_give_them() {
    let fixture = Fixture::new();
    let name = |given| ask(&fixture, "/airline/", Some(given)).header("x-request-id").unwrap().to_owned();
    assert_eq!(name("web-1:42"), "web-1:42");
    for strange in ["a b", "", &"x".repeat(129)] {
        let made = name(strange);
        assert!(made.len() == 32 && made.bytes().all(|byte| byte.is_ascii_hexdigit()), "{made}");
        assert_ne!(made, name(strange));
    }
    assert_eq!(ask(&fixture, "/invented/", Some("n-1")).header("x-request-id"), Some("n-1"));
}

#[test]
fn a_fault_of_the_server_tells_the_name_of_the_request() {
    let fixture = Fixture::new();
    fixture.revert_migrations();
    let told = ask(&fixture, "/airline/", Some("n-2"));
    assert_eq!((told.status, told.json()["request_id"].as_str()), (500, Some("n-2")), "{}", told.body);
}

#[test]
fn the_page_of_the_documentation_loads_nothing_from_elsewhere() {
    let fixture = Fixture::new();
    let page = fixture.get("/docs/", None);
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(page.header("content-security-policy").unwrap().starts_with("default-src 'none'; script-src 'self';"));
    let named = page.body.split(['"', '\'']).filter(|text| text.ends_with(".js") || text.ends_with(".css"));
    let named: Vec<_> = named.collect();
    assert_eq!(named, ["swagger-ui.css", "swagger-ui-bundle.js", "start.js"]);
    for (name, least) in named.into_iter().zip([100_000, 1_000_000, 500]) {
        let file = fixture.get(&format!("/docs/{name}"), None);
        assert_eq!(file.status, 200, "{name}");
        assert!(file.body.len() > least, "{name} has {} bytes", file.body.len());
    }
    assert_eq!(fixture.get("/docs", None).header("location"), Some("/docs/"));
    assert_eq!(fixture.get("/docs/other.js", None).status, 401);
}
