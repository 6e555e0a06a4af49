//! Who asks too often: refused before anything is told of what was asked for, and without harm to others.

use super::fixture::{Fixture, Told};

fn strangers_token() -> String {
    format!("Token vera {}", "x".repeat(40))
}

fn assert_too_often(told: &Told) {
    assert_eq!((told.status, told.header("retry-after")), (429, Some("1")), "{}", told.body);
    let text = r#"{"detail":"Too many requests; Retry-After says when to come again","code":"too_often"}"#;
    assert_eq!(told.body, text);
}

#[test]
fn each_user_has_a_rate() {
    let mut fixture = Fixture::new();
    let [vera, karl] = ["vera", "karl"].map(|user| fixture.token(user, &["flight-viewer"]));
    fixture.hold_to(2);
    assert_eq!(fixture.get("/flight/", Some(&vera)).status, 200);
    assert_eq!(fixture.get("/flight/?invented=1", Some(&vera)).status, 400);
    for path in ["/flight/", "/plane/", "/plain/", "/flight", "/openapi.json", "/metrics"] {
        assert_too_often(&fixture.get(path, Some(&vera)));
    }
    assert_too_often(&fixture.send("POST", "/airline/", Some(&vera), "{}"));
    assert_eq!(fixture.get("/flight/", Some(&karl)).status, 200);
    assert_eq!(fixture.get("/airline/", None).status, 200);
}

#[test]
fn whoever_proves_nothing_is_counted_by_the_address() {
    let mut fixture = Fixture::new();
    let vera = fixture.token("vera", &["flight-viewer"]);
    fixture.hold_to(2);
    assert_eq!(fixture.get("/airline/", None).status, 200);
    assert_eq!(fixture.get("/airline/", Some(&strangers_token())).status, 401);
    assert_too_often(&fixture.get("/airline/", Some(&strangers_token())));
    assert_too_often(&fixture.get("/airline/", None));
    assert_eq!(fixture.get("/airline/", Some(&vera)).status, 200);
}

#[test]
fn those_who_watch_the_service_are_not_counted() {
    let mut fixture = Fixture::new();
    fixture.hold_to(1);
    for path in ["/health/live", "/health/ready", "/status", "/health/live"] {
        assert_eq!(fixture.get(path, None).status, 200, "{path}");
    }
}
