//! Who is asking and what they may do: the only caller of the permit's constructors.
