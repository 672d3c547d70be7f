//! The texts of the steps from the decision on, and of those outside the flow.

use super::steps::{Acts, Step};

pub(crate) static LATE: [Step; 7] = [
    Step {
        id: "BESLUT",
        category: "DECIDED",
        title: ["beslut fattat", "decision made"],
        acts: Acts::Never,
        when: &[
            "Skickas när {p} har fattat beslut om {s} och beslutet har expedierats.",
            "Sent when {p} has made a decision on {s} and the decision has been dispatched.",
            "Lämnas ut när ärendet om {s} har avgjorts i sak eller på annat sätt.",
            "Handed out when the case concerning {s} has been decided on its merits or otherwise.",
            "Uppstår när beslutet om {s} är undertecknat, samma dag som det skickas till kunden.",
            "Arises when the decision is signed, the same day that it is sent to the customer.",
        ],
        meaning: &[
            "Utgången framgår av `utfall`, och skälen står i själva beslutet.",
            "The outcome is given by `utfall`, and the reasons stand in the decision itself.",
            "Kunden får veta vad som har bestämts och hur beslutet kan överklagas.",
            "The customer learns what has been decided and how it can be appealed.",
        ],
        next: &[
            "Beslutet får laga kraft om det inte överklagas i rätt tid.",
            "The decision becomes final unless it is appealed in time.",
            "Därefter verkställs beslutet eller avslutas ärendet.",
            "After that the decision is carried out or the case is closed.",
        ],
        message: [
            "Beslut i ditt ärende",
            "Vi har fattat beslut i ditt ärende om {s}. Läs beslutet på Mina sidor.",
        ],
        attributes: &["utfall", "beslutsdatum", "overklagas"],
    },
    Step {
        id: "UTBETALNING",
        category: "PAYMENT",
        title: ["utbetalning", "payment"],
        acts: Acts::Never,
        when: &[
            "Skickas när {p} har beställt en utbetalning till följd av beslutet om {s}.",
            "Sent when {p} has ordered a payment following the decision on {s}.",
            "Lämnas ut för varje utbetalning inom {s}, senast bankdagen före betalningsdagen.",
            "Handed out for each payment, no later than the banking day before it is made.",
        ],
        meaning: &[
            "Kunden ser belopp, datum och hur pengarna betalas ut.",
            "The customer sees the amount, the date and how the money is paid.",
            "Beloppet kan vara lägre än det beviljade om något har dragits av.",
            "The amount may be lower than what was granted if something has been deducted.",
        ],
        next: &[
            "När allt är utbetalt avslutas ärendet.",
            "When everything has been paid, the case is closed.",
            "Kommer betalningen i retur får kunden en ny händelse.",
            "If the payment is returned, the customer gets a new event.",
        ],
        message: [
            "Pengar är på väg till dig",
            "Vi betalar ut pengar i ditt ärende om {s}. Pengarna kommer på betalningsdagen.",
        ],
        attributes: &["beloppKronor", "betalningsdatum", "betalningssatt"],
    },
    Step {
        id: "PAMINNELSE_SKICKAD",
        category: "REMINDED",
        title: ["påminnelse skickad", "reminder sent"],
        acts: Acts::Always,
        when: &[
            "Skickas när {p} påminner om uppgifter som saknas i ärendet om {s}.",
            "Sent when {p} reminds of information that is missing in the case.",
            "Lämnas ut en vecka före sista svarsdag om inget svar har kommit in.",
            "Handed out a week before the last day for an answer if none has arrived.",
        ],
        meaning: &[
            "Kunden har fortfarande bollen och får veta vad som händer utan svar.",
            "The customer still has the ball and learns what happens without an answer.",
            "Påminnelsen ändrar inte den tid som kunden har på sig.",
            "The reminder does not change the time that the customer has.",
        ],
        next: &[
            "Utan svar avgörs {s} på befintligt underlag.",
            "Without an answer the case is decided on the material at hand.",
            "När svaret kommer fortsätter handläggningen som vanligt.",
            "When the answer comes, processing continues as usual.",
        ],
        message: [
            "Påminnelse: vi väntar på uppgifter",
            "Vi saknar fortfarande uppgifter i ditt ärende om {s}.",
        ],
        attributes: &["senastDatum", "kompletteringstyp"],
    },
    Step {
        id: "OVERKLAGANDE_MOTTAGET",
        category: "APPEALED",
        title: ["överklagande mottaget", "appeal received"],
        acts: Acts::Never,
        when: &[
            "Skickas när ett överklagande av beslutet om {s} har kommit in till {p}.",
            "Sent when an appeal against the decision on {s} has arrived at {p}.",
            "Lämnas ut när {p} har prövat att överklagandet av {s} kom in i rätt tid.",
            "Handed out when {p} has established that the appeal arrived in time.",
        ],
        meaning: &[
            "Kunden ser att överklagandet har tagits emot och vem som ska pröva det.",
            "The customer sees that the appeal has been received and who is to try it.",
            "Beslutet gäller tills vidare inte, om inget annat har bestämts.",
            "Until further notice the decision does not apply, unless otherwise decided.",
        ],
        next: &[
            "Handlingarna lämnas över om beslutet inte ändras genom omprövning.",
            "The documents are handed over unless the decision is changed on review.",
            "Avgörandet i nästa instans kommer som en händelse från den instansen.",
            "The ruling of the next instance comes as an event from that instance.",
        ],
        message: [
            "Ditt överklagande har kommit in",
            "Vi har tagit emot ditt överklagande av beslutet om {s}.",
        ],
        attributes: &["instans", "inkommenDatum"],
    },
    Step {
        id: "AVSLUTAD",
        category: "CLOSED",
        title: ["ärendet avslutat", "case closed"],
        acts: Acts::Never,
        when: &[
            "Skickas när {p} har avslutat ärendet om {s}.",
            "Sent when {p} has closed the case concerning {s}.",
            "Lämnas ut när inga åtgärder återstår i ärendet om {s}.",
            "Handed out when no measures remain in the case concerning {s}.",
        ],
        meaning: &[
            "Inget mer händer i ärendet, och kunden behöver inte göra något.",
            "Nothing more happens in the case, and the customer need not do anything.",
            "Av `avslutsorsak` framgår varför ärendet avslutades.",
            "`avslutsorsak` tells why the case was closed.",
        ],
        next: &[
            "Vill kunden gå vidare krävs en ny ansökan.",
            "To go further the customer must make a new application.",
            "Handlingarna bevaras och gallras enligt gällande beslut.",
            "The documents are preserved and disposed of according to decisions in force.",
        ],
        message: [
            "Ditt ärende är avslutat",
            "Ditt ärende om {s} är avslutat. Du behöver inte göra något mer.",
        ],
        attributes: &["avslutsorsak", "avslutsdatum"],
    },
    Step {
        id: "LAGESRAPPORT_LAMNAD",
        category: "PROCESSING_STARTED",
        title: ["lägesrapport lämnad", "progress report given"],
        acts: Acts::Never,
        when: &[
            "Ska skickas när {p} har uppdaterat läget i ett ärende om {s} som drar ut på tiden.",
            "To be sent when {p} has updated the status of a case that is taking long.",
        ],
        meaning: &[
            "Kunden får en ny bedömning av när beslut kan väntas.",
            "The customer gets a new estimate of when a decision can be expected.",
        ],
        next: &[
            "Förslaget prövas med några konsumenter innan det publiceras.",
            "The proposal is tried with a few consumers before it is published.",
        ],
        message: [
            "Så går det med ditt ärende",
            "Ditt ärende om {s} tar längre tid än vanligt.",
        ],
        attributes: &["beraknatBeslutsdatum", "handlaggandeEnhet"],
    },
    Step {
        id: "FORSTA_BESKED",
        category: "RECEIVED",
        title: ["första besked", "first notice"],
        acts: Acts::Never,
        when: &[
            "Skickades när {p} hade skrivit ut en mottagningsbekräftelse i ärendet om {s}.",
            "Was sent when {p} had printed a confirmation of receipt in the case.",
        ],
        meaning: &[
            "Bekräftelsen gick ut på papper och dröjde ofta flera dagar.",
            "The confirmation went out on paper and often took several days.",
        ],
        next: &[
            "Händelsen har ersatts och lämnas inte längre ut.",
            "The event has been replaced and is no longer handed out.",
        ],
        message: [
            "Vi har fått din ansökan",
            "Din ansökan om {s} har kommit in till oss.",
        ],
        attributes: &["inkommenDatum"],
    },
];
