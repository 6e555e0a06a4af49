//! Every question is answered as if records of others' groups were not there: the same is asked again once they are gone.

use serde_json::json;

use super::fixture::{BASE, Fixture, on_all, pairs};
use super::group_reading::fill;
use crate::data::question::query::{AggregateQuery, ValuesQuery};
use crate::data::typed::{Model, Row, RowError, Select};
use crate::data::value::Value;
use crate::data::{DataError, ExportFormat, Turn};
use crate::permit::Permit;

/// Questions about sheets, and about what leads to them.
const QUESTIONS: &[(&str, &str)] = &[
    ("sheet", ""),
    ("sheet", "name=c"),
    ("sheet", "-name=c"),
    ("sheet", "title.contains=red"),
    ("sheet", "q=red"),
    ("sheet", "groups=red"),
    ("sheet", "groups.in=red,blue"),
    ("sheet", "groups.isnull=true"),
    ("sheet", "-groups=blue"),
    ("sheet", "notes.isnull=true"),
    ("sheet", "notes.number.gt=2"),
    ("sheet", "mentions.text=two"),
    ("sheet", "mentions.sheet=c"),
    ("sheet", "folio.pages.gt=1"),
    ("sheet", "folio.isnull=true"),
    ("sheet", "ordering=-shelf"),
    ("sheet", "ordering=folio.pages&count=2&page=2"),
    ("sheet", "ordering=title&count=2&cursor="),
    ("sheet", "ordering=topic&count=1&total=none&page=last"),
    ("sheet", "total=estimate&count=1"),
    ("sheet", "OR=[{\"shelf.gt\": 4}, {\"name\": \"c\"}]"),
    ("folio", "ordering=-title"),
    ("folio", "title.contains=folio"),
    ("folio", "notes.isnull=true"),
    ("note", ""),
    ("note", "q=red"),
    ("note", "sheet.title.contains=e"),
    ("note", "sheet.shelf.gt=2"),
    ("note", "-sheet.shelf.gt=2"),
    ("note", "sheets.shelf.gt=2"),
    ("note", "sheets.topic.name=sea"),
    ("note", "sheets.groups=red"),
    ("note", "sheet.mentions.number=1"),
    ("note", "sheet.notes.number=3"),
    ("note", "lent.name.startswith=a"),
    ("note", "total=estimate&count=1&sheet.shelf.gt=0"),
    ("note", "ordering=sheet.shelf&count=2&cursor="),
    ("note", "ordering=-sheet&count=1&total=none&page=last"),
    ("topic", "ordering=-name"),
    ("loan", ""),
    ("loan", "note.sheet.title.contains=red"),
    ("stamp", "note.sheet=c"),
];

const VALUES: &[(&str, &str)] = &[
    ("sheet", "title"),
    ("sheet", "topic.name"),
    ("sheet", "groups.name"),
    ("sheet", "notes.number"),
    ("sheet", "folio.pages"),
    ("folio", "title"),
    ("note", "sheet"),
    ("note", "sheet.title"),
    ("note", "sheet.topic"),
    ("note", "sheets"),
    ("note", "sheets.shelf"),
    ("note", "sheets.groups.name"),
    ("note", "lent"),
    ("note", "loans.topic.name"),
    ("note", "stamp.name"),
];

const GROUPS: &[(&str, &str)] = &[
    ("sheet", "fields=n=name:count,s=shelf:sum,m=title:max"),
    ("sheet", "fields=topic.name,n=name:count"),
    ("sheet", "fields=topic,n=notes.number:sum"),
    ("sheet", "fields=topic.name,n=mentions.number:count&having={\"n.gte\": 1}"),
    ("note", "fields=sheet,n=number:count&ordering=-n"),
    ("note", "fields=sheet.title,n=number:count"),
    ("note", "fields=n=sheet:distinct,m=sheet.title:max"),
    ("note", "fields=n=sheets.name:count,s=sheets.shelf:sum,l=lent.name:count"),
    ("note", "fields=text,n=sheets.shelf:max&having={\"n.gt\": 0}"),
    ("note", "fields=stamp.name,n=number:sum"),
];

/// All that one caller is answered.
struct Asking<'a> {
    fixture: &'a Fixture,
    permit: &'a Permit,
    answers: Vec<String>,
}

impl Asking<'_> {
    async fn all(fixture: &Fixture, permit: &Permit) -> Vec<String> {
        let mut asking = Asking { fixture, permit, answers: Vec::new() };
        for (model, query) in QUESTIONS {
            asking.pages(model, query).await;
            if !query.contains("count=") && !query.contains("total=") {
                asking.exports(model, query).await;
            }
        }
        let fields = "fields=number,sheet,sheet.title,n=sheets.name:count,s=sheets.shelf:sum&ordering=sheet";
        asking.exports("note", fields).await;
        asking.records().await;
        for (model, path) in VALUES {
            asking.values(model, path).await;
        }
        for (model, query) in GROUPS {
            let answer = fixture.engine.aggregate(permit, model, &AggregateQuery::from_pairs(pairs(query))).await;
            asking.add(format!("{model} aggregate {query}"), answer.map(text));
        }
        asking.typed().await;
        asking.answers
    }

    fn add(&mut self, question: String, answer: Result<String, DataError>) {
        self.answers.push(format!("{question}: {}", answer.unwrap_or_else(|error| format!("{error:?}"))));
    }

    /// A few pages on, as far as there are some.
    async fn pages(&mut self, model: &str, query: &str) {
        let mut turn: Option<Turn> = None;
        for _ in 0..4 {
            let query = match &turn {
                None => query.to_owned(),
                Some(Turn::Page(page)) => format!("{}&page={page}", query.split("&page").next().unwrap()),
                Some(Turn::Cursor(cursor)) => format!("{}&cursor={cursor}", query.split("&cursor").next().unwrap()),
            };
            let query = query.trim_start_matches('&');
            let page = self.fixture.page(self.permit, model, query).await;
            let page = page.unwrap_or_else(|error| panic!("{query}: {error:?}"));
            self.add(format!("{model} {query}"), Ok(format!("{page:?} {}", String::from_utf8_lossy(&page.items))));
            turn = page.next;
            if turn.is_none() {
                return;
            }
        }
    }

    async fn exports(&mut self, model: &str, query: &str) {
        for format in [ExportFormat::Csv, ExportFormat::Json, ExportFormat::Ndjson] {
            let export = self.fixture.export_of(self.permit, model, format, query).await;
            self.add(format!("{model} {query} {format:?}"), export);
        }
    }

    async fn records(&mut self) {
        for (model, names) in [("sheet", ["a", "c", "h"]), ("folio", ["g", "h", "x"]), ("note", ["1", "3", "6"])] {
            for name in names {
                let record = self.fixture.engine.get(self.permit, model, name, BASE).await;
                self.add(format!("{model} {name}"), record.map(text));
            }
        }
    }

    async fn values(&mut self, model: &str, path: &str) {
        let query = ValuesQuery::from_pairs(Vec::new());
        let values = self.fixture.engine.values(self.permit, model, path, &query).await;
        self.add(format!("{model} values {path}"), values.map(text));
        let count = self.fixture.engine.count_values(self.permit, model, path, &query.filters).await;
        self.add(format!("{model} count {path}"), count.map(text));
    }

    /// What commands and imports ask.
    async fn typed(&mut self) {
        let engine = &self.fixture.engine;
        let keys: Vec<Value> = ["a", "c", "f", "x"].iter().map(|name| Value::Text((*name).to_owned())).collect();
        let found = engine.find_keys(self.permit, "sheet", "name", &keys).await.unwrap();
        let mut found: Vec<_> = found.iter().map(|pair| format!("{pair:?}")).collect();
        found.sort();
        let notes = engine.select(self.permit, Select::<Note>::new()).await;
        self.add("keys".to_owned(), Ok(found.join(" ")));
        self.add("typed".to_owned(), notes.map(|notes| format!("{notes:?}")));
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[derive(Debug)]
#[expect(dead_code, reason = "read by its Debug form")]
struct Note {
    number: i64,
    sheet: Option<String>,
}

impl Model for Note {
    const NAME: &'static str = "note";
    const FIELDS: &'static [&'static str] = &["number", "sheet"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { number: row.next()?, sheet: row.next()? })
    }
}

#[test]
fn what_is_not_shown_changes_no_answer() {
    on_all(async |fixture| {
        fill(fixture).await;
        let closed = json!({"name": "i", "title": "red of none", "shelf": 9, "topic": "sea"});
        fixture.create("sheet", closed).await.unwrap();
        fixture.create("note", json!({"number": 7, "text": "seven", "sheet": "i", "sheets": ["i"]})).await.unwrap();
        let blue = Fixture::permit(&["member", "blue"]);
        let with = Asking::all(fixture, &blue).await;
        let all = Asking::all(fixture, &fixture.admin).await;
        for name in ["c", "f", "h", "i"] {
            fixture.delete("sheet", name).await.unwrap();
        }
        for topic in ["art", "law"] {
            let query = format!("groups=red&topic={topic}");
            fixture.delete("loan", &fixture.list("loan", &query, "id").await).await.unwrap();
        }
        fixture.delete("stamp", "s").await.unwrap();
        let without = Asking::all(fixture, &blue).await;
        assert_eq!(with.len(), without.len());
        for (with, without) in with.iter().zip(&without) {
            assert_eq!(with, without);
        }
        // The questions are good ones: most of them show the difference to those who may see it.
        let same = with.iter().zip(&all).filter(|(with, all)| with == all).count();
        assert!(same * 5 < with.len(), "{same} of {}", with.len());
    });
}
