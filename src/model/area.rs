//! Customer case areas: what belongs together to a customer, across producers.

use super::{LocalText, Process, Ref};
use crate::source::Spanned;

/// The most prefixes that a question may hold, and so the most processes of an area.
pub const MAX_PREFIXES: usize = 100;

/// A customer case area (kundärendeområde): the steps of a life event or a business event.
#[derive(Debug)]
pub struct CaseArea {
    /// Its id, such as `START_RESTAURANT`.
    pub id: Spanned<Box<str>>,
    /// Its name.
    pub title: LocalText,
    /// What it is about (Markdown).
    pub description: LocalText,
    /// The steps in the author's order: each before the steps that are parts of it.
    pub steps: Box<[CaseStep]>,
}

/// A step of a customer case area.
#[derive(Debug)]
pub struct CaseStep {
    /// Its id within the area.
    pub id: Spanned<Box<str>>,
    /// Its name.
    pub title: LocalText,
    /// What the customer does (Markdown).
    pub description: LocalText,
    /// What the customer sees in Mina ärenden (Markdown).
    pub sees: LocalText,
    /// The processes in which it happens.
    pub processes: Box<[Ref<Process>]>,
    /// The step that it is a part of, as an index into [`CaseArea::steps`].
    pub parent: Option<usize>,
    /// The steps that must be done before it, as indexes into [`CaseArea::steps`].
    pub after: Box<[Spanned<usize>]>,
}

impl CaseArea {
    /// The processes of all steps by id, each once, as indexes into the catalogue.
    pub fn processes(&self) -> Vec<u32> {
        let all = self.steps.iter().flat_map(|step| &step.processes);
        let mut all: Vec<u32> = all.map(|process| process.index).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The steps that are parts of a step, or the outermost ones.
    pub fn parts(&self, of: Option<usize>) -> impl Iterator<Item = usize> {
        let steps = self.steps.iter().enumerate();
        steps.filter_map(move |(at, step)| (step.parent == of).then_some(at))
    }

    /// Whether a step is another one or, at some depth, a part of it.
    pub fn is_within(&self, step: usize, whole: usize) -> bool {
        let mut at = Some(step);
        while let Some(found) = at {
            if found == whole {
                return true;
            }
            at = self.steps[found].parent;
        }
        false
    }
}
