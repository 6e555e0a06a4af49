//! Data models that refer to each other.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::field::{can_be_compared, scalar};

/// Names of models: short and long ones, words of Rust, SQL and Diesel, names that are each other's beginning.
const NAMES: [&str; 14] = [
    "shelf",
    "item",
    "item_part",
    "order",
    "select",
    "type",
    "bool",
    "table",
    "match",
    "a",
    "row2",
    "query",
    "the_model_with_the_longest_name_of_all",
    "columns",
];

/// Names of fields, of the same sorts.
const FIELDS: [&str; 12] =
    ["size", "user", "from", "group", "columns", "dsl", "fn", "x", "value_2", "key", "primary", "string"];

/// One spec file.
pub fn application() -> impl Strategy<Value = String> {
    let names = Just(NAMES.to_vec()).prop_shuffle();
    (names, vec(model(), 1..7)).prop_map(|(names, models)| {
        let mut text = "roles: {clerk: sells}\ndata:\n".to_owned();
        for (at, model) in models.iter().enumerate() {
            model.write(at, &names[..models.len()], &mut text);
        }
        text
    })
}

#[derive(Debug, Clone)]
struct Model {
    identity: Identity,
    is_diesel: bool,
    is_closed: bool,
    fields: Vec<(&'static str, String)>,
    relations: Vec<Relation>,
    links: Vec<Index>,
    wishes: [Option<Index>; 3],
    has_scope: bool,
}

/// How records are told apart.
#[derive(Debug, Clone, Copy)]
enum Identity {
    Name,
    Id,
    Number,
    Digest,
}

#[derive(Debug, Clone)]
struct Relation {
    target: Index,
    is_nullable: bool,
    is_one_to_one: bool,
    on_delete: &'static str,
}

fn model() -> impl Strategy<Value = Model> {
    let identity = select(vec![Identity::Name, Identity::Id, Identity::Number, Identity::Digest]);
    let fields = Just(FIELDS.to_vec()).prop_shuffle().prop_flat_map(|names| {
        vec(scalar(), 1..6).prop_map(move |bodies| names.iter().copied().zip(bodies).collect::<Vec<_>>())
    });
    let wish = || proptest::option::of(any::<Index>());
    (identity, any::<[bool; 3]>(), fields, vec(relation(), 0..3), vec(any::<Index>(), 0..2), [wish(), wish(), wish()])
        .prop_map(|(identity, [is_diesel, is_closed, has_scope], fields, relations, links, wishes)| Model {
            identity,
            is_diesel,
            is_closed,
            fields,
            relations,
            links,
            wishes,
            has_scope,
        })
}

fn relation() -> impl Strategy<Value = Relation> {
    let on_delete = select(vec!["", "cascade", "protect", "restrict", "set_null", "do_nothing"]);
    (any::<Index>(), any::<bool>(), proptest::bool::weighted(0.2), on_delete).prop_map(
        |(target, is_nullable, is_one_to_one, on_delete)| Relation { target, is_nullable, is_one_to_one, on_delete },
    )
}

impl Model {
    fn write(&self, at: usize, names: &[&str], text: &mut String) {
        let name = names[at];
        writeln!(text, "  {name}:").expect("text takes all");
        self.write_identity(at, text);
        self.write_settings(text);
        text.push_str("    fields:\n");
        if matches!(self.identity, Identity::Number) {
            text.push_str("      number: {type: integer}\n");
        }
        if matches!(self.identity, Identity::Digest) {
            text.push_str("      day: {type: date}\n      place: {type: string, max_length: 40}\n");
        }
        for (field, body) in &self.fields {
            writeln!(text, "      {field}: {{{body}}}").expect("text takes all");
        }
        for (number, relation) in self.relations.iter().enumerate() {
            relation.write(number, at, names, text);
        }
        for (number, link) in self.links.iter().enumerate() {
            let target = names[link.index(at + 1)];
            let related = format!("linked_by_{name}_{number}");
            writeln!(text, "      link_{number}: {{type: many_to_many, relation: {target}, related_name: {related}}}")
                .expect("text takes all");
        }
    }

    fn write_identity(&self, at: usize, text: &mut String) {
        text.push_str(match self.identity {
            Identity::Name => "    base: name_resource\n",
            Identity::Id => "    base: id_resource\n",
            Identity::Number => "    id: number\n",
            Identity::Digest => "    id_fields: [day, place]\n    key: place\n",
        });
        let is_scope = |relation: &&Relation| !relation.is_nullable && relation.target.index(at + 1) != at;
        let scope = self.relations.first().filter(is_scope);
        if self.has_scope && matches!(self.identity, Identity::Id) && scope.is_some() {
            text.push_str("    scope: to_0\n    id_fields: [to_0, name]\n");
        }
    }

    fn write_settings(&self, text: &mut String) {
        writeln!(text, "    diesel: {}", self.is_diesel).expect("text takes all");
        if !self.is_closed {
            text.push_str("    roles: {edit: [clerk], view: [public]}\n");
        }
        let names: Vec<&str> =
            self.fields.iter().filter(|(_, body)| can_be_compared(body)).map(|(name, _)| *name).collect();
        for (key, wish) in [("ordering: ['-", 0), ("unique: ['", 1), ("hidden_fields: ['", 2)] {
            let others = names.iter().skip(wish).step_by(3).collect::<Vec<_>>();
            if let Some(wish) = self.wishes[wish].filter(|_| !others.is_empty()) {
                writeln!(text, "    {key}{}']", others[wish.index(others.len())]).expect("text takes all");
            }
        }
    }
}

impl Relation {
    /// Leads to an earlier model or to the model itself, and if it may be null to any.
    fn write(&self, number: usize, at: usize, names: &[&str], text: &mut String) {
        let targets = if self.is_nullable { names.len() } else { at + 1 };
        let (name, target) = (names[at], self.target.index(targets));
        let mut body = format!("relation: {}, related_name: referred_by_{name}_{number}", names[target]);
        if self.is_one_to_one {
            body += ", type: one_to_one";
        }
        if self.is_nullable || target == at {
            body += ", 'null': true";
        }
        let is_null_made = self.on_delete == "set_null" && !(self.is_nullable || target == at);
        if !self.on_delete.is_empty() && !is_null_made {
            body += &format!(", on_delete: {}", self.on_delete);
        }
        writeln!(text, "      to_{number}: {{{body}}}").expect("text takes all");
    }
}
