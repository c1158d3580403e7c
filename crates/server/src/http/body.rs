//! Reading the body of a request: its size, its coding, and what the client learns when it does not come.

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
};
use futures_util::StreamExt;
use thiserror::Error;

use crate::http::{api_error::ApiError, connections::BodyTimeout};

/// How much of a body that is too large is read before the connection is given up, bytes.
const DRAINED: usize = 32 * 1024 * 1024;

/// Why a body was not read.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ReadBodyError {
    /// It is compressed, or coded in another way.
    #[error(
        "the request body must not be compressed: Content-Encoding is {0:?}, allowed is identity, or no such field"
    )]
    Coding(String),
    /// It is larger than this.
    #[error("the request body is larger than the {0} bytes allowed")]
    TooLarge(usize),
    /// It did not come in time.
    #[error("the request body did not come in time: {0}")]
    Timeout(BodyTimeout),
    /// The connection broke.
    #[error("the request body was cut off")]
    CutOff,
}

impl ReadBodyError {
    /// The status that tells it.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Coding(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Timeout(_) => StatusCode::REQUEST_TIMEOUT,
            Self::CutOff => StatusCode::BAD_REQUEST,
        }
    }

    const fn code(&self) -> &'static str {
        match self {
            Self::Coding(_) => "UNSUPPORTED_MEDIA_TYPE",
            Self::TooLarge(_) => "LIMIT_BODY",
            Self::Timeout(_) => "LIMIT_BODY_TIME",
            Self::CutOff => "BAD_REQUEST",
        }
    }
}

impl From<ReadBodyError> for ApiError {
    fn from(error: ReadBodyError) -> Self {
        let refusal = Self::new(error.status(), error.code(), error.to_string());
        match error {
            // Which codings would be taken (RFC 9110, section 12.5.3).
            ReadBodyError::Coding(_) => {
                refusal.with_header(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"))
            }
            _ => refusal,
        }
    }
}

/// Reads a body of at most `limit` bytes. What is too large is read to its end and thrown away, up to
/// 32 MiB: a client that is still sending would never see the refusal.
///
/// # Errors
/// [`ReadBodyError`], which becomes a [`ApiError`].
pub async fn read_body(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, ReadBodyError> {
    check_coding(headers)?;
    let mut chunks = body.into_data_stream();
    let (mut first, mut joined, mut total) = (Bytes::new(), Vec::new(), 0);
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|error| timeout(&error).map_or(ReadBodyError::CutOff, ReadBodyError::Timeout))?;
        total += chunk.len();
        if total > limit + DRAINED {
            break;
        }
        if total > limit {
            joined = Vec::new();
        } else if first.is_empty() {
            first = chunk;
        } else {
            if joined.is_empty() {
                joined.extend_from_slice(&first);
            }
            joined.extend_from_slice(&chunk);
        }
    }
    if total > limit {
        return Err(ReadBodyError::TooLarge(limit));
    }
    Ok(if joined.is_empty() { first } else { joined.into() })
}

/// Bodies are taken as they are: what is compressed could be a thousand times as large as it looks.
fn check_coding(headers: &HeaderMap) -> Result<(), ReadBodyError> {
    let lines = headers.get_all(header::CONTENT_ENCODING).iter();
    let mut codings = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b',')).map(<[u8]>::trim_ascii);
    match codings.find(|coding| !coding.is_empty() && !coding.eq_ignore_ascii_case(b"identity")) {
        Some(coding) => {
            let coding = String::from_utf8_lossy(coding).chars().take(60).collect();
            Err(ReadBodyError::Coding(coding))
        }
        None => Ok(()),
    }
}

/// The time limit that ended a body, if one did.
fn timeout(error: &axum::Error) -> Option<BodyTimeout> {
    let causes = std::iter::successors(Some(error as &dyn std::error::Error), |error| error.source());
    causes.filter_map(|error| error.downcast_ref::<BodyTimeout>()).copied().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(coding: Option<&'static str>, body: &'static str, limit: usize) -> Result<Bytes, ReadBodyError> {
        let coding = coding.map(|coding| (header::CONTENT_ENCODING, HeaderValue::from_static(coding)));
        read_body(&coding.into_iter().collect(), Body::from(body), limit).await
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_the_limit_and_uncoded_only() {
        assert_eq!(read(None, "12345", 5).await.as_deref(), Ok(b"12345".as_slice()));
        assert_eq!(read(Some("Identity"), "1", 5).await.as_deref(), Ok(b"1".as_slice()));
        assert_eq!(read(None, "123456", 5).await, Err(ReadBodyError::TooLarge(5)));
        for (coding, named) in [("gzip", "gzip"), ("identity, br", "br"), ("x-unknown", "x-unknown")] {
            assert_eq!(read(Some(coding), "1", 5).await, Err(ReadBodyError::Coding(named.to_owned())));
        }
    }
}
