//! The prototypes of the roadmap, run from the catalogue on one machine.

pub mod generate;
