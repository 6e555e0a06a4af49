//! Present, so that the command is not pending; what is compiled stands in `tests/corpus-build`.
