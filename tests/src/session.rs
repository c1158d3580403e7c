//! Pages as a browser asks for them that somebody is signed in with: cookies, forms, and no redirect is followed.

use reqwest::{RequestBuilder, redirect::Policy};

use crate::{Answer, Server, World, accounts::PASSWORD, run_reading};

/// A request that is not taken further than it goes by itself.
fn request(server: &Server, method: &str, path: &str, cookie: &str) -> RequestBuilder {
    let client = reqwest::Client::builder().redirect(Policy::none()).build().expect("a client");
    let request = client.request(method.parse().expect("a method"), format!("{}{path}", server.base()));
    request.header("cookie", cookie)
}

/// A page.
pub async fn get(server: &Server, path: &str, cookie: &str) -> Answer {
    server.send(request(server, "GET", path, cookie)).await
}

/// Sends a form as a page of this origin would.
pub async fn send_from(server: &Server, origin: &str, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = request(server, "POST", path, cookie).header("origin", origin);
    server.send(request.header("content-type", "application/x-www-form-urlencoded").body(form)).await
}

/// Sends a form as a page of the server would.
pub async fn send(server: &Server, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    send_from(server, server.base(), path, cookie, fields).await
}

/// The cookies of an answer as a browser sends them back.
pub fn cookies(answer: &Answer) -> String {
    let lines = answer.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
    lines.filter_map(|line| line.split(';').next()).collect::<Vec<_>>().join("; ")
}

/// Makes an account of a role, with flags of `bruecke user add`, and signs in: the answer to the form, and the cookie.
pub async fn sign_in(world: &World, role: &str, flags: &[&str], email: &str) -> (Answer, String) {
    let add = ["user", "add", "--database", &world.database.url, "--role", role];
    run_reading(world.folder.path(), &[&add, flags, &[email]].concat(), PASSWORD).ok();
    let answer = send(&world.server, "/login?language=de", "", &[("email", email), ("password", PASSWORD)]).await;
    let cookie = cookies(&answer);
    (answer, cookie)
}
