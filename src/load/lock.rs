//! `published.lock`: made by `katalog publish`, never by hand.

use super::decode::Decoder;
use crate::diagnostic::Message;
use crate::model::{LOCK_HEADING, Lock, LockLine};
use crate::say;
use crate::source::Spanned;

/// Reads the lock of a producer. Every line that isn't as `katalog publish` wrote
/// it is reported; a lock with such lines isn't used.
pub(super) fn lock(d: &mut Decoder<'_>, producer: &str) -> Option<Lock> {
    let text = d.text;
    if text.contains('\r') {
        let at = text.find('\r').unwrap_or(0);
        broken(
            d,
            at..at + 1,
            say!(
                "filen har radslut från Windows (CRLF)",
                "the file has line ends of Windows (CRLF)"
            ),
        );
        return None;
    }
    let mut languages = None;
    let mut lines: Vec<LockLine> = Vec::new();
    let mut start = 0;
    let before = d.findings.len();
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let line = line.trim_end_matches('\n');
        if line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>")
        {
            broken(
                d,
                range,
                say!(
                    "en konflikt från git är kvar",
                    "a conflict of git's is left"
                ),
            );
        } else if languages.is_none() {
            match line.strip_prefix(LOCK_HEADING) {
                Some(codes) => languages = Some(known_languages(d, codes)),
                None => {
                    broken(
                        d,
                        range,
                        say!(
                            "första raden är inte ett lås rubrik",
                            "the first line isn't the heading of a lock"
                        ),
                    );
                    return None;
                }
            }
        } else {
            match line_of(d, line, range.clone()) {
                Some(found) => {
                    let last = lines.last().map(|last| (&*last.id.value, &last.version));
                    let this = (&*found.id.value, &found.version);
                    if last == Some(this) {
                        broken(
                            d,
                            range,
                            say!("raden finns två gånger", "the line is given twice"),
                        );
                    } else if last.is_some_and(|last| last > this) {
                        broken(
                            d,
                            range,
                            say!("raden står i fel ordning", "the line is out of order"),
                        );
                    } else {
                        lines.push(found);
                    }
                }
                None => broken(
                    d,
                    range,
                    say!(
                        "raden är inte ett id, en version, en kontrollsumma och ett datum",
                        "the line isn't an id, a version, a hash and a date"
                    ),
                ),
            }
        }
    }
    let languages = languages?;
    (d.findings.len() == before).then(|| Lock {
        producer: producer.into(),
        file: d.file,
        languages,
        lines: lines.into(),
    })
}

/// The languages that the lock's hashes cover and the site has.
fn known_languages(d: &Decoder<'_>, codes: &str) -> Box<[usize]> {
    let codes = codes.split_whitespace();
    codes
        .filter_map(|code| d.languages.iter().position(|own| **own == *code))
        .collect()
}

fn line_of(d: &Decoder<'_>, line: &str, range: std::ops::Range<usize>) -> Option<LockLine> {
    let mut words = line.split(' ');
    let (id, version, hash, date) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let is_hash = hash.len() == 64
        && hash
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_hash || words.next().is_some() || !crate::model::is_event_type_id(id) {
        return None;
    }
    Some(LockLine {
        id: Spanned::new(id.into(), d.span(&(range.start..range.start + id.len()))),
        version: version.parse().ok()?,
        hash: hash.into(),
        date: date.parse().ok()?,
        span: d.span(&range),
    })
}

fn broken(d: &mut Decoder<'_>, range: std::ops::Range<usize>, message: Message) {
    d.report(
        "K0124",
        &range,
        message,
        say!(
            "låset skrivs bara av `katalog publish`: hämta tillbaka filen ur versionshanteringen (git checkout) och kör katalog publish igen; vid en konflikt behålls alla rader från båda sidor, sorterade",
            "only `katalog publish` writes the lock: take the file back from version control (git checkout) and run katalog publish again; in a conflict, keep all lines of both sides, sorted"
        ),
    );
}
