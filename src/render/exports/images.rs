//! Images that pages of text show.

use crate::model::IMAGES;
use crate::render::Kind;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        (0_u32..)
            .take(site.catalogue.images.len())
            .map(|at| (at, 0))
            .collect()
    },
    per_language: false,
    path: |cx, item, _| {
        let path = &cx.catalogue.images[item as usize].path;
        format!("{}{path}", IMAGES.trim_start_matches('/'))
    },
    render: |cx, item, _, out| {
        out.extend_from_slice(&cx.catalogue.images[item as usize].bytes);
        Ok(())
    },
};
