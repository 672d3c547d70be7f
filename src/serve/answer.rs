//! Answering one request. Only what the site has planned can be asked for, so no
//! path leads out of it.

use super::live::{Waiting, respond};
use super::state::{Found, Served, State};
use crate::diagnostic::Tongue;
use std::net::{IpAddr, SocketAddr};
use tiny_http::{Header, Method, Request, Response};

/// The folder of the server's own files.
const OWN: &str = "/__katalog/";

/// The policy that the pages themselves also carry.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Waits for the site to change, then reloads the page. The generation in its
/// address is that of the page it stands on.
const RELOAD_SCRIPT: &str = r#"const me = document.currentScript.src;
const wait = me.replace("reload.js", "wait");
(async function again() {
  try {
    const answer = await fetch(wait, { cache: "no-store" });
    if (answer.ok && (await answer.text()) === "changed") return location.reload();
  } catch { await new Promise((done) => setTimeout(done, 1000)); }
  again();
})();
"#;

const ERROR_STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:110ch}\
    pre{overflow-x:auto;padding:1rem;border:1px solid;border-radius:6px;line-height:1.35}\
    :root{color-scheme:light dark}";

/// Answers a request, or lets it wait.
pub(super) fn answer(request: Request, state: &State, waiting: &Waiting, own: Option<SocketAddr>) {
    let fits =
        |header: &Header| header.field.equiv("Host") && is_own_host(header.value.as_str(), own);
    if !request.headers().iter().any(fits) {
        return send(
            request,
            421,
            "text/plain",
            b"Misdirected request: this server answers to its own address only.\n".to_vec(),
            &[],
        );
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(
            request,
            405,
            "text/plain",
            b"Only GET and HEAD.\n".to_vec(),
            &[("Allow", "GET, HEAD")],
        );
    }
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    if let Some(name) = path.strip_prefix(OWN) {
        return own_file(request, name, query, state, waiting);
    }
    let Some(path) = decode(path) else {
        return send(
            request,
            400,
            "text/plain",
            b"The address can't be understood.\n".to_vec(),
            &[],
        );
    };
    if let (Some(problems), true) = (state.problem_text(), is_page(&path)) {
        return send(request, 500, "text/html", error_page(state, &problems), &[]);
    }
    match state.site() {
        Some(served) => site(request, &path, state, &served),
        None => send(request, 404, "text/plain", b"Not found.\n".to_vec(), &[]),
    }
}

/// Whether a path may be that of a page rather than of a file beside it.
fn is_page(path: &str) -> bool {
    path.ends_with('/')
        || path.ends_with(".html")
        || !path.rsplit('/').next().unwrap_or("").contains('.')
}

fn site(request: Request, path: &str, state: &State, served: &Served) {
    let Some(inner) = path.strip_prefix(&served.base_path) else {
        // Above the base path there is only the way to it.
        let start = served.base_path.clone();
        let leads_there = path == "/" || format!("{path}/") == start;
        return if leads_there {
            send(
                request,
                302,
                "text/plain",
                Vec::new(),
                &[("Location", &start)],
            )
        } else {
            send(request, 404, "text/plain", b"Not found.\n".to_vec(), &[])
        };
    };
    let (status, output) = match served.find(inner) {
        Found::Output(output) => (200, Some(output)),
        Found::WithSlash => {
            let location = format!("{path}/");
            return send(
                request,
                308,
                "text/plain",
                Vec::new(),
                &[("Location", &location)],
            );
        }
        Found::Nothing => (404, served.not_found()),
    };
    let Some(output) = output else {
        return send(request, 404, "text/plain", b"Not found.\n".to_vec(), &[]);
    };
    let mut bytes = Vec::new();
    if let Err(finding) = served.site.render(output, &mut bytes) {
        let text = state.describe(&finding, served);
        return send(request, 500, "text/html", error_page(state, &text), &[]);
    }
    let kind = if status == 404 {
        "text/html"
    } else {
        content_type(&served.site.path(output))
    };
    if kind == "text/html" {
        add_script(&mut bytes, state.generation());
    }
    send(request, status, kind, bytes, &[]);
}

fn own_file(request: Request, name: &str, query: &str, state: &State, waiting: &Waiting) {
    match name {
        "reload.js" => send(request, 200, "text/javascript", RELOAD_SCRIPT.into(), &[]),
        "error.css" => send(request, 200, "text/css", ERROR_STYLE.into(), &[]),
        "wait" if query == state.generation().to_string() => {
            // The site may have changed between the question and the waiting.
            let asked = state.generation();
            waiting.add(request);
            if state.generation() != asked {
                waiting.tell_all();
            }
        }
        "wait" => respond(request, true),
        _ => send(request, 404, "text/plain", b"Not found.\n".to_vec(), &[]),
    }
}

/// Puts the script that reloads the page at the end of it.
fn add_script(html: &mut Vec<u8>, generation: u64) {
    let script = format!("<script src=\"{OWN}reload.js?{generation}\" defer></script>\n");
    let end = html
        .windows(7)
        .rposition(|part| part == b"</body>")
        .unwrap_or(html.len());
    html.splice(end..end, script.into_bytes());
}

fn error_page(state: &State, problems: &str) -> Vec<u8> {
    let (lang, title, text) = match state.tongue() {
        Tongue::Swedish => (
            "sv",
            "Katalogen behöver rättas",
            "Sidan kommer tillbaka när det här är rättat och sparat.",
        ),
        Tongue::English => (
            "en",
            "The catalogue needs mending",
            "The page comes back when this is mended and saved.",
        ),
    };
    let escaped = problems.replace('&', "&amp;").replace('<', "&lt;");
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{OWN}error.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>{text}</p>\n<pre tabindex=\"0\">{escaped}</pre>\n</main>\n</body>\n</html>\n"
    )
    .into_bytes();
    add_script(&mut html, state.generation());
    html
}

/// Sends an answer. A reader that has gone away is no error.
fn send(request: Request, status: u16, kind: &str, body: Vec<u8>, more: &[(&str, &str)]) {
    let kind = format!("{kind}; charset=utf-8");
    let kind = kind.replace("image/svg+xml; charset=utf-8", "image/svg+xml");
    let fixed = [
        ("Content-Type", kind.as_str()),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    ];
    let mut response = Response::from_data(body)
        .with_status_code(status)
        .with_header(no_store());
    for (name, value) in fixed.iter().chain(more) {
        if let Ok(header) = Header::from_bytes(*name, *value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

/// Nothing is to be kept: the next look may show something else.
pub(super) fn no_store() -> Header {
    Header::from_bytes("Cache-Control", "no-store").unwrap_or_else(|()| unreachable!("plain ASCII"))
}

/// Whether the host that a request names is this server. Another name that leads
/// here is some web page's attempt to read the preview from the outside.
fn is_own_host(host: &str, own: Option<SocketAddr>) -> bool {
    let Some(own) = own else { return false };
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    let known = name.eq_ignore_ascii_case("localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|ip| ip == own.ip() || ip.is_loopback() || own.ip().is_unspecified());
    known && port == Some(own.port())
}

/// The text of a percent-encoded path; nothing when it isn't UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(b) = rest.next() {
        if b != b'%' {
            bytes.push(b);
            continue;
        }
        let digit = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16));
        let (high, low) = (digit(rest.next())?, digit(rest.next())?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// The media type of a file, by its name.
fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "xml" => "application/atom+xml",
        "yaml" => "application/yaml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_servers_own_names_are_answered() {
        let own = "127.0.0.1:8080".parse().ok();
        for good in [
            "127.0.0.1:8080",
            "localhost:8080",
            "LOCALHOST:8080",
            "[::1]:8080",
        ] {
            assert!(is_own_host(good, own), "{good}");
        }
        for bad in [
            "evil.example:8080",
            "127.0.0.1",
            "localhost:80",
            "10.0.0.1:8080",
            "",
            "[::1]",
        ] {
            assert!(!is_own_host(bad, own), "{bad}");
        }
    }

    #[test]
    fn paths_are_decoded_or_refused() {
        assert_eq!(decode("/a%20b/%C3%A5").as_deref(), Some("/a b/å"));
        assert_eq!(decode("/%"), None);
        assert_eq!(decode("/%ff"), None);
    }
}
