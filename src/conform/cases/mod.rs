//! All cases, in the order in which they are tried: a group in each file.
//!
//! Codes are permanent. Between the groups there is room for more.

mod answer;
mod dates;
mod errors;
mod event;
mod event_type;
mod headers;
mod matching;
mod paging;
mod parties;
mod question;
mod robustness;
mod selection;
mod sorting;

use super::case::Group;

/// All groups.
pub static GROUPS: &[Group] = &[
    headers::GROUP,
    question::GROUP,
    parties::GROUP,
    matching::GROUP,
    selection::GROUP,
    dates::GROUP,
    sorting::GROUP,
    paging::GROUP,
    answer::GROUP,
    event::GROUP,
    event_type::GROUP,
    errors::GROUP,
    robustness::GROUP,
];
