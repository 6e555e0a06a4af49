//! What a request's head says beyond its path: which representation the caller has or expects, and whether its write is kept.
//! How representations are tagged is the data layer's affair.

use actix_web::http::header::{self, HeaderName};

use super::answer::{Answer, Content};
use super::request::{Head, Method};
use crate::data::{Ending, Expected, tag_of};

/// Which part of a request is meant, and how: the headers `If-Match`, `If-None-Match` and `Prefer`.
#[derive(Debug, Clone, Default)]
pub(super) struct Conditions {
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub prefer: Option<String>,
}

/// The one preference that is known, after PostgREST.
const ROLLBACK: &str = "tx=rollback";
pub(super) const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

impl Conditions {
    /// What the record must be before it is written. `*` is any record that exists, and none other is written.
    pub(super) fn expected(&self) -> Expected {
        match self.if_match.as_deref().map(str::trim) {
            None | Some("*") => Expected::Anything,
            Some(tags) => Expected::OneOf(strong_tags(tags)),
        }
    }

    /// Whether what is written is kept.
    pub(super) fn ending(&self) -> Ending {
        let preferences = self.prefer.as_deref().unwrap_or_default().split(',');
        let mut words = preferences.map(|preference| preference.split(';').next().unwrap_or_default().trim());
        if words.any(|word| word.eq_ignore_ascii_case(ROLLBACK)) { Ending::TakenBack } else { Ending::Kept }
    }

    fn has(&self, tag: &str) -> bool {
        let Some(tags) = self.if_none_match.as_deref().map(str::trim) else { return false };
        let weakly = |text: &str| text.trim().trim_start_matches("W/").trim_matches('"') == tag;
        tags == "*" || tags.split(',').any(weakly)
    }
}

/// The answer to a reading with its tag, or only that the caller has it already.
pub(super) fn tagged(head: &Head, answer: Answer) -> Answer {
    let Content::Whole(_, body) = &answer.content else { return answer };
    if !answer.status.is_success() {
        return answer;
    }
    let tag = tag_of(body);
    let is_known = matches!(head.method, Method::Get | Method::Head) && head.conditions.has(&tag);
    let answer = if is_known { answer.not_modified() } else { answer };
    answer.with_header(header::ETAG, &format!("\"{tag}\""))
}

/// Says that what was done was taken back.
pub(super) fn with_ending(answer: Answer, ending: Ending) -> Answer {
    match ending {
        Ending::Kept => answer,
        Ending::TakenBack => answer.with_header(PREFERENCE_APPLIED, ROLLBACK),
    }
}

/// A weak tag is never the same strongly.
fn strong_tags(text: &str) -> Vec<String> {
    let quoted = text.split(',').filter_map(|tag| tag.trim().strip_prefix('"')?.strip_suffix('"'));
    quoted.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strong_tags_are_expected() {
        let expected = |text: &str| Conditions { if_match: Some(text.to_owned()), ..Conditions::default() }.expected();
        assert_eq!(expected(" * "), Expected::Anything);
        let tags = |tags: &[&str]| Expected::OneOf(tags.iter().map(|tag| (*tag).to_owned()).collect());
        assert_eq!(expected("\"a\", W/\"b\",\"c\""), tags(&["a", "c"]));
        assert_eq!(expected("a"), tags(&[]));
        assert_eq!(expected(""), tags(&[]));
    }

    #[test]
    fn a_preference_is_found_among_others() {
        let ending = |text: &str| Conditions { prefer: Some(text.to_owned()), ..Conditions::default() }.ending();
        assert_eq!(ending("return=minimal, TX=rollback; x=1"), Ending::TakenBack);
        assert_eq!(ending("tx=commit"), Ending::Kept);
    }

    #[test]
    fn tags_that_the_caller_has_are_compared_weakly() {
        let has = |text: &str| Conditions { if_none_match: Some(text.to_owned()), ..Conditions::default() }.has("a");
        assert!(has("*") && has("\"b\", W/\"a\"") && has("\"a\""));
        assert!(!has("\"b\"") && !has(""));
    }
}
