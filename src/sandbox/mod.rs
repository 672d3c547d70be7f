//! The prototypes of the roadmap: what a catalogue describes, to be tried by anyone.

pub mod generate;
pub mod page;
