//! Changes in words.

use super::{Breaks, Change};
use crate::diagnostic::Message;
use crate::say;

/// The longest part of a value that is quoted, in characters.
const QUOTED: usize = 60;

impl Change {
    /// What happened, without where and who must act.
    pub fn what(&self) -> Message {
        (self.rule.tell)(self)
    }

    /// The whole change on one line: where, what, who must act, and its rule.
    pub fn line(&self) -> Message {
        let (path, what, name) = (&self.path, self.what(), self.rule.name);
        let (sv, en) = (what.sv, what.en);
        match self.who() {
            None => say!("{path}: {sv} ({name})", "{path}: {en} ({name})"),
            Some(who) => {
                let (who_sv, who_en) = (who.sv, who.en);
                say!(
                    "{path}: {sv}; {who_sv} ({name})",
                    "{path}: {en}; {who_en} ({name})"
                )
            }
        }
    }

    /// Whether what it was and is stands in the versions. Where it doesn't, they
    /// are words for programs, which [`Self::what`] tells better.
    pub fn has_values(&self) -> bool {
        // That a mark was taken back is told as a text.
        let is_mark = self.path.ends_with("#deprecated");
        !is_mark
            && !matches!(
                self.rule.name,
                "attribute-added"
                    | "required-relaxed"
                    | "required-tightened"
                    | "code-opened"
                    | "code-closed"
                    | "deprecated-set"
            )
    }

    /// Who must act on the change, or breaks without acting.
    pub fn who(&self) -> Option<Message> {
        Some(match self.breaks {
            Breaks::Nobody => return None,
            Breaks::Consumers => say!("konsumenter måste anpassa sig", "consumers must adapt"),
            Breaks::Producers => say!("producenten måste anpassa sig", "the producer must adapt"),
            Breaks::Both => say!(
                "både producenten och konsumenter måste anpassa sig",
                "both the producer and consumers must adapt"
            ),
            Breaks::Users => say!("färre får läsa", "fewer may read"),
            Breaks::Privacy => say!("fler får läsa", "more may read"),
        })
    }

    /// What it was, shortened; empty for what is new.
    pub(super) fn was(&self) -> String {
        shortened(self.old.as_deref())
    }

    /// What it is, shortened; empty for what is gone.
    pub(super) fn is(&self) -> String {
        shortened(self.new.as_deref())
    }
}

fn shortened(text: Option<&str>) -> String {
    let text = text.unwrap_or("");
    match text.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_in_words() {
        let told = |name: &str, path: &str, old: &str, new: &str| {
            let rule = crate::model::change::rules::rule(name);
            let end = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let change = Change {
                rule,
                path: path.to_owned(),
                old: end(old),
                new: end(new),
                requires: rule.requires,
                breaks: rule.breaks,
                old_span: None,
                new_span: None,
            };
            change.what().en
        };
        let long = "a text that goes on and on and on and on and on and on until it ";
        for (name, path, old, new, expected) in [
            (
                "text-changed",
                "title.en",
                "Made",
                "Taken",
                "“Made” became “Taken”",
            ),
            (
                "text-changed",
                "title",
                "Same",
                "Same",
                "the text was changed",
            ),
            (
                "text-changed",
                "description",
                &format!("{long}ends"),
                &format!("{long}stops"),
                "the text was changed",
            ),
            (
                "text-changed",
                "description",
                "a\nb",
                "c",
                "the text was changed",
            ),
            (
                "text-changed",
                "attributes.datum#deprecated",
                "deprecated",
                "",
                "the attribute is no longer deprecated",
            ),
            (
                "text-changed",
                "attributes.utfall=NEJ#description",
                "deprecated",
                "",
                "the text was removed",
            ),
            (
                "text-changed",
                "attributes.nummer#pattern",
                "\\d",
                "[0-9]",
                "`\\d` is written `[0-9]`, which means the same",
            ),
            (
                "text-changed",
                "examples",
                "",
                "",
                "the examples were changed",
            ),
            (
                "attribute-renamed",
                "attributes.datum",
                "attributes.datum",
                "attributes.beslutsdatum",
                "the attribute is now called `beslutsdatum`",
            ),
            (
                "attribute-renamed",
                "attributes.datum",
                "attributes.datum",
                "attributes.beslut.datum",
                "the attribute was moved to `attributes.beslut.datum`",
            ),
            (
                "attribute-renamed",
                "attributes.datum",
                "attributes.datum",
                "attributes.beslut.dag",
                "the attribute was moved and is now called `attributes.beslut.dag`",
            ),
            (
                "bound-loosened",
                "attributes.namn.maxLength",
                "5",
                "9",
                "the bound was loosened from 5 to 9",
            ),
            (
                "bound-loosened",
                "attributes.namn.maxLength",
                "5",
                "",
                "the bound 5 was removed",
            ),
            (
                "bound-tightened",
                "attributes.namn.maxLength",
                "",
                "5",
                "the bound 5 was added",
            ),
            (
                "customer-action-changed",
                "requiresCustomerAction",
                "false",
                "varies",
                "the customer now sometimes has to act (before: never)",
            ),
            (
                "codelist-repointed",
                "attributes.utfall",
                "values",
                "DECISION_OUTCOME",
                "values of its own were exchanged for the code list `DECISION_OUTCOME`",
            ),
            (
                "order-changed",
                "authorizations",
                "SELF, PROXY",
                "PROXY, SELF",
                "the order `SELF, PROXY` became `PROXY, SELF`",
            ),
        ] {
            assert_eq!(told(name, path, old, new), expected, "{name} at {path}");
        }
    }
}
