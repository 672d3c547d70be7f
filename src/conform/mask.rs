//! Personal numbers out of reports: of every number of ten digits or more the last four
//! become crosses.

/// The fewest digits in a row that are taken for a person's or an organisation's number.
const FEWEST: usize = 10;

/// The digits of a date of birth with the century.
const BIRTH: usize = 8;

/// The text with every such number as `YYYYMMDD-XXXX`.
pub(super) fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let number = number(rest);
        let digits: String = rest[..number]
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        if digits.len() < FEWEST {
            out.push_str(&rest[..number]);
        } else {
            let kept = BIRTH.min(digits.len() - 4);
            out.push_str(&digits[..kept]);
            out.push('-');
            out.extend(std::iter::repeat_n('X', digits.len() - kept));
        }
        rest = &rest[number..];
    }
    out.push_str(rest);
    out
}

/// Whether the text gives a number of 12 digits away: with or without the century, with or
/// without a hyphen, also where a digit is missing or wrong. Other long numbers, such as
/// times in milliseconds, are nobody's.
pub(super) fn tells(text: &str, number: &str) -> bool {
    let bare: String = text.chars().filter(|it| !"-+".contains(*it)).collect();
    let without_ninth = format!("{}{}", &number[..8], &number[9..]);
    let shapes = [&number[..11], &number[2..], &without_ninth];
    shapes.iter().any(|shape| bare.contains(*shape))
}

/// How many bytes the number is that the text begins with: digits, or the six or eight of
/// a date, a hyphen or plus, and four more.
fn number(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let rest = &text[first..];
    if [6, 8].contains(&first) && rest.starts_with(['-', '+']) && digits(&rest[1..]) == 4 {
        return first + 5;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::{masked, tells};

    #[test]
    fn only_that_number_is_given_away() {
        let number = "199001012385";
        for text in [
            "199001012385",
            "900101-2385",
            "19900101238X",
            "19900101-385",
        ] {
            assert!(tells(text, number), "{text}");
        }
        for text in ["1732931234567", "REFKOM-20260902143000", "1990-01-01"] {
            assert!(!tells(text, number), "{text}");
        }
    }

    #[test]
    fn only_the_numbers_of_persons_are_masked() {
        for (text, expected) in [
            ("\"199001012385\"", "\"19900101-XXXX\""),
            ("900101-2385 och 9001012385", "900101-XXXX och 900101-XXXX"),
            ("19900101-2385", "19900101-XXXX"),
            ("1990010123851", "19900101-XXXXX"),
            ("2026-09-02T14:30:00+02:00", "2026-09-02T14:30:00+02:00"),
            ("BYGG-2026-00123", "BYGG-2026-00123"),
        ] {
            assert_eq!(masked(text), expected);
        }
    }
}
