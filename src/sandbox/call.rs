//! Calls to producers: those of the sandbox itself, and real ones that take part from
//! somewhere else. All of them are waited for no longer than the time limit, and no answer
//! grows without end.

use super::app::App;
use super::producer;
use super::wire::OPERATION;
use axum::body::Body;
use http_body_util::{BodyExt as _, Limited};
use hyper::HeaderMap;
use hyper::body::Bytes;
use reqwest::Url;
use std::net::IpAddr;
use std::time::Duration;

/// Largest answer of a producer.
const MAX_ANSWER: usize = 16 * 1024 * 1024;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failed {
    /// It took too long.
    Late,
    /// Nobody could be reached.
    Unreached,
    /// The answer was cut off.
    Cut,
    /// The answer is too large, or isn't what the standard says.
    Nonsense,
    /// An error, with its status code.
    Status(u16),
}

/// Makes the calls.
pub(super) struct Caller {
    /// For addresses on this computer, which no proxy knows.
    near: reqwest::Client,
    far: reqwest::Client,
}

impl Caller {
    /// # Errors
    /// When the certificates that the system trusts can't be read.
    pub(super) fn new(time_limit: Duration) -> Result<Self, reqwest::Error> {
        // A second installation changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = || {
            reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .connect_timeout(time_limit)
                .user_agent(concat!("katalog/", env!("CARGO_PKG_VERSION")))
        };
        Ok(Self {
            near: client().no_proxy().build()?,
            far: client().build()?,
        })
    }

    fn client(&self, url: &Url) -> &reqwest::Client {
        let host = url.host_str().unwrap_or("");
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let near = bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|it| it.is_loopback());
        if near { &self.near } else { &self.far }
    }
}

/// Reads where a producer is: the address below which its operation lies, or that of the
/// operation itself.
pub(super) fn read_endpoint(text: &str) -> Option<Url> {
    let mut url = Url::parse(text).ok()?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return None;
    }
    let path = url.path().trim_end_matches('/');
    if path.rsplit('/').next() != Some(OPERATION) {
        let path = format!("{path}/{OPERATION}");
        url.set_path(&path);
    }
    Some(url)
}

/// Asks a producer.
pub(super) async fn call(
    app: &App,
    at: u16,
    headers: &HeaderMap,
    body: Bytes,
) -> Result<Bytes, Failed> {
    let asked = async {
        match &app.producers[usize::from(at)].elsewhere {
            None => {
                let response = producer::ask(app, at, headers, &body).await;
                let code = response.status().as_u16();
                if code != 200 {
                    return Err(Failed::Status(code));
                }
                read(response.into_body()).await
            }
            Some(url) => {
                let client = app.calls.client(url);
                let request = client.post(url.clone()).headers(headers.clone()).body(body);
                let response = request.send().await.map_err(|_| Failed::Unreached)?;
                let code = response.status().as_u16();
                if code != 200 {
                    return Err(Failed::Status(code));
                }
                read(Body::new(reqwest::Body::from(response))).await
            }
        }
    };
    match tokio::time::timeout(app.time_limit, asked).await {
        Ok(answer) => answer,
        Err(_) => Err(Failed::Late),
    }
}

async fn read(body: Body) -> Result<Bytes, Failed> {
    match Limited::new(body, MAX_ANSWER).collect().await {
        Ok(whole) => Ok(whole.to_bytes()),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => Err(Failed::Nonsense),
        Err(_) => Err(Failed::Cut),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn endpoints_are_bases_or_operations() {
        let read = |text| super::read_endpoint(text).map(|url| url.to_string());
        let whole = Some("https://a.example/v1/kundhandelseFragaSynkron".to_owned());
        assert_eq!(read("https://a.example/v1"), whole);
        assert_eq!(read("https://a.example/v1/"), whole);
        assert_eq!(read("https://a.example/v1/kundhandelseFragaSynkron"), whole);
        for bad in ["", "a.example", "ftp://a.example", "file:///etc/passwd"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
