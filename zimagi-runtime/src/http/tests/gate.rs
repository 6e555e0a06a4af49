//! What callers may not see and may not do: answered so that nothing is learned.

use super::fixture::{Fixture, Told};

/// The same answer, once the one name in it is replaced by the other.
fn assert_alike(forbidden: &Told, invented: &Told, names: (&str, &str)) {
    let replaced = Told { body: forbidden.body.replace(names.0, names.1), ..forbidden.clone() };
    assert_eq!(&replaced, invented, "{} and {} differ", names.0, names.1);
}

#[test]
fn what_may_not_be_seen_is_answered_like_what_does_not_exist() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let keeper = fixture.token("karl", &["flight-admin"]);
    for caller in [None, Some(&viewer), Some(&keeper)] {
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            for path in
                ["/plane/", "/plane/json/", "/plane/csv/", "/plane/N1/", "/plane/?nothing=1", "/plane", "/plane/N1/x/"]
            {
                let body = if method == "POST" || method == "PUT" { "{}" } else { "" };
                let forbidden = fixture.send(method, path, caller, body);
                let invented = fixture.send(method, &path.replace("plane", "plain"), caller, body);
                let location = |told: &Told| told.header("location").map(|text| text.replace("plane", "plain"));
                assert_eq!(location(&forbidden), location(&invented));
                let without = |told: Told| Told {
                    headers: told.headers.into_iter().filter(|(name, _)| name != "location").collect(),
                    ..told
                };
                assert_alike(&without(forbidden), &without(invented), ("plane", "plain"));
            }
        }
    }
}

#[test]
fn fields_that_may_not_be_seen_are_answered_like_those_that_do_not_exist() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let admin = fixture.token("root", &["admin"]);
    for (caller, hidden, invented) in [
        (&viewer, "secret", "sacred"),
        (&admin, "secret", "sacred"),
        (&viewer, "plane.manufacturer", "plain.manufacturer"),
        (&viewer, "plane_id", "plain_id"),
        (&viewer, "carrier.flights.secret", "carrier.flights.sacred"),
    ] {
        for form in [
            "/flight/?{}=1",
            "/flight/?-{}=1",
            "/flight/?{}.isnull=true",
            "/flight/?ordering={}",
            "/flight/json/?fields={}",
            "/flight/json/?ordering=-{}",
            "/flight/csv/?fields=number,{}",
            "/flight/csv/?{}.contains=x",
        ] {
            let ask = |name: &str| fixture.get(&form.replace("{}", name), Some(caller));
            let (told, expected) = (ask(hidden), ask(invented));
            assert_eq!(told.status, 400, "{form} {hidden}: {}", told.body);
            assert_alike(&told, &expected, (hidden, invented));
        }
    }
}

#[test]
fn writing_a_hidden_field_is_answered_like_writing_an_invented_one() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    let ask = |name: &str| {
        fixture.send("POST", "/flight/", Some(&admin), &format!("{{\"number\":3,\"carrier\":\"AA\",\"{name}\":\"x\"}}"))
    };
    let told = ask("secret");
    assert_eq!(told.status, 422, "{}", told.body);
    assert_alike(&told, &ask("sacred"), ("secret", "sacred"));
}

#[test]
fn without_credentials_everything_but_public_types_asks_for_them() {
    let fixture = Fixture::new();
    for path in
        ["/flight/", "/invented/", "/flight/1/", "/schema/flight/", "/schema/invented/", "/a/b/c/", "/user/csv/"]
    {
        let told = fixture.get(path, None);
        let expected = r#"{"detail":"Authentication credentials were not provided","code":"unauthorized"}"#;
        assert_eq!((told.status, told.body.as_str()), (401, expected), "{path}");
        assert_eq!(told.header("www-authenticate"), Some("Token, Bearer"));
    }
    assert_eq!(fixture.get("/airline/", None).status, 200);
    assert_eq!(fixture.send("POST", "/airline/", None, "{}").status, 401);
    assert_eq!(fixture.send("DELETE", "/airline/AA/", None, "").status, 401);
}

#[test]
fn wrong_credentials_are_refused_even_where_none_are_needed() {
    let fixture = Fixture::new();
    let good = fixture.token("vera", &["flight-viewer"]);
    let token = good.rsplit(' ').next().unwrap();
    let wrong = "0".repeat(68);
    let invalid = "Invalid token: User credentials are invalid";
    for (header, detail) in [
        (format!("Token vera {wrong}"), invalid),
        (format!("Token nobody {wrong}"), invalid),
        (format!("Token nobody {token}"), invalid),
        (format!("Token ada {token}"), invalid),
        ("Token vera x".to_owned(), invalid),
        (format!("Bearer {wrong}"), invalid),
        ("Token vera".to_owned(), "Invalid token. Required format: Token <user_name> <token>"),
        ("Basic x".to_owned(), "Authentication header required: 'Authorization: Token <user_name> <token>'"),
    ] {
        for path in ["/airline/", "/flight/", "/invented/", "/openapi.json"] {
            let told = fixture.get(path, Some(&header));
            assert_eq!((told.status, told.json()["detail"].as_str()), (401, Some(detail)), "{header} {path}");
        }
    }
    assert_eq!(fixture.get("/flight/", Some(&good)).status, 200);
    assert_eq!(fixture.get("/flight/", Some(&format!("bearer {token}"))).status, 200);
}

#[test]
fn those_who_may_look_but_not_touch_are_told_so() {
    let fixture = Fixture::new();
    let viewer = fixture.token("vera", &["flight-viewer"]);
    let expected = r#"{"detail":"You do not have permission to perform this action.","code":"forbidden"}"#;
    for (method, path) in
        [("POST", "/flight/"), ("PUT", "/flight/1/"), ("DELETE", "/flight/9/"), ("DELETE", "/airline/AA/")]
    {
        let told = fixture.send(method, path, Some(&viewer), "");
        assert_eq!((told.status, told.body.as_str()), (403, expected), "{method} {path}");
    }
}

#[test]
fn no_answer_may_be_kept() {
    let fixture = Fixture::new();
    for path in ["/airline/", "/flight/", "/status", "/openapi.json", "/airline/csv/", "/airline"] {
        let told = fixture.get(path, None);
        assert_eq!(told.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(told.header("vary"), Some("Authorization"), "{path}");
    }
}
