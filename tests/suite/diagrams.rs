//! Diagrams are legible: no box, word or line stands where another does, whatever
//! the graph; and the same graph is always drawn in the same way.

use crate::random::Chance;
use katalog::render::diagram::{
    Direction, Edge, Frame, Graph, Label, Line, Look, Node, Placed, Point, Segment, Tip, Words,
    figure, place,
};

const LABELS: &[&str] = &[
    "",
    "är av",
    "visas av",
    "får läsas med stöd av",
    "ligger till grund för den som får läsa",
];
const LOOKS: &[Look] = &[
    Look::Normal,
    Look::Strong,
    Look::Weak,
    Look::Focus,
    Look::Start,
    Look::End,
    Look::Act,
];
const NAMES: &[&str] = &[
    "ärende",
    "versionshanteringspolicy",
    "juridiskt läsombud",
    "den som får veta vad som har hänt i ett ärende hos en producent",
];

/// A graph with lines in circles, back to their own boxes, and several between two.
fn random_graph(seed: u64) -> Graph {
    let mut chance = Chance(seed);
    let count = 2 + chance.below(18);
    let nodes = (0..count).map(|at| Node {
        label: format!("{} {at}", chance.of(NAMES)),
        url: (at % 3 == 0).then(|| format!("/{at}/")),
        note: chance.of(&["", "", "kunden agerar"]).to_owned(),
        look: chance.of(LOOKS),
    });
    let nodes = nodes.collect();
    let tips = [Tip::None, Tip::Arrow, Tip::Triangle, Tip::Diamond];
    let edges = (0..count + chance.below(count)).map(|_| Edge {
        from: chance.below(count),
        to: chance.below(count),
        label: chance.of(LABELS).to_owned(),
        url: chance.of(&[None, Some("/steg/")]).map(str::to_owned),
        start: chance.of(&tips),
        end: chance.of(&tips),
        told: None,
    });
    Graph {
        nodes,
        edges: edges.collect(),
        direction: chance.of(&[Direction::Down, Direction::Right, Direction::Fit]),
        room: None,
        tries: None,
    }
}

#[test]
fn nothing_stands_where_something_else_does() {
    for seed in 0..60 {
        let graph = random_graph(seed);
        let placed = place(&graph).expect("it isn't too large");
        let wrong = overlaps(&placed);
        assert!(wrong.is_empty(), "{seed}: {}", wrong.join("\n"));
        assert!(
            words_of(&placed) == words_of_graph(&graph),
            "{seed}: words are missing"
        );
    }
}

/// The layout counts what it has made; the count is another in each thread and run.
#[test]
fn a_graph_is_always_drawn_in_the_same_way() {
    let drawn = || -> Vec<String> { (0..30).map(|seed| html(&random_graph(seed))).collect() };
    let first = drawn();
    let others: Vec<_> = (0..3).map(|_| std::thread::spawn(drawn)).collect();
    for other in others {
        assert!(
            other.join().unwrap() == first,
            "another drawing of the same graph"
        );
    }
}

#[test]
fn a_graph_too_large_to_be_drawn_is_a_table() {
    let node = |at: usize| Node {
        label: at.to_string(),
        ..Node::default()
    };
    let graph = Graph {
        nodes: (0..2_000).map(node).collect(),
        ..Graph::default()
    };
    let html = html(&graph);
    assert!(!html.contains("<svg") && html.contains("<details open>"));
    assert!(html.contains("<th scope=\"row\">1999</th>"));
    assert!(place(&Graph::default()).is_none());
}

fn html(graph: &Graph) -> String {
    figure(
        graph,
        &Words {
            id: "d",
            title: "A < B",
            heading: None,
            description: "A & B.",
            table: "Table",
            columns: ["a", "b", "c"],
        },
    )
}

/// What stands where something else does, in words.
fn overlaps(placed: &Placed) -> Vec<String> {
    let mut wrong = Vec::new();
    let words = |label: &Label| label.text.join(" ");
    let labels = placed.lines.iter().filter_map(|line| line.label.as_ref());
    let all: Vec<&Label> = placed.boxes.iter().chain(labels).collect();
    for (at, a) in all.iter().enumerate() {
        let (right, bottom) = (a.frame.x + a.frame.width, a.frame.y + a.frame.height);
        if a.frame.x < 0.0
            || a.frame.y < 0.0
            || right > placed.size.width
            || bottom > placed.size.height
        {
            wrong.push(format!("“{}” stands outside", words(a)));
        }
        for b in &all[..at] {
            if meet(&a.frame, &b.frame) {
                wrong.push(format!("“{}” and “{}” overlap", words(a), words(b)));
            }
        }
    }
    for (at, line) in placed.lines.iter().enumerate() {
        let points = points(line);
        for label in &placed.boxes {
            if points.iter().any(|point| within(*point, &label.frame)) {
                wrong.push(format!("line {at} runs behind “{}”", words(label)));
            }
        }
        let others = placed
            .lines
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at);
        for label in others.filter_map(|(_, other)| other.label.as_ref()) {
            if points.iter().any(|point| within(*point, &label.frame)) {
                wrong.push(format!(
                    "line {at} runs behind the words “{}”",
                    words(label)
                ));
            }
        }
    }
    wrong
}

fn meet(a: &Frame, b: &Frame) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/// Inside a frame, not at its border, where lines end.
fn within(point: Point, frame: &Frame) -> bool {
    let inner = Frame {
        x: frame.x + 0.5,
        y: frame.y + 0.5,
        width: frame.width - 1.0,
        height: frame.height - 1.0,
    };
    let dot = Frame {
        x: point.x,
        y: point.y,
        width: 0.0,
        height: 0.0,
    };
    meet(&inner, &dot)
}

/// Points close to each other along a line.
fn points(line: &Line) -> Vec<Point> {
    let mut all = vec![line.start];
    let mut here = line.start;
    let mix = |a: Point, b: Point, t: f64| Point {
        x: a.x + (b.x - a.x) * t,
        y: a.y + (b.y - a.y) * t,
    };
    for segment in &line.segments {
        let steps = (1..=40_u32).map(|step| f64::from(step) / 40.0);
        match *segment {
            Segment::Straight(to) => {
                all.extend(steps.map(|t| mix(here, to, t)));
                here = to;
            }
            Segment::Curve(a, b, to) => {
                all.extend(steps.map(|t| {
                    let (p, q, r) = (mix(here, a, t), mix(a, b, t), mix(b, to, t));
                    mix(mix(p, q, t), mix(q, r, t), t)
                }));
                here = to;
            }
        }
    }
    all
}

fn words_of(placed: &Placed) -> Vec<String> {
    let labels = placed.lines.iter().filter_map(|line| line.label.as_ref());
    let all = placed
        .boxes
        .iter()
        .chain(labels)
        .flat_map(|label| &label.text);
    // Words of several lines back to a box are divided by commas.
    sorted(all.flat_map(|line| line.trim_end_matches(',').split(' ')))
}

fn words_of_graph(graph: &Graph) -> Vec<String> {
    let labels = graph.edges.iter().map(|edge| &edge.label);
    // A dot is drawn without its words.
    let boxes = graph.nodes.iter().filter(|node| node.look != Look::Start);
    let boxes = boxes.flat_map(|node| [&node.label, &node.note]);
    sorted(boxes.chain(labels).flat_map(|label| label.split(' ')))
}

fn sorted<'t>(words: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut words: Vec<String> = words
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}
