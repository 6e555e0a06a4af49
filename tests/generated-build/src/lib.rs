//! A sample of what specs made at random become, compiled with warnings denied: that it builds is the test.
#![deny(warnings)]

include!(concat!(env!("OUT_DIR"), "/samples.rs"));
