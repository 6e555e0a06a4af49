//! Every route, asked as each kind of caller: the same answers from every database, and the statements of each dialect.

use std::fmt::Write as _;

use e2e::{Answer, Backend, Client, Example, Server, assert_golden};

/// One request and who sends it.
struct Case {
    name: &'static str,
    caller: Caller,
    method: &'static str,
    path: &'static str,
    body: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caller {
    Nobody,
    Viewer,
    Dispatcher,
    Keeper,
    Admin,
}

const fn get(name: &'static str, caller: Caller, path: &'static str) -> Case {
    Case { name, caller, method: "GET", path, body: "" }
}

const fn write(name: &'static str, method: &'static str, path: &'static str, body: &'static str) -> Case {
    Case { name, caller: Caller::Keeper, method, path, body }
}

const fn admin(name: &'static str, path: &'static str, body: &'static str) -> Case {
    Case { name, caller: Caller::Admin, method: "POST", path, body }
}

const NESTED: &str =
    "/flight/?plane.manufacturer=BOEING&origin.name.contains=Kennedy&ordering=-departure_delay&count=5";

/// Sent in this order: the later ones see what the earlier ones wrote.
const CASES: &[Case] = &[
    get("status", Caller::Nobody, "/status"),
    get("list_public", Caller::Nobody, "/airline/?count=3"),
    get("list_second_page", Caller::Nobody, "/airline/?count=3&page=2"),
    get("list_page_out_of_range", Caller::Nobody, "/airline/?count=3&page=99"),
    get("list_without_total", Caller::Viewer, "/flight/?total=none&count=2&ordering=-departure_delay,number"),
    get("list_from_the_end", Caller::Nobody, "/airline/?total=none&count=2&page=last"),
    get("list_by_cursor", Caller::Nobody, "/airline/?cursor=&count=3&ordering=-name"),
    get("list_by_cursor_of_another_list", Caller::Nobody, "/airline/?cursor=AQAAAAAAAAAAAAM5RQ&total=some"),
    get("list_by_cursor_and_number", Caller::Nobody, "/airline/?cursor=!&page=2"),
    get("list_nested_filter", Caller::Viewer, NESTED),
    get("list_underscore_path", Caller::Viewer, "/flight/?plane__manufacturer__icontains=boe&count=2"),
    get("list_backward_filter", Caller::Viewer, "/plane/?flights.origin.faa=JFK&ordering=-year&count=3"),
    get("list_in", Caller::Nobody, "/airline/?code.in=AA,UA"),
    get("list_negated", Caller::Nobody, "/airline/?-code.in=AA,UA&count=2"),
    get("list_isnull", Caller::Viewer, "/flight/?plane.isnull=true"),
    get(
        "list_range",
        Caller::Viewer,
        "/flight/?departure_delay.gte=10&departure_delay.lt=60&ordering=departure_delay,number",
    ),
    get("list_ordering_over_relation", Caller::Viewer, "/flight/?ordering=plane.year,-number&count=3"),
    get(
        "list_fields",
        Caller::Viewer,
        "/flight/?fields=number,plane.manufacturer,origin.*,maker=plane.manufacturer,carrier&ordering=number&count=2",
    ),
    get(
        "list_fields_over_many",
        Caller::Viewer,
        "/airline/?fields=code,flights.number,flights.plane.year,n=flights.id:count&code.in=AS,US",
    ),
    get(
        "list_fields_wrong",
        Caller::Dispatcher,
        "/flight/?fields=plane.year,nmber,number.*,number=carrier.name,number",
    ),
    get("get_fields", Caller::Nobody, "/airport/JFK/?fields=name,api_url"),
    get("list_startswith", Caller::Nobody, "/airline/?name.startswith=A"),
    get("list_platform_user_by_added_field", Caller::Admin, "/user/?desk=north"),
    get("list_platform_user_by_added_relation", Caller::Admin, "/user/?watches.airport.faa=JFK"),
    get("get_by_key", Caller::Nobody, "/airport/JFK/"),
    get("get_missing", Caller::Nobody, "/airport/XXX/"),
    get("get_without_slash", Caller::Nobody, "/airport/JFK"),
    get(
        "json_fields",
        Caller::Viewer,
        "/flight/json/?fields=number,carrier.name,plane.manufacturer&ordering=number&limit=3",
    ),
    get("ndjson", Caller::Nobody, "/airline/ndjson/?fields=code,name&ordering=code&limit=3"),
    get("csv", Caller::Nobody, "/airline/csv/?fields=code,name&ordering=code&limit=3"),
    get("values", Caller::Viewer, "/flight/values/plane.manufacturer/?origin=JFK"),
    get("values_over_many", Caller::Viewer, "/plane/values/flights.origin.name/?limit=2"),
    get("count", Caller::Viewer, "/flight/count/plane.manufacturer/"),
    get(
        "aggregate",
        Caller::Viewer,
        "/flight/aggregate/?fields=carrier,n=id:count,late=arrival_delay:avg,far=distance:max&having=%7B%22n.gte%22:10%7D&ordering=-n&limit=3",
    ),
    get("aggregate_over_many", Caller::Viewer, "/airline/aggregate/?fields=n=code:count,flights=flights.id:count"),
    get("aggregate_wrong", Caller::Viewer, "/flight/aggregate/?fields=carrier.name:sum,plane.yaer&having=n"),
    get("values_not_viewable", Caller::Dispatcher, "/flight/values/plane.year/"),
    get("unknown_filter", Caller::Viewer, "/flight/?plane.manufactuer=BOEING&orign.name=x"),
    get("unknown_lookup", Caller::Nobody, "/airline/?name.begins=A"),
    get("bad_value", Caller::Viewer, "/flight/?departure_delay.gt=late&page=0"),
    get("unauthorized", Caller::Nobody, "/flight/"),
    get("hidden_type", Caller::Dispatcher, "/plane/"),
    get("invented_type", Caller::Dispatcher, "/plain/"),
    get("relation_not_viewable", Caller::Dispatcher, "/flight/?plane.year=1999"),
    Case { name: "forbidden", caller: Caller::Viewer, method: "DELETE", path: "/airline/AA/", body: "" },
    Case { name: "method_not_allowed", caller: Caller::Keeper, method: "PATCH", path: "/airline/", body: "{}" },
    write("create", "POST", "/airline/", r#"{"code":"ZZ","name":"Zeppelin"}"#),
    write("create_again", "POST", "/airline/", r#"{"code":"ZZ","name":"Zeppelin"}"#),
    write("create_invalid", "POST", "/airline/", r#"{"code":"TOOLONG","nme":"x"}"#),
    write("create_malformed", "POST", "/airline/", r#"{"code":"#),
    write("update", "PUT", "/airline/ZZ/", r#"{"name":"Zeppelin Line"}"#),
    write("update_missing", "PUT", "/airline/XX/", r#"{"name":"x"}"#),
    write("delete", "DELETE", "/airline/ZZ/", ""),
    write("delete_protected", "DELETE", "/airline/UA/", ""),
    write("delete_missing", "DELETE", "/airline/ZZ/", ""),
    admin("hook_refuses", "/watch/", r#"{"user":"dora","airport":"LGA","minutes":3,"contact":"12"}"#),
    admin("hook_computes", "/watch/", r#"{"user":"dora","airport":"LGA","minutes":10}"#),
    admin(
        "hook_of_many",
        "/watch/bulk/",
        r#"{"operation":"create","mode":"each","records":[{"user":"dora","airport":"ATL"},{"user":"dora","airport":"BOS"},{"user":"ada","airport":"BOS","minutes":0}]}"#,
    ),
];

#[test]
fn every_route_answers_the_same_on_sqlite() {
    ask_all(Backend::Sqlite);
}

#[test]
fn every_route_answers_the_same_on_postgresql() {
    ask_all(Backend::Postgresql);
}

#[test]
fn every_route_answers_the_same_on_mysql() {
    ask_all(Backend::Mysql);
}

fn ask_all(backend: Backend) {
    let example = Example::with_rows(backend);
    let server = Server::start(&example);
    let callers = callers(&example, &server);
    prepare_users(&callers[4].1);
    for case in CASES {
        let client = &callers.iter().find(|(caller, _)| *caller == case.caller).expect("every caller is made").1;
        let before = statements(&example);
        let answer = send(client, case);
        let added = statements(&example).split_off(before.len());
        let text = render(case, &answer, &added).replace(server.address(), "http://example");
        assert_golden(&format!("requests/{}.txt", case.name), &text);
    }
}

fn callers(example: &Example, server: &Server) -> [(Caller, Client); 5] {
    let client = |user: &str, group: &str| server.with_token(user, &example.token(user, &[group]));
    [
        (Caller::Nobody, server.anonymous()),
        (Caller::Viewer, client("vera", "flight-viewer")),
        (Caller::Dispatcher, client("dora", "dispatcher")),
        (Caller::Keeper, client("karl", "flight-admin")),
        (Caller::Admin, client("ada", "admin")),
    ]
}

fn prepare_users(admin: &Client) {
    let desk = admin.send_json("PUT", "/user/dora/", &serde_json::json!({"desk": "north"}));
    assert_eq!(desk.status, 200, "{}", desk.text());
    let watch = admin.send_json("POST", "/watch/", &serde_json::json!({"user": "dora", "airport": "JFK"}));
    assert_eq!(watch.status, 201, "{}", watch.text());
}

fn send(client: &Client, case: &Case) -> Answer {
    if case.body.is_empty() {
        return client.send(case.method, case.path);
    }
    client.send_body(case.method, case.path, Some("application/json"), case.body.as_bytes().to_vec())
}

fn statements(example: &Example) -> String {
    std::fs::read_to_string(example.sql_trace()).unwrap_or_default()
}

fn render(case: &Case, answer: &Answer, statements: &str) -> String {
    let mut text = format!("{} {} as {:?}\n", case.method, case.path, case.caller);
    if !case.body.is_empty() {
        let _ = writeln!(text, "{}", case.body);
    }
    let _ = writeln!(text, "\n{}", answer.status);
    for (name, value) in answer.headers.iter().filter(|(name, _)| !OF_THE_RUN.contains(&name.as_str())) {
        let _ = writeln!(text, "{name}: {value}");
    }
    let _ = writeln!(text, "\n{}\n\n{statements}", without_times(answer.text()));
    text
}

/// Headers whose values hang on the times of writing and on the server's address, like the answers whose tags they are.
const OF_THE_RUN: [&str; 2] = ["content-length", "etag"];

/// Replaces the times of writing, the only part of an answer that differs from run to run.
fn without_times(body: &str) -> String {
    let mut text = body.to_owned();
    for field in ["created", "updated", "last_login"] {
        let mark = format!("\"{field}\":\"");
        let mut from = 0;
        while let Some(start) = text[from..].find(&mark).map(|at| from + at + mark.len()) {
            let end = start + text[start..].find('"').expect("a string ends");
            text.replace_range(start..end, "(time)");
            from = start;
        }
    }
    text
}
