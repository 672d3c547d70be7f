//! `catalogue/policy.yaml`: the parameters of the versioning policy.

use super::common::TITLE;
use super::decode::Decoder;
use super::yaml::{Node, Value};
use crate::diagnostic::{ALL, Code, Severity, nearest};
use crate::model::{Excepted, Exception, Policy, change};
use crate::say;
use crate::source::Spanned;
use std::ops::Range;

/// Decodes the policy's parameters.
pub(super) fn policy<'a>(d: &mut Decoder<'a>, root: &Node<'a>) -> Option<Policy> {
    let mut fields = d.map(root)?;
    let version = fields.need("version").and_then(|n| d.version(n));
    let notice_months = fields
        .need("noticeMonths")
        .and_then(|n| small(d, n, 1, 120));
    let max_majors = fields.need("maxMajors").and_then(|n| small(d, n, 1, 20));
    let severities = fields.get("severities").map(|n| severities(d, n));
    let exceptions = d.each(fields.get("exceptions"), exception);
    fields.finish(d);
    Some(Policy {
        version: version?.value,
        notice_months: notice_months?,
        max_majors: max_majors?,
        severities: severities.unwrap_or_default(),
        exceptions,
    })
}

/// A whole number within bounds.
fn small<'a>(d: &mut Decoder<'a>, node: &Node<'a>, least: u16, most: u16) -> Option<u16> {
    let number = d.count(node)?;
    match u16::try_from(number) {
        Ok(number) if (least..=most).contains(&number) => Some(number),
        _ => {
            d.report(
                "K0120",
                &node.range,
                say!(
                    "talet ska vara {least}–{most}",
                    "the number must be {least}–{most}"
                ),
                say!(
                    "skriv ett tal från {least} till {most}",
                    "write a number from {least} to {most}"
                ),
            );
            None
        }
    }
}

/// Rules that are stricter here: `severities: { sunset-passed: error }`.
fn severities<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Box<[(&'static Code, Severity)]> {
    let Value::Map(pairs) = &node.value else {
        let expected = say!(
            "regler och hur allvarliga de är",
            "rules and their severities"
        );
        let help = say!(
            "skriv {{ REGEL: error }}, som {{ sunset-passed: error }}",
            "write {{ RULE: error }}, such as {{ sunset-passed: error }}"
        );
        d.wrong_kind(node, &expected, help);
        return Box::default();
    };
    let mut found = Vec::new();
    for pair in pairs {
        if pair.is_refused() {
            continue;
        }
        let words = [("error", Severity::Error), ("warning", Severity::Warning)];
        let severity = d.choice(&pair.value, &words);
        let Some(code) = policy_codes().find(|code| is_named(code, &pair.key)) else {
            let names = policy_codes().map(|code| code.name);
            unknown_rule(d, &pair.key_range, &pair.key, names);
            continue;
        };
        let Some(severity) = severity else { continue };
        if severity > code.severity {
            let (name, key) = (code.name, &pair.key);
            d.report(
                "K0120",
                &pair.value.range,
                say!(
                    "{name} är ett fel enligt policyn och kan inte bli en varning",
                    "{name} is an error by the policy and can't be made a warning"
                ),
                say!(
                    "ta bort `{key}: warning`; ett enskilt avsteg skrivs som ett undantag under `exceptions`",
                    "remove `{key}: warning`; a single departure is written as an exception under `exceptions`"
                ),
            );
            continue;
        }
        found.push((code, severity));
    }
    found.into()
}

/// The rules of the policy that are about how entries live.
fn policy_codes() -> impl Iterator<Item = &'static Code> {
    ALL.iter().filter(|code| code.is_policy())
}

fn is_named(code: &Code, name: &str) -> bool {
    code.number == name || code.name == name
}

fn unknown_rule<'n>(
    d: &mut Decoder<'_>,
    range: &Range<usize>,
    written: &str,
    names: impl Iterator<Item = &'n str>,
) {
    let help = match nearest(written, names) {
        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
        None => say!(
            "skriv en regels namn; `katalog rules` visar alla",
            "write the name of a rule; `katalog rules` shows them all"
        ),
    };
    d.report(
        "K0201",
        range,
        say!(
            "policyn har ingen regel `{written}`",
            "the policy has no rule `{written}`"
        ),
        help,
    );
}

fn exception<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Exception> {
    let mut fields = d.map(node)?;
    let rule_node = fields.need("rule");
    let rule = rule_node.and_then(|n| excepted(d, n));
    let entry = fields.need("entry").and_then(|n| d.text(n));
    let version = fields.need("version").and_then(|n| d.version(n));
    let path_node = fields.get("path");
    let path = path_node.and_then(|n| d.text(n));
    let reason = fields.need("reason").and_then(|n| d.local_text(n));
    let approved_by = fields.need("approvedBy").and_then(|n| d.title(n, TITLE));
    let expires = fields.need("expires").and_then(|n| d.date(n));
    let misspelt = fields.has_misspelt("path");
    fields.finish(d);
    let rule = rule?;
    let name = rule.value.name();
    match (rule.value, path_node) {
        (Excepted::Change(_), None) if !misspelt => {
            d.report(
                "K0111",
                &rule_node?.range,
                say!(
                    "`path` saknas: ett undantag från {name} gäller en enda ändring",
                    "`path` is missing: an exception from {name} is for one single change"
                ),
                say!(
                    "lägg till `path: …` med ändringens sökväg, som attributes.senastDatum; katalog diff visar den",
                    "add `path: …` with the path of the change, such as attributes.senastDatum; katalog diff shows it"
                ),
            );
            return None;
        }
        (Excepted::Finding(_), Some(node)) => {
            d.report(
                "K0120",
                &node.range,
                say!(
                    "regeln {name} gäller hela versionen, inte något i den",
                    "the rule {name} is about the whole version, not something in it"
                ),
                say!("ta bort raden `path`", "remove the line `path`"),
            );
            return None;
        }
        _ => {}
    }
    Some(Exception {
        rule,
        path,
        entry: entry?,
        version: version?,
        reason: reason?,
        approved_by: approved_by?,
        expires: expires?,
        span: d.span(&node.range),
    })
}

/// The rule that an exception is from.
fn excepted<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<Excepted>> {
    let written = d.text(node)?;
    let name = &*written.value;
    if let Some(rule) = change::by_name(name) {
        return Some(Spanned::new(Excepted::Change(rule), written.span));
    }
    match policy_codes().find(|code| is_named(code, name)) {
        Some(code) if code.name == "bump-too-small" => {
            d.report(
                "K0120",
                &node.range,
                say!(
                    "ett undantag från {name} skulle gälla alla ändringar i versionen",
                    "an exception from {name} would be for all changes of the version"
                ),
                say!(
                    "skriv regeln för den enda ändring som undantaget gäller, som attribute-removed, och ändringens `path`; katalog diff visar båda",
                    "write the rule of the one change that the exception is for, such as attribute-removed, and the `path` of the change; katalog diff shows both"
                ),
            );
            None
        }
        Some(code) => Some(Spanned::new(Excepted::Finding(code), written.span)),
        None => {
            let codes = policy_codes().map(|code| code.name);
            let names = codes.chain(change::RULES.iter().map(|rule| rule.name));
            unknown_rule(d, &node.range, name, names);
            None
        }
    }
}
