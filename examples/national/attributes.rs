//! The attributes that event types are made of: a pool of templates, each with a sample of its value.

/// An attribute in the pool.
pub(crate) struct Template {
    pub name: &'static str,
    /// What it was called in an older major version; empty: it was never renamed.
    pub old: &'static str,
    pub about: [&'static str; 2],
    pub kind: Type,
}

/// Its type, constraints and samples.
pub(crate) enum Type {
    Text {
        max: usize,
        samples: &'static [&'static str],
    },
    Pattern {
        pattern: &'static str,
        prefix: &'static str,
    },
    Integer {
        min: i64,
        max: i64,
    },
    Number {
        max: i64,
    },
    Boolean,
    Date,
    DateTime,
    Uri {
        sample: &'static str,
    },
    List {
        codelist: &'static str,
        samples: &'static [&'static str],
    },
    Codes {
        open: bool,
        values: &'static [Code],
    },
    Object(&'static [Template]),
    Texts {
        samples: &'static [&'static str],
    },
    Objects(&'static [Template]),
}

/// A value of a code and its title.
pub(crate) type Code = (&'static str, [&'static str; 2]);

/// How many templates there are of scalars and of nested types.
pub(crate) const SCALARS: usize = 30;

use Type::{Boolean, Codes, Date, DateTime, Integer, List, Number, Object, Objects};
use Type::{Pattern, Text, Texts, Uri};

const fn of(
    name: &'static str,
    sv: &'static str,
    en: &'static str,
    old: &'static str,
    kind: Type,
) -> Template {
    Template {
        name,
        old,
        about: [sv, en],
        kind,
    }
}

/// The template of a name; the first one if the name is unknown, which the tables never are.
pub(crate) fn template(name: &str) -> &'static Template {
    let mut all = POOL.iter().chain(&NESTED);
    all.find(|t| t.name == name).unwrap_or(&POOL[0])
}

#[rustfmt::skip]
pub(crate) static POOL: [Template; SCALARS] = [
    of("senastDatum", "Sista svarsdag.", "Last day to answer.", "svarsdatum", Date),
    of("inkommenDatum", "Dag då handlingen kom in.", "Day the document arrived.", "ankomstdatum", Date),
    of("beslutsdatum", "Dag då beslutet fattades.", "Day of the decision.", "datum", Date),
    of("betalningsdatum", "Dag då kunden har pengarna.", "Day the customer is paid.", "", Date),
    of("avslutsdatum", "Dag då ärendet avslutades.", "Day the case was closed.", "", Date),
    of("svarVantas", "Dag då yttrandet väntas.", "Day the opinion is due.", "", Date),
    of("beraknatBeslutsdatum", "Prognos för beslutsdag.", "Forecast of the decision.", "prognosdatum", Date),
    of("bokadTid", "När mötet börjar.", "When the meeting begins.", "tid", DateTime),
    of("registrerad", "När uppgiften registrerades.", "When it was registered.", "", DateTime),
    of("inkomstsatt", "Hur handlingen kom in.", "How it arrived.", "",
        List { codelist: "CHANNEL", samples: &["E_TJANST", "BREV", "EPOST", "MASKINELLT"] }),
    of("kompletteringstyp", "Vilken sorts uppgift eller handling det gäller.", "What kind of document is concerned.", "typ",
        List { codelist: "SUPPLEMENT_KIND", samples: &["INTYG", "RITNING", "UPPGIFT", "FULLMAKT"] }),
    of("utfall", "Beslutets utgång.", "The outcome of the decision.", "resultat",
        List { codelist: "DECISION_OUTCOME", samples: &["BIFALL", "DELVIS_BIFALL", "AVSLAG"] }),
    of("betalningssatt", "Hur pengarna betalas ut.", "How the money is paid.", "",
        List { codelist: "PAYMENT_METHOD", samples: &["BANKKONTO", "BANKGIRO", "AVI"] }),
    of("instans", "Vem som prövar.", "Who tries it.", "provningsinstans",
        List { codelist: "APPEAL_INSTANCE", samples: &["FORVALTNINGSRATTEN", "LANSSTYRELSEN"] }),
    of("avslutsorsak", "Varför ärendet avslutades.", "Why the case was closed.", "orsak",
        Codes { open: true, values: &[
            ("SLUTFORT", ["Slutfört", "Completed"]),
            ("ATERKALLAT", ["Återkallat av kunden", "Withdrawn by the customer"]),
            ("OVERLAMNAT", ["Överlämnat till annan", "Handed over to another actor"])] }),
    of("prioritet", "Hur ärendet har prioriterats.", "How the case has been prioritised.", "",
        Codes { open: false, values: &[
            ("NORMAL", ["Normal", "Normal"]), ("FORTUR", ["Förtur", "Given precedence"]),
            ("AKUT", ["Akut", "Urgent"])] }),
    of("omfattning", "Om ärendet avser allt som kunden har begärt.", "Whether it concerns all that was asked for.", "",
        Codes { open: false, values: &[
            ("HEL", ["Hela ansökan", "The whole application"]),
            ("DEL", ["En del av ansökan", "A part of the application"]),
            ("TILLAGG", ["Tillägg till tidigare beslut", "Addition to an earlier decision"])] }),
    of("arendeklass", "Klass enligt producentens struktur.", "Class in the producer's scheme.", "",
        Codes { open: true, values: &[
            ("ENKEL", ["Enkelt ärende", "Simple case"]), ("NORMAL", ["Normalt ärende", "Ordinary case"]),
            ("SARSKILD", ["Kräver särskild utredning", "Requires special investigation"]),
            ("PRINCIP", ["Av principiell vikt", "Of importance in principle"])] }),
    of("beloppKronor", "Belopp i hela kronor.", "Amount in whole Swedish kronor.", "belopp",
        Integer { min: 0, max: 10_000_000 }),
    of("handlaggningstidVeckor", "Återstående tid i veckor.", "Remaining time in weeks.", "veckor", Integer { min: 0, max: 104 }),
    of("antalHandlingar", "Antal handlingar.", "Number of documents.", "antal", Integer { min: 0, max: 500 }),
    of("avgiftProcent", "Avgiftens andel.", "The fee's share.", "", Number { max: 100 }),
    of("overklagas", "Om beslutet kan överklagas.", "Whether it can be appealed.", "", Boolean),
    of("delgivning", "Om handlingen delges.", "Whether it is formally served.", "", Boolean),
    of("handlaggandeEnhet", "Den enhet hos producenten som svarar för ärendet.", "The unit that is responsible for the case.", "enhet",
        Text { max: 120, samples: &["Enheten för tillstånd", "Kundcenter", "Avdelning 2", "Utredningsenheten"] }),
    of("remissinstans", "Vem som ska yttra sig.", "Who is to give an opinion.", "",
        Text { max: 200, samples: &["Länsstyrelsen", "Räddningstjänsten", "Miljönämnden"] }),
    of("sammanfattning", "Händelsen i klartext, högst två meningar.", "The event in plain words, two sentences at most.", "text",
        Text { max: 400, samples: &["Ärendet avser hela ansökan.", "Uppgifterna har kontrollerats.",
            "Underlaget är komplett."] }),
    of("mottagningskod", "Kod att ange vid kontakt med producenten.", "Code to state when contacting the producer.", "kod",
        Pattern { pattern: "^[A-Z]{2}[0-9]{6}$", prefix: "MA" }),
    of("lankTillEtjanst", "Sidan i e-tjänsten där ärendet visas.", "The page of the e-service that shows the case.", "lank",
        Uri { sample: "https://etjanst.example/arenden/" }),
    of("handlingslank", "Där handlingen kan hämtas.", "Where to fetch the document.", "",
        Uri { sample: "https://dokument.example/hamta/" }),
];

#[rustfmt::skip]
pub(crate) static NESTED: [Template; 6] = [
    of("plats", "Var besöket äger rum.", "Where the visit takes place.", "", Object(&[
        of("namn", "Platsens namn.", "Name of the place.", "",
            Text { max: 200, samples: &["Stadshuset, entré B", "Servicekontoret", "Medborgarhuset"] }),
        of("adress", "Gatuadress och ort.", "Street address and town.", "",
            Text { max: 200, samples: &["Storgatan 1, Exempelstad", "Torget 4, Exempelby"] })])),
    of("period", "Den tid som händelsen avser.", "The time that the event concerns.", "", Object(&[
        of("from", "Första dagen.", "The first day.", "", Date),
        of("tom", "Sista dagen.", "The last day.", "", Date)])),
    of("kontakt", "Hur kunden når handläggarna.", "How the customer reaches the case officers.", "", Object(&[
        of("funktion", "Funktion, aldrig namn.", "Function, never a name.", "",
            Text { max: 100, samples: &["Kundtjänst", "Handläggargruppen"] }),
        of("webbadress", "Kontaktsida.", "Contact page.", "", Uri { sample: "https://kontakt.example/" })])),
    of("bilagor", "Namn på bifogade handlingar.", "Names of the documents enclosed.", "",
        Texts { samples: &["Ansökan.pdf", "Situationsplan.pdf", "Intyg.pdf"] }),
    of("saknadeUppgifter", "Uppgifter eller handlingar som saknas.", "Information or documents that are missing.", "", Objects(&[
        of("benamning", "Vad som saknas.", "What is missing.", "",
            Text { max: 200, samples: &["Underskrift", "Situationsplan i skala 1:500", "Intyg om inkomst"] }),
        of("obligatorisk", "Om uppgiften är nödvändig.", "Whether it is necessary.", "", Boolean)])),
    of("delbelopp", "Vad beloppet består av.", "What the amount consists of.", "", Objects(&[
        of("benamning", "Delens namn.", "Name of the part.", "",
            Text { max: 100, samples: &["Grundbelopp", "Tillägg", "Avdrag för egenavgift"] }),
        of("kronor", "Belopp i hela kronor.", "Amount in whole kronor.", "",
            Integer { min: -1_000_000, max: 10_000_000 })])),
];

/// What descriptions of attributes may end with; flat: Swedish, English …
#[rustfmt::skip]
pub(crate) static TAILS: [&str; 12] = [
    "Uppgiften visas för kunden.", "It is shown to the customer.",
    "Lämnas bara när uppgiften är säker.", "Given only when the information is certain.",
    "Ändras inte efter att händelsen har lämnats ut.", "Does not change once the event is handed out.",
    "Hämtas från producentens ärendesystem.", "Taken from the producer's case system.",
    "Konsumenten bör visa uppgiften tillsammans med rubriken.", "Consumers should show it with the heading.",
    "Kan användas för att sortera eller påminna.", "Can be used for sorting or reminders.",
];
