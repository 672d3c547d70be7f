//! The rules of the versioning policy's first section: which bump a change requires.
//!
//! Each rule is a file: its row, the words that tell of it, and its page.

mod attribute_added;
mod attribute_removed;
mod attribute_renamed;
mod authorization_added;
mod authorization_removed;
mod bound_loosened;
mod bound_tightened;
mod category_changed;
mod closes_case_changed;
mod code_added_closed;
mod code_added_open;
mod code_closed;
mod code_opened;
mod code_removed;
mod code_renamed;
mod codelist_repointed;
mod customer_action_changed;
mod deprecated_set;
mod order_changed;
mod pattern_added;
mod pattern_changed;
mod pattern_narrowed;
mod pattern_removed;
mod process_changed;
mod required_relaxed;
mod required_tightened;
mod semantic_change;
mod tag_added;
mod tag_removed;
mod text_changed;
mod type_changed;
mod type_narrowed;
mod type_widened;

use super::Change;
use crate::diagnostic::{Message, Tongue, page_text};
use crate::say;

/// How much the version number must grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    /// Not at all.
    None,
    /// The third number.
    Patch,
    /// The second number.
    Minor,
    /// The first number.
    Major,
}

impl Bump {
    /// The word in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// The number that a version becomes with this bump. Below 1.0.0 what breaks
    /// consumers takes the second number, and everything else the third.
    pub fn next(self, from: &semver::Version) -> semver::Version {
        let (major, minor, patch) = (from.major, from.minor, from.patch);
        let below_one = major == 0;
        // An author may write the largest number that there is.
        let next = |number: u64| number.saturating_add(1);
        match self {
            Self::Major if !below_one => semver::Version::new(next(major), 0, 0),
            Self::Major => semver::Version::new(0, next(minor), 0),
            Self::Minor if !below_one => semver::Version::new(major, next(minor), 0),
            Self::Minor | Self::Patch | Self::None => {
                semver::Version::new(major, minor, next(patch))
            }
        }
    }
}

/// Who must act on a change, or breaks without acting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaks {
    /// Nobody.
    Nobody,
    /// Those who read events.
    Consumers,
    /// Those who send them.
    Producers,
    /// Both.
    Both,
    /// The people who could read the events.
    Users,
    /// The people whom the events are about.
    Privacy,
}

impl Breaks {
    /// The word in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Consumers => "consumers",
            Self::Producers => "producers",
            Self::Both => "both",
            Self::Users => "users",
            Self::Privacy => "privacy",
        }
    }
}

/// A rule: a kind of change and what it requires.
#[derive(Debug)]
pub struct ChangeRule {
    /// Its name, such as `attribute-added`.
    pub name: &'static str,
    /// The change in words, in Swedish and English.
    pub what: (&'static str, &'static str),
    /// The bump that it requires.
    pub requires: Bump,
    /// Who must act, or breaks.
    pub breaks: Breaks,
    /// The rule of the opposite change, or why there is none.
    pub mirror: Mirror,
    /// What happened in a change of this kind, in words.
    pub(super) tell: fn(&Change) -> Message,
    /// Its page: the comment at the top of the rule's file.
    pub(super) page: &'static str,
}

impl ChangeRule {
    /// The rule's page as Markdown, in one of the languages.
    pub fn page_text(&self, tongue: Tongue) -> String {
        page_text(self.page, tongue)
    }

    /// What `katalog explain` prints.
    pub fn explain(&self, tongue: Tongue) -> String {
        format!("{}\n\n{}\n", self.name, self.page_text(tongue))
    }
}

/// What the opposite of a change is.
#[derive(Debug, PartialEq, Eq)]
pub enum Mirror {
    /// The same kind of change.
    Itself,
    /// Another rule.
    Rule(&'static str),
    /// None, for this reason.
    None(&'static str),
}

/// All rules, in the order of the policy.
pub static RULES: &[&ChangeRule] = &[
    &text_changed::RULE,
    &order_changed::RULE,
    &attribute_added::RULE,
    &attribute_removed::RULE,
    &attribute_renamed::RULE,
    &required_relaxed::RULE,
    &required_tightened::RULE,
    &type_widened::RULE,
    &type_narrowed::RULE,
    &type_changed::RULE,
    &code_added_closed::RULE,
    &code_added_open::RULE,
    &code_removed::RULE,
    &code_renamed::RULE,
    &code_opened::RULE,
    &code_closed::RULE,
    &codelist_repointed::RULE,
    &bound_loosened::RULE,
    &bound_tightened::RULE,
    &pattern_removed::RULE,
    &pattern_changed::RULE,
    &pattern_narrowed::RULE,
    &pattern_added::RULE,
    &deprecated_set::RULE,
    &authorization_removed::RULE,
    &authorization_added::RULE,
    &category_changed::RULE,
    &process_changed::RULE,
    &customer_action_changed::RULE,
    &closes_case_changed::RULE,
    &tag_removed::RULE,
    &tag_added::RULE,
    &semantic_change::RULE,
];

/// The rule with a name that stands in this program's own text.
pub(super) fn rule(name: &str) -> &'static ChangeRule {
    match by_name(name) {
        Some(rule) => rule,
        None => unreachable!("the rule {name} is not in the table"),
    }
}

/// The rule that a user names.
pub fn by_name(name: &str) -> Option<&'static ChangeRule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// What a change was and is.
fn ends(change: &Change) -> (String, String) {
    (change.was(), change.is())
}

/// What a change was and is, when both can be quoted whole on a line and differ.
/// Of longer ones only the beginnings are shown, and those may well be the same.
fn quotable(change: &Change) -> Option<(String, String)> {
    let (was, is) = ends(change);
    let is_whole = |quoted: &str, text: &Option<String>| {
        text.as_deref() == Some(quoted) && !quoted.contains('\n')
    };
    let fits = is_whole(&was, &change.old) && is_whole(&is, &change.new);
    (fits && was != is).then_some((was, is))
}

/// How often something is so, by the word of a [`crate::model::Truth`].
fn how_often(word: &Option<String>) -> Message {
    match word.as_deref() {
        Some("true") => say!("alltid", "always"),
        Some("false") => say!("aldrig", "never"),
        _ => say!("ibland", "sometimes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_mirror_or_a_reason() {
        for rule in RULES {
            match rule.mirror {
                Mirror::Rule(other) => {
                    let found = RULES.iter().find(|it| it.name == other);
                    assert!(
                        found.is_some(),
                        "{} names {other} as its mirror, which isn't a rule",
                        rule.name
                    );
                    // A change and its opposite can't both keep the promise to consumers
                    // unless the list was open, which has no closed counterpart.
                    assert_ne!(rule.name, other, "use Itself for {}", rule.name);
                }
                Mirror::Itself => {}
                Mirror::None(reason) => assert!(reason.len() > 20, "{} needs a reason", rule.name),
            }
        }
    }

    #[test]
    fn bumps_make_the_next_number() {
        let next = |from: &str, bump: Bump| bump.next(&from.parse().unwrap()).to_string();
        assert_eq!(next("1.2.3", Bump::Major), "2.0.0");
        assert_eq!(next("1.2.3", Bump::Minor), "1.3.0");
        assert_eq!(next("1.2.3", Bump::Patch), "1.2.4");
        assert_eq!(next("0.2.3", Bump::Major), "0.3.0");
        assert_eq!(next("0.2.3", Bump::Minor), "0.2.4");
    }
}
