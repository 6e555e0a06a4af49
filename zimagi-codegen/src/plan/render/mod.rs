//! The plan as text: what a person reads to see what was decided, the same for the same specs.

mod command;
mod import;
mod model;
mod page;

use page::Page;

use super::{Plan, Unit};

impl Plan {
    /// The whole plan as text.
    #[must_use]
    pub fn render(&self) -> String {
        let mut page = Page::default();
        render_head(&mut page, self);
        for role in &self.roles {
            page.line(0, format_args!("role {}", role.name));
            page.entry("help", &role.help);
        }
        for model in &self.models {
            model::render_model(&mut page, model);
        }
        for command in &self.commands {
            command::render_command(&mut page, command);
        }
        for import in &self.imports {
            import::render_import(&mut page, import);
        }
        page.finish()
    }

    /// One data model as text, if there is one of this name.
    #[must_use]
    pub fn render_model(&self, name: &str) -> Option<String> {
        let model = self.models.iter().find(|model| model.name == name)?;
        let mut page = Page::default();
        model::render_model(&mut page, model);
        Some(page.finish())
    }

    /// The names of all data models, in order.
    pub fn model_names(&self) -> impl Iterator<Item = &str> {
        self.models.iter().map(|model| model.name.as_str())
    }
}

fn render_head(page: &mut Page, plan: &Plan) {
    let unit = match plan.unit {
        Unit::Platform => "platform",
        Unit::Application => "application",
    };
    page.line(0, format_args!("{unit} {}", plan.name));
    let databases: Vec<&str> = plan.databases.iter().map(|database| database.word()).collect();
    page.entry("databases", databases.join(", "));
    for set in &plan.migrations {
        let versions: Vec<&str> = set.migrations.iter().map(|migration| migration.folder.as_str()).collect();
        if !versions.is_empty() {
            page.entry("migrations", format_args!("{}: {}", set.history.folder(), versions.join(", ")));
        }
    }
}
