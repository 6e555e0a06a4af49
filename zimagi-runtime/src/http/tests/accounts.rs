//! Users, tokens and groups, and how soon their changes count.

use serde_json::json;

use super::fixture::Fixture;
use crate::access::{AdminToken, claim_admin_token, find_admin_token};
use crate::crypto::Token;
use crate::data::Origin;

#[test]
fn one_of_many_processes_gives_the_administrator_a_token() {
    let fixture = Fixture::new();
    let winners = fixture.on_runtime(async |gate| {
        assert_eq!(find_admin_token(gate).await.unwrap(), AdminToken::Missing);
        let tasks = (0..8).map(|_| {
            let gate = gate.clone();
            tokio::spawn(async move {
                let token = Token::generate().unwrap();
                claim_admin_token(&gate, &token).await.unwrap().then_some(token)
            })
        });
        let mut winners = Vec::new();
        for task in tasks.collect::<Vec<_>>() {
            winners.extend(task.await.unwrap());
        }
        assert_eq!(find_admin_token(gate).await.unwrap(), AdminToken::Present);
        winners
    });
    assert_eq!(winners.len(), 1);
    let header = format!("Token admin {}", winners[0].reveal());
    assert_eq!(fixture.get("/user/", Some(&header)).status, 200);
}

#[test]
fn a_rotated_token_is_worth_nothing() {
    let fixture = Fixture::new();
    let old = fixture.token("vera", &["flight-viewer"]);
    let origin = Origin { user: "test".to_owned(), from: "test".to_owned() };
    let token = fixture.on_runtime(async |gate| gate.accounts().rotate(&origin, "vera").await.unwrap());
    assert_eq!(fixture.get("/flight/", Some(&old)).status, 401);
    assert_eq!(fixture.get("/flight/", Some(&format!("Bearer {}", token.reveal()))).status, 200);
}

#[test]
fn an_inactive_user_is_told_so_after_proof_only() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    let vera = fixture.token("vera", &["flight-viewer"]);
    let told = fixture.send("PUT", "/user/vera/", Some(&admin), r#"{"is_active":false}"#);
    assert_eq!(told.status, 200, "{}", told.body);
    let told = fixture.get("/flight/", Some(&vera));
    assert_eq!((told.status, &told.json()["detail"]), (401, &json!("User account is inactive. Contact administrator")));
    let wrong = fixture.get("/flight/", Some(&format!("Token vera {}", "0".repeat(40))));
    assert_eq!(wrong.json()["detail"], json!("Invalid token: User credentials are invalid"));
}

#[test]
fn leaving_a_group_counts_at_once() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    let vera = fixture.token("vera", &["flight-viewer"]);
    assert_eq!(fixture.get("/flight/", Some(&vera)).status, 200);
    let membership = fixture.get("/membership/?user=vera", Some(&admin)).json();
    let id = membership["results"][0]["id"].as_str().unwrap();
    assert_eq!(fixture.send("DELETE", &format!("/membership/{id}/"), Some(&admin), "").status, 204);
    assert_eq!(fixture.get("/flight/", Some(&vera)).status, 404);
}

#[test]
fn tokens_are_shown_to_nobody() {
    let fixture = Fixture::new();
    let admin = fixture.token("root", &["admin"]);
    let digest = |told: &str| told.contains("token");
    for path in ["/user/", "/user/root/", "/user/json/", "/user/csv/", "/openapi.json"] {
        let told = fixture.get(path, Some(&admin));
        assert_eq!(told.status, 200, "{path}: {}", told.body);
        let shown = if path == "/openapi.json" { told.json()["components"]["schemas"].to_string() } else { told.body };
        assert!(!digest(&shown), "{path}: {shown}");
    }
}

#[test]
fn an_unknown_group_is_refused() {
    let fixture = Fixture::new();
    let origin = Origin { user: "test".to_owned(), from: "test".to_owned() };
    let error = fixture.on_runtime(async |gate| {
        let groups = ["nowhere".to_owned()];
        gate.accounts().save(&origin, "eve", &groups).await.unwrap_err()
    });
    assert_eq!(error.to_string(), "there is no group `nowhere`");
}
