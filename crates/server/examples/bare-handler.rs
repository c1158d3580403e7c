//! The ceiling of the load measurement: a bare axum handler that reads any request and returns the
//! bytes of a file. Usage: `bare-handler ADDRESS:PORT FILE`.

use axum::{Router, body::Bytes, http::header};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bare-handler ADDRESS:PORT FILE".into());
    };
    let answer = Bytes::from(std::fs::read(file)?);
    let handler = move |_question: Bytes| async move { ([(header::CONTENT_TYPE, "application/octet-stream")], answer) };
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener, Router::new().fallback(handler)).await?;
    Ok(())
}
