//! Tables, those that are signed among them.

use super::body::Writer;
use super::parts::TEXT_WIDTH;
use super::styles::clause_indent;
use crate::model::{ClauseCell, ClauseSection, Inline};
use std::fmt::Write as _;

/// Adds a table. Where the clauses have ended, rows with something left to write by
/// hand are high enough for it, and the table isn't broken between pages.
pub(super) fn table(
    writer: &mut Writer<'_, '_>,
    head: &[ClauseCell],
    rows: &[Box<[ClauseCell]>],
    section: &ClauseSection,
) {
    let signed = section.number.is_none() && rows.iter().any(|row| is_to_be_written(row));
    // Below a clause the table begins where the clause's words do.
    let indent = match section.number {
        Some(_) => clause_indent(1),
        None => 0,
    };
    let widths = widths(writer, head, rows, TEXT_WIDTH - indent);
    let all: usize = widths.iter().sum();
    let _ = write!(
        writer.out,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblInd w:w=\"{indent}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
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
    // Between a table and what follows there is a little room.
    writer.open(
        "TableText",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>",
    );
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

fn row(writer: &mut Writer<'_, '_>, cells: &[ClauseCell], widths: &[usize], look: Row) {
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
fn is_to_be_written(cells: &[ClauseCell]) -> bool {
    cells.iter().skip(1).any(|cell| cell.is_empty())
}

/// The widths of the columns: room for the longest word in each, and the rest by the
/// longest texts. Where the first column only says what the others hold, those are equal.
fn widths(
    writer: &Writer<'_, '_>,
    head: &[ClauseCell],
    rows: &[Box<[ClauseCell]>],
    all: usize,
) -> Vec<usize> {
    let count = head.len().max(1);
    let column = |at: usize| {
        let cells = rows.iter().filter_map(move |row| row.get(at));
        cells.chain(head.get(at)).map(|cell| words(writer, cell))
    };
    let longest_word = |text: &String| text.split(' ').map(length).max().unwrap_or(0);
    let narrowest: Vec<usize> = (0..count)
        .map(|at| {
            let word = column(at).map(|text| longest_word(&text)).max();
            (word.unwrap_or(0) * SIGN + PADDING).min(all / count)
        })
        .collect();
    if count > 1 && rows.iter().any(|row| is_to_be_written(row)) {
        let longest = column(0).map(length).max().unwrap_or(0) * SIGN + PADDING;
        let first = longest.min(all * 3 / 10).max(narrowest[0]);
        let mut widths = vec![(all - first) / (count - 1); count];
        widths[0] = first;
        return widths;
    }
    let weights: Vec<usize> = (0..count)
        .map(|at| {
            let longest = column(at).map(length).max();
            longest.unwrap_or(0).clamp(4, 80)
        })
        .collect();
    let rest = all - narrowest.iter().sum::<usize>().min(all);
    let shared: usize = weights.iter().sum();
    let widths = narrowest.iter().zip(&weights);
    widths
        .map(|(least, weight)| least + rest * weight / shared)
        .collect()
}

/// The width of a sign in a table, and of the room around what is in a cell, in
/// twentieths of a point.
const SIGN: usize = 118;
const PADDING: usize = 260;

fn length(text: impl AsRef<str>) -> usize {
    text.as_ref().chars().count()
}

/// The words of a cell, with those of its blanks.
fn words(writer: &Writer<'_, '_>, cell: &ClauseCell) -> String {
    let lang = writer.document.text.lang;
    let mut words = Inline::plain(cell);
    for piece in cell {
        if let Inline::Field(name) = piece
            && let Some(field) = writer.document.edition.field(name)
        {
            words.push_str(field.label.get(lang));
        }
    }
    words
}
