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
#[derive(Debug, PartialEq, Eq)]
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
    ($($name:literal $requires:ident $breaks:ident $mirror:expr, $sv:literal, $en:literal;)*) => {
        /// All rules, in the order of the policy.
        pub static RULES: &[ChangeRule] = &[$(ChangeRule {
            name: $name,
            what: ($sv, $en),
            requires: Bump::$requires,
            breaks: Breaks::$breaks,
            mirror: $mirror,
        }),*];
    };
}

use Mirror::{Itself, Rule};

rules! {
    "text-changed" Patch Nobody Itself,
        "rubrik, beskrivning, översättning eller exempel ändras",
        "a title, description, translation or example changes";
    "order-changed" None Nobody Itself,
        "attribut, värden eller behörigheter byter ordning",
        "attributes, values or authorizations change order";
    "attribute-added" Minor Producers Rule("attribute-removed"),
        "ett attribut läggs till, obligatoriskt eller valfritt",
        "an attribute is added, required or optional";
    "attribute-removed" Major Consumers Rule("attribute-added"),
        "ett attribut tas bort",
        "an attribute is removed";
    "attribute-renamed" Major Consumers Itself,
        "ett attribut byter namn eller plats",
        "an attribute gets another name or place";
    "required-relaxed" Major Consumers Rule("required-tightened"),
        "ett obligatoriskt attribut blir valfritt",
        "a required attribute becomes optional";
    "required-tightened" Minor Producers Rule("required-relaxed"),
        "ett valfritt attribut blir obligatoriskt",
        "an optional attribute becomes required";
    "type-widened" Major Consumers Rule("type-narrowed"),
        "en typ blir vidare: heltal till tal; datum, adress eller kod till text",
        "a type becomes wider: integer to number; date, address or code to text";
    "type-narrowed" Minor Producers Rule("type-widened"),
        "en typ blir snävare: tal till heltal; text till datum, adress eller kod",
        "a type becomes narrower: number to integer; text to date, address or code";
    "type-changed" Major Both Itself,
        "en typ byts mot en annan",
        "a type is exchanged for another";
    "code-added-closed" Major Consumers Rule("code-removed"),
        "ett värde läggs till i en sluten kodlista",
        "a value is added to a closed list of codes";
    "code-added-open" Minor Nobody Rule("code-removed"),
        "ett värde läggs till i en öppen kodlista",
        "a value is added to an open list of codes";
    "code-removed" Minor Producers Rule("code-added-closed"),
        "ett värde tas bort ur en kodlista",
        "a value is removed from a list of codes";
    "code-renamed" Major Consumers Itself,
        "ett värde i en kodlista byter namn",
        "a value in a list of codes is renamed";
    "code-opened" Major Consumers Rule("code-closed"),
        "en sluten kodlista öppnas",
        "a closed list of codes is opened";
    "code-closed" Minor Producers Rule("code-opened"),
        "en öppen kodlista sluts",
        "an open list of codes is closed";
    "codelist-repointed" Major Consumers Itself,
        "ett attribut pekar på en annan kodlista",
        "an attribute points to another code list";
    "bound-loosened" Major Consumers Rule("bound-tightened"),
        "en gräns för tal, längd eller antal vidgas eller tas bort",
        "a bound on a number, length or count is loosened or removed";
    "bound-tightened" Minor Producers Rule("bound-loosened"),
        "en gräns för tal, längd eller antal skärps eller tillkommer",
        "a bound on a number, length or count is tightened or added";
    "pattern-removed" Major Consumers Rule("pattern-added"),
        "ett mönster tas bort",
        "a pattern is removed";
    "pattern-changed" Major Consumers Itself,
        "ett mönster ändras, utan att säkert bli snävare",
        "a pattern changes, without surely becoming narrower";
    "pattern-narrowed" Minor Producers Rule("pattern-changed"),
        "ett mönster blir snävare",
        "a pattern becomes narrower";
    "pattern-added" Minor Producers Rule("pattern-removed"),
        "ett mönster tillkommer",
        "a pattern is added";
    "deprecated-set" Minor Nobody Mirror::None("taking back a deprecation promises nothing new: it is a change of text"),
        "ett attribut märks som utfasat",
        "an attribute is marked as deprecated";
    "authorization-removed" Major Users Rule("authorization-added"),
        "en behörighet tas bort: färre får läsa",
        "an authorization is removed: fewer may read";
    "authorization-added" Minor Privacy Rule("authorization-removed"),
        "en behörighet läggs till: fler får läsa",
        "an authorization is added: more may read";
    "category-changed" Major Consumers Itself,
        "kategorin byts",
        "the category changes";
    "process-changed" Major Consumers Itself,
        "processen byts",
        "the process changes";
    "customer-action-changed" Major Consumers Itself,
        "uppgiften om kunden behöver göra något ändras",
        "what is said of whether the customer must act changes";
    "closes-case-changed" Major Consumers Itself,
        "uppgiften om ärendet är klart ändras",
        "what is said of whether the case is closed changes";
    "tag-removed" Major Consumers Rule("tag-added"),
        "en tagg tas bort",
        "a tag is removed";
    "tag-added" Minor Nobody Rule("tag-removed"),
        "en tagg läggs till",
        "a tag is added";
    "semantic-change" Minor Both Mirror::None("what an author declares about a meaning has no opposite"),
        "betydelsen ändras, så som den som skriver anger",
        "the meaning changes, as the author declares";
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
