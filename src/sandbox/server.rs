//! The server: addresses to answers, and connections that can't hold it up.
//!
//! hyper reads no head for longer than its time or larger than its buffer, and bodies have
//! bounds of their own. What it has no bound for, a client that reads its answer slowly or
//! never, is ended by the age of its connection.

use super::app::App;
use super::reply::{self, Refused};
use super::request;
use super::wire::OPERATION;
use super::{front, producer, register, relay};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::any;
use hyper::Method;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long the head of a request may take, and how long a connection may be idle.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// Largest head of a request.
const MAX_HEAD: usize = 64 * 1024;
/// After this a connection gets no new request.
const CONNECTION_TIME: Duration = Duration::from_secs(120);
/// And after this long again it is cut.
const ENDING_TIME: Duration = Duration::from_secs(60);
/// Most connections at a time; the rest wait in the system's queue.
const MAX_CONNECTIONS: usize = 2000;

/// All addresses. A server that listens to this computer only answers to its own names only:
/// another name that leads here is some web page's attempt to read it from the outside.
fn routes(app: Arc<App>, own: Option<SocketAddr>) -> Router {
    let near = own.is_some_and(|own| own.ip().is_loopback());
    let named = move |request: Request, next: Next| async move {
        if near && !is_own_name(&request) {
            return reply::error(421, Some("the sandbox answers to its own address only"));
        }
        next.run(request).await
    };
    Router::new()
        .route("/producers/", any(producers))
        .route("/producers/{prefix}/", any(about))
        .route(
            "/producers/{prefix}/kundhandelseFragaSynkron",
            any(question),
        )
        .route("/producers/{prefix}/kundhandelser", any(feeding))
        .route("/producers/{prefix}/kundhandelser/{id}", any(one_event))
        .route("/relay/kundhandelseFragaSynkron", any(relayed))
        .route("/register/{*path}", any(registered))
        .route("/register/", any(register_whole))
        .route("/index/status.json", any(index_status))
        .route("/index/search", any(index_search))
        .route("/oauth2/token", any(token))
        .fallback(everything_else)
        .layer(axum::middleware::from_fn(named))
        .with_state(app)
}

/// Whether the host that a request names is this computer.
fn is_own_name(request: &Request) -> bool {
    let Some(host) = request.headers().get(hyper::header::HOST) else {
        return true;
    };
    let host = host.to_str().unwrap_or("");
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || bare.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

/// Accepts connections until the program is told to stop.
pub(super) async fn serve(listener: TcpListener, app: Arc<App>) {
    let own = listener.local_addr().ok();
    let service = TowerToHyperService::new(routes(app, own));
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let mut stop = std::pin::pin!(stopped());
    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place,
            () = &mut stop => return,
        };
        let Ok(place) = place else { return };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => return,
        };
        match accepted {
            Ok((stream, _)) => {
                tokio::spawn(connection(stream, service.clone(), place));
            }
            // Out of file handles, most likely: others will be given back in a while.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// Waits for Ctrl+C, or for being told to end.
async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}

async fn connection(
    stream: TcpStream,
    service: TowerToHyperService<Router>,
    _place: OwnedSemaphorePermit,
) {
    let _ = stream.set_nodelay(true);
    let serving = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(MAX_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let mut serving = std::pin::pin!(serving);
    tokio::select! {
        _ = serving.as_mut() => return,
        () = tokio::time::sleep(CONNECTION_TIME) => {}
    }
    serving.as_mut().graceful_shutdown();
    let _ = tokio::time::timeout(ENDING_TIME, serving).await;
}

type Shared = State<Arc<App>>;

/// Sees to it that a call comes from somebody who may call.
fn caller(app: &App, request: &Request) -> Result<Option<usize>, Refused> {
    let clients = app.clients.as_ref();
    clients
        .map(|clients| clients.caller(request.headers()))
        .transpose()
}

/// Receives a question: all that the contract demands before its content is looked at.
async fn receive(request: Request) -> Result<(hyper::HeaderMap, hyper::body::Bytes), Refused> {
    let (head, body) = request.into_parts();
    request::is_json(&head.headers)?;
    request::correlation(&head.headers)?;
    let body = request::body(body, request::MAX_BODY).await?;
    Ok((head.headers, body))
}

async fn question(app: Shared, Path(prefix): Path<String>, request: Request) -> Response {
    let Some((at, _)) = app.producer(&prefix) else {
        return reply::error(404, None);
    };
    if request.method() != Method::POST {
        return reply::wrong_method("POST");
    }
    if let Err(refused) = caller(&app, &request) {
        return *refused;
    }
    match receive(request).await {
        Ok((headers, body)) => producer::ask(&app, at, &headers, &body).await,
        Err(refused) => *refused,
    }
}

async fn relayed(app: Shared, request: Request) -> Response {
    if request.method() != Method::POST {
        return reply::wrong_method("POST");
    }
    let consumer = match caller(&app, &request) {
        Ok(consumer) => consumer,
        Err(refused) => return *refused,
    };
    match receive(request).await {
        Ok((headers, body)) => relay::ask(&app, &headers, &body, consumer).await,
        Err(refused) => *refused,
    }
}

async fn feeding(app: Shared, Path(prefix): Path<String>, request: Request) -> Response {
    let Some((at, _)) = app.producer(&prefix) else {
        return reply::error(404, None);
    };
    let (head, body) = request.into_parts();
    producer::events(&app, at, &head.method, &head.headers, body).await
}

async fn one_event(
    app: Shared,
    Path((prefix, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    match app.producer(&prefix) {
        Some((at, _)) => producer::event(&app, at, &id, request.method()).await,
        None => reply::error(404, None),
    }
}

async fn producers(app: Shared, request: Request) -> Response {
    if !is_reading(request.method()) {
        return reply::wrong_method("GET");
    }
    let all = (0..app.producers.len()).filter_map(|at| u16::try_from(at).ok());
    let all = all.map(|at| producer::about(&app, at)).collect();
    reply::pretty(200, &serde_json::Value::Array(all))
}

async fn about(app: Shared, Path(prefix): Path<String>, request: Request) -> Response {
    if !is_reading(request.method()) {
        return reply::wrong_method("GET");
    }
    match app.producer(&prefix) {
        Some((at, _)) => reply::pretty(200, &producer::about(&app, at)),
        None => reply::error(404, None),
    }
}

async fn registered(app: Shared, Path(path): Path<String>, request: Request) -> Response {
    if !is_reading(request.method()) {
        return reply::wrong_method("GET");
    }
    register::answer(&app, &path, &base(&request))
}

async fn register_whole(app: Shared, request: Request) -> Response {
    registered(app, Path(String::new()), request).await
}

async fn token(app: Shared, request: Request) -> Response {
    let Some(clients) = &app.clients else {
        return reply::error(404, None);
    };
    let (head, body) = request.into_parts();
    clients.token(&head.method, &head.headers, body).await
}

/// The site, the consumer page, and what there isn't.
async fn everything_else(app: Shared, request: Request) -> Response {
    let path = request.uri().path();
    if let Some(inner) = path.strip_prefix(super::site::BASE) {
        if !is_reading(request.method()) {
            return reply::wrong_method("GET");
        }
        let Ok(inner) = percent_decoded(inner) else {
            return reply::error(400, None);
        };
        let app = Arc::clone(&app.0);
        // A page takes a while to make: other work goes on meanwhile.
        let made = tokio::task::spawn_blocking(move || app.site.answer(&inner)).await;
        return made.unwrap_or_else(|_| reply::error(500, None));
    }
    if is_reading(request.method()) && !path.ends_with(OPERATION) {
        let query = request.uri().query().unwrap_or("");
        let Ok(path) = percent_decoded(path) else {
            return reply::error(400, None);
        };
        if let Some(response) = front::answer(&app, &path, query).await {
            return response;
        }
        // A browser gets a page to read, a program the standard's error.
        let accepts = request.headers().get(hyper::header::ACCEPT);
        if accepts.is_some_and(|it| it.as_bytes().windows(9).any(|it| it == b"text/html")) {
            return front::not_found(&app, &path);
        }
    }
    reply::error(404, None)
}

async fn index_status(app: Shared, request: Request) -> Response {
    if !is_reading(request.method()) {
        return reply::wrong_method("GET");
    }
    front::status(&app)
}

async fn index_search(app: Shared, request: Request) -> Response {
    if request.method() != Method::POST {
        return reply::wrong_method("POST");
    }
    let (head, body) = request.into_parts();
    if let Err(refused) = request::is_json(&head.headers) {
        return *refused;
    }
    match request::body(body, request::MAX_BODY).await {
        Ok(body) => front::search(&app, &head.headers, &body),
        Err(refused) => *refused,
    }
}

fn is_reading(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

fn percent_decoded(path: &str) -> Result<String, std::str::Utf8Error> {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8()?;
    Ok(decoded.into_owned())
}

/// The address that the caller used for this server.
fn base(request: &Request) -> String {
    let host = request.headers().get(hyper::header::HOST);
    let host = host.and_then(|it| it.to_str().ok()).unwrap_or("127.0.0.1");
    format!("http://{host}")
}
