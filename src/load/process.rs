//! Producer processes.

use super::actor::web_address;
use super::common::{TITLE, reference, standing, unique};
use super::decode::Decoder;
use super::name::{id, part_name};
use super::yaml::{Node, Value};
use crate::diagnostic::nearest;
use crate::model::{LegalBasis, Process, Ref, State, Transition, is_prefix};
use crate::say;
use crate::source::Spanned;

/// How the id of a process looks.
pub(super) const PROCESS_FORM: (&str, &str) = (
    "skriv producentens prefix, punkt och processens namn med A–Z, 0–9 och _ (inte å, ä, ö): REFKOM.BYGGLOV",
    "write the producer's prefix, a dot and the process's name of A–Z, 0–9 and _ (not å, ä, ö): REFKOM.BYGGLOV",
);

pub(super) fn is_process_id(id: &str) -> bool {
    is_prefix(id) && id.split('.').count() == 2
}

pub(super) fn process<'a>(d: &mut Decoder<'a>, root: &Node<'a>, expected: &str) -> Option<Process> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_process_id, PROCESS_FORM);
    let standing = standing(d, &mut fields);
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let parent = fields.get("parent").and_then(|n| reference(d, n));
    let follows = follows(d, fields.get("follows"));
    let legal_basis = legal_basis(d, fields.get("legalBasis"));
    let states = states_of(d, fields.need("states"));
    let transitions = fields.need("transitions").and_then(|steps| {
        d.every(steps, |d, node| {
            transition(d, node, expected, states.as_deref())
        })
    });
    fields.finish(d);
    let id = id?;
    let producer = id.split('.').next().unwrap_or("").into();
    let producer = Ref::new(producer, id.span);
    Some(Process {
        producer,
        id,
        standing: standing?,
        title: title?,
        description: description?,
        parent,
        follows,
        legal_basis,
        states: states?,
        transitions: transitions?,
        adopted: None,
        event_types: Vec::new(),
        children: Vec::new(),
        followers: Vec::new(),
    })
}

/// The processes that a process may follow on, each named once.
pub(super) fn follows<'a>(d: &mut Decoder<'a>, node: Option<&Node<'a>>) -> Box<[Ref<Process>]> {
    let mut named: Vec<Spanned<Box<str>>> = Vec::new();
    let follows = d.each(node, |d, n| {
        let process = reference(d, n)?;
        named.push(Spanned::new(process.name.clone(), process.span));
        Some(process)
    });
    unique(d, named.iter());
    follows
}

/// What a process rests on.
pub(super) fn legal_basis<'a>(d: &mut Decoder<'a>, node: Option<&Node<'a>>) -> Box<[LegalBasis]> {
    d.each(node, |d, node| {
        let mut fields = d.map(node)?;
        let title = fields.need("title").and_then(|n| d.title(n, 200));
        let url = fields.get("url").and_then(|n| web_address(d, n));
        fields.finish(d);
        Some(LegalBasis { title: title?, url })
    })
}

/// The states of a process; nothing when any is broken.
pub(super) fn states_of<'a>(d: &mut Decoder<'a>, node: Option<&Node<'a>>) -> Option<Box<[State]>> {
    let states = node.and_then(|n| d.every(n, state));
    let single = unique(d, states.iter().flatten().map(|state| &state.id));
    // A state that stands twice was meant to be another.
    states.filter(|_| single)
}

fn state<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<State> {
    let mut fields = d.map(node)?;
    let id = fields.need("id").and_then(|n| part_name(d, n));
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let end = fields.get("end").map_or(Some(false), |n| d.boolean(n));
    let customer_acts = fields
        .get("customerActs")
        .map_or(Some(false), |n| d.boolean(n));
    let whole = fields.finish(d);
    let id = id.filter(|_| whole);
    Some(State {
        id: id?,
        title: title?,
        end: end?,
        customer_acts: customer_acts?,
    })
}

pub(super) fn transition<'a>(
    d: &mut Decoder<'a>,
    node: &Node<'a>,
    process: &str,
    states: Option<&[State]>,
) -> Option<Transition> {
    let mut fields = d.map(node)?;
    let event = fields.need("event").and_then(|n| d.text(n));
    let from = match fields.get("from") {
        None => Some(Box::default()),
        Some(n) => match &n.value {
            Value::List(_) => d.every(n, |d, item| state_index(d, item, states)),
            _ => state_index(d, n, states).map(|at| Box::from([at])),
        },
    };
    let to = fields.need("to").and_then(|n| state_index(d, n, states));
    fields.finish(d);
    let Spanned { value: short, span } = event?;
    let event = Ref::new(format!("{process}.{short}").into(), span);
    Some(Transition {
        event,
        from: from?,
        to: to?,
        span: d.span(&node.range),
    })
}

/// The index of a state of the same process. When the states are broken, any
/// name may be one of them, and none is looked for.
fn state_index<'a>(d: &mut Decoder<'a>, node: &Node<'a>, states: Option<&[State]>) -> Option<u16> {
    let name = d.text(node)?;
    let states = states?;
    if let Some(at) = states.iter().position(|state| state.id.value == name.value) {
        return u16::try_from(at).ok();
    }
    let written = &name.value;
    let known = || states.iter().map(|state| &*state.id.value);
    let help = match nearest(written, known()) {
        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
        None => {
            let mut all: Vec<&str> = Vec::new();
            for name in known() {
                if !all.contains(&name) {
                    all.push(name);
                }
            }
            let all = all.join(", ");
            say!(
                "processens tillstånd är {all}",
                "the states of the process are {all}"
            )
        }
    };
    d.report(
        "K0201",
        &node.range,
        say!(
            "processen har inget tillstånd `{written}`",
            "the process has no state `{written}`"
        ),
        help,
    );
    None
}
