//! Members that are wished one after the other grow together to one tree: `plane.year` and `plane.maker` are one `plane`.

use super::{Chosen, Form, Member, Related, Shown};
use crate::data::mistake::QueryFault;
use crate::data::path::Step;

impl<'c> Chosen<'c> {
    /// Adds a member. What is wished twice is shown once; two things of one name are a mistake.
    pub(super) fn add(&mut self, member: Member<'c>) -> Result<(), QueryFault> {
        let Some(known) = self.members.iter_mut().find(|known| known.name == member.name) else {
            self.members.push(member);
            return Ok(());
        };
        match (&mut known.shown, member.shown) {
            (Shown::Value(known), Shown::Value(path)) if known.is(&path) => Ok(()),
            (Shown::Made(known, as_), Shown::Made(path, made)) if known.is(&path) && *as_ == made => Ok(()),
            (Shown::Address, Shown::Address) => Ok(()),
            (Shown::One(known), Shown::One(related)) | (Shown::Many(known), Shown::Many(related))
                if known.leads_like(&related) =>
            {
                related.record.members.into_iter().try_for_each(|member| known.record.add(member))
            }
            _ => {
                Err(QueryFault::WrongValue { expected: format!("another name than `{}`, which is taken", member.name) })
            }
        }
    }

    /// Over how many relations records are read.
    pub(super) fn relations(&self) -> usize {
        self.members.iter().map(|member| member.shown.relations()).sum()
    }

    /// Gives each relation to many records its number, from the given one on.
    pub(super) fn number(&mut self, mut next: usize) -> usize {
        for member in &mut self.members {
            match &mut member.shown {
                Shown::Value(_) | Shown::Made(..) | Shown::Address => {}
                Shown::One(related) => next = related.record.number(next),
                Shown::Many(related) => {
                    related.index = next;
                    next = related.record.number(next + 1);
                }
            }
        }
        next
    }
}

impl Shown<'_> {
    fn relations(&self) -> usize {
        match self {
            Self::Value(_) | Self::Made(..) | Self::Address => 0,
            Self::One(related) if !related.record.needs_row() => related.record.relations(),
            Self::One(related) | Self::Many(related) => related.steps.len() + related.record.relations(),
        }
    }
}

impl Related<'_> {
    /// Whether both are objects at the end of the same relation. Those under wished names are their own.
    fn leads_like(&self, other: &Self) -> bool {
        let is_same = |(one, other): (&Step<'_>, &Step<'_>)| one.is(*other);
        let are_objects = self.form == Form::Object && other.form == Form::Object;
        are_objects && self.steps.len() == other.steps.len() && self.steps.iter().zip(&other.steps).all(is_same)
    }
}
