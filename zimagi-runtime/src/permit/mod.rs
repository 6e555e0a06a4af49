//! The decided permission of one caller: a value that reading and writing demand as an argument.
