//! Planned fields: column, kind, Rust member and path.

use zimagi_spec::descriptor::{Multiplicity, OnDelete, ScalarKind, Storage, Visibility, Writability};
use zimagi_spec::resolve::Literal;

/// A field of a model.
#[derive(Debug)]
pub(crate) struct FieldPlan {
    pub(crate) name: String,
    pub(crate) help: String,
    pub(crate) column: String,
    pub(crate) kind: FieldKindPlan,
    pub(crate) presence: PresencePlan,
    pub(crate) writability: Writability,
    pub(crate) visibility: Visibility,
    pub(crate) storage: Storage,
    pub(crate) limits: LimitsPlan,
    /// Where it was inherited from, empty for the model itself: `base id_resource`.
    pub(crate) origin: String,
    /// The member of the model's struct.
    pub(crate) member: MemberPlan,
}

/// A member of a generated struct.
#[derive(Debug)]
pub(crate) struct MemberPlan {
    pub(crate) ident: String,
    /// The type as written in generated code, `Option<f64>`.
    pub(crate) type_: String,
}

/// A value or a reference.
#[derive(Debug)]
pub(crate) enum FieldKindPlan {
    Scalar(ScalarKind),
    Relation(RelationPlan),
}

/// A foreign key.
#[derive(Debug)]
pub(crate) struct RelationPlan {
    pub(crate) target: String,
    pub(crate) stored: ScalarKind,
    pub(crate) on_delete: OnDelete,
    pub(crate) multiplicity: Multiplicity,
}

/// Which values are legal.
#[derive(Debug, Default)]
pub(crate) struct LimitsPlan {
    pub(crate) min: Option<Literal>,
    pub(crate) max: Option<Literal>,
    /// Values with their labels.
    pub(crate) choices: Vec<(Literal, String)>,
}

/// A many-to-many relation.
#[derive(Debug)]
pub(crate) struct LinkPlan {
    pub(crate) name: String,
    pub(crate) help: String,
    pub(crate) origin: String,
    pub(crate) target: String,
    /// The model whose records are the pairs; without one the table is made for the link.
    pub(crate) through: Option<String>,
    pub(crate) table: String,
    pub(crate) source_column: String,
    pub(crate) target_column: String,
    /// The kind of the target's identifier.
    pub(crate) stored: ScalarKind,
    pub(crate) writability: Writability,
    pub(crate) visibility: Visibility,
}

/// Whether a record must have a value. See [`zimagi_spec::descriptor::Presence`], which borrows.
#[derive(Debug)]
pub(crate) enum PresencePlan {
    Required,
    Nullable,
    Default(Literal),
    NullableDefault(Literal),
}

impl FieldPlan {
    /// The kind of the column.
    pub(crate) const fn stored(&self) -> ScalarKind {
        match &self.kind {
            FieldKindPlan::Scalar(kind) => *kind,
            FieldKindPlan::Relation(relation) => relation.stored,
        }
    }
}

impl PresencePlan {
    /// Whether null is a legal value.
    pub(crate) const fn is_nullable(&self) -> bool {
        matches!(self, Self::Nullable | Self::NullableDefault(_))
    }

    /// The value if none is given.
    pub(crate) const fn default(&self) -> Option<&Literal> {
        match self {
            Self::Default(literal) | Self::NullableDefault(literal) => Some(literal),
            Self::Required | Self::Nullable => None,
        }
    }
}
