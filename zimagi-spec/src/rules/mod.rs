//! The rules of the language, each a statement that must hold, called from this one file.
//!
//! In go resolved specs and the target; mistakes come out. A rule changes nothing and knows nothing of the other rules.
//! What cannot be resolved at all (bases, mixins, shapes of fields) is reported by [`crate::resolve`].

mod access;
mod command;
mod context;
mod default;
mod diesel;
mod display;
mod encrypted;
mod extend;
mod field;
mod identifier;
mod import;
mod import_order;
mod limit;
mod link;
mod manifest;
mod mention;
mod name;
mod provider;
mod relation;
mod rust;
mod scope;
mod sql;
mod store;
mod target;

pub use target::{DieselDependency, Target};

use crate::diagnostic::Diagnostics;
use crate::resolve::Resolved;
use context::Context;

/// Checks every rule.
pub fn check(resolved: &Resolved, target: &Target, diagnostics: &mut Diagnostics) {
    let cx = &mut Context { resolved, target, diagnostics };
    check_data(cx);
    check_rest(cx);
}

/// Data models: names, fields, relations, and what becomes of them in Rust and SQL.
fn check_data(cx: &mut Context<'_>) {
    name::names_are_snake_case(cx);
    name::names_are_not_reserved(cx);

    field::key_is_declared(cx);
    field::identifier_is_declared(cx);
    field::ordering_is_declared(cx);
    field::unique_is_declared(cx);
    field::index_is_declared(cx);
    field::scope_is_declared(cx);

    identifier::is_never_null(cx);
    identifier::is_not_hidden(cx);
    identifier::ordering_is_not_hidden(cx);

    relation::target_exists(cx);
    relation::set_null_needs_null(cx);
    relation::set_default_needs_default(cx);
    relation::stores_the_identifier(cx);
    relation::scope_is_a_relation(cx);
    scope::scopes_form_no_cycle(cx);
    relation::accessors_are_distinct(cx);
    relation::relations_form_no_cycle(cx);

    extend::nothing_extends_itself(cx);
    extend::fields_are_not_those_of_the_extended(cx);

    link::is_no_field(cx);
    link::through_relates_both_sides(cx);

    limit::bounds_fit(cx);
    limit::choices_fit(cx);
    limit::default_is_legal(cx);
    limit::decimals_fit(cx);

    encrypted::holds_text_or_json(cx);
    encrypted::is_never_compared(cx);

    display::display_names_fields(cx);
    display::computed_fields_have_names_of_their_own(cx);
    provider::plugins_exist(cx);
    provider::settings_are_kept(cx);

    default::fits_the_field(cx);
    default::fits_the_parameter(cx);

    store::is_for_the_platform(cx);
    store::relations_stay_in_one_store(cx);

    rust::class_is_a_type_name(cx);
    rust::type_names_are_distinct(cx);
    rust::type_names_hide_nothing(cx);
    rust::commands_are_distinct(cx);

    sql::tables_are_distinct(cx);
    sql::columns_are_distinct(cx);
    sql::names_fit(cx);
    sql::indexes_fit(cx);

    diesel::dependency_is_there(cx);
    diesel::columns_fit(cx);
}

/// Roles, commands, imports and all else.
fn check_rest(cx: &mut Context<'_>) {
    access::roles_are_declared(cx);
    access::reserved_roles_stay_reserved(cx);

    command::positionals_are_in_order(cx);
    command::options_are_distinct(cx);
    command::words_are_not_reserved(cx);
    command::settings_are_in_range(cx);
    command::choices_fit(cx);
    command::nothing_stands_below_a_command(cx);

    import::models_exist(cx);
    import::models_are_stored_alone(cx);
    import::fields_exist(cx);
    import::fields_are_filled_their_way(cx);
    import::constants_fit(cx);
    import::relations_name_their_target(cx);
    import::key_fields_are_unique(cx);
    import::required_fields_are_filled(cx);
    import_order::requirements_exist(cx);
    import_order::requirements_form_no_cycle(cx);

    mention::command_bases_exist(cx);
    mention::command_mixins_exist(cx);
    mention::plugin_mixins_exist(cx);
    mention::models_exist(cx);
    mention::roles_are_declared(cx);
    mention::workers_exist(cx);
    mention::providers_exist(cx);
    mention::requirements_exist(cx);
    mention::parse_names_parameters(cx);

    manifest::name_is_a_name(cx);
}
