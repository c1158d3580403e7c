//! Settings of whom the service tells of changes.

use std::path::PathBuf;

use serde::Deserialize;
use toml::Spanned;
use url::Url;

/// A receiver that is told of every public change.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhook {
    /// Where the changes are sent to.
    pub url: Spanned<Url>,
    /// The file that holds the secret that both sides know.
    pub secret_file: PathBuf,
    /// Whether the address may lie on this machine or in its own network, and go without encryption.
    #[serde(default)]
    pub allow_private: bool,
}

/// What is wrong with the webhooks, each with its place in the file.
pub(super) fn complaints(webhooks: &[Webhook]) -> Vec<(usize, String)> {
    let mut wrong = Vec::new();
    for (nth, webhook) in webhooks.iter().enumerate() {
        let (url, at) = (webhook.url.get_ref(), webhook.url.span().start);
        let allowed = if webhook.allow_private { &["https", "http"][..] } else { &["https"] };
        if !allowed.contains(&url.scheme()) {
            wrong.push((at, format!("url {url} is not allowed: it begins with {}", allowed.join(" or "))));
        }
        if !url.username().is_empty() || url.password().is_some() {
            wrong.push((at, "url holds a user name or a password: allowed is one without".to_owned()));
        }
        if webhooks[..nth].iter().any(|other| other.url.get_ref() == url) {
            wrong.push((at, format!("url {url} stands twice")));
        }
    }
    wrong
}
