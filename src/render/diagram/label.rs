//! The words of boxes and lines: broken into lines, measured, and put together.

use super::place::{Frame, Label};
use super::text::{Style, wrap};
use super::{Edge, Look, Node, Size};

/// The words of boxes.
pub(super) const BOX: Style = Style {
    size: 14.0,
    leading: 18.0,
    preferred: 148.0,
    bold: false,
};
/// The words of boxes that stand out.
const BOLD_BOX: Style = Style { bold: true, ..BOX };
/// The words of lines.
pub(super) const WORDS: Style = Style {
    size: 12.5,
    leading: 15.5,
    preferred: 96.0,
    bold: false,
};
/// Between the words of a box and its border.
const PADDING: Size = Size {
    width: 12.0,
    height: 9.0,
};
/// Between the words of two links: fingers must find one of them.
pub(super) const BETWEEN_LINKS: f64 = 9.0;
/// How wide a dot is.
const DOT: f64 = 18.0;
/// What a double border takes of a box.
pub(super) const DOUBLE: Size = Size {
    width: 3.0,
    height: 3.0,
};

/// Words, broken into lines and measured.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub(super) lines: Vec<String>,
    pub(super) size: Size,
    /// How many of the lines are a note.
    note: usize,
    /// Whose words they are, as in [`Label::edges`].
    edges: Vec<(usize, usize)>,
}

impl Text {
    pub(super) fn of_box(node: &Node) -> Self {
        let padding = match node.look {
            Look::Start => {
                let size = Size {
                    width: DOT,
                    height: DOT,
                };
                return Self {
                    size,
                    ..Self::default()
                };
            }
            Look::End => grown(PADDING, DOUBLE),
            _ => PADDING,
        };
        let bold = matches!(node.look, Look::Strong | Look::Focus | Look::Act);
        let (mut lines, mut size) = wrap(&node.label, if bold { BOLD_BOX } else { BOX });
        let mut note = 0;
        if !node.note.is_empty() {
            let (more, room) = wrap(&node.note, BOX);
            note = more.len();
            lines.extend(more);
            size.width = size.width.max(room.width);
            size.height += room.height;
        }
        Self {
            lines,
            size: grown(size, padding),
            note,
            edges: Vec::new(),
        }
    }

    pub(super) fn of_line(at: usize, edge: &Edge) -> Option<Self> {
        if edge.label.trim().is_empty() {
            return None;
        }
        let (lines, size) = wrap(&edge.label, WORDS);
        Some(Self {
            edges: vec![(at, lines.len())],
            lines,
            size,
            note: 0,
        })
    }

    /// Adds the words of another line below: links at a distance from each other, other
    /// words after a comma, for which the halo has room.
    pub(super) fn add(&mut self, more: Self, are_links: bool) {
        if let (Some(last), false) = (self.lines.last_mut(), more.lines.is_empty()) {
            match are_links {
                true => self.size.height += BETWEEN_LINKS,
                false => last.push(','),
            }
        }
        self.lines.extend(more.lines);
        self.edges.extend(more.edges);
        self.size.width = self.size.width.max(more.size.width);
        self.size.height += more.size.height;
    }

    pub(super) fn label(&self, frame: Frame) -> Label {
        Label {
            frame,
            text: self.lines.clone(),
            note: self.note,
            edges: self.edges.clone(),
        }
    }
}

/// A size with room around it.
pub(super) fn grown(size: Size, by: Size) -> Size {
    Size {
        width: size.width + 2.0 * by.width,
        height: size.height + 2.0 * by.height,
    }
}
