//! Changing an event type's file as text, so that comments and formatting stay as
//! their author wrote them.

use crate::load::{Key, Outline, outline};
use std::ops::Range;

/// A file that is being changed.
pub(super) struct Edit {
    text: String,
    line_break: &'static str,
}

impl Edit {
    pub(super) fn new(text: String) -> Self {
        let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { text, line_break }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// The version with a number, as it is written now.
    fn version(&self, number: &semver::Version) -> Option<Outline> {
        let number = number.to_string();
        let versions = outline(&self.text)?;
        versions.into_iter().find(|version| {
            let key = version.keys.iter().find(|key| key.name == "version");
            key.and_then(|key| self.text.get(key.value.clone()))
                .is_some_and(|value| value.trim_matches(['"', '\'']) == number)
        })
    }

    /// Gives a version a key's value, where the key stands or else after another
    /// key. False when the file isn't written so that this can be done.
    #[must_use]
    pub(super) fn set(
        &mut self,
        number: &semver::Version,
        name: &str,
        value: &str,
        after: &str,
    ) -> bool {
        let Some(version) = self.version(number) else {
            return false;
        };
        let find = |name: &str| version.keys.iter().find(|key| key.name == name);
        if let Some(key) = find(name) {
            self.text.replace_range(key.value.clone(), value);
            return true;
        }
        let Some(after) = find(after) else {
            return false;
        };
        if version.is_block {
            let indent = self.column(after.key.start);
            let at = self.line_end(after.value.end.max(after.key.end));
            let line = format!("{}{}{name}: {value}", self.line_break, " ".repeat(indent));
            self.text.insert_str(at, &line);
        } else {
            let at = after.value.end;
            self.text.insert_str(at, &format!(", {name}: {value}"));
        }
        true
    }

    /// Writes a copy of a version above it, as a draft with another number and
    /// without the keys that belong to the one it was copied from.
    #[must_use]
    pub(super) fn copy_as_draft(&mut self, from: &semver::Version, to: &semver::Version) -> bool {
        let Some(version) = self.version(from).filter(|it| it.is_block) else {
            return false;
        };
        let start = self.line_start(version.range.start);
        let end = self.line_end(version.range.end);
        let mut copy = self.text[start..end].to_owned();
        let mut keys: Vec<&Key> = version.keys.iter().collect();
        // From the end, so that the places further up stay true.
        keys.sort_by_key(|key| std::cmp::Reverse(key.key.start));
        for key in keys {
            let shift = |range: &Range<usize>| range.start - start..range.end - start;
            match &*key.name {
                "version" => copy.replace_range(shift(&key.value), &to.to_string()),
                "status" => copy.replace_range(shift(&key.value), "draft"),
                "published" | "deprecated" | "sunset" | "retired" | "replacedBy" | "advice"
                | "changes" | "migration" | "semanticChange" => {
                    self.remove(&mut copy, start, key, &version);
                }
                _ => {}
            }
        }
        let copy = copy.trim_end();
        let break_after = self.line_break;
        self.text.insert_str(start, &format!("{copy}{break_after}"));
        true
    }

    /// Takes a key and its value out of a copy of the lines from `start` on.
    fn remove(&self, copy: &mut String, start: usize, key: &Key, version: &Outline) {
        let is_first = version.keys.iter().all(|it| it.key.start >= key.key.start);
        let (from, to) = if is_first {
            // The dash stays, before the next key.
            let others = version.keys.iter().map(|it| it.key.start);
            let next = others.filter(|at| *at > key.key.start).min();
            (key.key.start, next.unwrap_or(version.range.end))
        } else {
            let end = self.line_end(key.value.end.max(key.key.end));
            let next_line = self.text[end..].find('\n').map_or(end, |at| end + at + 1);
            (self.line_start(key.key.start), next_line)
        };
        let length = copy.len();
        let fit = |at: usize| (at - start).min(length);
        copy.replace_range(fit(from)..fit(to), "");
    }

    /// Where the line of a place begins.
    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    /// Where the line of a place ends, before its line break.
    fn line_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let end = rest.find('\n').map_or(self.text.len(), |end| at + end);
        end - usize::from(self.text[..end].ends_with('\r') && end > at)
    }

    /// How far in on its line a place is, in characters.
    fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> semver::Version {
        text.parse().unwrap()
    }

    const TEXT: &str = "\
id: A.B.C
versions:
  # The first one.
  - version: 1.0.0 # a number
    status: published   # in use
    published: 2024-01-01
    changes: >-
      Several
      lines.

    # What it is called.
    title: { sv: A, en: B }
    closesCase: true
";

    #[test]
    fn a_copy_keeps_comments_and_formatting() {
        let mut edit = Edit::new(TEXT.to_owned());
        assert!(edit.copy_as_draft(&number("1.0.0"), &number("1.0.1")));
        let expected = TEXT.replace(
            "  - version: 1.0.0",
            &[
                "  - version: 1.0.1 # a number",
                "    status: draft   # in use",
                "",
                "    # What it is called.",
                "    title: { sv: A, en: B }",
                "    closesCase: true",
                "  - version: 1.0.0",
            ]
            .join("\n"),
        );
        assert_eq!(edit.into_text(), expected);
    }

    #[test]
    fn a_copy_of_a_version_that_begins_with_what_is_left_out() {
        let text = "versions:\r\n- published: 2024-01-01\r\n  version: 1.0.0\r\n  status: published\r\n  sunset: 2025-01-01";
        let mut edit = Edit::new(text.to_owned());
        assert!(edit.copy_as_draft(&number("1.0.0"), &number("2.0.0")));
        assert_eq!(
            edit.into_text(),
            "versions:\r\n- version: 2.0.0\r\n  status: draft\r\n- published: 2024-01-01\r\n  version: 1.0.0\r\n  status: published\r\n  sunset: 2025-01-01"
        );
    }

    #[test]
    fn values_are_set_in_place_or_on_a_line_of_their_own() {
        let mut edit = Edit::new(TEXT.to_owned());
        assert!(edit.set(&number("1.0.0"), "status", "deprecated", "version"));
        assert!(edit.set(&number("1.0.0"), "sunset", "2026-01-01", "published"));
        let expected = TEXT
            .replace("status: published ", "status: deprecated ")
            .replace("2024-01-01\n", "2024-01-01\n    sunset: 2026-01-01\n");
        assert_eq!(edit.into_text(), expected);
        let mut edit = Edit::new("versions: [{ version: '1.0.0', status: published }]".to_owned());
        assert!(edit.set(&number("1.0.0"), "published", "2026-01-01", "status"));
        assert_eq!(
            edit.into_text(),
            "versions: [{ version: '1.0.0', status: published, published: 2026-01-01 }]"
        );
        let mut edit = Edit::new(TEXT.to_owned());
        assert!(!edit.set(&number("3.0.0"), "status", "draft", "version"));
    }
}
