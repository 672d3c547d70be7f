//! Agreement templates: fields above the text, and the text divided into clauses.

use super::decode::Decoder;
use super::fields::Fields;
use super::front::{self, Body};
use super::markup::Kind;
use super::yaml::Node;
use super::{common, edition, guide};
use crate::diagnostic::Message;
use crate::model::{
    AgreementField, AgreementFile, AgreementHead, AgreementText, ClauseTree, EditionNumber,
    FieldChoice, FieldKind, Lang, SlipKind, divide, is_field_name, slug,
};
use crate::say;
use crate::source::Spanned;

/// The longest words beside which something is filled in.
const LONGEST_LABEL: usize = 80;

/// Decodes a version of an agreement in a language. The file in the first language
/// tells of the version and its fields.
pub(super) fn agreement(
    d: &mut Decoder<'_>,
    language: &str,
    name: &str,
    version: &str,
) -> Option<AgreementFile> {
    let lang = front::language(d, language)?;
    let number = guide::number(d, version)?;
    if slug(name) != name {
        let plain = slug(name);
        d.report(
            "K0117",
            &(0..0),
            say!(
                "mappnamnet `{name}` kan inte bli en adress",
                "the folder name `{name}` can't become an address"
            ),
            say!(
                "döp om mappen till `{plain}`",
                "rename the folder to `{plain}`"
            ),
        );
        return None;
    }
    let (found, body) = front::read(d, |d, fields| {
        let heading = front::heading(d, fields, lang);
        match lang {
            Lang::FIRST => Some((heading?, Some(head(d, fields, number)?))),
            _ => Some((heading?, None)),
        }
    })?;
    let tree = tree(d, &body, lang);
    let (heading, head) = found?;
    Some(AgreementFile {
        name: name.into(),
        number,
        text: AgreementText {
            lang,
            file: d.file,
            title: heading.title,
            description: heading.description,
            tree: tree?,
        },
        head,
    })
}

fn head<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    number: EditionNumber,
) -> Option<AgreementHead> {
    let edition = edition::edition(d, fields, number);
    let numbered = fields.need("numbered").and_then(|n| d.boolean(n));
    let declared = match fields.get("fields") {
        Some(node) => d.every(node, field),
        None => Some(Box::default()),
    };
    let single = declared.as_ref().is_some_and(|declared| {
        common::unique(d, declared.iter().map(|it| &it.name)) && no_field_holds_another(d, declared)
    });
    Some(AgreementHead {
        edition: edition?,
        numbered: numbered?,
        fields: declared.filter(|_| single)?,
    })
}

/// Whether no field's name is the beginning of another's: in the file to be filled in
/// it would have to be both a value and a group.
fn no_field_holds_another(d: &mut Decoder<'_>, declared: &[AgreementField]) -> bool {
    let mut fine = true;
    for field in declared {
        let name = &field.name.value;
        let start = format!("{name}.");
        let Some(inner) = declared.iter().find(|it| it.name.starts_with(&start)) else {
            continue;
        };
        let other = &inner.name.value;
        d.report(
            "K0121",
            &field.name.span.range(),
            say!(
                "`{name}` kan inte både vara ett fält och börja namnet på fältet `{other}`",
                "`{name}` can't both be a field and begin the name of the field `{other}`"
            ),
            say!(
                "byt namn på det ena, till exempel till `{name}.namn`",
                "rename one of them, for example to `{name}.name`"
            ),
        );
        fine = false;
    }
    fine
}

fn field<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<AgreementField> {
    let mut fields = d.map(node)?;
    let name = fields.need("name").and_then(|n| field_name(d, n));
    let choices = FieldKind::KEYS.map(|key| (key, key));
    let kind = fields.need("type").and_then(|n| d.choice(n, &choices));
    let required = match fields.get("required") {
        Some(node) => d.boolean(node),
        None => Some(false),
    };
    let label = fields.need("label").and_then(|n| d.title(n, LONGEST_LABEL));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let values = match kind {
        Some("choice") => fields.need("values").and_then(|n| choices_of(d, n)),
        _ => Some(Box::default()),
    };
    let kind = kind.and_then(|kind| {
        Some(match kind {
            "multiline" => FieldKind::Multiline,
            "date" => FieldKind::Date,
            "choice" => FieldKind::Choice(values?),
            "email" => FieldKind::Email,
            "organisation-number" => FieldKind::OrganisationNumber,
            "personal-number" => FieldKind::PersonalNumber,
            _ => FieldKind::Text,
        })
    });
    let example = fields
        .get("example")
        .map(|n| kind.as_ref().and_then(|kind| example(d, n, kind)));
    let whole = fields.finish(d);
    Some(AgreementField {
        name: name?,
        kind: kind?,
        required: required?,
        label: label?,
        description: description?,
        example: match example {
            Some(example) => Some(example?),
            None => None,
        },
    })
    .filter(|_| whole)
}

fn field_name<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
    let name = d.text(node)?;
    if is_field_name(&name) {
        return Some(name);
    }
    let written = &name.value;
    d.report(
        "K0117",
        &node.range,
        say!(
            "`{written}` kan inte vara namnet på ett fält",
            "`{written}` can't be the name of a field"
        ),
        say!(
            "skriv ord med bokstäverna a–z och siffror, små bokstäver först och punkt emellan, som `motpart.namn`",
            "write words of the letters a–z and digits, a small letter first and dots between, such as `party.name`"
        ),
    );
    None
}

fn choices_of<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Box<[FieldChoice]>> {
    let choices = d.every(node, |d, node| {
        let mut fields = d.map(node)?;
        let value = fields.need("value").and_then(|n| d.text(n));
        let label = fields.need("label").and_then(|n| d.title(n, LONGEST_LABEL));
        let whole = fields.finish(d);
        Some(FieldChoice {
            value: value?,
            label: label?,
        })
        .filter(|_| whole)
    })?;
    if choices.is_empty() {
        d.report(
            "K0120",
            &node.range,
            say!("inget val finns att göra", "there is nothing to choose"),
            say!(
                "skriv minst ett val: `- {{ value: test, label: {{ … }} }}`",
                "write at least one choice: `- {{ value: test, label: {{ … }} }}`"
            ),
        );
        return None;
    }
    common::unique(d, choices.iter().map(|it| &it.value)).then_some(choices)
}

/// An example must be what may be written in the field.
fn example<'a>(
    d: &mut Decoder<'a>,
    node: &Node<'a>,
    kind: &FieldKind,
) -> Option<Spanned<Box<str>>> {
    let text = match kind {
        FieldKind::Date => d.date(node).map(|day| {
            let text = day.value.to_string().into();
            Spanned::new(text, day.span)
        })?,
        _ => d.text(node)?,
    };
    match kind.read(&text) {
        Ok(_) => Some(text),
        Err((message, help)) => {
            d.report("K0120", &node.range, message, help);
            None
        }
    }
}

/// The text as clauses; nothing when it holds what an agreement may not.
fn tree(d: &mut Decoder<'_>, body: &Body, lang: Lang) -> Option<ClauseTree> {
    let before = d.findings.len();
    d.check_markdown(&body.text, body.range.clone(), lang, Kind::Agreement);
    d.check_words_of_page(body, lang);
    let place = |at| d.span(&d.find(&body.range, &body.text, at));
    let divided = divide(&body.text, &place);
    for slip in divided.slips {
        let range = d.find(&body.range, &body.text, slip.at);
        let (message, help) = refused(slip.kind);
        d.report("K0122", &range, message, help);
    }
    if divided.tree.sections.is_empty() && d.findings.len() == before {
        d.report(
            "K0105",
            &body.range,
            say!("avtalet har ingen text", "the agreement has no text"),
            say!(
                "skriv avtalets text under raden `---`",
                "write the text of the agreement below the line `---`"
            ),
        );
    }
    (d.findings.len() == before).then_some(divided.tree)
}

fn refused(kind: SlipKind) -> (Message, Message) {
    match kind {
        SlipKind::Code => (
            say!(
                "kod kan inte användas i ett avtal",
                "code can't be used in an agreement"
            ),
            say!(
                "skriv orden utan ` omkring, eller **fetstil**",
                "write the words without ` around them, or in **bold**"
            ),
        ),
        SlipKind::Quote => (
            say!(
                "blockcitat kan inte användas i ett avtal",
                "block quotes can't be used in an agreement"
            ),
            say!(
                "skriv texten som ett vanligt stycke, utan `>`",
                "write the text as a plain paragraph, without `>`"
            ),
        ),
        SlipKind::HeadingLevel => (
            say!(
                "en rubrik på den här nivån kan inte användas i ett avtal",
                "a heading of this level can't be used in an agreement"
            ),
            say!(
                "skriv `##` för ett avsnitt; `###` går bara i onumrerade delar",
                "write `##` for a section; `###` only goes in unnumbered parts"
            ),
        ),
        SlipKind::HeadingByLine => (
            say!(
                "raden under texten gör den till en rubrik",
                "the line below the text makes it a heading"
            ),
            say!(
                "lämna en tom rad före och efter `---`; en rubrik börjar med `##`",
                "leave a blank line before and after `---`; a heading begins with `##`"
            ),
        ),
        SlipKind::FieldInHeading => (
            say!(
                "ett fält kan inte stå i en rubrik",
                "a field can't stand in a heading"
            ),
            say!(
                "flytta fältet till texten under rubriken",
                "move the field to the text below the heading"
            ),
        ),
        SlipKind::FieldInLink => (
            say!(
                "ett fält kan inte stå i en länk eller term",
                "a field can't stand in a link or a term"
            ),
            say!(
                "flytta fältet till före eller efter länken",
                "move the field to before or after the link"
            ),
        ),
        SlipKind::Braces => (
            say!(
                "klamrarna omsluter inget fältnamn",
                "the braces hold no field's name"
            ),
            say!(
                "skriv `{{{{`, fältets namn och `}}}}` utan mellanslag, som `{{{{motpart.namn}}}}`",
                "write `{{{{`, the field's name and `}}}}` without spaces, such as `{{{{party.name}}}}`"
            ),
        ),
        SlipKind::SecondLine => (
            say!(
                "raden `---` kan bara stå en gång i ett avtal",
                "the line `---` can only stand once in an agreement"
            ),
            say!(
                "ta bort raden: allt efter den första är redan onumrerat",
                "remove the line: everything after the first is unnumbered already"
            ),
        ),
    }
}
