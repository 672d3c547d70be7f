//! Files that say what is expected, and how a difference is told.

use super::repository;
use std::path::{Path, PathBuf};

/// Longer findings are kept without their middle: what repeats itself hundreds of
/// times says nothing new. In lines.
const LONGEST: usize = 80;

/// Whether what is expected is to be written anew.
pub(crate) fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Comparisons with files; all differences are told together.
#[derive(Default)]
pub(crate) struct Golden {
    differences: Vec<String>,
}

impl Golden {
    /// Holds findings against a file; of very many only some are kept.
    pub(crate) fn findings(&mut self, file: &Path, found: &str) {
        self.text(file, &shortened(found));
    }

    /// Holds a text against a file.
    pub(crate) fn text(&mut self, file: &Path, found: &str) {
        let expected = std::fs::read_to_string(file).unwrap_or_default();
        if expected == found {
            return;
        }
        if updating() {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, found).unwrap();
            return;
        }
        let difference = first_difference(&expected, found);
        self.differences
            .push(format!("{}\n{difference}", shown(file).display()));
    }

    /// Several comparisons as one.
    pub(crate) fn all(parts: Vec<Self>) -> Self {
        let differences = parts.into_iter().flat_map(|part| part.differences);
        Self {
            differences: differences.collect(),
        }
    }

    /// Tells that something else is wrong.
    pub(crate) fn fault(&mut self, text: String) {
        self.differences.push(text);
    }

    /// Passes when nothing differed.
    #[track_caller]
    pub(crate) fn finish(self) {
        assert!(
            self.differences.is_empty(),
            "{}\n\n{} differ. If what was found is right, write it with\n  UPDATE=1 cargo test --test suite\nand read the difference before you commit it.\n",
            self.differences.join("\n\n"),
            self.differences.len()
        );
    }
}

fn shown(file: &Path) -> PathBuf {
    file.strip_prefix(repository()).unwrap_or(file).into()
}

/// The first lines that differ, with one line before them.
fn first_difference(expected: &str, found: &str) -> String {
    let (mut left, mut right) = (expected.lines(), found.lines());
    let (mut number, mut before) = (1, "");
    loop {
        match (left.next(), right.next()) {
            (Some(a), Some(b)) if a == b => before = a,
            (None, None) => return "  (only line endings or the last newline differ)".to_owned(),
            (a, b) => {
                let line = |sign: &str, line: Option<&str>| match line {
                    Some(line) => format!("  {sign} {line}\n"),
                    None => format!("  {sign} (the end)\n"),
                };
                let mut out = format!("  line {number}:\n");
                if number > 1 {
                    out.push_str(&line(" ", Some(before)));
                }
                out.push_str(&line("-", a));
                for expected in left.by_ref().take(2) {
                    out.push_str(&line("-", Some(expected)));
                }
                out.push_str(&line("+", b));
                for found in right.by_ref().take(2) {
                    out.push_str(&line("+", Some(found)));
                }
                return out;
            }
        }
        number += 1;
    }
}

fn shortened(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= LONGEST {
        return text.to_owned();
    }
    let (head, tail) = (&lines[..40], &lines[lines.len() - 2..]);
    let left_out = lines.len() - head.len() - tail.len();
    format!(
        "{}\n… {left_out} lines …\n{}\n",
        head.join("\n"),
        tail.join("\n")
    )
}
