//! Many-to-many relations: reading, filtering and writing them, and who may see them.

use serde_json::{Value as Json, json};

use super::fixture::{BASE, Fixture, on_all, origin, without_times};
use crate::data::engine::Written;
use crate::data::typed::{Column, Model, Row, RowError, Select, Steps};
use crate::data::{DataError, FieldError, Terms};

/// Three topics, three readers, three articles.
async fn fill(fixture: &Fixture) {
    for name in ["art", "law", "sea"] {
        fixture.create("topic", json!({"name": name})).await.unwrap();
    }
    for (name, follows) in [("zoe", json!([])), ("max", json!(["zoe"])), ("eve", json!(["max", "zoe"]))] {
        fixture.create("reader", json!({"name": name, "follows": follows})).await.unwrap();
    }
    for (title, topics, likes) in [
        ("Boats", json!(["sea", "art"]), json!(["eve", "max"])),
        ("Courts", json!(["law"]), json!([])),
        ("Doves", json!([]), json!(["eve"])),
    ] {
        fixture.create("article", json!({"title": title, "topics": topics, "likes": likes})).await.unwrap();
    }
    fixture.create("byline", json!({"article": "Boats", "reader": "zoe", "place": 1})).await.unwrap();
    fixture.create("byline", json!({"article": "Boats", "reader": "zoe", "place": 2})).await.unwrap();
}

fn record(written: &Written) -> Json {
    without_times(serde_json::from_slice(&written.record).unwrap())
}

fn names(records: &Json) -> Vec<&str> {
    records.as_array().unwrap().iter().map(|record| record["name"].as_str().unwrap()).collect()
}

fn told(result: Result<Written, DataError>) -> Vec<String> {
    let text = |error: &FieldError| format!("{} [{}] {}", error.field, error.code.code(), error.message);
    match result {
        Err(DataError::Invalid(errors)) => errors.iter().map(text).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn paths_lead_over_links_both_ways() {
    on_all(async |fixture| {
        fill(fixture).await;
        for (model, query, field, expected) in [
            ("article", "topics=sea", "title", "Boats"),
            ("article", "topics.name=sea", "title", "Boats"),
            ("article", "topics.in=law,art", "title", "Boats Courts"),
            ("article", "topics.name.startswith=l", "title", "Courts"),
            ("article", "topics.isnull=true", "title", "Doves"),
            ("article", "topics.isnull=false", "title", "Boats Courts"),
            ("article", "-topics=sea", "title", "Courts Doves"),
            ("article", "-topics.name.contains=a", "title", "Doves"),
            ("article", "likes=eve", "title", "Boats Doves"),
            ("article", "likes.name=max", "title", "Boats"),
            ("article", "likes.follows=max", "title", "Boats Doves"),
            ("article", "likes.follows.name=zoe&topics=art", "title", "Boats"),
            ("article", "authors.name=zoe", "title", "Boats"),
            ("article", "authors.isnull=true", "title", "Courts Doves"),
            ("topic", "articles=Boats", "name", "art sea"),
            ("topic", "articles.likes=eve", "name", "art sea"),
            ("topic", "articles.isnull=true", "name", ""),
            ("reader", "followers.name=eve", "name", "max zoe"),
            ("reader", "follows.name=zoe", "name", "eve max"),
            ("reader", "liked=Doves", "name", "eve"),
            ("reader", "-liked.topics.name=art", "name", "zoe"),
            ("reader", "followers.followers=eve", "name", "zoe"),
        ] {
            // A short page counts its rows itself, a full one asks for the total: both shapes of the condition are run.
            assert_eq!(fixture.list(model, query, field).await, expected, "{query} on {:?}", fixture.database());
            let page = fixture.page(&fixture.admin, model, &format!("{query}&page=last")).await.unwrap();
            assert_eq!(
                page.total,
                Some(expected.split_whitespace().count() as u64),
                "{query} on {:?}",
                fixture.database()
            );
        }
    });
}

#[test]
fn links_have_many_values_for_each_record() {
    on_all(async |fixture| {
        for query in ["ordering=topics", "ordering=topics.name"] {
            let error = fixture.page(&fixture.admin, "article", query).await.unwrap_err();
            assert!(error_text(&error).contains("more than one value"), "{query}: {error:?}");
        }
        let error = fixture.page(&fixture.admin, "article", "topcs=sea").await.unwrap_err();
        let DataError::Query(mistakes) = &error else { panic!("{error:?}") };
        assert_eq!(mistakes[0].nearest(), ["topics"]);
    });
}

fn error_text(error: &DataError) -> String {
    match error {
        DataError::Query(mistakes) => mistakes.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn records_show_what_they_are_linked_with() {
    on_all(async |fixture| {
        fill(fixture).await;
        let page = fixture.page(&fixture.admin, "article", "").await.unwrap();
        let items: Json = without_times(serde_json::from_slice(&page.items).unwrap());
        let art = json!({"name": "art", "api_url": "http://h/topic/art/"});
        let sea = json!({"name": "sea", "api_url": "http://h/topic/sea/"});
        assert_eq!(items[0]["topics"], json!([art, sea]));
        assert_eq!(names(&items[0]["likes"]), ["eve", "max"]);
        assert_eq!(names(&items[0]["authors"]), ["zoe"]);
        assert_eq!((&items[2]["topics"], names(&items[2]["likes"])), (&json!([]), vec!["eve"]));
        let boats = fixture.get("article", "Boats").await.unwrap();
        assert_eq!(boats["topics"], json!([art, sea]));
        assert_eq!(names(&boats["likes"]), ["eve", "max"]);
        assert_eq!(names(&boats["likes"][0]["follows"]), ["max", "zoe"]);
        assert_eq!(fixture.get("topic", "art").await.unwrap()["articles"], json!("http://h/article/?topics.name=art"));
    });
}

#[test]
fn a_list_replaces_the_set_and_signs_change_it() {
    on_all(async |fixture| {
        fill(fixture).await;
        for (topics, expected) in [
            (json!(["law", {"name": "sea"}, "law"]), vec!["law", "sea"]),
            (json!(["+art", "-law"]), vec!["art", "sea"]),
            (json!(["-law", "+sea"]), vec!["art", "sea"]),
            (json!(["law", "+art"]), vec!["art", "law"]),
            (json!(["law", "art", "-art"]), vec!["law"]),
            (json!([]), vec![]),
        ] {
            let written = fixture.update("article", "Boats", json!({"topics": topics})).await.unwrap();
            assert_eq!(names(&record(&written)["topics"]), expected, "{topics}");
        }
        let article = fixture.get("article", "Boats").await.unwrap();
        assert_eq!(names(&article["likes"]), ["eve", "max"]);
        assert_eq!(fixture.list("article", "topics=law", "title").await, "Courts");
    });
}

#[test]
fn a_changed_set_changes_the_record() {
    on_all(async |fixture| {
        fill(fixture).await;
        let updated = async || {
            let record = fixture.engine.get(&fixture.admin, "article", "Boats", BASE).await.unwrap();
            serde_json::from_slice::<Json>(&record).unwrap()["updated"].clone()
        };
        let before = updated().await;
        fixture.update("article", "Boats", json!({"topics": ["art", "sea"]})).await.unwrap();
        assert_eq!(updated().await, before);
        fixture.update("article", "Boats", json!({"topics": ["art"]})).await.unwrap();
        assert_ne!(updated().await, before);
    });
}

#[test]
fn every_record_that_is_not_there_is_named() {
    on_all(async |fixture| {
        fill(fixture).await;
        let wrong = json!({"topics": ["art", "xxx", "-yyy", {"size": 1}], "likes": "eve", "authors": null, "titel": 1});
        let expected = [
            "topics [invalid] expected the identifier or the key of a record of topic",
            "likes [invalid] expected a list of records of reader",
            "authors [null] the value may not be null; an empty list is no record",
            "titel [unknown] there is no field `titel`",
            "topics [does_not_exist] there is no topic `xxx`",
            "topics [does_not_exist] there is no topic `yyy`",
        ];
        assert_eq!(told(fixture.update("article", "Boats", wrong).await), expected);
        let expected = ["topics [does_not_exist] there is no topic `xxx`"];
        assert_eq!(told(fixture.create("article", json!({"title": "New", "topics": ["xxx"]})).await), expected);
        assert_eq!(fixture.list("article", "", "title").await, "Boats Courts Doves");
        assert_eq!(names(&fixture.get("article", "Boats").await.unwrap()["topics"]), ["art", "sea"]);
    });
}

#[test]
fn pairs_that_are_records_are_written_as_records() {
    on_all(async |fixture| {
        fill(fixture).await;
        let expected = ["authors [read_only] the value cannot be set"];
        assert_eq!(told(fixture.update("article", "Boats", json!({"authors": ["max"]})).await), expected);
        assert_eq!(told(fixture.create("article", json!({"title": "New", "authors": ["max"]})).await), expected);
        // What is there already changes nothing.
        fixture.update("article", "Boats", json!({"authors": ["zoe"]})).await.unwrap();
    });
}

#[test]
fn pairs_go_with_either_record() {
    on_all(async |fixture| {
        fill(fixture).await;
        fixture.delete("topic", "sea").await.unwrap();
        assert_eq!(names(&fixture.get("article", "Boats").await.unwrap()["topics"]), ["art"]);
        fixture.delete("article", "Boats").await.unwrap();
        assert_eq!(fixture.list("topic", "articles.isnull=true", "name").await, "art");
        fixture.delete("reader", "max").await.unwrap();
        assert_eq!(fixture.list("reader", "follows.name=zoe", "name").await, "eve");
    });
}

#[test]
fn links_are_as_visible_as_relations() {
    on_all(async |fixture| {
        fill(fixture).await;
        let nobody = Fixture::permit(&[]);
        let viewer = Fixture::permit(&["viewer"]);
        for (permit, shown, not_shown) in [
            (&nobody, vec!["topics"], vec!["likes", "censors", "authors"]),
            (&viewer, vec!["topics", "likes"], vec!["censors", "authors"]),
            (&fixture.admin, vec!["topics", "likes", "authors"], vec!["censors"]),
            (&fixture.platform, vec!["topics", "likes", "authors", "censors"], vec![]),
        ] {
            let page = fixture.page(permit, "article", "").await.unwrap();
            let items: Json = serde_json::from_slice(&page.items).unwrap();
            let record = fixture.engine.get(permit, "article", "Boats", BASE).await.unwrap();
            let record: Json = serde_json::from_slice(&record).unwrap();
            for name in shown {
                assert!(items[0][name].is_array() && record[name].is_array(), "{name}");
            }
            for name in not_shown {
                assert!(items[0].get(name).is_none() && record.get(name).is_none(), "{name}");
                assert_eq!(failures(fixture, permit, name).await, failures(fixture, permit, "invented").await);
            }
        }
        let keeper = Fixture::permit(&["keeper", "viewer"]);
        let values = json!({"censors": ["eve"]}).as_object().unwrap().clone();
        let refused = fixture.engine.update(Terms::new(&keeper, &origin(), BASE), "article", "Boats", values).await;
        assert_eq!(told(refused), ["censors [unknown] there is no field `censors`"]);
        let reader = fixture.engine.get(&viewer, "reader", "eve", BASE).await.unwrap();
        let reader: Json = serde_json::from_slice(&reader).unwrap();
        assert!(reader["liked"].is_string() && reader.get("censored").is_none() && reader.get("written").is_none());
    });
}

/// What is answered to a name in every place where one is read.
async fn failures(fixture: &Fixture, permit: &crate::permit::Permit, name: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for query in [format!("{name}=eve"), format!("{name}.name=eve"), format!("-{name}.isnull=true")] {
        texts.push(format!("{:?}", fixture.page(permit, "article", &query).await.unwrap_err()));
    }
    let order = fixture.page(permit, "article", &format!("ordering={name}")).await.unwrap_err();
    texts.push(format!("{order:?}"));
    texts.into_iter().map(|text| text.replace(name, "NAME")).collect()
}

struct Article {
    title: String,
}

impl Model for Article {
    const NAME: &'static str = "article";
    const FIELDS: &'static [&'static str] = &["title"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { title: row.next()? })
    }
}

#[test]
fn typed_queries_lead_over_links() {
    on_all(async |fixture| {
        fill(fixture).await;
        let followed: Column<Article, String> = Steps::root().step("likes").step("follows").column("name");
        let query = Select::<Article>::new().filter(followed.eq("max"));
        let articles = fixture.engine.select(&fixture.admin, query).await.unwrap();
        let titles: Vec<_> = articles.iter().map(|article| article.title.as_str()).collect();
        assert_eq!(titles, ["Boats", "Doves"]);
    });
}

#[test]
fn keys_that_begin_with_a_sign_are_added_and_removed_by_lists_of_their_own() {
    on_all(async |fixture| {
        fill(fixture).await;
        for name in ["-x", "+x"] {
            fixture.create("topic", json!({"name": name})).await.unwrap();
        }
        for (topics, expected) in [
            (json!({"add": ["-x", "+x"], "remove": ["sea"]}), vec!["+x", "-x", "art"]),
            (json!({"remove": ["-x", "law"]}), vec!["+x", "art"]),
            (json!({}), vec!["+x", "art"]),
            (json!([{"name": "-x"}]), vec!["-x"]),
        ] {
            let written = fixture.update("article", "Boats", json!({"topics": topics})).await.unwrap();
            assert_eq!(names(&record(&written)["topics"]), expected, "{topics}");
        }
        for (topics, expected) in [
            (json!({"ad": []}), "topics [unknown] expected `add` or `remove`, not `ad`"),
            (json!({"add": "sea"}), "topics [invalid] expected a list of records of topic"),
            (json!({"add": ["+law"]}), "topics [does_not_exist] there is no topic `+law`"),
        ] {
            assert_eq!(told(fixture.update("article", "Boats", json!({"topics": topics})).await), [expected]);
        }
    });
}
