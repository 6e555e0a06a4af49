//! All entries of all owners by name, each with what later owners add to it.

use indexmap::IndexMap;
use indexmap::map::Entry;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{CommandDoc, CommandLevel, DataDoc, DataKind, ImportDoc, ModuleDoc, RoleDoc, words};
use crate::load::ModuleKind;
use crate::names::Database;
use crate::source::Spanned;

use super::merge::Merge;
use super::{Manifest, OwnerId, Role, alias, join_command, join_data, opening, opening_command, version};

/// Entries by name.
pub(super) struct Joined<'d> {
    pub(super) roles: IndexMap<String, Role>,
    pub(super) data: IndexMap<(DataKind, String), DataEntry>,
    pub(super) commands: IndexMap<(CommandLevel, String), CommandEntry>,
    pub(super) imports: IndexMap<String, ImportEntry<'d>>,
}

/// A data entry and who declared it first.
pub(super) struct DataEntry {
    pub(super) owner: OwnerId,
    pub(super) document: DataDoc,
    /// Fields that other owners added.
    pub(super) additions: IndexMap<String, OwnerId>,
    /// Who asks for hooks of a model that another owner declared.
    pub(super) hooked_by: Option<OwnerId>,
}

/// A command and who declared it first.
pub(super) struct CommandEntry {
    pub(super) owner: OwnerId,
    pub(super) document: CommandDoc,
}

/// An import and who declared it.
pub(super) struct ImportEntry<'d> {
    pub(super) owner: OwnerId,
    pub(super) document: &'d ImportDoc,
}

/// Joins the documents in the order of owners and files.
pub(super) fn join<'d>(modules: &'d [ModuleDoc], diagnostics: &mut Diagnostics) -> Joined<'d> {
    let mut joined =
        Joined { roles: IndexMap::new(), data: IndexMap::new(), commands: IndexMap::new(), imports: IndexMap::new() };
    let mut names: IndexMap<&str, &Spanned<String>> = IndexMap::new();
    for (index, module) in modules.iter().enumerate() {
        let name = &module.manifest.name;
        if module.kind != ModuleKind::Platform
            && let Some(first) = names.insert(name.value.as_str(), name)
        {
            diagnostics.push(same_module(name, first));
        }
        version::check_versions(&module.manifest, diagnostics);
        let before = opening::openness(&joined.data);
        let commands_before = opening_command::openness(&joined.commands);
        joined.add_module(OwnerId(index), module, diagnostics);
        opening_command::report(&commands_before, &joined.commands, module.kind, diagnostics);
        alias::bind(&mut joined.data);
        opening::report(&before, &joined.data, module.kind, diagnostics);
    }
    alias::check(&joined.data, diagnostics);
    joined
}

impl<'d> Joined<'d> {
    fn add_module(&mut self, owner: OwnerId, module: &'d ModuleDoc, diagnostics: &mut Diagnostics) {
        for spec in &module.specs {
            spec.roles.iter().for_each(|role| self.add_role(owner, role, diagnostics));
            spec.data.iter().for_each(|document| self.add_data(owner, module, document, diagnostics));
            spec.commands.iter().for_each(|document| self.add_command(owner, module, document, diagnostics));
            spec.imports.iter().for_each(|document| self.add_import(owner, document, diagnostics));
        }
    }

    fn add_role(&mut self, owner: OwnerId, role: &RoleDoc, diagnostics: &mut Diagnostics) {
        let help = role.help.as_ref().map(|help| help.value.clone());
        match self.roles.entry(role.name.value.clone()) {
            Entry::Vacant(place) => {
                place.insert(Role { name: role.name.clone(), help: help.unwrap_or_default(), owner });
            }
            Entry::Occupied(known) if help.is_some_and(|help| help != known.get().help) => {
                diagnostics.push(declared_twice("role", &role.name, &known.get().name));
            }
            Entry::Occupied(_) => {}
        }
    }

    fn add_data(&mut self, owner: OwnerId, module: &ModuleDoc, document: &DataDoc, diagnostics: &mut Diagnostics) {
        match self.data.entry((document.kind, document.name.value.clone())) {
            Entry::Vacant(place) => {
                place.insert(DataEntry {
                    owner,
                    document: document.clone(),
                    additions: IndexMap::new(),
                    hooked_by: None,
                });
            }
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                let name = known.document.name.clone();
                let mut merge = Merge::new(&name, known.owner == owner, module.kind, &document.overrides, diagnostics);
                join_data::join_data(known, owner, document, &mut merge);
                merge.finish();
            }
        }
    }

    fn add_command(
        &mut self,
        owner: OwnerId,
        module: &ModuleDoc,
        document: &CommandDoc,
        diagnostics: &mut Diagnostics,
    ) {
        match self.commands.entry((document.level, words(&document.path))) {
            Entry::Vacant(place) => {
                place.insert(CommandEntry { owner, document: document.clone() });
            }
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                let name = Spanned::new(words(&document.path), last_word(&known.document).span);
                let mut merge = Merge::new(&name, known.owner == owner, module.kind, &document.overrides, diagnostics);
                join_command::join_command(&mut known.document, document, &mut merge);
                merge.finish();
            }
        }
    }

    fn add_import(&mut self, owner: OwnerId, document: &'d ImportDoc, diagnostics: &mut Diagnostics) {
        match self.imports.entry(document.name.value.clone()) {
            Entry::Vacant(place) => {
                place.insert(ImportEntry { owner, document });
            }
            Entry::Occupied(known) => {
                diagnostics.push(declared_twice("import", &document.name, &known.get().document.name));
            }
        }
    }
}

/// The word that names a command within its group.
pub(super) fn last_word(command: &CommandDoc) -> &Spanned<String> {
    command.path.last().expect("a command has a word")
}

/// The manifest of the module that is compiled.
pub(super) fn manifest(module: &ModuleDoc, diagnostics: &mut Diagnostics) -> Manifest {
    let manifest = &module.manifest;
    let databases = match &manifest.databases {
        Some(databases) if !databases.value.is_empty() => databases.value.clone(),
        Some(databases) => {
            let has_failed = diagnostics.iter().any(|one| one.code == Code::UnknownWord);
            if !has_failed {
                diagnostics.push(no_database(&Spanned::new(String::new(), databases.span)));
            }
            vec![Spanned::new(Database::Sqlite, databases.span)]
        }
        // An application chooses: a module has to fit all of them.
        None if module.kind == ModuleKind::Module => {
            Database::ALL.into_iter().map(|database| Spanned::new(database, manifest.name.span)).collect()
        }
        None => {
            if !module.has_lost_files {
                diagnostics.push(no_database(&manifest.name));
            }
            vec![Spanned::new(Database::Sqlite, manifest.name.span)]
        }
    };
    Manifest { name: manifest.name.clone(), databases, diesel: manifest.diesel }
}

fn no_database(place: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::NoDatabase, place.span, "the manifest names no database")
        .label("at least one is needed")
        .help("write `databases: [sqlite]`; also possible are `postgresql` and `mysql`")
}

fn same_module(name: &Spanned<String>, first: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::SameModule, name.span, format!("two modules have the name `{}`", name.value))
        .label("second module")
        .with_other(first.span, "first module")
        .help("give one of them another name")
}

fn declared_twice(what: &str, second: &Spanned<String>, first: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ValueChanged, second.span, format!("the {what} `{}` is declared twice", second.value))
        .label("second time")
        .with_other(first.span, "first time")
        .help("remove one of them, or give it another name")
}
