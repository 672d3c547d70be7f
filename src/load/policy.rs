//! `catalogue/policy.yaml`: the parameters of the versioning policy.

use super::common::TITLE;
use super::decode::Decoder;
use super::yaml::Node;
use crate::diagnostic::{ALL, nearest};
use crate::model::{Exception, Policy};
use crate::say;

/// Decodes the policy's parameters.
pub(super) fn policy<'a>(d: &mut Decoder<'a>, root: &Node<'a>) -> Option<Policy> {
    let mut fields = d.map(root)?;
    let version = fields.need("version").and_then(|n| d.version(n));
    let notice_months = fields
        .need("noticeMonths")
        .and_then(|n| small(d, n, 1, 120));
    let max_majors = fields.need("maxMajors").and_then(|n| small(d, n, 1, 20));
    let exceptions = d.each(fields.get("exceptions"), exception);
    fields.finish(d);
    Some(Policy {
        version: version?.value,
        notice_months: notice_months?,
        max_majors: max_majors?,
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

fn exception<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Exception> {
    let mut fields = d.map(node)?;
    let rule = fields.need("rule").and_then(|n| {
        let rule = d.text(n)?;
        if ALL
            .iter()
            .any(|code| code.number == &*rule.value || code.name == &*rule.value)
        {
            return Some(rule);
        }
        let written = &rule.value;
        let names = ALL.iter().flat_map(|code| [code.number, code.name]);
        let help = match nearest(written, names) {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None => say!(
                "skriv en regels kod eller namn, som K0305",
                "write the code or name of a rule, such as K0305"
            ),
        };
        d.report(
            "K0201",
            &n.range,
            say!(
                "regeln `{written}` finns inte",
                "there is no rule `{written}`"
            ),
            help,
        );
        None
    });
    let entry = fields.need("entry").and_then(|n| d.text(n));
    let version = fields.need("version").and_then(|n| d.version(n));
    let reason = fields.need("reason").and_then(|n| d.local_text(n));
    let approved_by = fields.need("approvedBy").and_then(|n| d.title(n, TITLE));
    let expires = fields.need("expires").and_then(|n| d.date(n));
    fields.finish(d);
    Some(Exception {
        rule: rule?,
        entry: entry?,
        version: version?,
        reason: reason?,
        approved_by: approved_by?,
        expires: expires?,
        span: d.span(&node.range),
    })
}
