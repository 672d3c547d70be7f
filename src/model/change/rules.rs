//! The rules of the versioning policy's first section: which bump a change requires.

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
        match self {
            Self::Major if !below_one => semver::Version::new(major + 1, 0, 0),
            Self::Major => semver::Version::new(0, minor + 1, 0),
            Self::Minor if !below_one => semver::Version::new(major, minor + 1, 0),
            Self::Minor | Self::Patch | Self::None => semver::Version::new(major, minor, patch + 1),
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
#[derive(Debug, PartialEq, Eq)]
pub struct ChangeRule {
    /// Its name, such as `attribute-added`.
    pub name: &'static str,
    /// The bump that it requires.
    pub requires: Bump,
    /// Who must act, or breaks.
    pub breaks: Breaks,
    /// The rule of the opposite change, or why there is none.
    pub mirror: Mirror,
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

macro_rules! rules {
    ($($name:literal $requires:ident $breaks:ident $mirror:expr;)*) => {
        /// All rules, in the order of the policy.
        pub static RULES: &[ChangeRule] = &[$(ChangeRule {
            name: $name,
            requires: Bump::$requires,
            breaks: Breaks::$breaks,
            mirror: $mirror,
        }),*];
    };
}

use Mirror::{Itself, Rule};

rules! {
    "text-changed"            Patch Nobody    Itself;
    "order-changed"           None  Nobody    Itself;
    "attribute-added"         Minor Producers Rule("attribute-removed");
    "attribute-removed"       Major Consumers Rule("attribute-added");
    "attribute-renamed"       Major Consumers Itself;
    "required-relaxed"        Major Consumers Rule("required-tightened");
    "required-tightened"      Minor Producers Rule("required-relaxed");
    "type-widened"            Major Consumers Rule("type-narrowed");
    "type-narrowed"           Minor Producers Rule("type-widened");
    "type-changed"            Major Both      Itself;
    "code-added-closed"       Major Consumers Rule("code-removed");
    "code-added-open"         Minor Nobody    Rule("code-removed");
    "code-removed"            Minor Producers Rule("code-added-closed");
    "code-renamed"            Major Consumers Itself;
    "code-opened"             Major Consumers Rule("code-closed");
    "code-closed"             Minor Producers Rule("code-opened");
    "codelist-repointed"      Major Consumers Itself;
    "bound-loosened"          Major Consumers Rule("bound-tightened");
    "bound-tightened"         Minor Producers Rule("bound-loosened");
    "pattern-removed"         Major Consumers Rule("pattern-added");
    "pattern-changed"         Major Consumers Itself;
    "pattern-narrowed"        Minor Producers Rule("pattern-changed");
    "pattern-added"           Minor Producers Rule("pattern-removed");
    "deprecated-set"          Minor Nobody    Mirror::None("taking back a deprecation promises nothing new: it is a change of text");
    "authorization-removed"   Major Users     Rule("authorization-added");
    "authorization-added"     Minor Privacy   Rule("authorization-removed");
    "category-changed"        Major Consumers Itself;
    "process-changed"         Major Consumers Itself;
    "customer-action-changed" Major Consumers Itself;
    "closes-case-changed"     Major Consumers Itself;
    "tag-removed"             Major Consumers Rule("tag-added");
    "tag-added"               Minor Nobody    Rule("tag-removed");
    "semantic-change"         Minor Both      Mirror::None("what an author declares about a meaning has no opposite");
}

/// The rule with a name that stands in this program's own text.
pub fn rule(name: &str) -> &'static ChangeRule {
    match RULES.iter().find(|rule| rule.name == name) {
        Some(rule) => rule,
        None => unreachable!("the rule {name} is not in the table"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_mirror_or_a_reason() {
        for rule in RULES {
            match rule.mirror {
                Rule(other) => {
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
                Itself => {}
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
