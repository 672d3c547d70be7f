//! The ways in which the producer for tests can be faulty, and the cases that then fail.

use super::CUSTOMER;
use serde_json::{Value, json};

/// Declares the faults, each with the cases that fail because of it and no others.
macro_rules! faults {
    ($($name:ident: $($code:literal)*;)*) => {
        /// A way to be faulty.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Fault {
            $($name,)*
        }

        /// All ways, and the cases that fail.
        pub(crate) static FAULTS: &[(Fault, &[&str])] = &[
            $((Fault::$name, &[$($code),*]),)*
        ];
    };
}

#[rustfmt::skip]
faults! {
    AnyCorrelationId: "C001" "C002" "C003" "C004";
    BlankCorrelationId: "C002";
    LongCorrelationId: "C003";
    OnlyUuids: "C005" "C006";
    AnyContentType: "C007" "C008";
    NoCharset: "C009";
    GetNotFound: "C010" "C012";
    PutAllowed: "C011";
    NoAllow: "C012";
    AnyAddress: "C013";
    LanguageRequired: "C014";
    OnlySwedish: "C015";
    BadJsonIs500: "C021" "C023" "C024" "C025" "C231";
    LossyText: "C023";
    TrailingText: "C025";
    AnyUser: "C028" "C029" "C030" "C031" "C032";
    ManyParties: "C042";
    FirstPartyOnly: "C046";
    EmptyParty: "C045";
    AnyNumber: "C046" "C047" "C048" "C049";
    AnyKind: "C053" "C054";
    LengthInBytes: "C058";
    NothingIs404: "C058" "C064" "C070" "C074";
    NoEmptyEntries: "C070" "C073" "C074" "C076" "C093" "C094" "C096" "C106" "C107" "C123" "C232";
    EntriesReversed:;
    PartNotRepeated: "C076" "C172" "C175";
    EitherMatches: "C072" "C073" "C074" "C075" "C232";
    CaseByBeginning: "C075";
    TypesByCharacters: "C093" "C094";
    TypesIgnored: "C090" "C092" "C093" "C094" "C095" "C096" "C124";
    AnyCase: "C082";
    TrailingStop: "C086";
    AllTypes: "C095";
    AllTags: "C105";
    TagsIgnored: "C104" "C105" "C106" "C107" "C232";
    QuoteEscapes: "C232";
    AnyDay: "C110";
    StartAfterEnd: "C116";
    StartNotIncluded: "C118" "C119" "C121";
    EndNotIncluded: "C118" "C120" "C121" "C122";
    EndsAMinuteSoon: "C122";
    DaysInUtc: "C121";
    AscendingByDefault: "C133" "C134";
    OldestFirst: "C137";
    CaseSensitive: "C138" "C139" "C145";
    TimeAsText: "C137" "C141" "C146";
    TrueFirst: "C143" "C144" "C147";
    FirstKeyOnly: "C147";
    AlwaysAscending: "C138" "C139" "C141" "C142" "C143" "C144" "C147";
    UnsortedPages: "C150";
    AnyLimit: "C153" "C154";
    NoLimit: "C160" "C162" "C166";
    OffsetOneLess: "C162" "C163" "C165";
    TotalOfPage: "C161" "C164" "C166";
    AnswerAsText: "C170";
    Partial: "C171";
    NoRows: "C174" "C182";
    PartiesNotRepeated: "C173" "C176";
    TagsNotRepeated: "C177";
    DatesNotRepeated: "C178";
    TreatmentNotRepeated: "C179";
    NoLanguage: "C180";
    TagsAlwaysRepeated: "C181";
    OneRow: "C182";
    RowNotOk: "C183";
    TwoNames: "C186";
    SameId: "C192";
    NumberInId: "C193";
    LongHeading: "C194";
    NoDescription: "C190";
    LanguageInCapitals: "C196";
    HostileText: "C196";
    StopsAnswering: "C230" "C231" "C232";
    TakesAnything: "C230";
    NameIsPrefix: "C186" "C197";
    TimeInUtc: "C198";
    WinterAllYear: "C199";
    ShortType: "C200";
    OthersPrefix: "C201" "C210";
    TruthAsText: "C202";
    OtherVersion: "C203";
    ObjectAsText: "C204";
    DraftType: "C210";
    AttributeMissing: "C211";
    ReferenceWrong: "C212";
    PromiseBroken: "C213";
    ProblemJson: "C220";
    ExtraErrorField: "C221";
    PlainErrors: "C222";
    FieldNotNamed: "C223";
    StackTrace: "C224";
    NumberInMessage: "C225";
    HugeIs500: "C230";
    NoChallenge: "C017";
}

/// Makes the events faulty, when the fault is in them.
pub(super) fn spoil(fault: Option<Fault>, events: &mut [Value]) {
    let Some(fault) = fault else { return };
    for event in events.iter_mut() {
        let (field, value) = match fault {
            Fault::HostileText => (
                "sprak",
                json!("\u{1b}[31m<script>alert(1)</script>]]>&\"'\u{0}\u{ffff}"),
            ),
            Fault::LanguageInCapitals => ("sprak", json!("SV")),
            Fault::NameIsPrefix => ("producent", json!("REFKOM")),
            Fault::TruthAsText => ("producentarendetKlart", json!("false")),
            Fault::OtherVersion => ("version", json!("1.0.0")),
            Fault::TimeInUtc => {
                let instant: jiff::Timestamp = event["tidpunkt"].as_str().unwrap().parse().unwrap();
                ("tidpunkt", json!(instant.to_string()))
            }
            Fault::WinterAllYear => {
                let instant: jiff::Timestamp = event["tidpunkt"].as_str().unwrap().parse().unwrap();
                let winter = instant + jiff::SignedDuration::from_hours(1);
                ("tidpunkt", json!(winter.to_string().replace('Z', "+01:00")))
            }
            _ => continue,
        };
        event[field] = value;
    }
    let first = &mut events[0];
    match fault {
        Fault::NumberInId => first["kundhandelseId"] = json!(format!("REFKOM-{CUSTOMER}-1")),
        Fault::LongHeading => first["rubrik"] = json!("å".repeat(256)),
        Fault::NoDescription => drop(first.as_object_mut().unwrap().remove("beskrivning")),
        Fault::ShortType => first["kundhandelseTyp"] = json!("REFKOM.BYGGLOV"),
        Fault::OthersPrefix => first["kundhandelseTyp"] = json!("ANNAN.BYGGLOV.MOTTAGEN"),
        Fault::ObjectAsText => first["utokadInformation"] = json!("{\"kanal\": \"BREV\"}"),
        Fault::DraftType => first["kundhandelseTyp"] = json!("REFKOM.BYGGLOV.UTKAST"),
        Fault::AttributeMissing => first["utokadInformation"] = json!({}),
        Fault::PromiseBroken => first["producentarendetKlart"] = json!(true),
        Fault::ReferenceWrong => events[1]["referenser"] = json!({ "diarienummer": 17 }),
        Fault::SameId => events[1]["kundhandelseId"] = events[0]["kundhandelseId"].clone(),
        _ => {}
    }
}
