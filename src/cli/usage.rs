//! What each command is called with.

use crate::diagnostic::Message;
use crate::say;

/// What follows the options, in Swedish and English; clap's own usage line knows
/// only English.
pub(super) fn operands(name: &str) -> Message {
    match name {
        "diff" => say!(" GAMMAL NY", " OLD NEW"),
        "publish" => say!(" [ID…]", " [ID…]"),
        "agreement" => say!(" [NAMN]", " [NAME]"),
        "check" => say!(" [SÖKVÄG…]", " [PATH…]"),
        "adopt" => say!(" MALL… --as PRODUCENT", " TEMPLATE… --as PRODUCER"),
        "bump" => say!(" ID", " ID"),
        "deprecate" => say!(
            " --sunset DATUM ID[@VERSION]",
            " --sunset DATE ID[@VERSION]"
        ),
        "retire" => say!(" ID[@VERSION]", " ID[@VERSION]"),
        "conform" => say!(" ADRESS --customer NUMMER", " URL --customer NUMBER"),
        "explain" => say!(" KOD", " CODE"),
        _ => say!("", ""),
    }
}
