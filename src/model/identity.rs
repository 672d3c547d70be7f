//! The numbers by which Sweden knows people and organisations: their form and
//! their check digit.

use jiff::civil::Date;

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentitySlip {
    /// It isn't written in the form.
    Form,
    /// It names a day that doesn't exist.
    Day,
    /// The last digit doesn't follow from the others.
    CheckDigit,
}

/// Checks an organisation number: `NNNNNN-NNNN`, the third digit at least 2, which
/// is what tells it from a personal number.
///
/// # Errors
/// What is wrong with it.
pub fn organisation_number(text: &str) -> Result<(), IdentitySlip> {
    let digits = digits(text, 6)?;
    match digits.get(2) {
        Some(2..) if luhn(&digits) => Ok(()),
        Some(2..) => Err(IdentitySlip::CheckDigit),
        _ => Err(IdentitySlip::Form),
    }
}

/// Checks a personal number, `YYYYMMDD-NNNN`, or a coordination number, whose day is
/// 60 more.
///
/// # Errors
/// What is wrong with it.
pub fn personal_number(text: &str) -> Result<(), IdentitySlip> {
    let digits = digits(text, 8)?;
    let number = |range: std::ops::Range<usize>| {
        let part = digits.get(range).unwrap_or_default();
        part.iter().fold(0_i16, |sum, d| sum * 10 + i16::from(*d))
    };
    let day = match number(6..8) {
        day @ 61.. => day - 60,
        day => day,
    };
    let small = |n: i16| i8::try_from(n).unwrap_or(0);
    if Date::new(number(0..4), small(number(4..6)), small(day)).is_err() {
        return Err(IdentitySlip::Day);
    }
    // The century takes no part in the check digit.
    match luhn(digits.get(2..).unwrap_or_default()) {
        true => Ok(()),
        false => Err(IdentitySlip::CheckDigit),
    }
}

/// The digits of a number that has `first` of them, a hyphen and four more.
fn digits(text: &str, first: usize) -> Result<Vec<u8>, IdentitySlip> {
    let (left, right) = text.split_once('-').ok_or(IdentitySlip::Form)?;
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if left.len() != first || right.len() != 4 || !plain(left) || !plain(right) {
        return Err(IdentitySlip::Form);
    }
    Ok(left
        .bytes()
        .chain(right.bytes())
        .map(|b| b - b'0')
        .collect())
}

/// The check by Luhn: every second digit doubled, all digits of the results added.
fn luhn(digits: &[u8]) -> bool {
    let doubled = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match at % 2 {
            1 if *digit > 4 => u32::from(*digit) * 2 - 9,
            1 => u32::from(*digit) * 2,
            _ => u32::from(*digit),
        });
    doubled.sum::<u32>() % 10 == 0
}

/// The digit that makes a number right, by those before it; others than digits are
/// passed over.
pub fn check_digit(start: &str) -> u8 {
    let digits = start.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0');
    let digits: Vec<u8> = digits.collect();
    let fits = |last: &u8| luhn(&[digits.as_slice(), &[*last]].concat());
    (0..10).find(fits).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{IdentitySlip, check_digit, organisation_number, personal_number};

    #[test]
    fn organisation_numbers_have_a_form_and_a_check_digit() {
        // The Swedish Companies Registration Office and the Tax Agency.
        assert_eq!(organisation_number("202100-5489"), Ok(()));
        assert_eq!(organisation_number("202100-5448"), Ok(()));
        for (odd, slip) in [
            ("202100-5488", IdentitySlip::CheckDigit),
            ("2021005489", IdentitySlip::Form),
            ("16202100-5489", IdentitySlip::Form),
            ("20210a-5489", IdentitySlip::Form),
            ("811218-9876", IdentitySlip::Form),
            ("", IdentitySlip::Form),
        ] {
            assert_eq!(organisation_number(odd), Err(slip), "{odd}");
        }
    }

    #[test]
    fn a_check_digit_follows_from_the_others() {
        assert_eq!(check_digit("202100-548"), 9);
        assert_eq!(check_digit("402001-000"), 7);
    }

    #[test]
    fn personal_numbers_have_a_day_and_a_check_digit() {
        // The Tax Agency's own numbers for tests.
        assert_eq!(personal_number("19811218-9876"), Ok(()));
        assert_eq!(personal_number("19811278-9873"), Ok(()));
        for (odd, slip) in [
            ("19811218-9875", IdentitySlip::CheckDigit),
            ("19810230-9876", IdentitySlip::Day),
            ("19811318-9876", IdentitySlip::Day),
            ("811218-9876", IdentitySlip::Form),
            ("198112189876", IdentitySlip::Form),
        ] {
            assert_eq!(personal_number(odd), Err(slip), "{odd}");
        }
    }
}
