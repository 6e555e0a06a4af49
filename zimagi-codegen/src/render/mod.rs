//! The plan as text: what a person reads to see what was decided, the same for the same specs.

mod access;
mod command;
mod field;
mod import;
mod json;
mod model;
mod page;

pub(crate) use command::{form_text, parameter_kind_text};
pub(crate) use field::{field_kind_text, limits_text, presence_text};
pub(crate) use import::import_text;
pub(crate) use model::identifier_text;
use page::Page;

use crate::plan::{Part, Plan, Selection, Unit};

impl Plan {
    /// The whole plan as text.
    #[must_use]
    pub fn render(&self) -> String {
        self.render_selected(&Selection::default())
    }

    /// The entries meant as text, empty if there is none.
    #[must_use]
    pub fn render_selected(&self, selection: &Selection<'_>) -> String {
        let mut page = Page::default();
        if selection.is_all() {
            render_head(&mut page, self);
        }
        for role in self.roles.iter().filter(|role| selection.holds(Part::Roles, &role.name)) {
            page.line(0, format_args!("role {}", role.name));
            page.entry("help", &role.help);
        }
        for model in self.models.iter().filter(|model| selection.holds(Part::Models, &model.name)) {
            model::render_model(&mut page, self, model);
        }
        for command in self.commands.iter().filter(|one| selection.holds(Part::Commands, &one.path.join(" "))) {
            command::render_command(&mut page, command);
        }
        for import in self.imports.iter().filter(|import| selection.holds(Part::Imports, &import.name)) {
            import::render_import(&mut page, import);
        }
        if !selection.is_all() {
            render_migrations(&mut page, self, selection);
        }
        page.finish()
    }
}

fn render_head(page: &mut Page, plan: &Plan) {
    let unit = match plan.unit {
        Unit::Platform => "platform",
        Unit::Module => "module",
        Unit::Application => "application",
    };
    page.line(0, format_args!("{unit} {}", plan.name));
    let databases: Vec<&str> = plan.databases.iter().map(|database| database.word()).collect();
    page.entry("databases", databases.join(", "));
    for opening in &plan.openings {
        page.entry("opens", format_args!("{}  {}", opening.message, opening.place));
    }
    for set in &plan.migrations {
        let versions: Vec<&str> = set.migrations.iter().map(|migration| migration.folder.as_str()).collect();
        if !versions.is_empty() {
            page.entry("migrations", format_args!("{}: {}", set.history.folder(), versions.join(", ")));
        }
    }
}

fn render_migrations(page: &mut Page, plan: &Plan, selection: &Selection<'_>) {
    for set in &plan.migrations {
        for migration in set.migrations.iter().filter(|one| selection.holds(Part::Migrations, &one.folder)) {
            page.line(0, format_args!("migration {}  migrations/{}", migration.folder, set.history.folder()));
        }
    }
}
