//! What cases are about: subjects by kind of producer, and the variants of a case that double them up.

/// Whose case it usually is, which decides who may read its events.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Customer {
    Person,
    Company,
    Anyone,
}

/// A subject of cases.
pub(crate) struct Subject {
    pub id: &'static str,
    pub name: [&'static str; 2],
    pub customer: Customer,
    /// Acts that the cases rest on.
    pub law: Law,
}

/// A Swedish act and its name in English.
pub(crate) type Law = [&'static str; 2];

/// A kind of case about a subject: suffix of the id, and what stands before the subject's name.
pub(crate) struct Variant {
    pub suffix: &'static str,
    pub prefix: [&'static str; 2],
}

pub(crate) static VARIANTS: [Variant; 6] = [
    variant("", "", ""),
    variant("_FORLANGNING", "förlängning av ", "extension of "),
    variant("_ANDRING", "ändring av ", "change of "),
    variant("_UPPHORANDE", "upphörande av ", "ending of "),
    variant("_FORNYELSE", "förnyelse av ", "renewal of "),
    variant("_OMPROVNING", "omprövning av ", "review of "),
];

const fn variant(suffix: &'static str, sv: &'static str, en: &'static str) -> Variant {
    Variant {
        suffix,
        prefix: [sv, en],
    }
}

/// Applies to every case at a public authority.
pub(crate) const PROCEDURE: Law = [
    "Förvaltningslagen (2017:900)",
    "Administrative Procedure Act (2017:900)",
];

const BUILDING: Law = [
    "Plan- och bygglagen (2010:900)",
    "Planning and Building Act (2010:900)",
];
const SCHOOL: Law = ["Skollagen (2010:800)", "Education Act (2010:800)"];
const SOCIAL: Law = [
    "Socialtjänstlagen (2025:400)",
    "Social Services Act (2025:400)",
];
const ALCOHOL: Law = ["Alkohollagen (2010:1622)", "Alcohol Act (2010:1622)"];
const ENVIRONMENT: Law = ["Miljöbalken (1998:808)", "Environmental Code (1998:808)"];
const ORDER: Law = ["Ordningslagen (1993:1617)", "Public Order Act (1993:1617)"];
const FOOD: Law = ["Livsmedelslagen (2006:804)", "Food Act (2006:804)"];
const MUNICIPAL: Law = [
    "Kommunallagen (2017:725)",
    "Local Government Act (2017:725)",
];
const HEALTH: Law = [
    "Hälso- och sjukvårdslagen (2017:30)",
    "Health and Medical Services Act (2017:30)",
];
const PATIENT: Law = ["Patientlagen (2014:821)", "Patient Act (2014:821)"];
const DENTAL: Law = ["Tandvårdslagen (1985:125)", "Dental Care Act (1985:125)"];
const INSURANCE: Law = [
    "Socialförsäkringsbalken (2010:110)",
    "Social Insurance Code (2010:110)",
];
const SAFETY: Law = [
    "Patientsäkerhetslagen (2010:659)",
    "Patient Safety Act (2010:659)",
];
const TAX: Law = [
    "Skatteförfarandelagen (2011:1244)",
    "Tax Procedures Act (2011:1244)",
];

const fn on(
    id: &'static str,
    sv: &'static str,
    en: &'static str,
    customer: Customer,
    law: Law,
) -> Subject {
    Subject {
        id,
        name: [sv, en],
        customer,
        law,
    }
}

use Customer::{Anyone, Company, Person};

#[rustfmt::skip]
pub(crate) static MUNICIPALITY: [Subject; 20] = [
    on("BYGGLOV", "bygglov", "building permits", Anyone, BUILDING),
    on("RIVNINGSLOV", "rivningslov", "demolition permits", Anyone, BUILDING),
    on("MARKLOV", "marklov", "site improvement permits", Anyone, BUILDING),
    on("FORSKOLA", "förskoleplats", "pre-school places", Person, SCHOOL),
    on("FRITIDSHEM", "plats i fritidshem", "after-school places", Person, SCHOOL),
    on("SKOLSKJUTS", "skolskjuts", "school transport", Person, SCHOOL),
    on("GYMNASIEVAL", "gymnasieplats", "upper secondary places", Person, SCHOOL),
    on("VUXENUTBILDNING", "kommunal vuxenutbildning", "adult education", Person, SCHOOL),
    on("EKONOMISKT_BISTAND", "ekonomiskt bistånd", "financial assistance", Person, SOCIAL),
    on("HEMTJANST", "hemtjänst", "home care", Person, SOCIAL),
    on("SARSKILT_BOENDE", "särskilt boende", "sheltered housing", Person, SOCIAL),
    on("KONTAKTPERSON", "kontaktperson", "contact persons", Person, SOCIAL),
    on("SERVERING", "serveringstillstånd", "licences to serve alcohol", Company, ALCOHOL),
    on("AVLOPP", "enskilt avlopp", "private sewage systems", Anyone, ENVIRONMENT),
    on("STRANDSKYDD", "strandskyddsdispens", "shore protection exemptions", Anyone, ENVIRONMENT),
    on("VARMEPUMP", "värmepump", "heat pumps", Anyone, ENVIRONMENT),
    on("MARKUPPLATELSE", "användning av offentlig plats", "use of public places", Anyone, ORDER),
    on("LIVSMEDEL", "livsmedelsverksamhet", "food business", Company, FOOD),
    on("FORENINGSBIDRAG", "föreningsbidrag", "grants to associations", Company, MUNICIPAL),
    on("LOKALBOKNING", "hyra av lokal", "hire of premises", Anyone, MUNICIPAL),
];

#[rustfmt::skip]
pub(crate) static REGION: [Subject; 14] = [
    on("SPECIALISTVARD", "remiss till specialistvård", "specialist care", Person, HEALTH),
    on("HJALPMEDEL", "hjälpmedel", "assistive devices", Person, HEALTH),
    on("SJUKRESA", "ersättning för sjukresa", "patient travel refunds", Person, HEALTH),
    on("HABILITERING", "habilitering", "habilitation", Person, HEALTH),
    on("REHABILITERING", "rehabilitering", "rehabilitation", Person, HEALTH),
    on("OPERATION", "planerad operation", "planned surgery", Person, HEALTH),
    on("JOURNALKOPIA", "journalkopia", "copies of patient records", Person, PATIENT),
    on("VARDGARANTI", "vårdgaranti", "the health care guarantee", Person, PATIENT),
    on("LISTNING", "val av vårdcentral", "choice of health centre", Person, PATIENT),
    on("TANDVARDSSTOD", "särskilt tandvårdsstöd", "special dental support", Person, DENTAL),
    on("AVVIKELSE", "klagomål på vården", "complaints about care", Person, SAFETY),
    on("KULTURSTOD", "kulturstöd", "culture grants", Company, MUNICIPAL),
    on("VERKSAMHETSBIDRAG", "verksamhetsbidrag", "operating grants", Company, MUNICIPAL),
    on("LEVERANTOR", "godkännande som vårdgivare", "care provider approval", Company, HEALTH),
];

#[rustfmt::skip]
pub(crate) static AGENCY: [Subject; 14] = [
    on("REGISTRERING", "registrering av verksamhet", "business registration", Company, PROCEDURE),
    on("TILLSTAND", "verksamhetstillstånd", "operating licences", Company, PROCEDURE),
    on("ANMALAN", "anmälningsplikt", "the duty to notify", Company, PROCEDURE),
    on("ERSATTNING", "ersättning", "compensation", Person, INSURANCE),
    on("BIDRAG", "bidrag", "benefits", Person, INSURANCE),
    on("INTYG", "intyg", "certificates", Person, PROCEDURE),
    on("LEGITIMATION", "yrkeslegitimation", "professional licences", Person, SAFETY),
    on("PROJEKTSTOD", "projektstöd", "project support", Company, PROCEDURE),
    on("MILJOPROVNING", "miljöprövning", "environmental assessment", Company, ENVIRONMENT),
    on("AVGIFT", "avgift", "fees", Anyone, PROCEDURE),
    on("SKATT", "beskattning", "taxation", Anyone, TAX),
    on("ANSTAND", "anstånd med betalning", "payment respites", Anyone, TAX),
    on("REGISTERUTDRAG", "registerutdrag", "extracts from registers", Anyone, PROCEDURE),
    on("GODKANNANDE", "godkännande av utrustning", "equipment approval", Company, PROCEDURE),
];
