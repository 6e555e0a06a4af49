//! The surfaces by which a path may be named in a question.

use serde_json::{Value, json};

/// One surface, and how it is asked.
#[derive(Clone, Copy)]
pub(crate) struct Surface {
    pub(crate) letter: char,
    pub(crate) method: &'static str,
    /// What follows the name of the type; `PATH` stands for the path.
    form: &'static str,
    /// The body, if there is one.
    body: &'static str,
    pub(crate) use_: Use,
    pub(crate) answer: Expected,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Records are told apart by it: for an encrypted field there is no such thing, whoever asks.
    Compare,
    Show,
}

/// What is answered if the path exists for the caller.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// Anything but that there is no such field: some paths lead to many values, some have no order.
    Known,
    /// An answer.
    Found,
    /// That what was asked of it is wrong.
    Mistake,
}

/// What the specs say of a path for one caller.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    Hidden,
    Shown,
    ShownAndCompared,
}

impl Sight {
    pub(crate) fn allows(self, use_: Use) -> bool {
        self == Self::ShownAndCompared || (self == Self::Shown && use_ == Use::Show)
    }
}

const LIST: Surface = Surface {
    letter: 'f',
    method: "GET",
    form: "/?count=1&PATH.isnull=false",
    body: "",
    use_: Use::Compare,
    answer: Expected::Found,
};

pub(crate) const SURFACES: [Surface; 17] = [
    LIST,
    Surface { letter: '!', form: "/?count=1&-PATH.isnull=true", ..LIST },
    Surface { letter: '|', form: "/?count=1&OR=[{\"PATH.isnull\":false},{\"created.isnull\":true}]", ..LIST },
    Surface { letter: '~', form: "/?count=1&NOT={\"PATH.isnull\":true}", ..LIST },
    Surface {
        letter: 'b',
        method: "POST",
        form: "/query/?count=1",
        body: "{\"filter\":{\"PATH.isnull\":false}}",
        ..LIST
    },
    Surface { letter: 'e', form: "/?count=1&PATH.isnull=perhaps", answer: Expected::Mistake, ..LIST },
    Surface { letter: 'o', form: "/?count=1&ordering=PATH", answer: Expected::Known, ..LIST },
    Surface { letter: 'u', form: "/?count=1&ordering=-PATH&cursor=", answer: Expected::Known, ..LIST },
    Surface { letter: 'a', form: "/aggregate/?fields=n=PATH:count", answer: Expected::Known, ..LIST },
    Surface { letter: 'g', form: "/aggregate/?limit=1&fields=PATH,n=created:count", answer: Expected::Known, ..LIST },
    Surface {
        letter: 'h',
        form: "/aggregate/?limit=1&fields=created,n=PATH:distinct&having={\"n.gte\":0}",
        answer: Expected::Known,
        ..LIST
    },
    Surface { letter: 'n', form: "/count/PATH/", ..LIST },
    Surface { letter: 'x', form: "/values/PATH/?limit=1", ..LIST },
    Surface { letter: 'i', form: "/json/?limit=1&fields=created&PATH.isnull=false", ..LIST },
    Surface { letter: 'j', form: "/json/?limit=1&fields=PATH", use_: Use::Show, answer: Expected::Known, ..LIST },
    Surface { letter: 'k', form: "/ndjson/?limit=1&fields=PATH", use_: Use::Show, answer: Expected::Known, ..LIST },
    Surface { letter: 'c', form: "/csv/?limit=1&fields=PATH", use_: Use::Show, answer: Expected::Known, ..LIST },
];

/// Explains the letters.
pub(crate) const LEGEND: &str = "\
v model · l list · d detail · m embedded in the list · s schema · w write · W bulk write · q search
f filter · ! negated filter · | in OR · ~ in NOT · b in a body · e text of its mistake · i filter of an export
o ordering · u cursor · a aggregate · g group · h having · n count · x values · j json · k ndjson · c csv
";

impl Surface {
    /// The request for a path of a type, and its body.
    pub(crate) fn ask(&self, type_: &str, path: &str) -> (String, Value) {
        let form = self.form.replace("PATH", path);
        let form = form.replace('{', "%7B").replace('}', "%7D").replace('"', "%22");
        let form = form.replace('[', "%5B").replace(']', "%5D");
        let body = self.body.replace("PATH", path);
        let body = if body.is_empty() { Value::Null } else { serde_json::from_str(&body).unwrap_or(json!({})) };
        (format!("/{type_}{form}"), body)
    }
}
