//! Numbers that look random and are the same in every run.

/// A xorshift generator.
#[derive(Debug, Clone)]
pub(super) struct Seeded {
    state: u64,
}

impl Seeded {
    /// The seed of all measurements.
    pub(super) const fn new() -> Self {
        Self { state: 0x2013_0101_5eed_cafe }
    }

    /// A number below `limit`.
    pub(super) const fn below(&mut self, limit: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_sees_the_same_numbers() {
        let numbers = || {
            let mut seeded = Seeded::new();
            [(); 5].map(|()| seeded.below(100))
        };
        assert_eq!(numbers(), numbers());
        assert!(numbers().iter().any(|number| *number != numbers()[0]));
    }
}
