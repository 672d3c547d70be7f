//! A diagram as HTML: the drawing, and a table that says the same to those who don't
//! see it or can't follow its lines.
//!
//! Colours come from the style sheet alone, by class, so that dark screens and paper get
//! their own. The drawing is as large as it is, and scrolls where it doesn't fit.

use super::known::placed;
use super::label::{BETWEEN_LINKS, BOX, DOUBLE, WORDS};
use super::place::{Frame, Label, Line, Placed, Segment, TipAt};
use super::text::Style;
use super::{Edge, Graph, Look, Node, Point, Tip};
use crate::render::html::{escape, escaped};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The radius of a box's corners.
const ROUND: f64 = 6.0;
/// How many times the width of the page a drawing may have to be drawn smaller.
const NEARLY: f64 = 1.2;
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
    let placed = placed(graph);
    let mut out = opened(graph, placed.as_deref(), words);
    table(graph, words, placed.is_none(), &mut out);
    out.push_str("</figure>\n");
    out
}

/// The drawing alone, for pages where a table that says the same stands beside it;
/// nothing when the graph is too large to be drawn.
pub fn drawing_alone(graph: &Graph, words: &Words<'_>) -> Option<String> {
    let placed = placed(graph)?;
    let mut out = opened(graph, Some(&placed), words);
    out.push_str("</figure>\n");
    Some(out)
}

/// The figure as far as its table.
fn opened(graph: &Graph, placed: Option<&Placed>, words: &Words<'_>) -> String {
    let mut out = String::from("<figure class=\"dg\">");
    let own = format!("{}-t", words.id);
    let name = words.heading.unwrap_or(&own);
    if words.heading.is_none() {
        let title = escaped(words.title);
        let _ = write!(out, "<figcaption id=\"{own}\">{title}</figcaption>");
    }
    if let Some(placed) = placed {
        let _ = write!(
            out,
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"{name}\" tabindex=\"0\">"
        );
        drawing(graph, placed, words, name, &mut out);
        out.push_str("</div>");
    }
    out
}

fn drawing(graph: &Graph, placed: &Placed, words: &Words<'_>, name: &str, out: &mut String) {
    let (width, height) = (placed.size.width.ceil(), placed.size.height.ceil());
    let (id, description) = (words.id, escaped(words.description));
    // What is only a little too wide is drawn smaller where there is room for the rest.
    let is_near = |room: f64| (room..room * NEARLY).contains(&width);
    let class = match graph.room.is_some_and(is_near) {
        true => " class=\"fit\"",
        false => "",
    };
    let _ = write!(
        out,
        "<svg{class} role=\"group\" aria-labelledby=\"{name}\" aria-describedby=\"{id}-d\" \
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
    // What leads somewhere must be heard too.
    let are_links = graph.edges.iter().any(|edge| edge.url.is_some());
    let hidden = if are_links {
        ""
    } else {
        " aria-hidden=\"true\""
    };
    let _ = writeln!(out, "</g><g class=\"lb\"{hidden} font-size=\"{size}\">");
    for label in placed.lines.iter().filter_map(|line| line.label.as_ref()) {
        out.push_str("<g>");
        rectangle(label.frame, 2.0, out);
        words_of_line(graph, label, out);
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
        Look::End => " n-end",
        Look::Act => " n-act",
        Look::Start => {
            let name = escaped(&node.label);
            let _ = write!(
                out,
                "<g class=\"nd n-start\" role=\"img\" aria-label=\"{name}\">"
            );
            rectangle(label.frame, label.frame.width / 2.0, out);
            out.push_str("</g>\n");
            return;
        }
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
    rectangle(label.frame, ROUND, out);
    if node.look == Look::End {
        let (x, y) = (DOUBLE.width, DOUBLE.height);
        let inner = Frame {
            x: label.frame.x + x,
            y: label.frame.y + y,
            width: label.frame.width - 2.0 * x,
            height: label.frame.height - 2.0 * y,
        };
        rectangle(inner, ROUND - 2.0, out);
    }
    let (words, note) = label.text.split_at(label.text.len() - label.note);
    let mut y = first_base(label, BOX, 0.0);
    let x = label.frame.middle().x.round();
    lines(words, x, &mut y, BOX, "", out);
    lines(note, x, &mut y, BOX, " class=\"nt\"", out);
    let _ = writeln!(out, "</{tag}>");
}

fn rectangle(it: Frame, round: f64, out: &mut String) {
    // The sides are rounded, not the size, so that lines meet them.
    let (x, y) = (it.x.round(), it.y.round());
    let width = (it.x + it.width).round() - x;
    let height = (it.y + it.height).round() - y;
    let _ = write!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"/>"
    );
}

/// The words of a line, or of several that are drawn as one.
fn words_of_line(graph: &Graph, label: &Label, out: &mut String) {
    let url = |at: usize| graph.edges[at].url.as_ref();
    let links = label.edges.iter().filter(|(at, _)| url(*at).is_some());
    let gaps = u32::try_from(links.count().saturating_sub(1)).map_or(0.0, f64::from);
    let mut y = first_base(label, WORDS, gaps * BETWEEN_LINKS);
    let x = label.frame.middle().x.round();
    let mut rest = &label.text[..];
    for (at, count) in &label.edges {
        let (own, others) = rest.split_at(*count);
        rest = others;
        if let Some(url) = url(*at) {
            let _ = write!(out, "<a href=\"{}\">", escaped(url));
            lines(own, x, &mut y, WORDS, "", out);
            out.push_str("</a>");
            y += BETWEEN_LINKS;
        } else {
            lines(own, x, &mut y, WORDS, "", out);
        }
    }
}

/// The base of the first line of words that stand in the middle of their frame. `more`
/// is the room between lines besides the usual.
fn first_base(label: &Label, style: Style, more: f64) -> f64 {
    let count = u32::try_from(label.text.len()).map_or(0.0, f64::from);
    let height = (count - 1.0) * style.leading + more;
    label.frame.middle().y - height / 2.0 + BASE * style.size
}

fn lines(text: &[String], x: f64, y: &mut f64, style: Style, class: &str, out: &mut String) {
    for line in text {
        let _ = write!(out, "<text{class} x=\"{x}\" y=\"{y:.0}\">");
        escape(line, out);
        // The space stands between the lines for those who hear them.
        out.push_str("</text> ");
        *y += style.leading;
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
