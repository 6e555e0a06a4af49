//! A record in full: its own fields, each related record as an item of a list, each reverse relation as an address.

use super::super::catalogue::{Field, Model};
use super::super::condition::field_equals;
use super::super::error::DataError;
use super::super::json::{ItemLayout, Urls, write_member_name, write_text, write_value};
use super::super::lowering::{Lowering, Shape};
use super::super::session::{Row, Session};
use super::super::value::Value;
use super::super::view::View;

/// Reads and writes the record with this identifier.
pub(super) async fn read_detail(
    session: &mut Session,
    view: View<'_>,
    model: &Model,
    identifier: &Value,
    urls: Urls<'_>,
) -> Result<Vec<u8>, DataError> {
    let fields: Vec<&Field> = view.fields(model).collect();
    let row = read_fields(session, model, &fields, identifier).await?;
    let mut out = vec![b'{'];
    for (field, cell) in fields.iter().zip(&row.cells) {
        write_member_name(&mut out, field.name());
        match field.relation {
            Some(relation) if *cell != Value::Null => {
                let target = view.catalogue().model(relation.target);
                write_related(&mut out, session, view, target, cell, urls).await?;
            }
            Some(_) | None => write_value(&mut out, cell),
        }
    }
    write_reverse(&mut out, view, model, identifier, urls);
    out.push(b'}');
    Ok(out)
}

async fn read_fields(
    session: &mut Session,
    model: &Model,
    fields: &[&Field],
    identifier: &Value,
) -> Result<Row, DataError> {
    let mut lowering = Lowering::new(Shape::Correlated);
    let place = lowering.place(model);
    let outputs = fields.iter().map(|field| place.output(field)).collect();
    let filter = lowering.condition(place, &field_equals(model, model.identifier(), identifier.clone()));
    let rows = session.rows(&place.select(outputs, Some(filter))).await?;
    rows.into_iter().next().ok_or(DataError::NotFound)
}

async fn write_related(
    out: &mut Vec<u8>,
    session: &mut Session,
    view: View<'_>,
    target: &Model,
    identifier: &Value,
    urls: Urls<'_>,
) -> Result<(), DataError> {
    let layout = ItemLayout::new(view, target);
    let mut lowering = Lowering::new(Shape::Correlated);
    let place = lowering.place(target);
    let outputs = layout.outputs(&mut lowering, place);
    let filter = lowering.condition(place, &field_equals(target, target.identifier(), identifier.clone()));
    let rows = session.rows(&place.select(outputs, Some(filter))).await?;
    match rows.first() {
        Some(row) => layout.write(out, urls, &row.cells),
        None => out.extend_from_slice(b"null"),
    }
    Ok(())
}

fn write_reverse(out: &mut Vec<u8>, view: View<'_>, model: &Model, identifier: &Value, urls: Urls<'_>) {
    if !view.has_field(model, model.identifier()) {
        return;
    }
    for reverse in view.reverse(model) {
        let path = format!("{}.{}", reverse.descriptor.field, model.identifier().name());
        write_member_name(out, reverse.descriptor.name);
        write_text(out, &urls.filtered(reverse.descriptor.model, &path, identifier));
    }
}
