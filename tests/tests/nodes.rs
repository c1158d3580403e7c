//! Several nodes over one database: work that must be done once is done by one of them, and by another when that is gone.

use std::{
    fs,
    time::{Duration, Instant},
};

use serde_json::json;
use tempfile::TempDir;
use tests::{
    Peer, Server,
    accounts::account,
    databases,
    mail::{mail_folder, organisation},
};
use uuid::Uuid;

/// A folder whose node sends reminders, so many in an hour of all nodes together.
fn folder(port: u64, per_hour: usize) -> TempDir {
    let settings =
        format!("encryption = \"none\"\n[reminders]\nfirst_after_days = 0\nsend = true\nper_hour = {per_hour}\n");
    mail_folder(port, &settings)
}

/// Organisations about which a mail is due.
async fn fill(database: &str, editor: &str, names: impl Iterator<Item = usize>) {
    // What reminds nobody fills the directory.
    let quiet = tempfile::tempdir().expect("a folder");
    fs::write(quiet.path().join("bruecke.toml"), "").expect("written");
    let server = Server::start(quiet.path(), database);
    for at in names {
        let email = json!({ "email": format!("kreis{at}@kreis.example") });
        organisation(&server, editor, &format!("Kreis {at}"), email).await;
    }
}

/// Which of some nodes does the work of a task, as they tell it in their metrics.
async fn holders(nodes: &[&Server]) -> Vec<usize> {
    let mut holders = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        if node.metrics().await.text.contains("bruecke_task_lease{task=\"reminders\"} 1") {
            holders.push(at);
        }
    }
    holders
}

async fn wait_for_holder(nodes: &[&Server]) -> usize {
    let started = Instant::now();
    loop {
        if let [holder] = holders(nodes).await[..] {
            return holder;
        }
        assert!(started.elapsed() < Duration::from_secs(90), "nobody does the work");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

fn recipients(post: &Peer) -> Vec<String> {
    let mut to: Vec<String> =
        post.news().iter().map(|mail| mail["to"][0].as_str().expect("an address").to_owned()).collect();
    to.sort_unstable();
    to
}

#[tokio::test]
async fn of_two_nodes_one_sends_each_reminder_once_and_the_other_goes_on_when_it_is_killed() {
    for database in databases().await {
        let post = Peer::start("smtp", &json!({}));
        let folder = folder(post.port(), 5);
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        fill(&database.url, &editor, 0..3).await;
        let mut nodes = [Server::start(folder.path(), &database.url), Server::start(folder.path(), &database.url)];
        let holder = wait_for_holder(&[&nodes[0], &nodes[1]]).await;
        post.wait_for(3).await;
        assert_eq!(holders(&[&nodes[0], &nodes[1]]).await, [holder], "one at a time");

        // More than may be sent in this hour become due, and the holder goes without a word.
        nodes[holder].process().kill().expect("it runs");
        fill(&database.url, &editor, 3..9).await;
        let other = 1 - holder;
        assert_eq!(wait_for_holder(&[&nodes[other]]).await, 0, "the other takes over");
        post.wait_for(5).await;
        let again = Server::start(folder.path(), &database.url);
        tokio::time::sleep(Duration::from_secs(2)).await;
        let to = recipients(&post);
        let mut once = to.clone();
        once.dedup();
        assert_eq!((to.len(), once.len()), (5, 5), "so many of all nodes in an hour, and none twice: {to:?}");
        assert_eq!(holders(&[&nodes[other], &again]).await, [0]);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_node_that_is_stopped_makes_way_at_once() {
    for database in databases().await {
        let post = Peer::start("smtp", &json!({}));
        let folder = folder(post.port(), 5);
        let mut node = Server::start(folder.path(), &database.url);
        wait_for_holder(&[&node]).await;
        let (store, another) = (database.store().await, Uuid::now_v7());
        assert_eq!(store.acquire_task_lease("reminders", another, Duration::ZERO).await.expect("asked"), None);
        let process = node.process();
        let id = rustix::process::Pid::from_child(process);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).expect("it runs");
        assert!(process.wait().expect("it ends").success());
        let lease = store.acquire_task_lease("reminders", another, Duration::ZERO).await.expect("asked");
        assert!(lease.is_some(), "it was given back");
    }
}
