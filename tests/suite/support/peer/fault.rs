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
    EntriesReversed: "C077";
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
    TakesAnything:
        "C021" "C022" "C023" "C024" "C025" "C026" "C027" "C028" "C029" "C030" "C031" "C032"
        "C040" "C041" "C042" "C044" "C045" "C046" "C047" "C048" "C049" "C050" "C051" "C052"
        "C053" "C054" "C056" "C057" "C059" "C060" "C061" "C062" "C063" "C080" "C082" "C083"
        "C084" "C085" "C086" "C087" "C088" "C089" "C100" "C102" "C103" "C110" "C111" "C112"
        "C113" "C114" "C115" "C116" "C130" "C131" "C132" "C133" "C134" "C135" "C136" "C150"
        "C151" "C152" "C153" "C154" "C156" "C157" "C158" "C231";
    NoTokenNeeded: "C016" "C017";
    ShortCorrelationId: "C005";
    TenOfEach: "C043" "C081" "C101";
    CustomerRequired: "C043" "C058" "C064" "C071" "C223";
    ShortSupplement: "C055";
    NoLeapDays: "C117";
    NoProducerSort: "C140";
    SortingLoses: "C147" "C148" "C161" "C162" "C164" "C166";
    SmallPages: "C155";
    LongId: "C191";
    EmptyDescription: "C195";
    Html: "C205";
    OtherStartOfId: "C206";
    OtherName: "C186" "C214";
    UndescribedAttribute: "C215";
    NewIds:
        "C071" "C072" "C076" "C090" "C091" "C092" "C095" "C104" "C105" "C118" "C119" "C120"
        "C121" "C122" "C124" "C140" "C147" "C148" "C162" "C163" "C165" "C185" "C187";
    TotalOneMore:
        "C070" "C071" "C072" "C073" "C074" "C076" "C090" "C091" "C092" "C093" "C094" "C095"
        "C096" "C104" "C105" "C106" "C107" "C118" "C119" "C120" "C121" "C122" "C123" "C124"
        "C140" "C147" "C148" "C161" "C164" "C166" "C184" "C232";
    NameIsPrefix: "C186" "C197" "C214";
    TimeInUtc: "C198";
    WinterAllYear: "C199";
    ShortType: "C200";
    OthersPrefix: "C201" "C206" "C210";
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
            Fault::OtherName => ("producent", json!("Kommunen")),
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
        Fault::LongId => first["kundhandelseId"] = json!(format!("REFKOM-{}", "1-".repeat(50))),
        Fault::EmptyDescription => first["beskrivning"] = json!(""),
        Fault::Html => first["beskrivning"] = json!("Läs <b>mer</b> i e-tjänsten."),
        Fault::OtherStartOfId => first["kundhandelseId"] = json!("BYGG-2026-00123-1"),
        Fault::UndescribedAttribute => first["utokadInformation"]["egen"] = json!(1),
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
