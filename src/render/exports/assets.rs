//! The theme's static files.

use crate::render::Kind;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        (0_u32..)
            .take(site.theme.assets.len())
            .map(|at| (at, 0))
            .collect()
    },
    per_language: false,
    path: |cx, item, _| format!("assets/{}", cx.site.theme.assets[item as usize].0),
    render: |cx, item, _, out| {
        out.extend_from_slice(&cx.site.theme.assets[item as usize].1);
        Ok(())
    },
};
