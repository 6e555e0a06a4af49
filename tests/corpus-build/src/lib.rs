//! The golden artifacts of `tests/corpus`, compiled with warnings denied just as they stand.
//!
//! Each case is a module; the code that a person would write for its commands stands in `commands`, and for its models in `hooks`.
#![deny(warnings)]

pub mod commands;
pub mod hooks;

/// Declares the cases, each by its subject and its behaviour.
macro_rules! cases {
    ($($subject:ident / $behaviour:ident;)*) => {
        $(
            #[doc = concat!("`", stringify!($subject), "/", stringify!($behaviour), "`.")]
            pub mod $behaviour {
                include!(concat!(
                    "../../corpus/", stringify!($subject), "/", stringify!($behaviour), "/expected/mod.rs"
                ));
            }
        )*

        /// Every case that is compiled here.
        pub const CASES: &[&str] = &[$(concat!(stringify!($subject), "/", stringify!($behaviour))),*];
    };
}

cases! {
    access/disabled_operations;
    access/opened_by_the_application;
    access/roles;
    command/accessors;
    command/inheritance;
    command/parameters;
    command/resource;
    diesel/related_models;
    import/csv_file;
    index/order_and_cover;
    migration/additions;
    migration/changes;
    model/every_kind;
    model/hashed_identifier;
    model/hidden_field;
    model/natural_key;
    model/options_of_the_original;
    model/record_groups;
    model/scoped_in_the_original;
    model/settings_of_the_original;
    model/taking_part;
    module/own_crate;
    module/vendored;
    name/keyword;
    name/names_of_rust;
    platform_model/added_field;
    relation/extend;
    relation/forward_and_reverse;
    relation/in_a_circle;
    relation/many_to_many;
    relation/scope;
    relation/through;
    relation/to_itself;
}
