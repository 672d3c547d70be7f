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
                "the file has Windows line endings (CRLF)"
            ),
            {
                let path = d.path;
                say!(
                    "skriv raden `published.lock text eol=lf` i filen .gitattributes, ta bort låset ur mappen och hämta tillbaka det (git checkout -- {path})",
                    "write the line `published.lock text eol=lf` in the file .gitattributes, delete the lock from the folder and take it back (git checkout -- {path})"
                )
            },
        );
        return None;
    }
    let mut languages = None;
    let mut lines: Vec<LockLine> = Vec::new();
    let mut start = 0;
    let before = d.findings.len();
    let mut is_conflict = false;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let line = line.trim_end_matches('\n');
        if line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>")
        {
            // The lines of both sides stand between these: their order says nothing.
            if std::mem::replace(&mut is_conflict, true) {
                continue;
            }
            broken(
                d,
                range,
                say!(
                    "en konflikt från git är kvar i filen",
                    "a git conflict is left in the file"
                ),
                say!(
                    "behåll alla rader från båda sidor, sorterade efter id och version, och ta bort raderna med <<<<<<<, ======= och >>>>>>>",
                    "keep all lines of both sides, sorted by id and version, and remove the lines with <<<<<<<, ======= and >>>>>>>"
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
                            "första raden är inte låsets rubrik",
                            "the first line isn't the lock's heading"
                        ),
                        take_back(d.path),
                    );
                    return None;
                }
            }
        } else {
            match line_of(d, line, range.clone()) {
                Some(_) if is_conflict => {}
                Some(found) => {
                    let last = lines.last().map(|last| (&*last.id.value, &last.version));
                    let this = (&*found.id.value, &found.version);
                    if last == Some(this) {
                        broken(
                            d,
                            range,
                            say!("raden finns två gånger", "the line is given twice"),
                            say!("ta bort den ena", "remove one of them"),
                        );
                    } else if last.is_some_and(|last| last > this) {
                        broken(
                            d,
                            range,
                            say!("raden står i fel ordning", "the line is out of order"),
                            say!(
                                "flytta raden: raderna är sorterade efter id och sedan version",
                                "move the line: the lines are sorted by id and then by version"
                            ),
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
                    take_back(d.path),
                ),
            }
        }
    }
    let Some(languages) = languages else {
        broken(
            d,
            0..0,
            say!("låset är tomt", "the lock is empty"),
            take_back(d.path),
        );
        return None;
    };
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

fn broken(d: &mut Decoder<'_>, range: std::ops::Range<usize>, message: Message, help: Message) {
    d.report("K0124", &range, message, help);
}

fn take_back(path: &str) -> Message {
    say!(
        "ta tillbaka filen som den var (git checkout -- {path}); nya rader skrivs bara av katalog publish",
        "take the file back as it was (git checkout -- {path}); only katalog publish writes new lines"
    )
}
