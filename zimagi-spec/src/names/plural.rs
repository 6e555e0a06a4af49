//! English plurals, for sentences and help texts only: no name in SQL, Rust or a URL depends on them.

/// The plural of a spec name as words in a sentence: `flight_delay` gives `flight delays`.
#[must_use]
pub fn plural(name: &str) -> String {
    let sentence = name.replace(['_', '-'], " ");
    let (stem, last) = sentence.rsplit_once(' ').map_or((None, sentence.as_str()), |(stem, last)| (Some(stem), last));
    let last = word_plural(last);
    stem.map_or_else(|| last.clone(), |stem| format!("{stem} {last}"))
}

fn word_plural(word: &str) -> String {
    if UNCOUNTED.contains(&word) {
        return word.to_owned();
    }
    if let Some((_, plural)) = IRREGULAR.iter().find(|(singular, _)| *singular == word) {
        return (*plural).to_owned();
    }
    if let Some(stem) = word.strip_suffix('y').filter(|stem| stem.ends_with(|c: char| !"aeiou".contains(c))) {
        return format!("{stem}ies");
    }
    let is_sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if is_sibilant { "es" } else { "s" })
}

const UNCOUNTED: &[&str] = &["data", "equipment", "information", "news", "series", "species", "weather"];

const IRREGULAR: &[(&str, &str)] = &[
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("child", "children"),
    ("index", "indexes"),
    ("man", "men"),
    ("person", "people"),
    ("woman", "women"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_carries_the_plural() {
        let pairs = [
            ("flight", "flights"),
            ("log_entry", "log entries"),
            ("day", "days"),
            ("box", "boxes"),
            ("weather", "weather"),
        ];
        for (singular, expected) in pairs {
            assert_eq!(plural(singular), expected);
        }
    }
}
