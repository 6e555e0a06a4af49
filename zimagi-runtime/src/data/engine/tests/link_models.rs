//! Models of the tests with many-to-many relations: to others, to itself, hidden, and over records that are the pairs.

use zimagi_spec::descriptor::{
    AccessDescriptor, IdentifierDescriptor, LinkDescriptor, ModelDescriptor, OnDelete, PUBLIC, ScalarKind, Visibility,
    Writability,
};

use super::models::{CREATED, DIGEST, NAME, UPDATED, ascending, fixed, keyed, relation, required, reverse};

pub(super) const fn link(
    name: &'static str,
    target: &'static str,
    table: &'static str,
    (source_column, target_column): (&'static str, &'static str),
) -> LinkDescriptor {
    LinkDescriptor {
        name,
        help: "",
        target,
        through: None,
        table,
        source_column,
        target_column,
        writability: Writability::Editable,
        visibility: Visibility::Shown,
    }
}

pub(super) static TOPIC: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("name")],
    reverse: &[reverse("articles", "article", "topics")],
    access: AccessDescriptor { edit: &["keeper"], view: &[PUBLIC] },
    ..keyed("topic", "test_topic", "name", &[fixed(required("name", NAME)), CREATED, UPDATED])
};

/// Its identifier is a digest, so that it is named by its key.
pub(super) static READER: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["name"]),
    ordering: &[ascending("name")],
    links: &[link("follows", "reader", "test_reader_follows", ("from_reader_id", "to_reader_id"))],
    reverse: &[
        reverse("followers", "reader", "follows"),
        reverse("liked", "article", "likes"),
        reverse("censored", "article", "censors"),
        reverse("bylines", "byline", "reader"),
        reverse("written", "article", "authors"),
    ],
    access: AccessDescriptor { edit: &["keeper"], view: &["viewer"] },
    ..keyed("reader", "test_reader", "name", &[DIGEST, fixed(required("name", NAME)), CREATED, UPDATED])
};

pub(super) static ARTICLE: ModelDescriptor = ModelDescriptor {
    ordering: &[ascending("title")],
    links: &[
        link("topics", "topic", "test_article_topics", ("article_id", "topic_id")),
        link("likes", "reader", "test_article_likes", ("article_id", "reader_id")),
        LinkDescriptor {
            visibility: Visibility::Hidden,
            ..link("censors", "reader", "test_article_censors", ("article_id", "reader_id"))
        },
        LinkDescriptor {
            through: Some("byline"),
            writability: Writability::System,
            ..link("authors", "reader", "test_byline", ("article_id", "reader_id"))
        },
    ],
    reverse: &[reverse("bylines", "byline", "article")],
    access: AccessDescriptor { edit: &["keeper"], view: &[PUBLIC] },
    ..keyed("article", "test_article", "title", &[fixed(required("title", NAME)), CREATED, UPDATED])
};

/// Nobody but `admin` may view it.
pub(super) static BYLINE: ModelDescriptor = ModelDescriptor {
    identifier: IdentifierDescriptor::Hash(&["article", "place"]),
    key: None,
    ..keyed(
        "byline",
        "test_byline",
        "",
        &[
            DIGEST,
            fixed(relation(("article", "article_id"), "article", NAME, OnDelete::Cascade)),
            relation(("reader", "reader_id"), "reader", ScalarKind::Identifier, OnDelete::Cascade),
            fixed(required("place", ScalarKind::Integer)),
            CREATED,
            UPDATED,
        ],
    )
};
