//! Mail that the program sends: a folder with its settings, entries that can be written to, and what stands in it.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Answer, Server, accounts::done};

/// Where the service is, as its settings say it.
pub const ORIGIN: &str = "https://netzwerk.example.org";

/// A folder whose settings name a mail server of this machine, and end with `more`.
pub fn mail_folder(port: u64, more: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = format!(
        "[http]\norigin = \"{ORIGIN}\"\n[directory]\ntitle = {{ de = \"Netz Herne\", en = \"Net Herne\" }}\n\
         [mail]\nhost = \"127.0.0.1\"\nport = {port}\nfrom = \"Netz Herne <netz@example.org>\"\n{more}"
    );
    fs::write(folder.path().join("bruecke.toml"), settings).expect("written");
    folder
}

/// The same for mail about what happens, sent at once; `more` says which.
pub fn notification_folder(port: u64, more: &str) -> TempDir {
    mail_folder(port, &format!("encryption = \"none\"\n[notifications]\ndelay_seconds = 0\n{more}"))
}

/// An organisation of these fields, published unless they say otherwise.
pub async fn organisation(server: &Server, editor: &str, name: &str, more: Value) -> Value {
    let mut input = json!({ "name": name, "kind": "culture", "publish": true });
    input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    done(server, editor, "createOrganisation", input, "entry { id slug version }").await["entry"].take()
}

/// The path of the link in a mail that begins so, without its language.
pub fn link_in(mail: &Value, path: &str) -> String {
    let text = mail["text"].as_str().expect("a text");
    let start = format!("{ORIGIN}{path}");
    let line = text.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("no {path} in {text}"));
    line[ORIGIN.len()..].split('?').next().expect("a path").to_owned()
}

/// Sends a form as a browser does.
pub async fn send_form(server: &Server, path: &str, fields: &[(&str, &str)]) -> Answer {
    let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = server.request("POST", path).header("content-type", "application/x-www-form-urlencoded");
    server.send(request.body(form)).await
}
