//! Which entries of a plan are meant: those of a kind, those of a name, or both.

use super::Plan;

/// A kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Roles.
    Roles,
    /// Data models.
    Models,
    /// Commands.
    Commands,
    /// Imports.
    Imports,
    /// Migrations.
    Migrations,
}

/// Some entries; all of them by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Selection<'a> {
    /// Only entries of this kind.
    pub part: Option<Part>,
    /// Only entries of this name; a command is named by its words, `flight delays`.
    pub name: Option<&'a str>,
}

impl Part {
    /// Every kind, in the order in which plans show them.
    pub const ALL: [Self; 5] = [Self::Roles, Self::Models, Self::Commands, Self::Imports, Self::Migrations];

    /// The word that people write.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Roles => "roles",
            Self::Models => "models",
            Self::Commands => "commands",
            Self::Imports => "imports",
            Self::Migrations => "migrations",
        }
    }

    /// One of them, in sentences.
    #[must_use]
    pub const fn singular(self) -> &'static str {
        match self {
            Self::Roles => "role",
            Self::Models => "data model",
            Self::Commands => "command",
            Self::Imports => "import",
            Self::Migrations => "migration",
        }
    }
}

impl Selection<'_> {
    /// Whether it means an entry.
    pub(crate) fn holds(&self, part: Part, name: &str) -> bool {
        self.part.is_none_or(|wanted| wanted == part) && self.name.is_none_or(|wanted| wanted == name)
    }

    /// Whether it means everything.
    pub(crate) const fn is_all(&self) -> bool {
        self.part.is_none() && self.name.is_none()
    }
}

impl Plan {
    /// The names of all entries of a kind, in order.
    #[must_use]
    pub fn names(&self, part: Part) -> Vec<String> {
        match part {
            Part::Roles => self.roles.iter().map(|role| role.name.clone()).collect(),
            Part::Models => self.models.iter().map(|model| model.name.clone()).collect(),
            Part::Commands => self.commands.iter().map(|command| command.path.join(" ")).collect(),
            Part::Imports => self.imports.iter().map(|import| import.name.clone()).collect(),
            Part::Migrations => {
                let migrations = self.migrations.iter().flat_map(|set| &set.migrations);
                migrations.map(|migration| migration.folder.clone()).collect()
            }
        }
    }
}
