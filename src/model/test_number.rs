//! The numbers that test customers may have: their form, and the groups of numbers
//! that belong to nobody.

use super::NumberKind;
use super::identity::{IdentitySlip, organisation_number, personal_number};

/// What stands before an organisation number where twelve digits are asked for.
const ORGANISATION: &str = "16";

/// What is added to the day in a coordination number.
const COORDINATION: u8 = 60;

/// The group of organisation numbers that isn't given out.
const UNUSED: char = '4';

/// What is wrong with a customer's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberSlip {
    /// It isn't twelve digits.
    Digits,
    /// It is a number of another kind.
    Kind,
    /// It names a day that doesn't exist.
    Day,
    /// The last digit doesn't follow from the others.
    CheckDigit,
}

impl NumberKind {
    /// Checks the form of a number of this kind, 12 digits.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(self, number: &str) -> Result<(), NumberSlip> {
        if number.len() != 12 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NumberSlip::Digits);
        }
        let (start, end) = number.split_at(8);
        let fits = match self {
            Self::Organisation => start.starts_with(ORGANISATION),
            Self::Personal => digits(number, 6, 8) < u32::from(COORDINATION),
            Self::Coordination => digits(number, 6, 8) > u32::from(COORDINATION),
        };
        if !fits {
            return Err(NumberSlip::Kind);
        }
        let found = match (self, start.strip_prefix(ORGANISATION)) {
            (Self::Organisation, Some(start)) => organisation_number(&format!("{start}-{end}")),
            _ => personal_number(&format!("{start}-{end}")),
        };
        found.map_err(|slip| match slip {
            IdentitySlip::Form => NumberSlip::Kind,
            IdentitySlip::Day => NumberSlip::Day,
            IdentitySlip::CheckDigit => NumberSlip::CheckDigit,
        })
    }

    /// Whether a number of this kind, whose form is right, belongs to nobody.
    ///
    /// The Swedish Tax Agency publishes numbers for tests. Personal numbers of those
    /// born in 1890–1910 have 980–989 after the day, and from 1976 on 238 or 239; for
    /// the years between only single numbers are published, which follow no pattern.
    /// Coordination numbers of all years have 238 or 239.
    pub fn is_of_nobody(self, number: &str) -> bool {
        let (year, individual) = (digits(number, 0, 4), digits(number, 8, 11));
        let usual = matches!(individual, 238 | 239);
        match self {
            Self::Organisation => number
                .strip_prefix(ORGANISATION)
                .is_some_and(|rest| rest.starts_with(UNUSED)),
            Self::Coordination => usual,
            Self::Personal => match year {
                1890..=1910 => (980..=989).contains(&individual),
                1976.. => usual,
                _ => false,
            },
        }
    }
}

/// Some of the digits as a number.
fn digits(number: &str, from: usize, to: usize) -> u32 {
    number
        .get(from..to)
        .and_then(|part| part.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_nobody_are_told_from_those_of_others() {
        // Published by the Swedish Tax Agency; the last two are of this project's own.
        for (kind, number) in [
            (NumberKind::Personal, "189001019802"),
            (NumberKind::Personal, "199001012385"),
            (NumberKind::Personal, "201701012393"),
            (NumberKind::Coordination, "202601612381"),
            (NumberKind::Coordination, "191406652386"),
            (NumberKind::Organisation, "164020010007"),
            (NumberKind::Organisation, "164020000016"),
        ] {
            assert_eq!(kind.check(number), Ok(()), "{number}");
            assert!(kind.is_of_nobody(number), "{number}");
        }
        for (kind, number) in [
            (NumberKind::Personal, "198112189876"),
            (NumberKind::Coordination, "198112789873"),
            (NumberKind::Organisation, "162021005448"),
        ] {
            assert_eq!(kind.check(number), Ok(()), "{number}");
            assert!(!kind.is_of_nobody(number), "{number}");
        }
    }

    #[test]
    fn the_form_of_a_number_is_that_of_its_kind() {
        use NumberKind::{Coordination, Organisation, Personal};
        for (kind, number, slip) in [
            (Personal, "9001012385", NumberSlip::Digits),
            (Personal, "19900101238é", NumberSlip::Digits),
            (Personal, "19900101-2385", NumberSlip::Digits),
            (Personal, "199001012386", NumberSlip::CheckDigit),
            (Personal, "199002302385", NumberSlip::Day),
            (Personal, "202601612381", NumberSlip::Kind),
            (Coordination, "199001012385", NumberSlip::Kind),
            (Organisation, "199001012385", NumberSlip::Kind),
            (Organisation, "164011010007", NumberSlip::Kind),
            (Organisation, "164020010008", NumberSlip::CheckDigit),
        ] {
            assert_eq!(kind.check(number), Err(slip), "{number}");
        }
    }
}
