//! Did you mean: the nearest of some known names.

/// The name nearest to the one written, if it is near enough to be a slip.
#[must_use]
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance_max = (written.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (distance(written, name), name))
        .filter(|(distance, _)| *distance <= distance_max)
        .min()
        .map(|(_, name)| name)
}

/// Known names as a help text.
pub(crate) struct Suggestion<'a> {
    /// What the names are, in the plural: `data models`.
    pub(crate) what: &'a str,
    /// The names.
    pub(crate) known: Vec<&'a str>,
}

impl Suggestion<'_> {
    /// The nearest name, or all names if they are few.
    pub(crate) fn text(mut self, written: &str) -> Option<String> {
        if let Some(name) = nearest(written, self.known.iter().copied()) {
            return Some(format!("did you mean `{name}`?"));
        }
        self.known.sort_unstable();
        self.known.dedup();
        let is_short = (1..=LISTED_MAX).contains(&self.known.len());
        is_short.then(|| format!("the {} are {}", self.what, listed(&self.known)))
    }
}

const LISTED_MAX: usize = 12;

/// Names in backticks with commas and a final `and`.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// Edits between two names; a different case or `-` for `_` counts nothing.
fn distance(left: &str, right: &str) -> usize {
    strsim::damerau_levenshtein(&folded(left), &folded(right))
}

fn folded(name: &str) -> String {
    name.to_lowercase().replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_does_not() {
        assert_eq!(nearest("id_resorce", ["name_resource", "id_resource"]), Some("id_resource"));
        assert_eq!(nearest("colour", ["help", "base"]), None);
        assert_eq!(nearest("Help", ["help"]), Some("help"));
    }
}
