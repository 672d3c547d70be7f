//! Drawings that have been laid out before. Laying out is by far the dearest part of a
//! page, and all who have adopted a template have the same drawing, but for where its
//! words lead.

use super::place::{Placed, place};
use super::{Direction, Graph};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

/// How many are kept. A large catalogue has thousands, but those that are alike come
/// near each other.
const KEPT: usize = 1024;

/// A drawing, or a place for it while somebody lays it out.
type Slot = Arc<OnceLock<Option<Arc<Placed>>>>;

static KNOWN: LazyLock<Mutex<HashMap<String, Slot>>> = LazyLock::new(Mutex::default);

/// The same as [`place`], done once for graphs that look alike.
pub(super) fn placed(graph: &Graph) -> Option<Arc<Placed>> {
    let slot = {
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KEPT {
            known.clear();
        }
        Arc::clone(known.entry(key(graph)).or_default())
    };
    slot.get_or_init(|| place(graph).map(Arc::new)).clone()
}

/// All of a graph that a drawing shows: everything but where links lead.
fn key(graph: &Graph) -> String {
    let mut key = match graph.direction {
        Direction::Down => "d".to_owned(),
        Direction::Right => "r".to_owned(),
        Direction::Fit => "f".to_owned(),
    };
    // Writing to a text can't fail.
    let _ = write!(key, "{:?} {:?}", graph.room, graph.tries);
    for node in &graph.nodes {
        let _ = write!(key, "\n{:?} {:?} {:?}", node.look, node.label, node.note);
    }
    for edge in &graph.edges {
        let (from, to, link) = (edge.from, edge.to, edge.url.is_some());
        let tips = (edge.start, edge.end);
        let _ = write!(key, "\n{from} {to} {link} {tips:?} {:?}", edge.label);
    }
    key
}
