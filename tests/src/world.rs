//! A server over a demo directory with an editor, and short ways to make and see things.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    Database, Server,
    accounts::{account, done, token, told},
    databases, run,
};

/// What most payloads are asked for.
pub const ENTRY: &str = "entry { id slug status version }";

/// A server over a demo directory, with an editor.
#[derive(Debug)]
pub struct World {
    /// The database behind it.
    pub database: Database,
    /// Where it runs.
    pub folder: TempDir,
    /// The server.
    pub server: Server,
    /// The token of an editor.
    pub editor: String,
}

/// One over each kind of database.
pub async fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        run(folder.path(), &["demo", "--database", &database.url]).ok();
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        worlds.push(World { database, folder, server, editor });
    }
    worlds
}

impl World {
    /// A mutation by the editor that must be done: its payload.
    pub async fn done(&self, mutation: &str, input: Value, selection: &str) -> Value {
        done(&self.server, &self.editor, mutation, input, selection).await
    }

    /// A published organisation.
    pub async fn organisation(&self, name: &str) -> Value {
        let input = json!({ "name": name, "kind": "culture", "publish": true });
        self.done("createOrganisation", input, ENTRY).await["entry"].take()
    }

    /// Somebody with an account of a role: a token.
    pub fn somebody(&self, role: &str, email: &str) -> String {
        account(self.folder.path(), &self.database.url, role, email, &[])
    }

    /// A member who speaks for an actor: a token.
    pub fn member(&self, actor: &Value, email: &str) -> String {
        let slug = actor["slug"].as_str().expect("a slug");
        account(self.folder.path(), &self.database.url, "member", email, &["--actor", slug])
    }

    /// A token of the editor that only reads.
    pub fn reader(&self) -> String {
        token(self.folder.path(), &self.database.url, "read", "ada@stelle.example")
    }

    /// What the public sees of an actor.
    pub async fn public(&self, slug: &str) -> Value {
        let query = "query($slug: String!) { actor(slug: $slug) { name version cooperations { totalCount } } }";
        told(&self.server, "", query, json!({ "slug": slug })).await["data"]["actor"].take()
    }

    /// What somebody is told below `viewer`, without errors.
    ///
    /// # Panics
    /// When there are any.
    pub async fn read(&self, token: &str, selection: &str, variables: Value) -> Value {
        let mut answer = self.ask_viewer(token, selection, variables).await;
        assert_eq!(answer.get("errors"), None, "{selection}: {answer}");
        answer["data"]["viewer"].take()
    }

    /// The whole answer below `viewer`. Variables: `$id: ID!`, `$after: String` and `$before: String` as
    /// far as they are given.
    pub async fn ask_viewer(&self, token: &str, selection: &str, variables: Value) -> Value {
        let declared = [("id", "ID!"), ("after", "String"), ("before", "String")];
        let declared = declared.iter().filter(|(name, _)| variables.get(name).is_some());
        let declared: Vec<String> = declared.map(|(name, ty)| format!("${name}: {ty}")).collect();
        let head = if declared.is_empty() { String::new() } else { format!("query({})", declared.join(", ")) };
        told(&self.server, token, &format!("{head} {{ viewer {{ {selection} }} }}"), variables).await
    }
}
