//! Tokens and hashes: the only place that names ring.
