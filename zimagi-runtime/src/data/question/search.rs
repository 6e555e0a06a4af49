//! The search of `q`: words, each of which must be found, ignoring case, in some text of the record.
//!
//! Only texts that are fields for the caller are searched, those of the records that it is too among them; never hidden or sealed
//! ones.

use zimagi_spec::descriptor::{ScalarKind, Storage, Visibility};

use super::condition::Condition;
use crate::data::catalogue::Model;
use crate::data::path::{ResolvedPath, members};
use crate::data::typed::Test;
use crate::data::view::View;

/// The most characters of a search.
pub(crate) const LENGTH_MAX: usize = 100;

/// The words of a search: what stands between blanks and commas, or between quotes.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, part) in text.split('"').enumerate() {
        // Every second part stands between quotes.
        if place % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split(|letter: char| letter.is_whitespace() || letter == ',').map(str::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// That a record has all the words.
pub(crate) fn contains_all<'c>(view: View<'c>, model: &'c Model, words: &[String]) -> Condition<'c> {
    let texts: Vec<_> = members(view, model).into_iter().filter(is_searched).collect();
    let contains = |word: &String| {
        let tests = texts.iter().map(|path| Condition::Test(path.clone(), Test::ContainsFolded(word.clone())));
        Condition::Any(tests.collect())
    };
    Condition::All(words.iter().map(contains).collect())
}

fn is_searched(path: &ResolvedPath<'_>) -> bool {
    let field = path.field;
    let is_text = matches!(field.kind, ScalarKind::String { .. } | ScalarKind::Text);
    is_text
        && field.relation.is_none()
        && field.descriptor.visibility == Visibility::Shown
        && field.descriptor.storage == Storage::Plain
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_split_outside_of_quotes() {
        assert_eq!(words("f1 class,  x"), ["f1", "class", "x"]);
        assert_eq!(words("\"La Guardia, NY\" intl"), ["La Guardia, NY", "intl"]);
        assert_eq!(words("half\"open quote"), ["half", "open quote"]);
        assert!(words(" , \"\"").is_empty());
    }
}
