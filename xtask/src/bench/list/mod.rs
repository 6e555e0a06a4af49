//! How fast a filtered list is answered, as a share of a hand-written handler that does the same.

mod load;
mod question;

use super::application::{Example, Server};
use super::flights;
use super::verdict::{Limit, Verdict, conclude};
use crate::error::TaskError;
use crate::project::Project;
use load::{Load, Measured};
use question::Question;

const SHARE_MIN: f64 = 0.6;
/// A little more than a hundred thousand of these are stored; the rest go to airports that are not in the list.
const FLIGHTS: usize = 102_600;
const ROUNDS: usize = 5;
const DATABASE: &str = "list";

/// Measures and prints.
pub(crate) fn list(project: &Project) -> Result<(), TaskError> {
    let example = Example::build(project, "list")?;
    flights::make_files(project, &example.folder, FLIGHTS)?;
    example.run(DATABASE, &["db", "migrate"])?;
    example.run(DATABASE, &["import", "flights"])?;
    let token = token(&example)?;
    let questions = question::questions();
    let (ours, peer) = (example.serve(DATABASE)?, example.serve_peer(DATABASE)?);
    compare(&ours, &peer, &token, &questions)?;
    let (mut of_ours, mut of_peer) = (Measured::default(), Measured::default());
    for round in 0..ROUNDS {
        of_ours.add(load_of(&ours, &token).run(&questions, round)?);
        of_peer.add(load_of(&peer, &token).run(&questions, round)?);
        println!("round {}: {}; by hand: {}", round + 1, of_ours.latest(), of_peer.latest());
    }
    conclude(&[
        Verdict::new("requests a second", of_ours.rate(), Limit::None),
        Verdict::new("requests a second by hand", of_peer.rate(), Limit::None),
        Verdict::new("p99, milliseconds", of_ours.p99_ms(), Limit::None),
        Verdict::new("p99 by hand, milliseconds", of_peer.p99_ms(), Limit::None),
        Verdict::new("share of the hand-written handler", of_ours.rate() / of_peer.rate(), Limit::AtLeast(SHARE_MIN)),
    ])
}

/// An ordinary user, who may view flights by a role.
fn token(example: &Example) -> Result<String, TaskError> {
    let output = example.run(DATABASE, &["user", "save", "viewer", "--group", "flight-viewer"])?;
    let token = output.split_whitespace().find(|word| word.starts_with("zim_"));
    token.map(str::to_owned).ok_or_else(|| TaskError::wrong("the output of `user save`", "a token", &output))
}

/// Speed counts only between equal answers.
fn compare(ours: &Server, peer: &Server, token: &str, questions: &[Question]) -> Result<(), TaskError> {
    for question in questions {
        let [ours, peer] = [ours, peer].map(|server| load_of(server, token).ask(question));
        let (ours, peer) = (ours?, peer?);
        for part in ["count", "results"] {
            if ours[part] != peer[part] {
                let what = format!("`{part}` of {}", question.path());
                return Err(TaskError::wrong(&what, "what the handler by hand answers", "something else"));
            }
        }
    }
    println!("{} different requests are answered alike", questions.len());
    Ok(())
}

fn load_of<'a>(server: &'a Server, token: &'a str) -> Load<'a> {
    Load { address: &server.address, token }
}
