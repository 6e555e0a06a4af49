//! Did you mean: which of the names a caller may see are near to the one written.
//!
//! The answer depends on the written name and on visible names only, so it tells nothing of what is hidden.

/// The names that the written one may be a slip of, nearest first; if there is none, all of them in their order as far as they
/// are few.
pub(crate) fn nearest_names(written: &str, known: &[String]) -> Vec<String> {
    let distance_max = (written.chars().count() / 3).max(1);
    let mut near: Vec<_> = known.iter().map(|name| (distance(written, name), name)).collect();
    near.retain(|(distance, _)| *distance <= distance_max);
    near.sort();
    if near.is_empty() {
        return known.iter().take(LISTED_MAX).cloned().collect();
    }
    near.into_iter().take(NEAR_MAX).map(|(_, name)| name.clone()).collect()
}

const NEAR_MAX: usize = 3;
const LISTED_MAX: usize = 24;

/// Edits between two names; a different case counts nothing.
fn distance(left: &str, right: &str) -> usize {
    strsim::damerau_levenshtein(&left.to_lowercase(), &right.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(written: &str) -> Vec<String> {
        nearest_names(written, &["number", "origin", "plane"].map(str::to_owned))
    }

    #[test]
    fn a_slip_finds_its_name() {
        assert_eq!(nearest("orign"), ["origin"]);
        assert_eq!(nearest("Plane"), ["plane"]);
    }

    #[test]
    fn a_stranger_is_answered_with_all_names() {
        assert_eq!(nearest("remark"), ["number", "origin", "plane"]);
    }
}
