//! Records as JSON, by the members that were chosen.

use super::{Chosen, Form, Related, RelatedRows, Selection, Shown};
use crate::data::json::{Urls, write_array, write_member_name, write_more, write_value};
use crate::data::value::Value;

impl Selection<'_> {
    /// Appends the object of one row.
    pub(crate) fn write(&self, out: &mut Vec<u8>, urls: Urls<'_>, cells: &[Value], found: &RelatedRows) {
        let (identifier, cells) = self.parts(cells);
        let pen = Pen { urls, found, related_max: self.view.limits().related_max };
        pen.object(out, &self.record, (identifier, cells));
    }
}

/// Whether an array holds all that there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    Cut,
}

#[derive(Clone, Copy)]
struct Pen<'a> {
    urls: Urls<'a>,
    found: &'a RelatedRows,
    related_max: usize,
}

impl Pen<'_> {
    /// The object of a record, of which the identifier and the cells of its members are given.
    fn object(self, out: &mut Vec<u8>, record: &Chosen<'_>, (identifier, cells): (&Value, &[Value])) {
        out.push(b'{');
        let mut rest = cells;
        for member in &record.members {
            let (own, others) = rest.split_at(member.shown.width());
            rest = others;
            write_member_name(out, &member.name);
            if self.shown(out, record, &member.shown, (identifier, own)) == Extent::Cut {
                write_more(out, &member.name);
            }
        }
        out.push(b'}');
    }

    fn shown(
        self,
        out: &mut Vec<u8>,
        record: &Chosen<'_>,
        shown: &Shown<'_>,
        (identifier, cells): (&Value, &[Value]),
    ) -> Extent {
        match shown {
            Shown::Value(_) | Shown::Made(..) => write_value(out, &cells[0]),
            Shown::Address => self.urls.write_record(out, record.model.name(), identifier),
            Shown::One(_) if cells[0] == Value::Null => out.extend_from_slice(b"null"),
            Shown::One(related) => return self.related(out, related, cells),
            Shown::Many(related) => return self.array(out, related, identifier),
        }
        Extent::Whole
    }

    fn array(self, out: &mut Vec<u8>, related: &Related<'_>, holder: &Value) -> Extent {
        let rows = self.found.by_relation[related.index].get(holder).map_or([].as_slice(), Vec::as_slice);
        let mut extent = if rows.len() > self.related_max { Extent::Cut } else { Extent::Whole };
        write_array(out, rows.iter().take(self.related_max), |out, cells| {
            if self.related(out, related, cells) == Extent::Cut {
                extent = Extent::Cut;
            }
        });
        extent
    }

    /// Objects say themselves what was cut in them.
    fn related(self, out: &mut Vec<u8>, related: &Related<'_>, cells: &[Value]) -> Extent {
        let (identifier, cells) = cells.split_first().expect("the identifier of a related record is read");
        match (related.form, related.record.members.as_slice()) {
            (Form::Plain, [member]) => self.shown(out, &related.record, &member.shown, (identifier, cells)),
            _ => {
                self.object(out, &related.record, (identifier, cells));
                Extent::Whole
            }
        }
    }
}
