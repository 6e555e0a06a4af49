//! Questions made by chance, asked of every database, and answered by looking at each record too. Both must find the same.
//!
//! `ZIMAGI_QUESTIONS` says how many are asked of each database, `ZIMAGI_QUESTIONS_SEED` which.

mod answer;
mod asked;
mod chance;
mod models;
mod museum;

use super::fixture::{BASE, Fixture, on_all, origin};
use crate::data::{AggregateQuery, AskedFilter, Deed, ListPage, Mode, Outcome, Task, Terms};
use answer::answer;
use asked::{Form, Question};
use chance::Chance;
pub(super) use models::{MARK, SHELF, SPECIMEN, TAG};
use museum::{Museum, TYPES, key};

#[test]
fn questions_are_answered_as_by_looking_at_each_record() {
    let number = |variable: &str, default: u64| {
        std::env::var(variable).map_or(default, |text| text.parse().expect("the variable holds a number"))
    };
    let (questions, seed) = (number("ZIMAGI_QUESTIONS", 300), number("ZIMAGI_QUESTIONS_SEED", 2013));
    on_all(async |fixture| {
        let mut chance = Chance::new(seed);
        let museum = Museum::make(&mut chance);
        fill(fixture, &museum).await;
        let (mut some, mut all) = (0, 0);
        for case in 0..questions {
            let question = Question::make(&mut chance);
            let form = if chance.is_lucky(50) { Form::Parameters } else { Form::Body };
            let expected = answer(&museum, &question);
            some += usize::from(!expected.is_empty());
            all += usize::from(expected.len() == museum.records[question.root].len());
            let query = question.query(form, &[]);
            let place = || format!("question {case} of seed {seed} on {:?}: {query:?}", fixture.database());
            // A counted list, one that is not, and a count alone are statements of different shapes.
            let counted = ask(fixture, &question, form, &[("count", "1000")]).await;
            assert_eq!(keys(&counted, question.root), expected, "{}", place());
            assert_eq!(counted.total, Some(expected.len() as u64), "{}", place());
            let not_counted = ask(fixture, &question, form, &[("count", "1000"), ("total", "none")]).await;
            assert_eq!(keys(&not_counted, question.root), expected, "{}", place());
            assert_eq!(count(fixture, question.root, query.filters.clone()).await, expected.len(), "{}", place());
        }
        // Questions that find nothing or everything say little.
        assert!(some as u64 * 2 > questions && all as u64 * 2 < questions, "{some} and {all} of {questions}");
    });
}

async fn fill(fixture: &Fixture, museum: &Museum) {
    for (type_, _) in TYPES {
        let origin = origin();
        let terms = Terms::new(&fixture.admin, &origin, BASE);
        let task = Task::Create(museum.written(type_));
        let report = fixture.engine.write_many(terms, type_, &task, Mode::Each).await.unwrap();
        assert!(report.outcomes.iter().all(|outcome| matches!(outcome, Outcome::Done(Deed::Created, _))), "{report:?}");
    }
}

async fn ask(fixture: &Fixture, question: &Question, form: Form, more: &[(&str, &str)]) -> ListPage {
    let query = question.query(form, more);
    let page = fixture.engine.list(&fixture.admin, question.root, &query, BASE).await;
    page.unwrap_or_else(|error| panic!("{error:?}: {query:?}"))
}

async fn count(fixture: &Fixture, root: &str, filters: Vec<AskedFilter>) -> usize {
    let fields = Some(format!("n={}:count", key(root).0));
    let query = AggregateQuery { filters, fields, ..AggregateQuery::default() };
    let body = fixture.engine.aggregate(&fixture.admin, root, &query).await.unwrap();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    usize::try_from(body["results"][0]["n"].as_u64().unwrap()).unwrap()
}

fn keys(page: &ListPage, root: &str) -> Vec<String> {
    let items: Vec<serde_json::Value> = serde_json::from_slice(&page.items).unwrap();
    let keys = items.iter().map(|item| &item[key(root).0]);
    keys.map(|key| key.as_str().map_or_else(|| key.to_string(), str::to_owned)).collect()
}
