//! The ceiling of the load measurement: a bare axum handler that reads a request and returns the
//! bytes of a file. Usage: `bare-handler ADDRESS:PORT FILE`.

use axum::{Router, body::Bytes, http::header, routing::post};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bare-handler ADDRESS:PORT FILE".into());
    };
    let answer = Bytes::from(std::fs::read(file)?);
    let handler = move |_question: Bytes| async move { ([(header::CONTENT_TYPE, "application/json")], answer) };
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener, Router::new().route("/graphql", post(handler))).await?;
    Ok(())
}
