//! The one path resolver: `plane.manufacturer` becomes a column that the caller may read, or "no such field", never a third
//! answer.
//!
//! Filters, ordering, exports and typed queries have no other way to name a column. Nothing here knows SQL or values.

use zimagi_spec::descriptor::Multiplicity;

use super::catalogue::{Field, Link, Model, ReverseEnd};
use super::nearest::nearest_names;
use super::view::View;

/// A column and the way to it.
#[derive(Debug, Clone)]
pub(crate) struct ResolvedPath<'c> {
    /// Where it starts.
    pub(crate) root: &'c Model,
    /// The relations to follow.
    pub(crate) steps: Vec<Step<'c>>,
    /// The field where they lead. For a path that ends in a link or a reverse relation it is the identifier.
    pub(crate) field: &'c Field,
}

/// One relation on the way.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'c> {
    /// From the record that refers to the one it refers to.
    Forward {
        /// The relation.
        field: &'c Field,
        /// The model it points to.
        to: &'c Model,
    },
    /// From a record to those that refer to it.
    Backward {
        /// The referring model.
        from: &'c Model,
        /// Its relation.
        field: &'c Field,
    },
    /// From a record to those that it is paired with.
    Paired {
        /// The link.
        link: &'c Link,
        /// From which of its sides.
        way: Way,
        /// The model on the other side.
        to: &'c Model,
    },
}

/// From which side a link is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// From the model that has it.
    Forward,
    /// From its target.
    Backward,
}

/// A name that is no field for the caller: hidden, forbidden and invented ones are answered alike.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no field `{written}`")]
pub(crate) struct NoSuchField {
    /// The name as it came.
    pub(crate) written: String,
    /// What may have been meant, whole paths.
    pub(crate) nearest: Vec<String>,
}

/// What a path is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// To filter, order, search, group or count by what it leads to. Encrypted fields exist for nobody then.
    Compare,
    /// To show what it leads to.
    Show,
}

/// Resolves a path from a model to something that can be compared. Steps are joined by `.` or `__`.
pub(crate) fn resolve<'c>(view: View<'c>, root: &'c Model, written: &str) -> Result<ResolvedPath<'c>, NoSuchField> {
    resolve_segments(view, root, &split(written)).map_err(|error| NoSuchField { written: written.to_owned(), ..error })
}

/// Resolves a path from a model to something that is only shown: here encrypted fields exist too.
pub(crate) fn resolve_shown<'c>(
    view: View<'c>,
    root: &'c Model,
    written: &str,
) -> Result<ResolvedPath<'c>, NoSuchField> {
    let walk = Walk { view, path: Vec::new(), model: root, use_: Use::Show };
    walk.into_path(&split(written)).map_err(|error| NoSuchField { written: written.to_owned(), ..error })
}

/// Where the parts of a path lead, all of which must be relations: for each part the steps that it stands for, models that are
/// extended among them.
pub(crate) fn resolve_relations<'c>(
    view: View<'c>,
    root: &'c Model,
    segments: &[&str],
) -> Result<Vec<Vec<Step<'c>>>, NoSuchField> {
    let mut walk = Walk { view, path: Vec::new(), model: root, use_: Use::Show };
    let mut parts = Vec::with_capacity(segments.len());
    for (place, segment) in segments.iter().enumerate() {
        let start = walk.path.len();
        walk.step(segment).ok_or_else(|| walk.failure(segments, place))?;
        parts.push(walk.path[start..].to_vec());
    }
    Ok(parts)
}

/// The steps of a path as written.
pub(crate) fn split(written: &str) -> Vec<&str> {
    written.split('.').flat_map(|part| part.split("__")).collect()
}

/// Resolves a path that was split.
pub(crate) fn resolve_segments<'c>(
    view: View<'c>,
    root: &'c Model,
    segments: &[&str],
) -> Result<ResolvedPath<'c>, NoSuchField> {
    Walk { view, path: Vec::new(), model: root, use_: Use::Compare }.into_path(segments)
}

impl<'c> ResolvedPath<'c> {
    /// The model whose field the path ends at.
    pub(crate) fn model(&self) -> &'c Model {
        self.steps.last().map_or(self.root, |step| step.to())
    }

    /// The model whose fields a longer path could name: the target of a relation or link, or what refers to the record.
    pub(crate) fn beyond(&self, view: View<'c>, last: &str) -> Option<&'c Model> {
        let target = self.field.relation.map(|relation| view.catalogue().model(relation.target));
        if self.ends_in_many(last) { Some(self.model()) } else { target }
    }

    /// Whether the last part as written is a link or a reverse relation, for which the identifier stands.
    pub(crate) fn ends_in_many(&self, last: &str) -> bool {
        let is_many = matches!(self.steps.last(), Some(Step::Backward { .. } | Step::Paired { .. }));
        is_many && self.field.name() != last
    }

    /// Whether both lead the same way to the same field.
    pub(crate) fn is(&self, other: &ResolvedPath<'_>) -> bool {
        let same_steps = || self.steps.iter().zip(&other.steps).all(|(one, other)| one.is(*other));
        std::ptr::eq(self.field, other.field) && self.steps.len() == other.steps.len() && same_steps()
    }

    /// Whether it is the identifier of the root itself.
    pub(crate) fn is_identifier(&self) -> bool {
        self.steps.is_empty() && self.field.id == self.root.identifier
    }

    /// Whether there is at most one value for each record of the root.
    pub(crate) fn is_single(&self) -> bool {
        self.steps.iter().all(|step| step.is_single())
    }

    /// The steps up to the last one that leads to many records, and those behind it.
    pub(crate) fn split_many(&self) -> (&[Step<'c>], &[Step<'c>]) {
        let last = self.steps.iter().rposition(|step| !step.is_single());
        self.steps.split_at(last.map_or(0, |last| last + 1))
    }

    /// Whether a record of the root may have no value.
    pub(crate) fn is_nullable(&self) -> bool {
        self.field.is_nullable() || self.steps.iter().any(|step| step.is_nullable())
    }

    /// The same without last steps that only fetch what the referring column holds itself.
    pub(crate) fn shortened(mut self) -> Self {
        while let Some(Step::Forward { field, to }) = self.steps.last().copied()
            && to.identifier == self.field.id
        {
            self.steps.pop();
            self.field = field;
        }
        self
    }
}

/// Whether at most one record refers to another by the field.
fn is_one_to_one(field: &Field) -> bool {
    field.relation.is_some_and(|relation| relation.descriptor.multiplicity == Multiplicity::One)
}

impl<'c> Step<'c> {
    /// The model the step leads to.
    pub(crate) const fn to(self) -> &'c Model {
        match self {
            Self::Forward { to, .. } | Self::Paired { to, .. } => to,
            Self::Backward { from, .. } => from,
        }
    }

    /// Whether both are the same relation, followed the same way.
    pub(crate) fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Forward { field: left, .. }, Self::Forward { field: right, .. }) => std::ptr::eq(left, right),
            (Self::Backward { field: left, .. }, Self::Backward { field: right, .. }) => std::ptr::eq(left, right),
            (Self::Paired { link: left, way: one, .. }, Self::Paired { link: right, way: other, .. }) => {
                std::ptr::eq(left, right) && one == other
            }
            _ => false,
        }
    }

    /// Whether it leads to one record at most.
    pub(crate) fn is_single(self) -> bool {
        match self {
            Self::Forward { .. } => true,
            Self::Backward { field, .. } => is_one_to_one(field),
            Self::Paired { .. } => false,
        }
    }

    const fn is_nullable(self) -> bool {
        match self {
            Self::Forward { field, .. } => field.is_nullable(),
            Self::Backward { .. } | Self::Paired { .. } => true,
        }
    }
}

/// The fields of a model's records: its own, and those of the records that they are too. What is declared nearer takes the place of
/// what is declared further up.
pub(crate) fn members<'c>(view: View<'c>, model: &'c Model) -> Vec<ResolvedPath<'c>> {
    let mut members: Vec<ResolvedPath<'c>> = Vec::with_capacity(model.fields.len());
    let mut steps = Vec::new();
    for at in view.lineage(model) {
        // The pointers of extended models only lead further up.
        let is_way = |field: &Field| !steps.is_empty() && at.parent.is_some_and(|parent| parent.pointer == field.id);
        for field in view.fields(at).filter(|field| !is_way(field)) {
            if members.iter().all(|member| member.field.name() != field.name()) {
                members.push(ResolvedPath { root: model, steps: steps.clone(), field });
            }
        }
        steps.extend(view.parent(at).map(|(field, to)| Step::Forward { field, to }));
    }
    members
}

/// The fields by which people name a model's records: the identifier, then the key if it is another field.
pub(crate) fn names<'c>(view: View<'c>, model: &'c Model) -> Vec<ResolvedPath<'c>> {
    let identifier = model.identifier();
    let identifier =
        view.has_field(model, identifier).then(|| ResolvedPath { root: model, steps: Vec::new(), field: identifier });
    identifier.into_iter().chain(key(view, model)).collect()
}

/// The key of a model's records if it is another field than the identifier: its own, or that of the records that they are too.
pub(crate) fn key<'c>(view: View<'c>, model: &'c Model) -> Option<ResolvedPath<'c>> {
    let mut steps = Vec::new();
    for at in view.lineage(model) {
        if let Some(field) = at.key() {
            let is_shown = field.id != at.identifier && view.has_field(at, field);
            return is_shown.then_some(ResolvedPath { root: model, steps, field });
        }
        steps.extend(view.parent(at).map(|(field, to)| Step::Forward { field, to }));
    }
    None
}

/// Everything that a step or an end of a path at this model can be, if it is to be compared.
pub(super) fn known_names<'c>(view: View<'c>, model: &'c Model) -> Vec<String> {
    names_for(view, model, Use::Compare)
}

fn names_for<'c>(view: View<'c>, model: &'c Model, use_: Use) -> Vec<String> {
    let names_at = |model: &'c Model| {
        let fields = view.fields(model).filter(|field| use_ == Use::Show || !field.is_sealed()).map(Field::name);
        let links = view.links(model).map(Link::name);
        let reverse = view.reverse(model).map(|reverse| reverse.descriptor.name);
        fields.chain(links).chain(reverse)
    };
    view.lineage(model).flat_map(names_at).map(str::to_owned).collect()
}

struct Walk<'c> {
    view: View<'c>,
    path: Vec<Step<'c>>,
    model: &'c Model,
    use_: Use,
}

impl<'c> Walk<'c> {
    fn into_path(mut self, segments: &[&str]) -> Result<ResolvedPath<'c>, NoSuchField> {
        let root = self.model;
        let (last, steps) = segments.split_last().expect("splitting gives at least one part");
        for (place, segment) in steps.iter().enumerate() {
            self.step(segment).ok_or_else(|| self.failure(segments, place))?;
        }
        let field = self.end(last).ok_or_else(|| self.failure(segments, steps.len()))?;
        Ok(ResolvedPath { root, steps: self.path, field })
    }

    fn step(&mut self, name: &str) -> Option<()> {
        self.nearest(|walk| {
            let step = walk.forward(name).or_else(|| walk.many(name))?;
            walk.push(step)
        })
    }

    /// The field at the end; a link or a reverse relation stands for the identifier of the records there.
    fn end(&mut self, name: &str) -> Option<&'c Field> {
        self.nearest(|walk| walk.own_end(name))
    }

    /// What is found at this model, or else at those that it extends. The walk stays where it is if nothing is.
    fn nearest<T>(&mut self, find: impl Fn(&mut Self) -> Option<T>) -> Option<T> {
        let (length, model) = (self.path.len(), self.model);
        loop {
            if let Some(found) = find(self) {
                return Some(found);
            }
            let climbed = self.view.parent(self.model).and_then(|(field, to)| self.push(Step::Forward { field, to }));
            if climbed.is_none() {
                self.path.truncate(length);
                self.model = model;
                return None;
            }
        }
    }

    fn own_end(&mut self, name: &str) -> Option<&'c Field> {
        if let Some(field) = self.view.find_field(self.model, name) {
            return (self.use_ == Use::Show || !field.is_sealed()).then_some(field);
        }
        let step = self.many(name)?;
        self.push(step)?;
        let identifier = self.model.identifier();
        self.view.has_field(self.model, identifier).then_some(identifier)
    }

    /// Longer paths are no fields: each step is a sub-query.
    fn push(&mut self, step: Step<'c>) -> Option<()> {
        if self.path.len() >= self.view.limits().path_parts_max {
            return None;
        }
        self.path.push(step);
        self.model = step.to();
        Some(())
    }

    fn forward(&self, name: &str) -> Option<Step<'c>> {
        let field = self.view.find_field(self.model, name).filter(|field| field.name() == name)?;
        let to = self.view.catalogue().model(field.relation?.target);
        Some(Step::Forward { field, to })
    }

    fn many(&self, name: &str) -> Option<Step<'c>> {
        let catalogue = self.view.catalogue();
        if let Some(link) = self.view.find_link(self.model, name) {
            return Some(Step::Paired { link, way: Way::Forward, to: catalogue.model(link.target) });
        }
        let reverse = self.view.find_reverse(self.model, name)?;
        let from = catalogue.model(reverse.model);
        Some(match reverse.end {
            ReverseEnd::Field(field) => Step::Backward { from, field: from.field(field) },
            ReverseEnd::Link(link) => Step::Paired { link: &from.links[link], way: Way::Backward, to: from },
        })
    }

    fn failure(&self, segments: &[&str], place: usize) -> NoSuchField {
        let prefix: String = segments[..place].iter().map(|segment| format!("{segment}.")).collect();
        let known = names_for(self.view, self.model, self.use_);
        let nearest = nearest_names(segments[place], &known).into_iter().map(|name| format!("{prefix}{name}"));
        NoSuchField { written: segments.join("."), nearest: nearest.collect() }
    }
}
