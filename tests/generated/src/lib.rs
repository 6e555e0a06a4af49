//! Specs made at random, most of them right.
//!
//! A seed always gives the same specs. What is made here says nothing of what is right: rules sort that out.

mod field;
mod model;
mod project;

pub use model::application;
pub use project::{Generated, repository};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The specs of a number; the same ones each time.
///
/// # Panics
///
/// Never, since nothing is filtered out.
#[must_use]
pub fn specs(seed: u64) -> String {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    application().new_tree(&mut runner).expect("nothing is filtered out").current()
}
