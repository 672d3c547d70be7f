//! `katalog.yaml`.

use super::actor::email;
use super::common::unique;
use super::decode::Decoder;
use super::fields::Fields;
use super::yaml;
use super::yaml::Value;
use crate::diagnostic::Diagnostic;
use crate::model::Config;
use crate::say;
use crate::source::CONFIG_FILE;
use crate::source::{FileId, Spanned};
use std::sync::Arc;

/// Decodes the config, reporting all that is wrong with it. Gives also the
/// languages to judge all other texts by, which a broken config still can tell.
pub(crate) fn config(
    file: FileId,
    text: &str,
    out: &mut Vec<Diagnostic>,
) -> (Option<Config>, Arc<[Box<str>]>) {
    let default = default_languages();
    let mut first = Decoder::new(file, CONFIG_FILE, text, &default);
    let Some(root) = yaml::parse(file, text, &mut first.findings) else {
        out.append(&mut first.findings);
        if out.is_empty() {
            out.push(super::read::empty(file, CONFIG_FILE));
        }
        return (None, default);
    };
    let Some(mut fields) = first.map(&root) else {
        out.append(&mut first.findings);
        return (None, default);
    };
    let written = languages(&mut first, &mut fields);
    let (languages, sure) = match written {
        Some((codes, sure)) => (codes.into(), sure),
        None => (default.clone(), false),
    };
    let mut decoder = Decoder::new(file, CONFIG_FILE, text, &languages);
    decoder.findings = first.findings;
    let config = decode(&mut decoder, fields, &languages);
    out.append(&mut decoder.findings);
    (config.filter(|_| sure), languages)
}

/// The languages of a site that doesn't tell.
pub(crate) fn default_languages() -> Arc<[Box<str>]> {
    Arc::new(["sv".into(), "en".into()])
}

/// The languages, and whether they are sure to be those that were meant. Where
/// one is broken, the usual ones are added: else every text in it would be told
/// of as one in an unknown language.
fn languages<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
) -> Option<(Box<[Box<str>]>, bool)> {
    let node = fields.need("languages")?;
    let mut broken = false;
    let mut codes: Vec<Option<Box<str>>> = Vec::new();
    let mut written = Vec::new();
    for item in d.list(node) {
        let code = d.text(item);
        let fine = |code: &str| code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase());
        if let Some(code) = &code
            && !fine(code)
        {
            let lower = code.to_lowercase();
            let help = if fine(&lower) {
                say!("menade du `{lower}`?", "did you mean `{lower}`?")
            } else {
                say!(
                    "skriv till exempel sv eller en",
                    "write sv or en, for instance"
                )
            };
            d.report(
                "K0120",
                &item.range,
                say!(
                    "ett språk anges med två små bokstäver",
                    "a language is given by two small letters"
                ),
                help,
            );
        }
        let code = code.filter(|code| fine(code));
        broken |= code.is_none();
        written.extend(code.clone());
        codes.push(code.map(|code| code.value));
    }
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        d.report(
            "K0120",
            &node.range,
            say!("listan är tom", "the list is empty"),
            say!(
                "skriv minst ett språk, som sv",
                "write at least one language, such as sv"
            ),
        );
    }
    broken |= !unique(d, written.iter());
    if !broken {
        let codes: Box<[_]> = codes.into_iter().flatten().collect();
        return (!codes.is_empty()).then_some((codes, true));
    }
    let usual = default_languages();
    let first = codes.first().cloned().flatten();
    let mut all: Vec<Box<str>> = first.into_iter().collect();
    for code in usual.iter().cloned().chain(codes.into_iter().flatten()) {
        if !all.contains(&code) {
            all.push(code);
        }
    }
    Some((all.into(), false))
}

fn decode<'a>(
    d: &mut Decoder<'a>,
    mut fields: Fields<'_, 'a>,
    languages: &[Box<str>],
) -> Option<Config> {
    let title = fields.need("title").and_then(|n| d.title(n, 60));
    let description = fields.need("description").and_then(|n| d.local_text(n));
    let base_url = fields.need("baseUrl").and_then(|n| base_url(d, n));
    let base_path = match fields.get("basePath") {
        Some(node) => d.text(node).and_then(|text| {
            let path = normal_base_path(&text);
            if path.is_none() {
                d.report("K0120", &node.range, bad_base_path(), base_path_help());
            }
            path
        }),
        None => Some("/".into()),
    };
    let standard_version = fields.need("standardVersion").and_then(|n| d.text(n));
    let publisher = fields.need("publisher").and_then(|n| d.title(n, 120));
    let email = fields.need("contact").and_then(|node| {
        let mut contact = d.map(node)?;
        let email = contact.need("email").and_then(|n| email(d, n));
        contact.finish(d);
        email
    });
    let edit_url = fields.get("editUrl").map(|n| edit_url(d, n));
    let notice = fields.get("notice").and_then(|n| d.markdown(n));
    fields.finish(d);
    Some(Config {
        title: title?,
        description: description?,
        base_url: base_url?,
        base_path: base_path?,
        languages: languages.into(),
        standard_version: standard_version?.value,
        publisher: publisher?,
        email: email?,
        edit_url: match edit_url {
            Some(url) => Some(url?),
            None => None,
        },
        notice,
    })
}

/// Where a text can be changed: an address with the path of the file in it.
fn edit_url<'a>(d: &mut Decoder<'a>, node: &yaml::Node<'a>) -> Option<Box<str>> {
    let text = d.text(node)?;
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    let plain = !text.contains([' ', '"', '<', '>']);
    if is_address && plain && text.matches("{path}").count() == 1 {
        return Some(text.value);
    }
    d.report(
        "K0120",
        &node.range,
        say!(
            "adressen för ändringsförslag går inte att använda",
            "the address for proposed changes can't be used"
        ),
        say!(
            "skriv en adress med `{{path}}` där filens sökväg ska stå, som \"https://kod.example/katalog/edit/main/{{path}}\"",
            "write an address with `{{path}}` where the path of the file goes, such as \"https://code.example/katalog/edit/main/{{path}}\""
        ),
    );
    None
}

fn base_url<'a>(d: &mut Decoder<'a>, node: &yaml::Node<'a>) -> Option<Spanned<Box<str>>> {
    let text = d.text(node)?;
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let host = host.map(|rest| rest.trim_end_matches('/'));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', ' ', '?', '#']) => {
            let plain = text.trim_end_matches('/').into();
            Some(Spanned::new(plain, text.span))
        }
        _ => {
            let folder = host.and_then(|host| host.split_once('/'));
            let fixed = folder.and_then(|(name, rest)| Some((name, normal_base_path(rest)?)));
            let scheme = text.split("//").next().unwrap_or("https:");
            let help = match fixed {
                Some((name, path)) if !name.is_empty() => say!(
                    "skriv `baseUrl: {scheme}//{name}` och en rad `basePath: {path}`",
                    "write `baseUrl: {scheme}//{name}` and a line `basePath: {path}`"
                ),
                _ => say!(
                    "skriv https:// och domännamnet, som https://katalog.example",
                    "write https:// and the domain name, such as https://katalog.example"
                ),
            };
            d.report(
                "K0120",
                &node.range,
                say!(
                    "webbplatsens adress går inte att använda",
                    "the site's address can't be used"
                ),
                help,
            );
            None
        }
    }
}

/// A base path with a slash at both ends, if it can be one.
pub fn normal_base_path(text: &str) -> Option<Box<str>> {
    let inner = text.trim_matches('/');
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    let fine = inner.bytes().all(allowed)
        && inner.split('/').all(|part| part != "." && part != "..")
        && !inner.contains("//");
    fine.then(|| {
        if inner.is_empty() {
            "/".into()
        } else {
            format!("/{inner}/").into()
        }
    })
}

/// What is wrong with a base path.
pub(crate) fn bad_base_path() -> crate::diagnostic::Message {
    say!(
        "sökvägen går inte att använda i en adress",
        "the path can't be used in an address"
    )
}

/// What a base path looks like.
pub(crate) fn base_path_help() -> crate::diagnostic::Message {
    say!(
        "skriv en sökväg av bokstäverna a–z, siffror och bindestreck, som /katalog/",
        "write a path of the letters a–z, digits and hyphens, such as /katalog/"
    )
}
