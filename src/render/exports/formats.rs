//! The JSON Schemas of what `katalog check` and `katalog diff` write for programs.

use super::API;
use crate::diagnostic::FINDINGS_SCHEMA;
use crate::model::change::DIFF_SCHEMA;
use crate::render::Kind;

/// The name and the text of each.
const SCHEMAS: [(&str, &str); 2] = [("findings", FINDINGS_SCHEMA), ("diff", DIFF_SCHEMA)];

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0), (1, 0)],
    per_language: false,
    path: |_, item, _| format!("{API}/{}.schema.json", SCHEMAS[item as usize].0),
    render: |_, item, _, out| {
        out.extend_from_slice(SCHEMAS[item as usize].1.as_bytes());
        Ok(())
    },
};
