//! A record in full: its own fields, each related or linked record as an item of a list, each reverse relation as an address, or
//! as an item if it is one to one.

use serde_json::Value as Json;
use zimagi_spec::descriptor::Multiplicity;

use super::super::catalogue::{Field, Link, Model, Reverse, ReverseEnd};
use super::super::error::DataError;
use super::super::json::{ItemLayout, Urls, write_array, write_member_name, write_text, write_value};
use super::super::lowering::{Lowering, Place, Shape};
use super::super::path::{ResolvedPath, Step, Way, key};
use super::super::session::Session;
use super::super::sql::{OrderTerm, Select};
use super::super::typed::Test;
use super::super::value::Value;
use super::super::view::View;
use super::full_row::{FullRow, Held};
use super::linked::read_linked;
use crate::data::question::condition::{Condition, field_equals};

/// Reads and writes the record with this identifier.
pub(super) async fn read_detail(
    session: &mut Session,
    view: View<'_>,
    model: &Model,
    identifier: &Value,
    urls: Urls<'_>,
) -> Result<Vec<u8>, DataError> {
    let row = FullRow::new(view, model);
    let held = row.read(session, view, (model, identifier)).await?;
    let mut out = vec![b'{'];
    for Held { path: ResolvedPath { field, .. }, value, beside } in &held {
        write_member_name(&mut out, field.name());
        match (field.relation, beside) {
            _ if *value == Value::Null => write_value(&mut out, value),
            (Some(_), Some(beside)) => beside.write(&mut out, urls),
            (Some(relation), None) => {
                let target = view.catalogue().model(relation.target);
                write_item(&mut out, session, view, (target, target.identifier(), value), urls).await?;
            }
            (None, _) => write_value(&mut out, value),
        }
    }
    write_dynamic(&mut out, model, &held);
    for model in view.lineage(model) {
        write_links(&mut out, session, view, (model, identifier), urls).await?;
    }
    write_reverse(&mut out, session, view, (model, identifier), urls).await?;
    out.push(b'}');
    Ok(out)
}

/// What the application's code computes of the record as the caller sees it. Nothing if it needs what the caller does not see.
fn write_dynamic(out: &mut Vec<u8>, model: &Model, held: &[Held<'_, '_>]) {
    let (Some(hooks), names) = (&model.hooks, model.descriptor.dynamic_fields) else { return };
    if names.is_empty() {
        return;
    }
    let seen = |name: &str| {
        let is_own = |held: &&Held<'_, '_>| held.path.steps.is_empty() && held.path.field.name() == name;
        held.iter().find(is_own).map_or(Value::Null, |held| held.value.clone())
    };
    let values = hooks.entry.calls.fields().iter().map(|name| seen(name)).collect();
    let computed = hooks.entry.calls.dynamic_fields(names, values).unwrap_or_default();
    for (place, name) in names.iter().enumerate() {
        write_member_name(out, name);
        out.extend_from_slice(computed.get(place).unwrap_or(&Json::Null).to_string().as_bytes());
    }
}

/// The one record whose field has a value, or null.
async fn write_item(
    out: &mut Vec<u8>,
    session: &mut Session,
    view: View<'_>,
    (target, field, value): (&Model, &Field, &Value),
    urls: Urls<'_>,
) -> Result<(), DataError> {
    let layout = ItemLayout::new(view, target);
    let condition = field_equals(target, field, value.clone());
    let mut lowering = Lowering::new(view, Shape::Correlated);
    let place = lowering.place(target);
    let rows = session.rows(&lower_items(&mut lowering, place, &layout, &condition)).await?;
    let linked = read_linked(session, view, &layout, &rows).await?;
    match rows.first() {
        Some(row) => layout.write(out, urls, &row.cells, &linked),
        None => out.extend_from_slice(b"null"),
    }
    Ok(())
}

/// Each link as a list of items, in the order of what people read.
async fn write_links(
    out: &mut Vec<u8>,
    session: &mut Session,
    view: View<'_>,
    (model, identifier): (&Model, &Value),
    urls: Urls<'_>,
) -> Result<(), DataError> {
    for link in view.links(model) {
        let layout = ItemLayout::new(view, view.catalogue().model(link.target));
        let rows = session.rows(&lower_linked_items(view, &layout, link, (model, identifier))).await?;
        let linked = read_linked(session, view, &layout, &rows).await?;
        write_member_name(out, link.name());
        write_array(out, &rows, |out, row| layout.write(out, urls, &row.cells, &linked));
    }
    Ok(())
}

fn lower_linked_items<'c>(
    view: View<'c>,
    layout: &ItemLayout<'c>,
    link: &Link,
    (model, identifier): (&Model, &Value),
) -> Select {
    let target = layout.model;
    let steps = vec![Step::Paired { link, way: Way::Backward, to: model }];
    let path = ResolvedPath { root: target, steps, field: model.identifier() };
    let condition = Condition::Test(path, Test::Equal(identifier.clone()));
    // The records are few among all of their model: they are found by the pairs, not asked one by one.
    let mut lowering = Lowering::new(view, Shape::Membership);
    let place = lowering.place(target);
    let select = lower_items(&mut lowering, place, layout, &condition);
    let key = key(view, target).map(|key| lowering.value(place, &key));
    let order = key.into_iter().chain([place.column(target.identifier())]).map(OrderTerm::ascending);
    Select { order: order.collect(), ..select }
}

fn lower_items<'c>(
    lowering: &mut Lowering<'_>,
    place: Place<'c>,
    layout: &ItemLayout<'c>,
    condition: &Condition<'_>,
) -> Select {
    let outputs = layout.outputs(lowering, place);
    let filter = lowering.condition(place, condition);
    place.select(outputs, Some(filter))
}

/// The records that refer to the record: the one, if there can be no more, otherwise where they are.
async fn write_reverse(
    out: &mut Vec<u8>,
    session: &mut Session,
    view: View<'_>,
    (model, identifier): (&Model, &Value),
    urls: Urls<'_>,
) -> Result<(), DataError> {
    if !view.has_field(model, model.identifier()) {
        return Ok(());
    }
    for (model, reverse) in other_records(view, model) {
        write_member_name(out, reverse.descriptor.name);
        match (reverse.descriptor.multiplicity, reverse.end) {
            (Multiplicity::One, ReverseEnd::Field(field)) => {
                let from = view.catalogue().model(reverse.model);
                write_item(out, session, view, (from, from.field(field), identifier), urls).await?;
            }
            _ => {
                let path = format!("{}.{}", reverse.descriptor.field, model.identifier().name());
                write_text(out, &urls.filtered(reverse.descriptor.model, &path, identifier));
            }
        }
    }
    Ok(())
}

/// The reverse relations of all that a record is. What extends a record and is the record itself is no other one.
fn other_records<'c>(view: View<'c>, model: &'c Model) -> Vec<(&'c Model, &'c Reverse)> {
    let lineage: Vec<&Model> = view.lineage(model).collect();
    let mut others = Vec::new();
    for at in &lineage {
        for reverse in view.reverse(at) {
            let is_itself = lineage.iter().any(|one| one.id == reverse.model);
            if !(is_itself && reverse.descriptor.multiplicity == Multiplicity::One) {
                others.push((*at, reverse));
            }
        }
    }
    others
}
