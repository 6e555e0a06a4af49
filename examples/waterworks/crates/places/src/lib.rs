//! Sites of a network and the districts that they lie in: types and paths made from the specs.

zimagi_runtime::include_generated!();
