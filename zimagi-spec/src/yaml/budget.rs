//! Limits of one file: what a person writes is far below, what an attacker writes is stopped.

/// The deepest nesting of lists and mappings.
pub(super) const DEPTH_MAX: usize = 64;

/// The most nodes of a file after aliases are expanded.
pub(super) const NODES_MAX: usize = 100_000;

/// Counts nodes.
#[derive(Debug, Default)]
pub(super) struct Budget {
    used: usize,
}

impl Budget {
    /// Takes some nodes; false if there are no more.
    pub(super) fn take(&mut self, nodes: usize) -> bool {
        self.used = self.used.saturating_add(nodes);
        self.used <= NODES_MAX
    }
}
