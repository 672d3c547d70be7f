//! b
use super::{Outcome, Voice};
pub(super) fn run(_: &clap::ArgMatches, _: Voice) -> Outcome {
    Outcome::Fine
}
