//! The Diesel schema of all models that ask for one, written as text because nothing lays out the inside of a macro.

use super::Artifact;
use super::source::Source;
use crate::plan::{DieselColumnPlan, DieselPlan, JoinPlan, ModelPlan, Plan};

/// `schema.rs`; nothing if no model asks.
pub(super) fn emit_schema(plan: &Plan) -> Option<Artifact> {
    let mut source = Source::new("the models that ask for a Diesel schema");
    for model in &plan.models {
        if let Some(diesel) = &model.diesel {
            emit_table(&mut source, model, diesel);
        }
    }
    for join in &plan.joins {
        emit_join(&mut source, join);
    }
    plan.has_diesel().then(|| source.finish("schema.rs"))
}

fn emit_table(source: &mut Source, model: &ModelPlan, diesel: &DieselPlan) {
    source.line("::diesel::table! {");
    source.line(format_args!("    /// The table of the model `{}`.", model.name));
    emit_sql_name(source, 1, (diesel.table_ident != model.table).then_some(&model.table));
    source.line(format_args!("    {} ({}) {{", diesel.table_ident, diesel.primary_key));
    for column in &diesel.columns {
        emit_column(source, column);
    }
    source.line("    }");
    source.line("}");
}

fn emit_column(source: &mut Source, column: &DieselColumnPlan) {
    emit_sql_name(source, 2, column.sql_name.as_ref());
    source.line(format_args!("        {} -> {},", column.ident, column.sql_type));
}

fn emit_sql_name(source: &mut Source, depth: usize, sql_name: Option<&String>) {
    if let Some(sql_name) = sql_name {
        source.line(format_args!("{}#[sql_name = {sql_name:?}]", "    ".repeat(depth)));
    }
}

fn emit_join(source: &mut Source, join: &JoinPlan) {
    let JoinPlan { left, right, column } = join;
    if let Some(column) = column {
        source.line(format_args!("::diesel::joinable!({left} -> {right} ({column}));"));
    }
    source.line(format_args!("::diesel::allow_tables_to_appear_in_same_query!({left}, {right});"));
}
