//! Reading what records are linked with: one statement for each link and page.

use std::collections::HashMap;

use super::super::error::DataError;
use super::super::json::{ItemLayout, LinkMember, Linked};
use super::super::lowering::{Lowering, Shape};
use super::super::path::Way;
use super::super::session::{Row, Session};
use super::super::sql::{Bind, Cut, Expr, OrderTerm, Output, Select};
use super::super::value::Value;
use super::super::view::View;
use crate::data::question::lookup::LIST_MAX;

/// What the links of a page's records lead to.
pub(super) async fn read_linked(
    session: &mut Session,
    view: View<'_>,
    layout: &ItemLayout<'_>,
    rows: &[Row],
) -> Result<Linked, DataError> {
    let records: Vec<Value> = rows.iter().map(|row| layout.identifier(&row.cells).clone()).collect();
    let mut linked = Linked { by_link: Vec::new(), shown_max: layout.linked_max };
    for member in &layout.links {
        let mut cells: HashMap<Value, Vec<Vec<Value>>> = HashMap::with_capacity(records.len());
        for records in records.chunks(LIST_MAX) {
            for row in session.rows(&lower_references(view, layout, member, records)).await? {
                let mut row = row.cells.into_iter();
                let Some(record) = row.next() else { continue };
                let (references, reference) = (cells.entry(record).or_default(), row.collect());
                // Pairs that are records of a model may say the same twice.
                if references.last() != Some(&reference) {
                    references.push(reference);
                }
            }
        }
        linked.by_link.push(cells);
    }
    Ok(linked)
}

/// The record that has the link, then the cells of a reference, in the order of what people read.
fn lower_references(
    view: View<'_>,
    item: &ItemLayout<'_>,
    LinkMember { link, layout }: &LinkMember<'_>,
    records: &[Value],
) -> Select {
    let mut lowering = Lowering::new(view, Shape::Correlated);
    let model = item.model;
    let pairs = lowering.pairs(link, Way::Forward);
    let mut outputs = vec![pairs.output(pairs.near(), model), pairs.output(pairs.far(), layout.target)];
    if let Some(key) = &layout.key {
        let there = lowering.place(layout.target);
        let same = Expr::equal(there.stored(layout.target.identifier()), pairs.far());
        let select = there.select(vec![lowering.output(there, key)], Some(same));
        outputs.push(Output { expr: Expr::Scalar(Box::new(select)), kind: key.field.kind });
    }
    let kind = model.identifier().kind;
    let binds = records.iter().map(|value| Bind { value: value.clone(), kind }).collect();
    let mut filter = vec![Expr::In(Box::new(pairs.near()), binds)];
    if pairs.may_lack_sides() {
        filter.push(Expr::Not(Box::new(Expr::IsNull(Box::new(pairs.far())))));
    }
    let order = outputs[1..].iter().rev().map(|output| OrderTerm::ascending(output.expr.clone())).collect();
    // One more tells that there are more.
    let cut = Some(Cut { by: pairs.near(), rows: item.linked_max + 1 });
    Select { order, cut, ..pairs.select(outputs, Some(Expr::And(filter))) }
}
