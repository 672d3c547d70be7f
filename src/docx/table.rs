//! Tables, those that are signed among them.

use super::body::Writer;
use super::parts::TEXT_WIDTH;
use crate::model::{ClauseSection, Inline};
use std::fmt::Write as _;

type Cell = Box<[Inline]>;

/// Adds a table. Where the clauses have ended, rows with something left to write by
/// hand are high enough for it, and the table isn't broken between pages.
pub(super) fn table(
    writer: &mut Writer<'_, '_>,
    head: &[Cell],
    rows: &[Box<[Cell]>],
    section: &ClauseSection,
) {
    let signed = section.closing && rows.iter().any(|row| is_to_be_written(row));
    let widths = widths(writer, head, rows);
    writer.out.push_str(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
    );
    for width in &widths {
        let _ = write!(writer.out, "<w:gridCol w:w=\"{width}\"/>");
    }
    writer.out.push_str("</w:tblGrid>");
    if head.iter().any(|cell| !cell.is_empty()) {
        row(
            writer,
            head,
            &widths,
            Row {
                head: true,
                high: false,
                kept: true,
            },
        );
    }
    for (at, cells) in rows.iter().enumerate() {
        let look = Row {
            head: false,
            high: signed && is_to_be_written(cells),
            kept: signed && at + 1 < rows.len(),
        };
        row(writer, cells, &widths, look);
    }
    writer.out.push_str("</w:tbl>");
    // A table is followed by a paragraph, and by some room.
    writer.open("TableText", "");
    writer.close();
}

/// How a row looks.
#[derive(Clone, Copy)]
struct Row {
    head: bool,
    high: bool,
    /// Whether it stays on the same page as the next.
    kept: bool,
}

fn row(writer: &mut Writer<'_, '_>, cells: &[Cell], widths: &[usize], look: Row) {
    writer.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
    if look.high {
        writer
            .out
            .push_str("<w:trHeight w:val=\"680\" w:hRule=\"atLeast\"/>");
    }
    if look.head {
        writer.out.push_str("<w:tblHeader/>");
    }
    writer.out.push_str("</w:trPr>");
    for (cell, width) in cells.iter().zip(widths) {
        let _ = write!(
            writer.out,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{}</w:tcPr>",
            match look.head {
                true => "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>",
                false => "",
            }
        );
        let kept = if look.kept { "<w:keepNext/>" } else { "" };
        writer.open("TableText", kept);
        let words = if look.head { "<w:b/>" } else { "" };
        writer.inlines(cell, words);
        writer.close();
        writer.out.push_str("</w:tc>");
    }
    writer.out.push_str("</w:tr>");
}

/// Whether a cell of a row is left to be written by hand.
fn is_to_be_written(cells: &[Cell]) -> bool {
    cells.iter().skip(1).any(|cell| cell.is_empty())
}

/// The widths of the columns: by the longest text in each, but none so narrow that its
/// words break. Where the first column only says what the others hold, those are equal.
fn widths(writer: &Writer<'_, '_>, head: &[Cell], rows: &[Box<[Cell]>]) -> Vec<usize> {
    let count = head.len().max(1);
    if head.first().is_some_and(|cell| cell.is_empty()) && count > 1 {
        let first = TEXT_WIDTH * 26 / 100;
        let mut widths = vec![(TEXT_WIDTH - first) / (count - 1); count];
        widths[0] = first;
        return widths;
    }
    let length = |cell: &Cell| -> usize {
        let fields = cell.iter().filter_map(|piece| match piece {
            Inline::Field(name) => {
                let field = writer.document.edition.field(name)?;
                Some(field.label.get(writer.document.text.lang).chars().count())
            }
            _ => None,
        });
        Inline::plain(cell).chars().count() + fields.sum::<usize>()
    };
    let weights: Vec<usize> = (0..count)
        .map(|at| {
            let column = rows.iter().filter_map(|row| row.get(at));
            let longest = column.chain(head.get(at)).map(length).max();
            longest.unwrap_or(0).clamp(16, 60)
        })
        .collect();
    let all: usize = weights.iter().sum();
    weights.iter().map(|it| TEXT_WIDTH * it / all).collect()
}
