//! The link that a start in a terminal prints while nobody may administer: it makes one account, once.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use tests::{
    World,
    accounts::{PASSWORD, account},
    bruecke, worlds,
};

const PTY: &str = "import pty, sys; pty.spawn(sys.argv[1:])";

/// A server in a terminal of its own.
struct Terminal {
    process: Child,
    link: Option<String>,
}

impl Terminal {
    /// Starts it, and reads what it prints until it says how it is stopped; with a link for the first administrator
    /// until that.
    fn start(folder: &Path, database: &str, is_link_expected: bool) -> Self {
        let mut process = Command::new("python3")
            .args(["-c", PTY])
            .arg(bruecke())
            .args(["serve", "--database", database, "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0"])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 can be started");
        let output = process.stdout.take().expect("stdout is piped");
        let (mut link, mut told) = (None, String::new());
        let mut lines = BufReader::new(output).lines();
        for line in lines.by_ref() {
            let line = line.expect("a line");
            told.push_str(&line);
            link = link.or(line.split_whitespace().find(|word| word.contains("/first-admin/")).map(str::to_owned));
            if line.contains("Ctrl-C stops it") {
                break;
            }
        }
        assert_eq!(link.is_some(), is_link_expected, "{told}");
        // Keep the pipe empty, so that the server never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, link }
    }

    fn link(&self) -> String {
        self.link.clone().expect("a link")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // With the terminal its server ends.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

async fn send(link: &str, email: &str, password: &str) -> (u16, String) {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let form = [("email", email), ("name", "Bea"), ("new-password", password)];
    let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = client.post(link).header("content-type", "application/x-www-form-urlencoded").body(form);
    let answer = request.send().await.expect("an answer");
    (answer.status().as_u16(), answer.text().await.expect("text"))
}

async fn status(link: &str) -> u16 {
    reqwest::get(link).await.expect("an answer").status().as_u16()
}

#[tokio::test]
async fn whoever_starts_the_service_becomes_its_first_administrator() {
    for world in worlds().await {
        let World { folder, database, server, .. } = &world;
        assert!(!server.log().contains("/first-admin/"), "a log that is collected holds no key");
        let terminal = Terminal::start(folder.path(), &database.url, true);
        let link = terminal.link();
        let page = reqwest::get(&link).await.expect("an answer");
        assert_eq!(
            (page.status().as_u16(), &page.headers()["cache-control"]),
            (200, &"no-store".parse().expect("a value"))
        );
        assert_eq!(page.headers()["referrer-policy"], "no-referrer");
        for language in ["tr", "ar", "uk", "ro", "pl", "en"] {
            assert_eq!(status(&format!("{link}?language={language}")).await, 200, "opening it changes nothing");
        }
        let (refused, told) = send(&link, "keine <Adresse>", PASSWORD).await;
        assert!(
            refused == 422 && told.contains("keine &lt;Adresse&gt;") && told.contains("name@example.org"),
            "{told}"
        );
        assert_eq!(send(&link, "bea@stelle.example", "kurz").await.0, 422);
        assert_eq!(status(&format!("{link}A")).await, 410);

        let (one, two) =
            tokio::join!(send(&link, "bea@stelle.example", PASSWORD), send(&link, "eve@stelle.example", PASSWORD));
        let mut both = [one.0, two.0];
        both.sort_unstable();
        assert_eq!(both, [303, 410], "{} {}", one.1, two.1);
        assert_eq!(status(&link).await, 410);
        let email = if one.0 == 303 { "bea@stelle.example" } else { "eve@stelle.example" };
        let sign_in = server.request("POST", "/auth/login");
        let sign_in = sign_in.json(&serde_json::json!({ "email": email, "password": PASSWORD }));
        assert_eq!(server.send(sign_in).await.json()["role"], "admin");
        drop(Terminal::start(folder.path(), &database.url, false));
    }
}

#[tokio::test]
async fn an_account_that_is_made_on_the_command_line_ends_the_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = "sqlite://first-admin.db";
    let terminal = Terminal::start(folder.path(), database, true);
    account(folder.path(), database, "admin", "bea@stelle.example", &[]);
    assert_eq!(status(&terminal.link()).await, 410);
    assert_eq!(send(&terminal.link(), "eve@stelle.example", PASSWORD).await.0, 410);
}
