//! What the README promises is what the server does.

use serde_json::Value;
use tests::Server;

/// The text between two marks behind a heading mark.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).expect(start) + start.len();
    &text[from..from + text[from..].find(end).expect(end)]
}

#[tokio::test]
async fn the_question_at_the_top_of_the_readme_has_the_answer_that_stands_there() {
    let readme = include_str!("../../README.md");
    let question = between(readme, "--data-urlencode 'query=", "'\n```");
    let promised: Value = serde_json::from_str(between(readme, "```json\n", "\n```")).expect("the answer is JSON");
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    let answer = server.post(question).await.json();
    assert_eq!(answer, promised, "write the answer anew:\n{answer:#}");
}
