//! What the parties to an agreement fill in, and what may be written there.

use crate::diagnostic::{Message, nearest};
use crate::model::LocalText;
use crate::model::identity::{IdentitySlip, organisation_number, personal_number};
use crate::say;
use crate::source::Spanned;
use jiff::civil::Date;

/// A place to be filled in.
#[derive(Debug)]
pub struct AgreementField {
    /// Its name in texts and files, such as `motpart.namn`.
    pub name: Spanned<Box<str>>,
    /// What may be written there.
    pub kind: FieldKind,
    /// Whether the agreement can't be signed without it.
    pub required: bool,
    /// What it is called on paper.
    pub label: LocalText,
    /// What to write, in a sentence (Markdown).
    pub description: LocalText,
    /// What may stand there.
    pub example: Option<Spanned<Box<str>>>,
}

/// What may be written in a field.
#[derive(Debug)]
pub enum FieldKind {
    /// Words on a line.
    Text,
    /// Words on any number of lines.
    Multiline,
    /// A day.
    Date,
    /// One of some words.
    Choice(Box<[FieldChoice]>),
    /// An email address.
    Email,
    /// An organisation number.
    OrganisationNumber,
    /// A personal number or coordination number.
    PersonalNumber,
}

/// One of the words of a choice.
#[derive(Debug)]
pub struct FieldChoice {
    /// As it is written in files.
    pub value: Spanned<Box<str>>,
    /// As it stands in the agreement.
    pub label: LocalText,
}

/// What a field was filled in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Words, as they stand in the agreement.
    Text(Box<str>),
    /// A day.
    Date(Date),
    /// The place of a choice among those that there are.
    Choice(usize),
}

impl FieldKind {
    /// The words for the kinds in the source files, without those that hold something.
    pub const KEYS: [&'static str; 7] = [
        "text",
        "multiline",
        "date",
        "choice",
        "email",
        "organisation-number",
        "personal-number",
    ];

    /// The word in the source files.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Multiline => "multiline",
            Self::Date => "date",
            Self::Choice(_) => "choice",
            Self::Email => "email",
            Self::OrganisationNumber => "organisation-number",
            Self::PersonalNumber => "personal-number",
        }
    }

    /// What a value means.
    ///
    /// # Errors
    /// What is wrong with it, and what to write.
    pub fn read(&self, value: &str) -> Result<FieldValue, (Message, Message)> {
        let value = value.trim();
        let text = || Ok(FieldValue::Text(value.into()));
        match self {
            Self::Text if value.contains('\n') => Err((
                say!(
                    "texten har flera rader, men ska stå på en",
                    "the text has several lines, but must be on one"
                ),
                say!("skriv den på en rad", "write it on one line"),
            )),
            Self::Text | Self::Multiline => text(),
            Self::Date => day(value).map(FieldValue::Date).ok_or_else(|| {
                (
                    say!(
                        "`{value}` är inget datum som finns",
                        "`{value}` is not a date that exists"
                    ),
                    say!(
                        "skriv år-månad-dag: 2026-03-01",
                        "write year-month-day: 2026-03-01"
                    ),
                )
            }),
            Self::Choice(choices) => choice(choices, value),
            Self::Email if is_email(value) => text(),
            Self::Email => Err((
                say!(
                    "`{value}` är ingen e-postadress",
                    "`{value}` is not an email address"
                ),
                say!(
                    "skriv en adress, som funktion@exempel.se",
                    "write an address, such as function@example.com"
                ),
            )),
            Self::OrganisationNumber => match organisation_number(value) {
                Ok(()) => text(),
                Err(slip) => Err(organisation_slip(value, slip)),
            },
            Self::PersonalNumber => match personal_number(value) {
                Ok(()) => text(),
                Err(slip) => Err(personal_slip(value, slip)),
            },
        }
    }
}

fn day(value: &str) -> Option<Date> {
    let shaped = value.len() == 10 && value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    value.parse().ok().filter(|_| shaped)
}

fn is_email(value: &str) -> bool {
    let Some((name, host)) = value.split_once('@') else {
        return false;
    };
    let plain = |part: &str| !part.is_empty() && !part.contains([' ', '@', '<', '>', ',', '\n']);
    plain(name)
        && plain(host)
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
}

fn choice(choices: &[FieldChoice], value: &str) -> Result<FieldValue, (Message, Message)> {
    let known = || choices.iter().map(|it| &*it.value.value);
    if let Some(at) = known().position(|it| it == value) {
        return Ok(FieldValue::Choice(at));
    }
    let words: Vec<String> = known().map(|word| format!("`{word}`")).collect();
    let words = words.join(", ");
    let help = match nearest(value, known()) {
        Some(near) => say!(
            "menade du `{near}`? Här kan stå {words}",
            "did you mean `{near}`? {words} can stand here"
        ),
        None => say!("skriv något av {words}", "write one of {words}"),
    };
    let message = say!("`{value}` kan inte stå här", "`{value}` can't stand here");
    Err((message, help))
}

fn organisation_slip(value: &str, slip: IdentitySlip) -> (Message, Message) {
    match slip {
        IdentitySlip::CheckDigit => (
            say!(
                "`{value}` kan inte vara ett organisationsnummer: sista siffran stämmer inte med de andra",
                "`{value}` can't be an organisation number: the last digit doesn't follow from the others"
            ),
            again(),
        ),
        IdentitySlip::Form | IdentitySlip::Day => (
            say!(
                "`{value}` är inget organisationsnummer",
                "`{value}` is not an organisation number"
            ),
            say!(
                "skriv sex siffror, bindestreck och fyra siffror: 202100-5489",
                "write six digits, a hyphen and four digits: 202100-5489"
            ),
        ),
    }
}

fn personal_slip(value: &str, slip: IdentitySlip) -> (Message, Message) {
    match slip {
        IdentitySlip::CheckDigit => (
            say!(
                "`{value}` kan inte vara ett personnummer: sista siffran stämmer inte med de andra",
                "`{value}` can't be a personal number: the last digit doesn't follow from the others"
            ),
            again(),
        ),
        IdentitySlip::Day => (
            say!(
                "`{value}` börjar med en dag som inte finns",
                "`{value}` begins with a day that doesn't exist"
            ),
            again(),
        ),
        IdentitySlip::Form => (
            say!(
                "`{value}` är inget personnummer",
                "`{value}` is not a personal number"
            ),
            say!(
                "skriv ÅÅÅÅMMDD-NNNN, med århundradet",
                "write YYYYMMDD-NNNN, with the century"
            ),
        ),
    }
}

fn again() -> Message {
    say!(
        "jämför med handlingen som numret kommer från, och skriv av det igen",
        "compare it with the document that the number comes from, and copy it again"
    )
}

/// Whether this can be the name of a field: words of letters and digits that begin
/// with a small letter, joined by dots.
pub fn is_field_name(name: &str) -> bool {
    name.split('.').all(|part| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// The months in Swedish, in the words that the public sector writes.
pub const SWEDISH_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// A day as agreements write it: `2 mars 2026`.
pub fn day_in_words(day: Date, language: &str) -> String {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let months = match language {
        "sv" => &SWEDISH_MONTHS,
        "en" => &EN,
        // Other languages have words that nobody here knows.
        _ => return day.to_string(),
    };
    let month = usize::try_from(day.month() - 1)
        .ok()
        .and_then(|at| months.get(at));
    format!("{} {} {}", day.day(), month.unwrap_or(&""), day.year())
}

#[cfg(test)]
mod tests {
    use super::{FieldKind, FieldValue, day_in_words, is_field_name};

    #[test]
    fn values_fit_their_kinds() {
        let fits = |kind: &FieldKind, value: &str| kind.read(value).is_ok();
        for (kind, good, bad) in [
            (FieldKind::Text, "Ord", "två\nrader"),
            (FieldKind::Date, "2026-02-28", "2026-02-30"),
            (FieldKind::Date, "2026-02-28", "20260228"),
            (FieldKind::Email, "a@b.se", "a@b"),
            (FieldKind::Email, "a@b.se", "a b@c.se"),
            (FieldKind::OrganisationNumber, "202100-5489", "202100-5480"),
            (FieldKind::PersonalNumber, "19811218-9876", "811218-9876"),
        ] {
            assert!(fits(&kind, good) && !fits(&kind, bad), "{bad}");
        }
        let several = FieldKind::Multiline.read("en\ntvå\n");
        assert_eq!(several.ok(), Some(FieldValue::Text("en\ntvå".into())));
    }

    #[test]
    fn names_and_days_have_their_forms() {
        assert!(is_field_name("motpart.namn2") && is_field_name("a"));
        for odd in ["", "Motpart", "a..b", ".a", "a-b", "å", "2a", "a_b"] {
            assert!(!is_field_name(odd), "{odd}");
        }
        let day = jiff::civil::date(2026, 3, 2);
        assert_eq!(day_in_words(day, "sv"), "2 mars 2026");
        assert_eq!(day_in_words(day, "en"), "2 March 2026");
    }
}
