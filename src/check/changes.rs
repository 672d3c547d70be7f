//! Changes between versions, told in words.

use crate::diagnostic::Message;
use crate::model::change::{Breaks, Change};
use crate::say;

/// A change in one line: what, from what to what, and who must act.
pub fn tell(change: &Change) -> Message {
    let Change {
        path,
        old,
        new,
        rule,
        ..
    } = change;
    let cut = |text: &Option<String>| -> String {
        let text = text.as_deref().unwrap_or("");
        match text.char_indices().nth(60) {
            Some((at, _)) => format!("{}…", &text[..at]),
            None => text.to_owned(),
        }
    };
    let (was, is) = (cut(old), cut(new));
    let what = match (old, new) {
        (Some(_), Some(_)) => say!("`{was}` blev `{is}`", "`{was}` became `{is}`"),
        (Some(_), None) => say!("`{was}` togs bort", "`{was}` was removed"),
        (None, Some(_)) => say!("`{is}` tillkom", "`{is}` was added"),
        (None, None) => say!("ändrades", "changed"),
    };
    let who = match rule.breaks {
        Breaks::Nobody => say!("", ""),
        Breaks::Consumers => say!("; konsumenter påverkas", "; consumers are affected"),
        Breaks::Producers => say!("; producenter måste anpassa sig", "; producers must adapt"),
        Breaks::Both => say!(
            "; både producenter och konsumenter påverkas",
            "; both producers and consumers are affected"
        ),
        Breaks::Users => say!("; färre får läsa", "; fewer may read"),
        Breaks::Privacy => say!("; fler får läsa", "; more may read"),
    };
    let name = rule.name;
    let (what_sv, what_en, who_sv, who_en) = (&what.sv, &what.en, &who.sv, &who.en);
    say!(
        "{path}: {what_sv}{who_sv} ({name})",
        "{path}: {what_en}{who_en} ({name})"
    )
}
