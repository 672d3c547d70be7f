//! The catalogue's own site, at `/katalog/`: a page is made when it is asked for.

use super::reply;
use crate::render::{Output, Site};
use axum::response::Response;
use hyper::header::{HeaderValue, LOCATION};
use std::collections::HashMap;

/// Where the site stands.
pub(super) const BASE: &str = "/katalog/";

/// The site and where each of its outputs is.
pub(super) struct Served {
    site: Site,
    paths: HashMap<String, Output>,
}

impl Served {
    pub(super) fn new(site: Site) -> Self {
        let outputs = site.outputs().iter();
        let paths = outputs
            .map(|output| (site.path(*output), *output))
            .collect();
        Self { site, paths }
    }

    /// What is at a path below the base.
    pub(super) fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let output = self.paths.get(path)?;
        self.site.render(*output, &mut bytes).ok()?;
        Some(bytes)
    }

    /// Answers for a path below the base.
    pub(super) fn answer(&self, path: &str) -> Response {
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        if let Some(bytes) = self.bytes(&file) {
            return reply::with(200, content_type(&file), bytes.into());
        }
        if self.paths.contains_key(&format!("{path}/index.html")) {
            let mut response = reply::with(308, "text/plain; charset=utf-8", Default::default());
            if let Ok(place) = HeaderValue::from_str(&format!("{BASE}{path}/")) {
                response.headers_mut().insert(LOCATION, place);
            }
            return response;
        }
        match self.bytes("404.html") {
            Some(bytes) => reply::with(404, content_type("404.html"), bytes.into()),
            None => reply::error(404, None),
        }
    }
}

/// The media type of a file, by its name.
fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/atom+xml; charset=utf-8",
        "yaml" => "application/yaml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
