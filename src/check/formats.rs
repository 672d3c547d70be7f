//! The forms of dates, times and addresses in JSON.

/// A day, RFC 3339 `full-date`, that exists.
pub(super) fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// The form of a day, whether it exists or not.
pub(super) fn is_date_like(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| match at {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        })
}

/// The form `YYYY-MM-DDThh:mm:ss[.fff]±hh:mm` or `Z`; that the day and the hour
/// exist is for the calendar to say.
pub(super) fn is_rfc3339(text: &str) -> bool {
    let b = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        b.get(range)
            .is_some_and(|s| s.iter().all(u8::is_ascii_digit))
    };
    let mark = |at: usize, c: u8| {
        b.get(at)
            .is_some_and(|found| found.eq_ignore_ascii_case(&c))
    };
    let body = digits(0..4)
        && mark(4, b'-')
        && digits(5..7)
        && mark(7, b'-')
        && digits(8..10)
        && mark(10, b'T')
        && digits(11..13)
        && mark(13, b':')
        && digits(14..16)
        && mark(16, b':')
        && digits(17..19);
    if !body {
        return false;
    }
    let rest = &text[19..];
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let end = fraction
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(fraction.len());
            if end == 0 {
                return false;
            }
            &fraction[end..]
        }
        None => rest,
    };
    if rest.eq_ignore_ascii_case("z") {
        return true;
    }
    let z = rest.as_bytes();
    let shaped = z.len() == 6
        && (z[0] == b'+' || z[0] == b'-')
        && z[3] == b':'
        && [1, 2, 4, 5].iter().all(|at| z[*at].is_ascii_digit());
    // Two digits of the same length compare as text does.
    shaped && &rest[1..3] <= "23" && &rest[4..6] <= "59"
}

/// An absolute URI as RFC 3986 writes it: a scheme, a colon and only characters
/// that may stand where they stand.
pub(super) fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let scheme_fine = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (authority, path) = match rest.strip_prefix("//") {
        Some(after) => after.split_at(after.find(['/', '?']).unwrap_or(after.len())),
        None => ("", rest),
    };
    scheme_fine
        && !rest.is_empty()
        && is_authority(authority)
        && [path, fragment].iter().all(|part| is_escaped(part))
}

/// A host, perhaps with a user before it and a port after it.
fn is_authority(text: &str) -> bool {
    let host = text.rsplit_once('@').map_or(text, |(_, host)| host);
    let (host, port) = match host.strip_prefix('[') {
        // An address of version 6 stands in brackets.
        Some(rest) => match rest.split_once(']') {
            Some((inner, port)) if inner.parse::<std::net::Ipv6Addr>().is_ok() => ("", port),
            _ => return false,
        },
        None => host.find(':').map_or((host, ""), |at| host.split_at(at)),
    };
    let port = port.strip_prefix(':').unwrap_or(port);
    port.bytes().all(|b| b.is_ascii_digit()) && is_escaped(host)
}

/// Whether only allowed characters stand in a part, and each `%` has its two digits.
fn is_escaped(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&b);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let hex = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_hexdigit());
        let fine = if byte == b'%' {
            hex(bytes.next()) && hex(bytes.next())
        } else {
            allowed(byte)
        };
        if !fine {
            return false;
        }
    }
    true
}
