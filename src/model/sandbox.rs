//! Test persons and test organisations: whom the sandbox has cases about, and who may
//! read them.

use super::{Authorization, CaseArea, LocalText, Process, Ref};
use crate::source::Spanned;

/// A person or organisation that the sandbox knows. Not one of them exists.
#[derive(Debug)]
pub struct TestCustomer {
    /// Its id, such as `RESTAURATEUR`: what addresses name it by, so that no number
    /// stands in an address or a log.
    pub id: Spanned<Box<str>>,
    /// Its place in lists.
    pub order: i64,
    /// What kind of number it has, and so what kind of customer it is.
    pub kind: NumberKind,
    /// Its number, 12 digits: of a person from Skatteverket's published test series, of
    /// an organisation `16` and a number that is given to nobody.
    pub number: Spanned<Box<str>>,
    /// What sets a sole trader's business apart from the person's others (`tillagg`).
    pub supplement: Option<Spanned<Box<str>>>,
    /// What it is called: its situation, never a name.
    pub title: LocalText,
    /// What its situation is (Markdown).
    pub description: LocalText,
    /// The customer case areas that it goes through.
    pub areas: Box<[Ref<CaseArea>]>,
    /// Processes outside those areas in which it has a case.
    pub processes: Box<[Ref<Process>]>,
    /// What it may read of others.
    pub powers: Box<[Power]>,
    /// The organisations that it is employed by and reads for as their read proxy's staff.
    pub employers: Box<[Ref<TestCustomer>]>,
}

/// What kind of number a customer has (`kund.typ`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberKind {
    /// Personnummer.
    Personal,
    /// Samordningsnummer.
    Coordination,
    /// Organisationsnummer.
    Organisation,
}

impl NumberKind {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Personal, Self::Coordination, Self::Organisation];

    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Coordination => "coordination",
            Self::Organisation => "organisation",
        }
    }

    /// The word of the standard, in `kund.typ`.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Personal => "Personnummer",
            Self::Coordination => "Samordningsnummer",
            Self::Organisation => "Organisationsnummer",
        }
    }
}

/// A right to read about somebody else, or about one's own organisation.
#[derive(Debug)]
pub struct Power {
    /// What kind of right, such as `GUARDIAN` or `PROXY`.
    pub authorization: Ref<Authorization>,
    /// About whom.
    pub customer: Ref<TestCustomer>,
    /// The ids or prefixes of event types that it is limited to; none when it is not.
    pub event_types: Box<[Spanned<Box<str>>]>,
    /// Its first day, in days from the sandbox's day; no limit when left out.
    pub begins: Option<Spanned<i64>>,
    /// Its last day, in days from the sandbox's day; no limit when left out.
    pub ends: Option<Spanned<i64>>,
}

impl Power {
    /// Whether it holds on a day, in days from the sandbox's day.
    pub fn holds(&self, day: i64) -> bool {
        let begun = self.begins.as_ref().is_none_or(|it| it.value <= day);
        begun && self.ends.as_ref().is_none_or(|it| day <= it.value)
    }
}
