//! The rules, one in each file. A file's comment is the rule's public page.

pub(super) mod bump_too_small;
pub(super) mod example_invalid;
pub(super) mod lifecycle_dates;
pub(super) mod published_changed;
pub(super) mod published_removed;
pub(super) mod published_unlocked;
pub(super) mod translation_missing;
pub(super) mod version_not_newer;
