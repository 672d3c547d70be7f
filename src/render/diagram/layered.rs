//! The layout by `dagre`: layers, with few crossings and short lines.

use super::{Layout, Outline, Point, Positions};
use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel};

/// Between two boxes beside each other.
const BETWEEN_BOXES: f64 = 28.0;
/// Between two lines beside each other, or a line and a label.
const BETWEEN_LINES: f64 = 18.0;
/// Between two layers of boxes; a layer of labels stands in the middle of it.
const BETWEEN_LAYERS: f64 = 78.0;

/// The layered layout.
pub(super) struct Layered;

impl Layout for Layered {
    fn lay_out(&self, outline: &Outline, way: usize) -> Positions {
        let mut graph: Graph<NodeLabel, EdgeLabel> = Graph::with_options(GraphOptions {
            directed: true,
            multigraph: true,
            compound: false,
        });
        let names: Vec<String> = (0..outline.nodes.len())
            .map(|at| format!("n{at}"))
            .collect();
        // Where nothing else decides, the order of what it is given does.
        let nodes = in_order(outline.nodes.len(), way);
        let edges = in_order(outline.edges.len(), way);
        for (name, size) in nodes.map(|at| (&names[at], &outline.nodes[at])) {
            let node = NodeLabel {
                width: size.width,
                height: size.height,
                ..NodeLabel::default()
            };
            graph.set_node(name.clone(), Some(node));
        }
        for (at, link) in edges.map(|at| (at, &outline.edges[at])) {
            let size = link.label.unwrap_or_default();
            let edge = EdgeLabel {
                width: size.width,
                height: size.height,
                weight: link.weight,
                labelpos: LabelPos::Center,
                ..EdgeLabel::default()
            };
            let name = at.to_string();
            graph.set_edge(
                &*names[link.from],
                &*names[link.to],
                Some(edge),
                Some(&name),
            );
        }
        let options = LayoutOptions {
            nodesep: BETWEEN_BOXES,
            edgesep: BETWEEN_LINES,
            ranksep: BETWEEN_LAYERS,
            tie_keep_first: way % 2 == 1,
            ..LayoutOptions::default()
        };
        dagre::layout(&mut graph, Some(options));
        let nodes = names.iter().map(|name| {
            let node = graph.node(name);
            point(node.and_then(|it| it.x), node.and_then(|it| it.y)).unwrap_or_default()
        });
        let nodes: Vec<Point> = nodes.collect();
        let (mut bends, mut labels) = (Vec::new(), Vec::new());
        for (at, link) in outline.edges.iter().enumerate() {
            let name = at.to_string();
            let edge = graph.edge(&names[link.from], &names[link.to], Some(&name));
            let points = edge.map_or(&[][..], |edge| &edge.points);
            // The first and the last are where it meets its boxes; ours are better.
            let inner = points.len().saturating_sub(1).max(1);
            let inner = points.get(1..inner).unwrap_or_default();
            bends.push(inner.iter().map(|it| Point { x: it.x, y: it.y }).collect());
            labels.push(
                edge.filter(|_| link.label.is_some())
                    .and_then(|it| point(it.x, it.y)),
            );
        }
        Positions {
            nodes,
            bends,
            labels,
        }
    }
}

fn point(x: Option<f64>, y: Option<f64>) -> Option<Point> {
    Some(Point { x: x?, y: y? })
}

/// Indices in an order of their own for each way, the same each time.
fn in_order(count: usize, way: usize) -> impl Iterator<Item = usize> {
    let mut all: Vec<usize> = (0..count).collect();
    if way > 0 {
        // Multiplying by a large odd number scatters small ones.
        let scattered = |at: usize| (at + way).wrapping_mul(way * 2 + 0x9E37_79B9) >> 7 & 0xFFFF;
        all.sort_by_key(|at| (scattered(*at), *at));
    }
    all.into_iter()
}
