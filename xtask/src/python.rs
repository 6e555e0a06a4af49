//! A Python of the project's own, with the packages that tests in Python need. The network is used the first time only.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::TaskError;
use crate::process::{read, succeeds};
use crate::project::Project;

const REQUIREMENTS: &str = "tests/client/requirements.txt";

/// The program; its packages are installed if they are not the required ones.
pub(crate) fn ensure(project: &Project) -> Result<PathBuf, TaskError> {
    let (folder, requirements) = (project.python(), project.path(REQUIREMENTS));
    let (program, installed) = (folder.join("bin/python"), folder.join("installed.txt"));
    let wanted = fs::read_to_string(&requirements).map_err(TaskError::file(&requirements))?;
    if fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return Ok(program);
    }
    install(&folder, &program, &requirements)?;
    fs::write(&installed, wanted).map_err(TaskError::file(&installed))?;
    Ok(program)
}

fn install(folder: &Path, program: &Path, requirements: &Path) -> Result<(), TaskError> {
    println!("installing the packages of {REQUIREMENTS}");
    read(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
    read(Command::new(program).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(requirements))?;
    if succeeds(Command::new(program).args(["-c", "import magic"])) {
        return Ok(());
    }
    Err(TaskError::Missing { program: "libmagic", remedy: "install it: Debian's package is `libmagic1`" })
}
