//! Who started the process, for the record of its runs.

use std::fs;
use std::os::unix::fs::MetadataExt;

/// The name of the process's user, or its number if the system has no name for it. Variables of the environment say nothing:
/// everyone can set them.
pub(super) fn user() -> Option<String> {
    let id = fs::metadata("/proc/self").ok()?.uid();
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    Some(name_of(&accounts, id).unwrap_or_else(|| id.to_string()))
}

fn name_of(accounts: &str, id: u32) -> Option<String> {
    accounts.lines().find_map(|line| {
        let mut parts = line.split(':');
        let name = parts.next()?;
        (parts.nth(1)?.parse() == Ok(id)).then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn the_name_is_found_by_the_number() {
        let accounts = "root:x:0:0:root:/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n";
        assert_eq!(name_of(accounts, 1000).as_deref(), Some("ada"));
        assert_eq!(name_of(accounts, 7), None);
    }
}
