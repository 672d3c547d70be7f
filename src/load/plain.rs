//! What values without quotes are taken for by readers of YAML.

use jiff::civil::Date;

/// What a YAML reader, of version 1.1 or 1.2, would take a word without quotes
/// for, in Swedish and English; nothing when it is text to all of them.
pub(super) fn looks_like(text: &str) -> Option<(&'static str, &'static str)> {
    let first = text.bytes().next()?;
    if text.len() > 40 {
        return None;
    }
    if first.is_ascii_alphabetic() || first == b'~' {
        let lower = text.to_ascii_lowercase();
        return match lower.as_str() {
            "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" => {
                Some(("ja eller nej (sant/falskt)", "a yes or no (a boolean)"))
            }
            "null" | "~" => Some(("ett tomt värde", "an empty value")),
            _ => None,
        };
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if is_number(digits) {
        return Some(("ett tal", "a number"));
    }
    if is_sexagesimal(digits) {
        return Some(("ett klockslag", "a time of day"));
    }
    is_day(text).then_some(("ett datum", "a date"))
}

/// Whether this is a day, or a day and time, in the forms that YAML has for them.
pub(super) fn is_day(text: &str) -> bool {
    let Some((day, time)) = text.split_at_checked(10) else {
        return false;
    };
    day.parse::<Date>().is_ok() && (time.is_empty() || is_time(time))
}

/// What stands after the day: a mark, an hour, a minute and more.
fn is_time(text: &str) -> bool {
    let clock = text.trim_start_matches(['T', 't', ' ']);
    clock.len() < text.len()
        && clock.split(':').count() >= 2
        && clock
            .bytes()
            .all(|b| b.is_ascii_digit() || b":.+-Zz ".contains(&b))
}

/// Numbers of both versions: `1e3`, `0x1f`, and with `_` between the digits.
fn is_number(digits: &str) -> bool {
    let plain = digits.replace('_', "");
    let begins = |start: &str| digits.starts_with(start);
    let named = digits.eq_ignore_ascii_case(".inf") || digits.eq_ignore_ascii_case(".nan");
    named
        || plain.parse::<f64>().is_ok()
        || begins("0x")
        || begins("0o")
        || (begins("0b") && plain[2..].bytes().all(|b| b == b'0' || b == b'1'))
}

/// Numbers to the base 60, which version 1.1 has: `12:30` is 750 to it.
fn is_sexagesimal(digits: &str) -> bool {
    let mut parts = digits.split(':');
    let whole = |part: &str, longest: usize| {
        (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let first = parts.next().unwrap_or("");
    let rest: Vec<&str> = parts.collect();
    whole(first, 8)
        && !rest.is_empty()
        && rest.iter().all(|part| {
            let part = part.split_once('.').map_or(*part, |(minutes, _)| minutes);
            whole(part, 2) && part.parse::<u8>().is_ok_and(|n| n < 60)
        })
}

#[cfg(test)]
mod tests {
    use super::looks_like;

    #[test]
    fn what_readers_disagree_about_is_seen() {
        for odd in [
            "yes",
            "NO",
            "~",
            "2026",
            "1.10",
            "007",
            "+46",
            "1_000",
            "0b101",
            ".inf",
            "12:30",
            "1:20:30",
            "2026-03-01",
            "2026-03-01T09:30:00+01:00",
            "2026-03-01 09:30",
        ] {
            assert!(looks_like(odd).is_some(), "{odd}");
        }
        for text in [
            "ja",
            "nej",
            "1.0.0",
            "6.1 eller 6.2",
            "12:75",
            "10:e",
            "2026-03-01T",
            "2026-13-01",
            "Kl. 12:30",
            "1:2:x",
            "-",
            "2026–03–01åäö",
        ] {
            assert!(looks_like(text).is_none(), "{text}");
        }
    }
}
