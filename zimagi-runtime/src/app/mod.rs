//! Settings, start, stop and health of one server process.
