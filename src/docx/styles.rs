//! How a document looks: styles, and how clauses and lists are numbered.

use super::Document;
use super::parts::TEXT_WIDTH;
use super::words::tag;
use super::xml::{HEAD, W};
use std::fmt::Write as _;

/// Bullets, as a numbering.
pub(super) const BULLETS: usize = 2;

/// The first numbering of a numbered list.
pub(super) const FIRST_LIST: usize = 3;

/// Where the text of clauses begins, and how much further each level of a list does.
const STEP: usize = 454;
const CLAUSE: usize = 680;

/// A paragraph style: its id, name, what it is based on, what follows it, and what it is.
fn paragraph(out: &mut String, id: &str, name: &str, base: &str, inner: &str) {
    let base = match base {
        "" => String::new(),
        base => format!("<w:basedOn w:val=\"{base}\"/>"),
    };
    let _ = write!(
        out,
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"{}><w:name w:val=\"{name}\"/>{base}<w:qFormat/>{inner}</w:style>",
        match id {
            "Normal" => " w:default=\"1\"",
            _ => "",
        }
    );
}

pub(super) fn styles(document: &Document<'_>) -> String {
    let language = tag(document.language);
    let mut out = format!(
        "{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>\
         <w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    );
    let p = &mut out;
    paragraph(
        p,
        "Normal",
        "Normal",
        "",
        "<w:pPr><w:widowControl/></w:pPr>",
    );
    paragraph(
        p,
        "Title",
        "Title",
        "Normal",
        "<w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/></w:rPr>",
    );
    paragraph(
        p,
        "Subtitle",
        "Subtitle",
        "Normal",
        "<w:pPr><w:spacing w:after=\"360\"/></w:pPr><w:rPr><w:color w:val=\"595959\"/></w:rPr>",
    );
    let heading = |before: u16, after: u16, level: u8, number: &str| {
        format!(
            "<w:pPr><w:keepNext/><w:keepLines/>{number}<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"{level}\"/></w:pPr>"
        )
    };
    let bold = |size: u8| {
        format!("<w:rPr><w:b/><w:bCs/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>")
    };
    let numbered =
        |level: u8| format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>");
    let clauses = heading(360, 120, 0, &numbered(0)) + &bold(26);
    paragraph(p, "Heading1", "heading 1", "Normal", &clauses);
    let plain = heading(240, 80, 1, "") + &bold(22);
    paragraph(p, "Heading2", "heading 2", "Normal", &plain);
    paragraph(
        p,
        "HeadingPlain",
        "Heading without number",
        "Heading1",
        "<w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr>",
    );
    for (id, name, level) in [
        ("Clause", "Clause", 1),
        ("ClauseItem", "Clause item", 2),
        ("ClauseSubitem", "Clause subitem", 3),
        ("ClauseDetail", "Clause detail", 4),
    ] {
        let after = if level == 1 { 120 } else { 60 };
        paragraph(
            p,
            id,
            name,
            "Normal",
            &format!(
                "<w:pPr>{}<w:spacing w:after=\"{after}\"/></w:pPr>",
                numbered(level)
            ),
        );
    }
    let close = "<w:pPr><w:spacing w:after=\"60\"/></w:pPr>";
    paragraph(p, "ListBullet", "List Bullet", "Normal", close);
    paragraph(p, "ListNumber", "List Number", "Normal", close);
    paragraph(
        p,
        "TableText",
        "Table text",
        "Normal",
        "<w:pPr><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr>",
    );
    let rule = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"808080\"/>")
    };
    let box_of = |sides: &[&str]| -> String { sides.iter().map(|side| rule(side)).collect() };
    paragraph(
        p,
        "Notice",
        "Notice",
        "Normal",
        &format!(
            "<w:pPr><w:pBdr>{}</w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/><w:spacing w:after=\"360\"/><w:ind w:left=\"113\" w:right=\"113\"/></w:pPr>",
            box_of(&["top", "left", "bottom", "right"])
        ),
    );
    let edge = |side: &str| {
        format!(
            "<w:pPr><w:pBdr>{}</w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"{TEXT_WIDTH}\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:color w:val=\"595959\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/></w:rPr>",
            rule(side)
        )
    };
    paragraph(p, "Header", "header", "Normal", &edge("bottom"));
    paragraph(p, "Footer", "footer", "Normal", &edge("top"));
    out.push_str(
        "<w:style w:type=\"character\" w:styleId=\"PlaceholderText\"><w:name w:val=\"Placeholder Text\"/>\
         <w:rPr><w:color w:val=\"595959\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"1D6049\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>",
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(
            out,
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
        );
    }
    out.push_str(
        "</w:tblBorders><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"113\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"113\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>",
    );
    out
}

/// The numberings: clauses, bullets, and one for each numbered list, which begins at
/// the number in `starts`.
pub(super) fn numbering(starts: &[u16]) -> String {
    let mut out = format!("{HEAD}<w:numbering {W}>");
    let level = |at: usize, format: &str, text: &str, style: &str, left: usize, hanging: usize| {
        let style = match style {
            "" => String::new(),
            style => format!("<w:pStyle w:val=\"{style}\"/>"),
        };
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{style}<w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/></w:pPr></w:lvl>"
        )
    };
    out.push_str("<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>");
    for (at, format, text, style) in [
        (0, "decimal", "%1", "Heading1"),
        (1, "decimal", "%1.%2", "Clause"),
        (2, "lowerLetter", "%3)", "ClauseItem"),
        (3, "lowerRoman", "%4)", "ClauseSubitem"),
        (4, "decimal", "%5.", "ClauseDetail"),
    ] {
        let hanging = if at < 2 { CLAUSE } else { STEP };
        out.push_str(&level(at, format, text, style, clause_indent(at), hanging));
    }
    out.push_str("</w:abstractNum>");
    for (number, format) in [(1, "bullet"), (2, "decimal")] {
        let _ = write!(
            out,
            "<w:abstractNum w:abstractNumId=\"{number}\"><w:multiLevelType w:val=\"multilevel\"/>"
        );
        for at in 0..5 {
            let text = match (format, at % 2) {
                ("bullet", 0) => "•".to_owned(),
                ("bullet", _) => "–".to_owned(),
                _ => format!("%{}.", at + 1),
            };
            out.push_str(&level(at, format, &text, "", list_indent(at), STEP));
        }
        out.push_str("</w:abstractNum>");
    }
    let mut numbering = |id: usize, of: usize, start: Option<u16>| {
        let start = start.map_or_else(String::new, |start| {
            (0..5)
                .map(|at| {
                    let start = if at == 0 { start } else { 1 };
                    format!(
                        "<w:lvlOverride w:ilvl=\"{at}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>"
                    )
                })
                .collect()
        });
        let _ = write!(
            out,
            "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{of}\"/>{start}</w:num>"
        );
    };
    numbering(1, 0, None);
    numbering(BULLETS, 1, None);
    for (at, start) in starts.iter().enumerate() {
        numbering(FIRST_LIST + at, 2, Some(*start));
    }
    out.push_str("</w:numbering>");
    out
}

/// Where the text at a level among clauses begins.
pub(super) fn clause_indent(level: usize) -> usize {
    CLAUSE + level.saturating_sub(1) * STEP
}

/// Where the text at a level of another list begins.
pub(super) fn list_indent(level: usize) -> usize {
    (level + 1) * STEP
}
