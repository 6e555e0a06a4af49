//! Asking a person at a terminal whether something that looks new is something old under a new name.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use zimagi_codegen::Plan;
use zimagi_codegen::migration::{Decisions, Rename, questions};

use crate::failure::Failure;

/// The decisions with the renames that the person at the terminal agreed to. Nobody is asked elsewhere.
pub(super) fn ask(plan: &Plan, migrations: &Path, decisions: Decisions) -> Result<Decisions, Failure> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Ok(decisions);
    }
    ask_on(&mut io::stdin().lock(), &mut io::stderr(), decisions, |decisions| {
        Ok(questions(plan, migrations, decisions)?)
    })
}

/// Each answer may settle other questions, so they are looked up anew; none is asked twice.
fn ask_on(
    input: &mut impl BufRead,
    output: &mut impl Write,
    mut decisions: Decisions,
    questions: impl Fn(&Decisions) -> Result<Vec<Rename>, Failure>,
) -> Result<Decisions, Failure> {
    let mut asked: Vec<Rename> = Vec::new();
    while let Some(rename) = questions(&decisions)?.into_iter().find(|rename| !asked.contains(rename)) {
        if is_confirmed(input, output, &rename).map_err(|source| Failure::Output { source })? {
            decisions.renames.push(rename.clone());
        }
        asked.push(rename);
    }
    Ok(decisions)
}

fn is_confirmed(input: &mut impl BufRead, output: &mut impl Write, rename: &Rename) -> io::Result<bool> {
    write!(output, "Is {}? [y/N] ", rename.question())?;
    output.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(["y", "yes"].contains(&answer.trim().to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_confirmed_is_decided_and_no_question_is_asked_twice() {
        let all: Vec<Rename> =
            ["item.label=title", "item.label=text", "item.size=length"].map(|text| text.parse().unwrap()).to_vec();
        let open = |decisions: &Decisions| {
            let is_settled = decisions.renames.contains(&all[1]);
            Ok(all.iter().filter(|rename| !is_settled || **rename == all[2]).cloned().collect())
        };
        let mut output = Vec::new();
        let decided = ask_on(&mut "n\nYes\n\n".as_bytes(), &mut output, Decisions::default(), open).unwrap();
        assert_eq!(decided.renames, [all[1].clone()]);
        assert_eq!(
            String::from_utf8(output).unwrap(),
            "Is `title` of `item` the new name of `label`? [y/N] Is `text` of `item` the new name of `label`? [y/N] \
             Is `length` of `item` the new name of `size`? [y/N] "
        );
    }
}
