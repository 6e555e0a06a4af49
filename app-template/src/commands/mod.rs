//! Commands written by hand, one file each: the command `note publish` of the specs is `commands/note/publish.rs`.
