//! How wide text is, and where its lines break: there is no browser to ask while a
//! site is built.
//!
//! The widths are those of DejaVu Sans, the widest font that the theme's list of
//! fonts leads to, so that text fits its box in every browser; in narrower fonts
//! there is a little more air around it.

use super::Size;

/// Widths of U+0020–U+007E and U+00A0–U+00FF in hundredths of the font's size.
const NORMAL: [u8; 191] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75,
    79, 67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36,
    64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
    32, 41, 64, 64, 64, 64, 34, 56, 50, 100, 48, 62, 84, 0, 100, 56, 50, 84, 41, 41, 50, 64, 64,
    32, 50, 41, 48, 62, 97, 97, 97, 62, 69, 69, 69, 69, 69, 69, 100, 73, 67, 67, 67, 67, 30, 30,
    30, 30, 78, 75, 79, 79, 79, 79, 79, 84, 79, 74, 74, 74, 74, 67, 67, 63, 62, 62, 62, 62, 62, 62,
    99, 55, 62, 62, 62, 62, 28, 28, 28, 28, 62, 64, 62, 62, 62, 62, 62, 84, 62, 64, 64, 64, 64, 60,
    64, 60,
];

/// The same for bold text.
const BOLD: [u8; 191] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 70, 40, 40, 84, 84, 84, 62, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 56, 78, 64, 100,
    84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 56, 50, 68, 72, 60, 72,
    68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72,
    37, 72, 84, 35, 46, 70, 70, 64, 70, 37, 56, 50, 100, 57, 65, 84, 0, 100, 56, 50, 84, 44, 44,
    50, 74, 64, 38, 50, 44, 57, 65, 104, 104, 104, 62, 78, 78, 78, 78, 78, 78, 109, 74, 69, 69, 69,
    69, 38, 38, 38, 38, 84, 84, 86, 86, 86, 86, 86, 84, 86, 82, 82, 82, 82, 73, 74, 72, 68, 68, 68,
    68, 68, 68, 105, 60, 68, 68, 68, 68, 35, 35, 35, 35, 69, 72, 69, 69, 69, 69, 69, 84, 69, 72,
    72, 72, 72, 66, 72, 66,
];

/// The most lines that a label is broken into.
const MOST_LINES: usize = 3;
/// As many letters as a word has that doesn't get a line to itself.
const LITTLE: usize = 3;

/// How a kind of text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// The font's size.
    pub(super) size: f64,
    /// From one line to the next.
    pub(super) leading: f64,
    /// The width that a line preferably stays within.
    pub(super) preferred: f64,
    /// Whether it is bold.
    pub(super) bold: bool,
}

/// The width of a line.
fn width(text: &str, style: Style) -> f64 {
    let table = if style.bold { &BOLD } else { &NORMAL };
    let of = |c: char| match u32::from(c) {
        at @ 0x20..=0x7e => f64::from(table[at as usize - 0x20]),
        at @ 0xa0..=0xff => f64::from(table[at as usize - 0xa0 + 0x5f]),
        // Letters of other scripts, arrows, dashes: none is wider than this.
        _ => 104.0,
    };
    text.chars().map(of).sum::<f64>() * style.size / 100.0
}

/// Breaks a label between words into as few lines as its preferred width asks for,
/// at most three, and of those ways chooses the narrowest.
pub(super) fn wrap(label: &str, style: Style) -> (Vec<String>, Size) {
    let words: Vec<&str> = label.split_whitespace().collect();
    let whole = width(&words.join(" "), style);
    let mut lines: Vec<String> = Vec::new();
    for count in 1..=MOST_LINES {
        let other = narrowest(&words, count, style);
        // A little word alone on a line reads worse than a wider label.
        if count > 2 && other.iter().any(|line| line.chars().count() <= LITTLE) {
            break;
        }
        lines = other;
        let fits = lines
            .iter()
            .all(|line| width(line, style) <= style.preferred);
        if fits || whole <= style.preferred {
            break;
        }
    }
    let widest = lines
        .iter()
        .map(|line| width(line, style))
        .fold(0.0, f64::max);
    let count = u32::try_from(lines.len()).map_or(0.0, f64::from);
    let size = Size {
        width: widest,
        height: count * style.leading,
    };
    (lines, size)
}

/// The words in at most so many lines, of which the widest is as narrow as can be.
fn narrowest(words: &[&str], count: usize, style: Style) -> Vec<String> {
    let all = || vec![words.join(" ")];
    // Every line that can be the widest is a run of words.
    let mut limits: Vec<f64> = Vec::new();
    for from in 0..words.len() {
        for to in from..words.len() {
            limits.push(width(&words[from..=to].join(" "), style));
        }
        // A text of hundreds of words isn't a label; it is set as it comes.
        if limits.len() > 2_000 {
            return all();
        }
    }
    limits.sort_by(f64::total_cmp);
    let broken = |limit: &f64| {
        let mut lines: Vec<String> = Vec::new();
        for word in words {
            match lines.last_mut() {
                Some(line) if width(&format!("{line} {word}"), style) <= *limit => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push((*word).to_owned()),
            }
        }
        lines
    };
    let fits = |limit: &&f64| {
        let lines = broken(limit);
        lines.len() <= count && lines.iter().all(|line| width(line, style) <= **limit)
    };
    limits.iter().find(fits).map_or_else(all, broken)
}
