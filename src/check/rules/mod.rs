//! The rules, one in each file. A file's comment is the rule's public page.

pub(super) mod authorization_unacknowledged;
pub(super) mod bump_too_large;
pub(super) mod bump_too_small;
pub(super) mod changes_missing;
pub(super) mod dates_out_of_order;
pub(super) mod deprecated_without_advice;
pub(super) mod example_invalid;
pub(super) mod lifecycle_dates;
pub(super) mod migration_missing;
pub(super) mod notice_too_short;
pub(super) mod published_changed;
pub(super) mod published_removed;
pub(super) mod published_unlocked;
pub(super) mod replacement_circular;
pub(super) mod replacement_retired;
pub(super) mod replacement_self;
pub(super) mod retired_too_early;
pub(super) mod status_order;
pub(super) mod sunset_passed;
pub(super) mod too_many_majors;
pub(super) mod translation_missing;
pub(super) mod version_not_newer;
pub(super) mod version_skips;
