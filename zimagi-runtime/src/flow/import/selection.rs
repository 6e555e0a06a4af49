//! Which imports run, and in which order.

use zimagi_spec::descriptor::ImportDescriptor;

use super::error::ImportError;

type Imports = [&'static ImportDescriptor];

/// The imports of these names and tags with all they require, required ones first; all imports if nothing is named.
///
/// Tags choose among the imports that a name chose, or among all.
pub(super) fn select(
    imports: &Imports,
    names: &[String],
    tags: &[String],
) -> Result<Vec<&'static ImportDescriptor>, ImportError> {
    require_known(imports, names, tags)?;
    let is_chosen = |import: &ImportDescriptor| {
        (names.is_empty() || names.iter().any(|name| name == import.name))
            && (tags.is_empty() || import.tags.iter().any(|tag| tags.iter().any(|wanted| wanted == tag)))
    };
    let mut order = Order { imports, done: Vec::new(), open: Vec::new() };
    for import in imports.iter().filter(|import| is_chosen(import)) {
        order.visit(import)?;
    }
    Ok(order.done)
}

fn require_known(imports: &Imports, names: &[String], tags: &[String]) -> Result<(), ImportError> {
    let known: Vec<_> = imports.iter().map(|import| import.name).collect();
    if let Some(written) = names.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(ImportError::UnknownImport { written: written.clone(), known });
    }
    let mut known: Vec<_> = imports.iter().flat_map(|import| import.tags).copied().collect();
    known.sort_unstable();
    known.dedup();
    match tags.iter().find(|tag| !known.contains(&tag.as_str())) {
        Some(written) => Err(ImportError::UnknownTag { written: written.clone(), known }),
        None => Ok(()),
    }
}

struct Order<'a> {
    imports: &'a Imports,
    done: Vec<&'static ImportDescriptor>,
    open: Vec<&'static str>,
}

impl Order<'_> {
    fn visit(&mut self, import: &'static ImportDescriptor) -> Result<(), ImportError> {
        if self.done.iter().any(|done| done.name == import.name) {
            return Ok(());
        }
        if self.open.contains(&import.name) {
            return Err(ImportError::Circle(self.open.clone()));
        }
        self.open.push(import.name);
        for required in import.requires {
            self.visit(self.find(import, required)?)?;
        }
        self.open.pop();
        self.done.push(import);
        Ok(())
    }

    fn find(&self, from: &ImportDescriptor, name: &str) -> Result<&'static ImportDescriptor, ImportError> {
        let found = self.imports.iter().find(|import| import.name == name).copied();
        found.ok_or_else(|| ImportError::Mismatch { import: from.name, name: name.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use zimagi_spec::descriptor::SourceDescriptor;

    use super::*;

    const fn import(
        name: &'static str,
        tags: &'static [&'static str],
        requires: &'static [&'static str],
    ) -> ImportDescriptor {
        let source = SourceDescriptor::CsvFile { file: "x.csv", archive_file: None, separator: b',', null_values: &[] };
        ImportDescriptor { name, owner: "test", tags, requires, source, targets: &[] }
    }

    static FLIGHTS: ImportDescriptor = import("flights", &["daily"], &["airports", "planes"]);
    static PLANES: ImportDescriptor = import("planes", &["reference"], &["airports"]);
    static AIRPORTS: ImportDescriptor = import("airports", &["reference"], &[]);
    static LEFT: ImportDescriptor = import("left", &[], &["right"]);
    static RIGHT: ImportDescriptor = import("right", &[], &["left"]);

    fn names(names: &[&str], tags: &[&str]) -> Result<Vec<&'static str>, String> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let selected = select(&[&FLIGHTS, &PLANES, &AIRPORTS], &owned(names), &owned(tags));
        selected.map(|imports| imports.iter().map(|import| import.name).collect()).map_err(|error| error.to_string())
    }

    #[test]
    fn required_imports_come_first_and_once() {
        let all = vec!["airports", "planes", "flights"];
        assert_eq!(names(&[], &[]), Ok(all.clone()));
        assert_eq!(names(&["flights"], &[]), Ok(all.clone()));
        assert_eq!(names(&[], &["daily"]), Ok(all));
        assert_eq!(names(&["planes", "flights"], &["reference"]), Ok(vec!["airports", "planes"]));
    }

    #[test]
    fn unknown_names_and_tags_are_told_with_the_known_ones() {
        let expected = "there is no import `ships`; there are `flights`, `planes`, `airports`";
        assert_eq!(names(&["ships"], &[]), Err(expected.to_owned()));
        let expected = "there is no import `flight`, did you mean `flights`?";
        assert_eq!(names(&["flight"], &[]), Err(expected.to_owned()));
        let expected = "no import has the tag `weekly`; there are `daily`, `reference`";
        assert_eq!(names(&[], &["weekly"]), Err(expected.to_owned()));
    }

    #[test]
    fn a_circle_is_an_error() {
        let error = select(&[&LEFT, &RIGHT], &[], &[]).unwrap_err();
        assert_eq!(error.to_string(), "the imports `left`, `right` require each other");
    }
}
