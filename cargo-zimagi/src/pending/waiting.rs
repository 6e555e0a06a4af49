//! Entries of the specs that are checked and have no effect in this version.

use zimagi_codegen::Waiting;

use super::Pending;

/// One item for all entries of a kind: what is to be done is the same for each.
pub(super) fn item(waiting: &Waiting) -> Pending {
    let Waiting { kind, names, place } = waiting;
    let quoted: Vec<_> = names.iter().take(SHOWN_MAX).map(|name| format!("`{name}`")).collect();
    let more = if names.len() > SHOWN_MAX { ", …" } else { "" };
    let several = if names.len() == 1 { "has" } else { "have" };
    let plural = if names.len() == 1 { "" } else { "s" };
    Pending {
        message: format!("{} {kind}{plural} {several} no effect yet: {}{more}", names.len(), quoted.join(", ")),
        place: Some(place.clone()),
        help: "they are checked and left out: nothing is to be written for them".to_owned(),
    }
}

/// The most names that are shown.
const SHOWN_MAX: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_a_kind_are_one_item() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let place = "specs/plugin.yml:2:3".to_owned();
        let one = Waiting { kind: "plugin", names: names(&["feed"]), place: place.clone() };
        assert_eq!(item(&one).message, "1 plugin has no effect yet: `feed`");
        let many = Waiting { kind: "plugin", names: names(&["a", "b", "c", "d", "e", "f"]), place };
        assert_eq!(item(&many).message, "6 plugins have no effect yet: `a`, `b`, `c`, `d`, `e`, …");
    }
}
