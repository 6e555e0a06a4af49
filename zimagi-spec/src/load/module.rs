//! One module: where its files are and which were read.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceMap};

use super::{file, folder, library};

/// The manifest's file name.
const MANIFEST: &str = "zimagi.yml";

/// What the original writes beside the manifest of a module that it installs.
const STATE: &str = ".zimagi.yml";

/// What the platform's manifest would say.
const PLATFORM_MANIFEST: &str = "name: platform\nplatform: '*'\ndatabases: [sqlite, postgresql, mysql]\n";

/// What stands for a manifest that could not be read, so that its specs can be checked all the same.
const LOST_MANIFEST: &str = "name: application\nplatform: '*'\ndatabases: [sqlite]\n";

/// Where a module is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleSource {
    /// The platform, a module or the application.
    pub kind: ModuleKind,
    /// Its name if its manifest does not decide it.
    pub name: Option<String>,
    /// The folder of the manifest.
    pub folder: PathBuf,
    /// The folder of the specs, unless the manifest's `lib` says otherwise.
    pub specs: PathBuf,
    /// What stands before a path within `folder` in messages, with a `/` at its end unless it is empty.
    pub shown_as: String,
    /// How Rust code of the application names the crate that compiles the module.
    pub crate_path: String,
    /// The address that it was installed from, if it is known.
    pub remote: Option<String>,
}

/// What a module may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ModuleKind {
    /// The platform: it has no manifest, is named `platform` and may use keys of its own.
    Platform,
    /// A module that others use.
    Module,
    /// The application: it may open access to entries of others.
    Application,
}

impl ModuleSource {
    /// The platform, by its folder of specs.
    #[must_use]
    pub fn platform(specs: &Path) -> Self {
        Self {
            kind: ModuleKind::Platform,
            name: None,
            folder: specs.parent().unwrap_or(specs).to_owned(),
            specs: specs.to_owned(),
            shown_as: "platform/".to_owned(),
            crate_path: "zimagi_runtime".to_owned(),
            remote: None,
        }
    }

    /// A module that is compiled by another crate, by the folder of its manifest.
    #[must_use]
    pub fn module(folder: &Path, name: &str, crate_path: &str) -> Self {
        Self {
            kind: ModuleKind::Module,
            name: None,
            folder: folder.to_owned(),
            specs: folder.join("specs"),
            shown_as: format!("{name}/"),
            crate_path: crate_path.to_owned(),
            remote: None,
        }
    }

    /// A module of specs alone that lies within the application, which compiles it and knows it by the name of its folder.
    #[must_use]
    pub fn vendored(folder: &Path, name: &str, remote: Option<String>) -> Self {
        let shown_as = format!("modules/{name}/");
        Self { name: Some(name.to_owned()), shown_as, remote, ..Self::module(folder, name, "crate") }
    }

    /// A module that is compiled by itself, by the folder of its manifest.
    #[must_use]
    pub fn own_module(folder: &Path) -> Self {
        Self { kind: ModuleKind::Module, ..Self::application(folder) }
    }

    /// The application, by the folder of its manifest.
    #[must_use]
    pub fn application(folder: &Path) -> Self {
        Self {
            kind: ModuleKind::Application,
            name: None,
            folder: folder.to_owned(),
            specs: folder.join("specs"),
            shown_as: String::new(),
            crate_path: "crate".to_owned(),
            remote: None,
        }
    }

    fn shown(&self, path: &Path) -> String {
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        format!("{}{}", self.shown_as, inside.display())
    }
}

/// A module whose files were read.
#[derive(Debug)]
pub struct LoadedModule {
    /// Where it is.
    pub source: ModuleSource,
    /// The text of its manifest; a module without one has an implied text.
    pub manifest: FileId,
    /// The text of `.zimagi.yml`, if it is there.
    pub state: Option<FileId>,
    /// The texts of its spec files, sorted by path.
    pub specs: Vec<FileId>,
    /// The texts of its profiles, each with its name: the path below their folder.
    pub profiles: Vec<NamedFile>,
    /// The texts of its tasks, several in a file.
    pub tasks: Vec<FileId>,
    /// The texts of its help files.
    pub help: Vec<FileId>,
    /// Whether a file could not be read.
    pub has_lost_files: bool,
    /// Every file that was looked for, the manifest included.
    pub files: Vec<PathBuf>,
    /// Every folder that was listed: a new file there changes the result.
    pub folders: Vec<PathBuf>,
}

/// A file whose name means something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    /// Its path below its folder, without its ending.
    pub name: String,
    /// Its text.
    pub file: FileId,
}

pub(super) fn load_module(
    source: &ModuleSource,
    sources: &mut SourceMap,
    diagnostics: &mut Diagnostics,
) -> LoadedModule {
    let mut files = Vec::new();
    let manifest = match source.kind {
        ModuleKind::Platform => Ok(implied_manifest(source, PLATFORM_MANIFEST, sources)),
        ModuleKind::Module | ModuleKind::Application => load_manifest(source, sources, &mut files),
    };
    let (manifest, mistake) = match manifest {
        Ok(file) => (file, None),
        Err(mistake) => (implied_manifest(source, LOST_MANIFEST, sources), Some(mistake)),
    };
    let mut module = LoadedModule {
        source: source.clone(),
        manifest,
        state: None,
        specs: Vec::new(),
        profiles: Vec::new(),
        tasks: Vec::new(),
        help: Vec::new(),
        has_lost_files: false,
        files,
        folders: Vec::new(),
    };
    if let Some(mistake) = mistake {
        diagnostics.push(*mistake);
    }
    module.load_state(sources, diagnostics);
    match library::spec_folders(source, manifest, sources) {
        Ok(folders) => folders.iter().for_each(|folder| module.load_specs(folder, sources, diagnostics)),
        Err(mistake) => module.lose(*mistake, diagnostics),
    }
    if source.kind != ModuleKind::Platform {
        module.load_workflows(sources, diagnostics);
    }
    module
}

impl LoadedModule {
    fn load_specs(&mut self, folder: &Path, sources: &mut SourceMap, diagnostics: &mut Diagnostics) {
        let files = self.load_folder(folder, sources, diagnostics);
        self.specs.extend(files.into_iter().map(|(_, id)| id));
    }

    /// Profiles, tasks and help texts; nothing else is lost if one of them cannot be read.
    fn load_workflows(&mut self, sources: &mut SourceMap, diagnostics: &mut Diagnostics) {
        self.profiles = self.load_named("profiles", sources, diagnostics);
        self.tasks = self.load_named("tasks", sources, diagnostics).into_iter().map(|task| task.file).collect();
        if let Some(folder) = library::help_folder(&self.source, self.manifest, sources) {
            let files = self.load_folder(&folder, sources, diagnostics);
            self.help.extend(files.into_iter().map(|(_, id)| id));
        }
    }

    fn load_named(&mut self, key: &str, sources: &mut SourceMap, diagnostics: &mut Diagnostics) -> Vec<NamedFile> {
        let folder = match library::named_folder(&self.source, self.manifest, key, sources) {
            Ok(Some(folder)) => folder,
            Ok(None) => return Vec::new(),
            Err(mistake) => {
                diagnostics.push(*mistake);
                return Vec::new();
            }
        };
        let files = self.load_folder(&folder, sources, diagnostics);
        files.into_iter().map(|(path, file)| NamedFile { name: name_below(&folder, &path), file }).collect()
    }

    /// Reads every file below a folder, in the order of their paths.
    fn load_folder(
        &mut self,
        folder: &Path,
        sources: &mut SourceMap,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(PathBuf, FileId)> {
        let mut files = Vec::new();
        let found = folder::list(folder);
        self.folders.extend(found.folders);
        for path in found.files {
            match file::read(&path, self.source.shown(&path), sources) {
                Ok(id) => files.push((path.clone(), id)),
                Err(diagnostic) => self.lose(*diagnostic, diagnostics),
            }
            self.files.push(path);
        }
        for path in found.dotted {
            diagnostics.push(dotted(self.source.shown(&path)));
        }
        for (path, error) in found.failures {
            let mistake = unreadable_folder(self.source.shown(&path), &error);
            self.lose(mistake, diagnostics);
        }
        files
    }

    /// The platform has no such file, and whoever writes an application looks at its manifest.
    fn load_state(&mut self, sources: &mut SourceMap, diagnostics: &mut Diagnostics) {
        let path = self.source.folder.join(STATE);
        if self.source.kind == ModuleKind::Platform || !path.is_file() {
            return;
        }
        match file::read(&path, self.source.shown(&path), sources) {
            Ok(id) => self.state = Some(id),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
        self.files.push(path);
    }

    fn lose(&mut self, diagnostic: Diagnostic, diagnostics: &mut Diagnostics) {
        self.has_lost_files = true;
        diagnostics.push(diagnostic);
    }
}

/// `deploy/staging.yml` below the folder is `deploy/staging`.
fn name_below(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn load_manifest(
    source: &ModuleSource,
    sources: &mut SourceMap,
    files: &mut Vec<PathBuf>,
) -> Result<FileId, Box<Diagnostic>> {
    let path = source.folder.join(MANIFEST);
    let shown = source.shown(&path);
    files.push(path.clone());
    if path.is_file() { file::read(&path, shown, sources) } else { Err(no_manifest(shown).into()) }
}

fn implied_manifest(source: &ModuleSource, text: &str, sources: &mut SourceMap) -> FileId {
    let path = source.folder.join(MANIFEST);
    sources.add(source.shown(&path), &path, text)
}

fn no_manifest(shown: String) -> Diagnostic {
    Diagnostic::at_path(Code::NoManifest, shown, format!("there is no `{MANIFEST}`"))
        .help(format!("write a `{MANIFEST}` with `name:` and `databases: [sqlite]` beside the folder `specs`"))
}

fn dotted(shown: String) -> Diagnostic {
    Diagnostic::at_path(Code::DottedName, shown, "the file is not read: its name has a second dot")
        .help("write `-` or `_` in place of the dot; a file that is set aside is better named with `_` before it")
}

fn unreadable_folder(shown: String, error: &std::io::Error) -> Diagnostic {
    Diagnostic::at_path(Code::UnreadableFile, shown, format!("the folder cannot be read: {error}"))
}
