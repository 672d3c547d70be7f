//! What one version of an event type says, and how it looked before a change.

use crate::actors::Producer;
use crate::attributes::{NESTED, POOL, SCALARS, TAILS, Template, Type, template};
use crate::flow::{Process, capital};
use crate::rng::Rng;
use crate::steps::{Acts, Kind, Step, step};
use crate::subjects::Customer;

/// The content of a version: all that is not its number, dates and notes.
#[derive(Clone)]
pub(crate) struct Content {
    pub step: &'static Step,
    pub title: [String; 2],
    pub description: Vec<[String; 2]>,
    pub authorizations: Vec<&'static str>,
    /// `requiresCustomerAction` and `closesCase`, as they are written.
    pub acts: &'static str,
    pub closes: &'static str,
    pub tags: Vec<String>,
    pub attributes: Vec<Attribute>,
    pub references: Vec<&'static Reference>,
}

/// An attribute of a version.
#[derive(Clone)]
pub(crate) struct Attribute {
    pub template: &'static Template,
    pub name: &'static str,
    pub tail: Option<[&'static str; 2]>,
    pub required: bool,
    /// Half the length, or one code value less, than now.
    pub narrower: bool,
    /// Is it part of the example?
    pub shown: bool,
    /// Decides the value in the example.
    pub seed: u64,
}

/// A key of `referenser`.
pub(crate) struct Reference {
    pub name: &'static str,
    pub about: [&'static str; 2],
    pub pattern: &'static str,
    pub required: bool,
}

pub(crate) static REFERENCES: [Reference; 3] = [
    Reference {
        name: "diarienummer",
        about: ["Ärendets diarienummer.", "The case's reference number."],
        pattern: "^[A-ZÅÄÖ0-9 -]+/?[0-9]*$",
        required: true,
    },
    Reference {
        name: "arendenummer",
        about: [
            "Ärendets nummer i e-tjänsten.",
            "The number of the case in the e-service.",
        ],
        pattern: "^[0-9]{8}$",
        required: false,
    },
    Reference {
        name: "kvittensnummer",
        about: [
            "Numret på kundens kvittens.",
            "The number of the customer's receipt.",
        ],
        pattern: "^K[0-9]{8}$",
        required: false,
    },
];

/// Fourth sentences; flat: Swedish, English …
const LAST: [&str; 12] = [
    "Samma [kundhändelse](/concepts/kundhandelse/) lämnas aldrig ut två gånger för samma steg.",
    "The same [event](/concepts/kundhandelse/) is never handed out twice for the same step.",
    "Attribut som saknar värde utelämnas ur `utokadInformation`.",
    "Attributes without a value are left out of `utokadInformation`.",
    "Rättas en uppgift ersätts händelsen av en ny med samma `kundhandelseId`.",
    "If anything is corrected, the event is replaced by a new one with the same `kundhandelseId`.",
    "Ombud ser händelsen bara om fullmakten omfattar ärendeslaget.",
    "Proxies see the event only if the power of attorney covers this kind of case.",
    "Tider anges i svensk tid.",
    "Times are given in Swedish time.",
    "[Konsumenten](/concepts/konsument/) kan gruppera händelsen med övriga i samma ärende på `diarienummer`.",
    "The [consumer](/concepts/konsument/) may group it with others of the case by `diarienummer`.",
];

/// What is common to all event types of a process.
pub(crate) struct Context<'a> {
    pub producer: &'a Producer,
    pub process: &'a Process,
    /// What the cases are about, in both languages.
    pub name: [&'a str; 2],
    pub customer: Customer,
    /// Tag of the subject.
    pub tag: &'a str,
}

impl Content {
    /// The newest content of a step.
    pub(crate) fn new(rng: &mut Rng, context: &Context<'_>, kind: Kind) -> Self {
        let step = step(kind);
        let fill = |pair: [&str; 2]| {
            let fill = |language: usize| {
                let producer = &context.producer.name[language];
                let text = pair[language]
                    .replace("{s}", context.name[language])
                    .replace("{p}", producer);
                capital(&text)
            };
            [fill(0), fill(1)]
        };
        let mut description = vec![fill(rng.pair(step.when)), fill(rng.pair(step.meaning))];
        if rng.one_in(2) {
            description.push(fill(rng.pair(step.next)));
        }
        if rng.one_in(8) {
            description.push(fill(rng.pair(&LAST)));
        }
        let title = |language: usize| {
            format!(
                "{}: {}",
                capital(context.name[language]),
                step.title[language]
            )
        };
        let mut tags = vec![
            context.tag.to_owned(),
            step.category.to_lowercase().replace('_', "-"),
        ];
        tags.push(["privatperson", "foretag", "alla-kunder"][context.customer as usize].to_owned());
        let mut references = vec![&REFERENCES[0]];
        if rng.one_in(3) {
            references.push(&REFERENCES[1 + rng.below(2)]);
        }
        let closes = match kind {
            Kind::Closed => "true",
            Kind::Decided if context.process.decision_may_close => "varies",
            _ => "false",
        };
        let acts = match step.acts {
            Acts::Never => "false",
            Acts::Always => "true",
            Acts::Varies => "varies",
        };
        Self {
            step,
            title: [title(0), title(1)],
            description,
            authorizations: authorizations(rng, context.customer),
            acts,
            closes,
            tags,
            attributes: attributes(rng, step),
            references,
        }
    }
}

fn authorizations(rng: &mut Rng, customer: Customer) -> Vec<&'static str> {
    let mut all = match customer {
        Customer::Person if rng.one_in(2) => vec!["SELF", "GUARDIAN", "TRUSTEE"],
        Customer::Person => vec!["SELF", "TRUSTEE"],
        Customer::Company => vec!["SOLE_TRADER", "SIGNATORY", "READ_PROXY"],
        Customer::Anyone => vec!["SELF", "SOLE_TRADER", "SIGNATORY"],
    };
    all.push("PROXY");
    all
}

/// Eight attributes: those of the step, one nested more often than not, and others.
fn attributes(rng: &mut Rng, step: &Step) -> Vec<Attribute> {
    let mut chosen: Vec<&'static Template> =
        step.attributes.iter().map(|name| template(name)).collect();
    let own = chosen.len();
    let mut add = |one: &'static Template| {
        if !chosen.iter().any(|other| other.name == one.name) {
            chosen.push(one);
        }
        chosen.len()
    };
    if rng.one_in(4) {
        add(&NESTED[rng.below(NESTED.len())]);
    }
    let mut enough = false;
    while !enough {
        let one = &POOL[rng.below(SCALARS)];
        // Lists of values of one's own are long, and rarer than shared code lists.
        if !matches!(one.kind, Type::Codes { .. }) || rng.one_in(2) {
            enough = add(one) >= 8;
        }
    }
    let attribute = |(place, template): (usize, &'static Template)| {
        let required = place < own && place != 1 || place >= own && rng.one_in(4);
        Attribute {
            template,
            name: template.name,
            tail: rng.one_in(24).then(|| rng.pair(&TAILS)),
            required,
            narrower: false,
            shown: required || !rng.one_in(4),
            seed: rng.next(),
        }
    };
    chosen.into_iter().enumerate().map(attribute).collect()
}

/// The size of a step between two versions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bump {
    Patch,
    Minor,
    Major,
}

/// What a change is called in `changes`, and how a consumer migrates.
pub(crate) struct Note {
    pub changes: [String; 2],
    pub migration: [String; 2],
}

impl Content {
    /// The content before a change of the given size, which is undone here, and the note about it.
    pub(crate) fn before(&self, rng: &mut Rng, bump: Bump) -> (Self, Note) {
        let mut old = self.clone();
        let changes = match bump {
            Bump::Patch => old.undo_patch(),
            Bump::Minor => old.undo_minor(rng),
            Bump::Major => old.undo_major(rng),
        };
        let migration = [
            format!(
                "{} Läs båda versionerna fram till dess att alla producenter har bytt.",
                changes[0]
            ),
            format!(
                "{} Read both versions until all producers have changed over.",
                changes[1]
            ),
        ];
        (old, Note { changes, migration })
    }

    fn undo_patch(&mut self) -> [String; 2] {
        if self.description.len() > 2 {
            self.description.pop();
            return [
                "Beskrivningen har fått en mening till.",
                "The description has a further sentence.",
            ]
            .map(str::to_owned);
        }
        self.description.truncate(1);
        [
            "Tydligare beskrivning av vad kunden får veta.",
            "A clearer description of what the customer learns.",
        ]
        .map(str::to_owned)
    }

    fn undo_minor(&mut self, rng: &mut Rng) -> [String; 2] {
        match rng.below(4) {
            0 if self.authorizations.len() > 2 => {
                let added = self.authorizations.pop().unwrap_or_default();
                [
                    format!(
                        "Behörighetsobjektstypen `{added}` har lagts till: fler får läsa händelsen."
                    ),
                    format!(
                        "Authorization object type `{added}` added: more users may read the event."
                    ),
                ]
            }
            1 if self.tags.len() > 2 => {
                let added = self.tags.pop().unwrap_or_default();
                [
                    format!("Taggen `{added}` har lagts till."),
                    format!("Tag `{added}` added."),
                ]
            }
            2 if self
                .change(|a| is_codes(a, true), |a| a.narrower = true)
                .is_some() =>
            {
                [
                    "En öppen kodlista har fått ett värde till.",
                    "An open code list has one more value.",
                ]
                .map(str::to_owned)
            }
            _ => {
                // The last attribute that did not always have to be there; there is always one.
                let place = self
                    .attributes
                    .iter()
                    .rposition(|a| !a.required)
                    .unwrap_or(0);
                let Attribute { name, .. } = self.attributes.remove(place);
                [
                    format!("Nytt valfritt attribut: `{name}`."),
                    format!("New optional attribute: `{name}`."),
                ]
            }
        }
    }

    fn undo_major(&mut self, rng: &mut Rng) -> [String; 2] {
        let first = rng.below(4);
        // Not every kind fits every content, but one of them always does.
        [first, 3, 0, 1, 2]
            .into_iter()
            .find_map(|kind| self.undo_major_of(kind))
            .unwrap_or_default()
    }

    fn undo_major_of(&mut self, kind: usize) -> Option<[String; 2]> {
        Some(match kind {
            0 => {
                let name =
                    self.change(|a| !a.template.old.is_empty(), |a| a.name = a.template.old)?;
                let old = template(name).old;
                [
                    format!("Attributet `{old}` heter nu `{name}`."),
                    format!("The attribute `{old}` is now called `{name}`."),
                ]
            }
            1 => {
                let name = self.change(|a| is_codes(a, false), |a| a.narrower = true)?;
                [
                    format!("Den slutna kodlistan för `{name}` har fått ett värde till."),
                    format!("The closed code list of `{name}` has one more value."),
                ]
            }
            2 => {
                let name = self.change(
                    |a| matches!(a.template.kind, Type::Text { .. }) && !a.narrower,
                    |a| a.narrower = true,
                )?;
                [
                    format!("`{name}` får vara dubbelt så långt."),
                    format!("`{name}` may be twice as long."),
                ]
            }
            _ => {
                let relax = |a: &mut Attribute| (a.required, a.shown) = (true, true);
                let name = self.change(|a| !a.required, relax)?;
                [
                    format!("`{name}` är inte längre obligatoriskt."),
                    format!("`{name}` is no longer required."),
                ]
            }
        })
    }

    /// Changes the first attribute that fits and returns its name in the pool.
    fn change(
        &mut self,
        fits: impl Fn(&Attribute) -> bool,
        change: impl Fn(&mut Attribute),
    ) -> Option<&'static str> {
        let attribute = self.attributes.iter_mut().find(|a| fits(a))?;
        change(attribute);
        Some(attribute.template.name)
    }
}

fn is_codes(attribute: &Attribute, wanted: bool) -> bool {
    matches!(attribute.template.kind, Type::Codes { open, .. } if open == wanted)
        && !attribute.narrower
}
