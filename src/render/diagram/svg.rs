//! A diagram as HTML: the drawing, and a table that says the same to those who don't
//! see it or can't follow its lines.
//!
//! Colours come from the style sheet alone, by class, so that dark screens and paper get
//! their own. The drawing is as large as it is, and scrolls where it doesn't fit.

use super::part::{BOX, WORDS};
use super::place::{Label, Line, Placed, Segment, TipAt, place};
use super::{Edge, Graph, Look, Node, Point, Tip};
use crate::render::html::{escape, escaped};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The radius of a box's corners.
const ROUND: f64 = 6.0;
/// From the middle of a line of text down to its base, as a part of its size.
const BASE: f64 = 0.36;

/// What a diagram is called, and the words around it.
#[derive(Debug, Clone, Copy)]
pub struct Words<'w> {
    /// What its ids on the page begin with.
    pub id: &'w str,
    /// Its name.
    pub title: &'w str,
    /// The id of a heading that shows the name already; otherwise it is shown here.
    pub heading: Option<&'w str>,
    /// What it shows, in a sentence.
    pub description: &'w str,
    /// What opens the table.
    pub table: &'w str,
    /// The heads of the table: a box, what is said of it, another box.
    pub columns: [&'w str; 3],
}

/// The drawing and its table. Of a graph that is too large to be drawn the table alone.
pub fn figure(graph: &Graph, words: &Words<'_>) -> String {
    let mut out = String::from("<figure class=\"dg\">");
    let own = format!("{}-t", words.id);
    let name = words.heading.unwrap_or(&own);
    if words.heading.is_none() {
        let title = escaped(words.title);
        let _ = write!(out, "<figcaption id=\"{own}\">{title}</figcaption>");
    }
    let placed = place(graph);
    if let Some(placed) = &placed {
        let _ = write!(
            out,
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"{name}\" tabindex=\"0\">"
        );
        drawing(graph, placed, words, name, &mut out);
        out.push_str("</div>");
    }
    table(graph, words, placed.is_none(), &mut out);
    out.push_str("</figure>\n");
    out
}

fn drawing(graph: &Graph, placed: &Placed, words: &Words<'_>, name: &str, out: &mut String) {
    let (width, height) = (placed.size.width.ceil(), placed.size.height.ceil());
    let (id, description) = (words.id, escaped(words.description));
    let _ = write!(
        out,
        "<svg role=\"group\" aria-labelledby=\"{name}\" aria-describedby=\"{id}-d\" \
         viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\
         <desc id=\"{id}-d\">{description}</desc>\n<g class=\"ln\" aria-hidden=\"true\">\n"
    );
    for line in &placed.lines {
        path(line, out);
    }
    let tips = placed.lines.iter().flat_map(|line| &line.tips);
    let tips: BTreeSet<String> = tips.filter_map(tip).collect();
    out.extend(tips);
    let size = WORDS.size;
    let _ = writeln!(
        out,
        "</g><g class=\"lb\" aria-hidden=\"true\" font-size=\"{size}\">"
    );
    for label in placed.lines.iter().filter_map(|line| line.label.as_ref()) {
        out.push_str("<g>");
        rectangle(label, 2.0, out);
        text(label, WORDS.size, WORDS.leading, out);
        out.push_str("</g>\n");
    }
    let _ = writeln!(out, "</g><g font-size=\"{}\">", BOX.size);
    for (node, label) in graph.nodes.iter().zip(&placed.boxes) {
        node_box(node, label, out);
    }
    out.push_str("</g></svg>");
}

fn node_box(node: &Node, label: &Label, out: &mut String) {
    let look = match node.look {
        Look::Normal => "",
        Look::Strong => " n-strong",
        Look::Weak => " n-weak",
        Look::Focus => " n-focus",
    };
    let tag = match &node.url {
        Some(url) => {
            let _ = write!(out, "<a class=\"nd{look}\" href=\"{}\">", escaped(url));
            "a"
        }
        None => {
            let _ = write!(out, "<g class=\"nd{look}\">");
            "g"
        }
    };
    rectangle(label, ROUND, out);
    text(label, BOX.size, BOX.leading, out);
    let _ = writeln!(out, "</{tag}>");
}

fn rectangle(label: &Label, round: f64, out: &mut String) {
    let it = label.frame;
    // The sides are rounded, not the size, so that lines meet them.
    let (x, y) = (it.x.round(), it.y.round());
    let width = (it.x + it.width).round() - x;
    let height = (it.y + it.height).round() - y;
    let _ = write!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"/>"
    );
}

fn text(label: &Label, size: f64, leading: f64, out: &mut String) {
    let middle = label.frame.middle();
    let x = middle.x.round();
    let lines = u32::try_from(label.text.len()).map_or(0.0, f64::from);
    let mut y = middle.y - (lines - 1.0) / 2.0 * leading + BASE * size;
    for line in &label.text {
        let _ = write!(out, "<text x=\"{x}\" y=\"{y:.0}\">");
        escape(line, out);
        // The space stands between the lines for those who hear them.
        out.push_str("</text> ");
        y += leading;
    }
}

fn path(line: &Line, out: &mut String) {
    let pair = |it: Point| format!("{:.0} {:.0}", it.x, it.y);
    let _ = write!(out, "<path d=\"M{}", pair(line.start));
    for segment in &line.segments {
        let _ = match segment {
            Segment::Straight(to) => write!(out, "L{}", pair(*to)),
            Segment::Curve(a, b, to) => write!(out, "C{} {} {}", pair(*a), pair(*b), pair(*to)),
        };
    }
    out.push_str("\"/>\n");
}

/// What stands at the end of a line; a triangle begins where the line does, and is drawn
/// once for all lines that share it.
fn tip(tip: &TipAt) -> Option<String> {
    let length = tip.tip.length();
    // So far along the line, so far to the side of it.
    let point = |along: f64, aside: f64| {
        let x = tip.at.x.round() + tip.from.x * along - tip.from.y * aside;
        let y = tip.at.y.round() + tip.from.y * along + tip.from.x * aside;
        format!("{x} {y}")
    };
    let (class, points) = match tip.tip {
        Tip::None => return None,
        Tip::Arrow => (
            "ar",
            vec![point(0.5, 0.0), point(length, 4.0), point(length, -4.0)],
        ),
        Tip::Triangle => (
            "ge",
            vec![point(0.5, 0.0), point(length, 6.5), point(length, -6.5)],
        ),
        Tip::Diamond => {
            let half = length / 2.0;
            let (start, end) = (point(0.5, 0.0), point(length, 0.0));
            ("pa", vec![start, point(half, 5.0), end, point(half, -5.0)])
        }
    };
    let points = points.join("L");
    Some(format!("<path class=\"{class}\" d=\"M{points}Z\"/>\n"))
}

/// What the drawing says, as a table: a row for each line, and for each box without any.
/// The links are those of the boxes; here they would be as many again.
fn table(graph: &Graph, words: &Words<'_>, open: bool, out: &mut String) {
    let open = if open { " open" } else { "" };
    let (summary, title) = (escaped(words.table), escaped(words.title));
    let _ = write!(
        out,
        "<details{open}><summary>{summary}</summary><table class=\"plain\"><caption class=\"vh\">{title}\
         </caption><thead><tr>"
    );
    for column in words.columns {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(column));
    }
    out.push_str("</tr></thead><tbody>\n");
    for edge in &graph.edges {
        let (from, said, to) = reading(edge);
        let [from, to] = [from, to].map(|at| escaped(&graph.nodes[at].label));
        let said = escaped(said);
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{from}</th><td>{said}</td><td>{to}</td></tr>"
        );
    }
    for (at, node) in graph.nodes.iter().enumerate() {
        if !graph
            .edges
            .iter()
            .any(|edge| edge.from == at || edge.to == at)
        {
            let name = escaped(&node.label);
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\">{name}</th><td>–</td><td>–</td></tr>"
            );
        }
    }
    out.push_str("</tbody></table></details>");
}

/// An edge in words: from which box, what, to which.
fn reading(edge: &Edge) -> (usize, &str, usize) {
    match &edge.told {
        Some(told) if told.backwards => (edge.to, &told.words, edge.from),
        Some(told) => (edge.from, &told.words, edge.to),
        None => (edge.from, &edge.label, edge.to),
    }
}
