//! What all producers share: categories, authorization object types, code lists, concepts, pages.

use crate::yaml::{Yaml, flow};

/// An id with its title in Swedish and English.
type Row = (&'static str, &'static str, &'static str);

const CATEGORIES: [Row; 12] = [
    ("RECEIVED", "Mottaget", "Received"),
    (
        "PROCESSING_STARTED",
        "Handläggning påbörjad",
        "Processing started",
    ),
    (
        "SUPPLEMENT_REQUESTED",
        "Komplettering begärd",
        "Supplement requested",
    ),
    (
        "SUPPLEMENT_RECEIVED",
        "Komplettering mottagen",
        "Supplement received",
    ),
    ("REFERRED", "Remitterat", "Referred"),
    ("BOOKED", "Bokat", "Booked"),
    ("OFFERED", "Erbjudet", "Offered"),
    ("DECIDED", "Beslutat", "Decided"),
    ("PAYMENT", "Utbetalning", "Payment"),
    ("REMINDED", "Påmint", "Reminded"),
    ("APPEALED", "Överklagat", "Appealed"),
    ("CLOSED", "Avslutat", "Closed"),
];

const AUTHORIZATIONS: [(&str, &str, &str, &str); 8] = [
    ("SELF", "person", "Kunden själv", "The customer"),
    ("GUARDIAN", "person", "Vårdnadshavare", "Guardian"),
    ("TRUSTEE", "person", "God man eller förvaltare", "Trustee"),
    (
        "ESTATE_PARTY",
        "person",
        "Dödsbodelägare",
        "Party to an estate",
    ),
    (
        "SOLE_TRADER",
        "person",
        "Innehavare av enskild näringsverksamhet",
        "Sole trader",
    ),
    (
        "SIGNATORY",
        "organisation",
        "Firmatecknare",
        "Authorised signatory",
    ),
    (
        "PROXY",
        "both",
        "Ombud med fullmakt",
        "Proxy with power of attorney",
    ),
    (
        "READ_PROXY",
        "both",
        "Juridiskt läsombud",
        "Legal-entity read proxy",
    ),
];

const CODE_LISTS: [(Row, &[Row]); 5] = [
    (
        ("DECISION_OUTCOME", "Beslutsutgång", "Decision outcome"),
        &[
            ("BIFALL", "Bifall", "Granted"),
            ("DELVIS_BIFALL", "Delvis bifall", "Granted in part"),
            ("AVSLAG", "Avslag", "Rejected"),
            ("AVVISNING", "Avvisning", "Dismissed"),
            ("AVSKRIVNING", "Avskrivning", "Written off"),
        ],
    ),
    (
        ("CHANNEL", "Kanal", "Channel"),
        &[
            ("E_TJANST", "E-tjänst", "E-service"),
            ("BREV", "Brev", "Letter"),
            ("EPOST", "E-post", "Email"),
            ("BESOK", "Besök", "Visit"),
            ("TELEFON", "Telefon", "Telephone"),
            ("MASKINELLT", "Maskinellt", "System to system"),
        ],
    ),
    (
        (
            "SUPPLEMENT_KIND",
            "Slag av komplettering",
            "Kind of supplement",
        ),
        &[
            ("BLANKETT", "Blankett", "Form"),
            ("INTYG", "Intyg", "Certificate"),
            ("RITNING", "Ritning", "Drawing"),
            ("KVITTO", "Kvitto", "Receipt"),
            ("FULLMAKT", "Fullmakt", "Power of attorney"),
            ("UPPGIFT", "Uppgift", "Piece of information"),
            ("OVRIGT", "Övrigt", "Other"),
        ],
    ),
    (
        ("PAYMENT_METHOD", "Betalningssätt", "Payment method"),
        &[
            ("BANKKONTO", "Bankkonto", "Bank account"),
            ("PLUSGIRO", "Plusgiro", "Plusgiro"),
            ("BANKGIRO", "Bankgiro", "Bankgiro"),
            ("AVI", "Avi", "Payment notice"),
            ("SKATTEKONTO", "Skattekonto", "Tax account"),
        ],
    ),
    (
        (
            "APPEAL_INSTANCE",
            "Överprövande instans",
            "Instance of appeal",
        ),
        &[
            (
                "FORVALTNINGSRATTEN",
                "Förvaltningsrätten",
                "Administrative Court",
            ),
            (
                "LANSSTYRELSEN",
                "Länsstyrelsen",
                "County Administrative Board",
            ),
            (
                "MARK_OCH_MILJODOMSTOLEN",
                "Mark- och miljödomstolen",
                "Land and Environment Court",
            ),
            (
                "ALLMANNA_FORVALTNINGSDOMSTOLEN_OVRIG",
                "Annan allmän förvaltningsdomstol",
                "Other general administrative court",
            ),
            (
                "OMPROVNING",
                "Omprövning hos aktören",
                "Review by the actor",
            ),
        ],
    ),
];

/// A concept: id, area, terms, definitions, and a relation to another.
struct Concept(
    &'static str,
    &'static str,
    [&'static str; 2],
    [&'static str; 2],
    Option<[&'static str; 2]>,
);

#[rustfmt::skip]
const CONCEPTS: [Concept; 12] = [
    Concept("handelse", "events", ["händelse", "occurrence"],
        ["något som inträffar vid en viss tidpunkt", "something that happens at a point in time"], None),
    Concept("kundhandelse", "events", ["kundhändelse", "event"],
        ["händelse i ett producentärende som kunden får veta i korthet",
            "occurrence in a case of which the customer is told in short"], Some(["generic", "handelse"])),
    Concept("kundhandelsetyp", "catalogue", ["kundhändelsetyp", "event type"],
        ["slag av händelser med samma betydelse och innehåll",
            "kind of events with the same meaning and content"], Some(["associative", "kundhandelse"])),
    Concept("kundhandelsekategori", "catalogue", ["kundhändelsekategori", "event category"],
        ["grupp av händelsetyper som är oberoende av producent",
            "group of event types that does not depend on the producer"],
        Some(["associative", "kundhandelsetyp"])),
    Concept("aktor", "actors", ["aktör", "actor"],
        ["organisation som deltar i utbytet", "organisation that takes part in the exchange"], None),
    Concept("producent", "actors", ["producent", "producer"],
        ["offentlig aktör som lämnar ut händelser", "public actor that hands out events"],
        Some(["generic", "aktor"])),
    Concept("konsument", "actors", ["konsument", "consumer"],
        ["aktör vars tjänst hämtar och visar händelser",
            "actor whose service fetches and shows events"], Some(["generic", "aktor"])),
    Concept("producentprocess", "events", ["producentprocess", "producer process"],
        ["arbetsgång som en producents ärenden av ett slag följer",
            "course that one kind of a producer's cases takes"], Some(["associative", "producent"])),
    Concept("producentarende", "events", ["producentärende", "case"],
        ["uppgift hos en producent som rör en kund och ska avslutas",
            "matter at a producer that concerns a customer and is to be closed"],
        Some(["associative", "producentprocess"])),
    Concept("kund", "actors", ["kund", "customer"],
        ["den person eller organisation som ett ärende rör",
            "person or organisation that a case concerns"],
        Some(["associative", "producentarende"])),
    Concept("anvandare", "actors", ["användare", "user"],
        ["person som är inloggad hos en konsument", "person who is logged in at a consumer"],
        Some(["associative", "konsument"])),
    Concept("fullmakt", "authorization", ["fullmakt", "power of attorney"],
        ["rätt att läsa eller handla för någon annan", "right to read or act for somebody else"],
        Some(["associative", "anvandare"])),
];

/// Every file that does not depend on the seed: its path and its text.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut files = vec![
        ("katalog.yaml".to_owned(), SITE.to_owned()),
        ("content/sv/pages/about.md".to_owned(), ABOUT_SV.to_owned()),
        ("content/en/pages/about.md".to_owned(), ABOUT_EN.to_owned()),
        (
            "content/sv/pages/accessibility.md".to_owned(),
            ACCESSIBILITY_SV.to_owned(),
        ),
        (
            "content/en/pages/accessibility.md".to_owned(),
            ACCESSIBILITY_EN.to_owned(),
        ),
        (
            "content/sv/agreements/connection/1.0.md".to_owned(),
            AGREEMENT_SV.to_owned(),
        ),
        (
            "content/en/agreements/connection/1.0.md".to_owned(),
            AGREEMENT_EN.to_owned(),
        ),
    ];
    let mut add = |folder: &str, id: &str, yaml: Yaml| {
        files.push((format!("catalogue/common/{folder}/{id}.yaml"), yaml.text));
    };
    for (order, &(id, sv, en)) in (1..).zip(&CATEGORIES) {
        let about = [
            format!(
                "Händelser av slaget *{}*: kunden får veta hur långt ärendet har kommit.",
                sv.to_lowercase()
            ),
            format!(
                "Events of the kind *{}*: the customer learns how far the case has come.",
                en.to_lowercase()
            ),
        ];
        let mut yaml = head(id, Some(order), "title", [sv, en]);
        yaml.localized(0, "description", [&about[0], &about[1]]);
        add("categories", id, yaml);
    }
    for (order, &(id, customer, sv, en)) in (1..).zip(&AUTHORIZATIONS) {
        let about = [
            format!("{sv}: rätten kontrolleras av konsumenten mot en källa som den litar på."),
            format!("{en}: the consumer checks the right against a source that it trusts."),
        ];
        let mut yaml = head(id, Some(order), "title", [sv, en]);
        yaml.line(0, &format!("customer: {customer}"));
        let (kind, includes) = match id {
            "SELF" | "SOLE_TRADER" => ("own", ""),
            "SIGNATORY" => ("signatory", "[PROXY]"),
            "PROXY" => ("power-of-attorney", ""),
            "READ_PROXY" => ("read-proxy", ""),
            _ => ("representative", ""),
        };
        yaml.line(0, &format!("kind: {kind}"));
        if !includes.is_empty() {
            yaml.line(0, &format!("includes: {includes}"));
        }
        yaml.localized(0, "description", [&about[0], &about[1]]);
        add("authorizations", id, yaml);
    }
    for ((id, sv, en), values) in CODE_LISTS {
        let mut yaml = head(id, None, "title", [sv, en]);
        let about = [
            "Gemensam kodlista för alla producenter.",
            "Code list shared by all producers.",
        ];
        yaml.localized(0, "description", about);
        yaml.line(0, "values:");
        for (value, sv, en) in values {
            yaml.line(2, &format!("- value: {value}"));
            yaml.line(4, &format!("title: {}", flow(sv, en)));
        }
        add("codelists", id, yaml);
    }
    for Concept(id, area, term, definition, relation) in CONCEPTS {
        let mut yaml = head(id, None, "term", term);
        yaml.line(0, &format!("area: {area}"));
        yaml.localized(0, "definition", definition);
        // What belongs together says so at both ends.
        let back = CONCEPTS
            .into_iter()
            .filter_map(|Concept(other, .., relation)| {
                let is_back = relation == Some(["associative", id]);
                is_back.then_some(["associative", other])
            });
        let relations: Vec<_> = relation.into_iter().chain(back).collect();
        if !relations.is_empty() {
            yaml.line(0, "relations:");
        }
        for [kind, to] in relations {
            yaml.line(2, &format!("- {{ type: {kind}, to: {to} }}"));
        }
        add("concepts", id, yaml);
    }
    files
}

/// The first lines of a file of a shared thing.
fn head(id: &str, order: Option<u32>, name: &str, text: [&str; 2]) -> Yaml {
    let mut yaml = Yaml::default();
    yaml.scalar(0, "id", id);
    if let Some(order) = order {
        yaml.line(0, &format!("order: {order}"));
    }
    yaml.localized(0, name, text);
    yaml
}

const SITE: &str = r#"# A generated catalogue of national size: made by examples/national, for measuring.
title: { sv: Nationell mätkatalog, en: National yardstick catalogue }
description:
  sv: >-
    En genererad katalog med lika många kundhändelsetyper som en hel offentlig sektor kan tänkas ha.
  en: >-
    A generated catalogue with as many event types as a whole public sector may come to have.
baseUrl: "https://katalog.example"
languages: [sv, en]
standardVersion: "6.1"
publisher: { sv: Katalogs mätbänk, en: Katalog benchmark }
contact: { email: mina-arenden@katalog.example }
# Shown on every page.
notice:
  sv: >-
    Det här är en genererad katalog för mätning. Aktörer och ärenden är påhittade.
  en: >-
    This is a generated catalogue for measuring. Its actors and cases are invented.
"#;

const AGREEMENT_SV: &str = r#"---
title: Anslutningsavtal
description: Villkoren för den som ansluter sig.
version: "1.0"
status: published
published: 2024-03-01
numbered: true
fields:
  - name: motpart.namn
    type: text
    required: true
    label: { sv: Motpartens namn, en: Name of the counterparty }
    description: { sv: Det namn som motparten heter., en: The name that the counterparty has. }
---

Avtalet gäller anslutningen av {{motpart.namn}}.

## Åtaganden

Parterna följer tjänstebeskrivningen.
"#;
const AGREEMENT_EN: &str = "---
title: Connection agreement
description: The terms for those who connect.
---

The agreement concerns the connection of {{motpart.namn}}.

## Undertakings

The parties follow the service description.
";
const ABOUT_SV: &str = "---
title: Om katalogen
description: Vad den genererade katalogen är till för.
---

Katalogen är genererad för att mäta hur verktyget klarar en nationell mängd kundhändelsetyper.
Alla aktörer och ärenden är påhittade.
";
const ABOUT_EN: &str = "---
title: About the catalogue
description: What the generated catalogue is for.
---

The catalogue is generated in order to measure how the tool copes with a national number of event types.
All actors and cases are invented.
";
const ACCESSIBILITY_SV: &str = "---
title: Tillgänglighet
description: Hur tillgänglig webbplatsen är.
---

Webbplatsen är avsedd att följa WCAG 2.2 på nivå AA. Den här katalogen används bara för mätning.
Skriv till [förvaltningen](mailto:mina-arenden@katalog.example) om något inte fungerar.
";
const ACCESSIBILITY_EN: &str = "---
title: Accessibility
description: How accessible the site is.
---

The site is meant to meet WCAG 2.2 at level AA. This catalogue is used for measuring only.
Write to [the stewards](mailto:mina-arenden@katalog.example) if something does not work.
";
