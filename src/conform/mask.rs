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

/// Whether the text holds such a number.
pub(super) fn holds_number(text: &str) -> bool {
    masked(text) != text
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
    use super::masked;

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
