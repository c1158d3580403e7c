//! Looking whether the websites of actors answer: which to look at, and writing down what came of it.
//! Asking them is the business of whoever can make requests.

use chrono::{DateTime, Duration, Utc};
use domain::{Actor, ActorId, LifeStatus};
use futures_util::TryStreamExt;
use store::{WebsiteCheck, WebsiteOutcome};

use crate::{Curation, CurationError, Editor, command_span::command};

/// What is not as it should be is looked at again after so many days: many troubles pass.
const TROUBLED_AGAIN: i64 = 3;
/// Who asks to come back later is believed between an hour and a week.
const LATER: (i64, i64) = (3600, 7 * 86_400);

/// A website to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Website {
    /// Whose.
    pub actor: ActorId,
    /// Its address.
    pub url: String,
}

/// What came of looking at a website.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// In a word.
    pub outcome: WebsiteOutcome,
    /// The last HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// Where it has moved to for good.
    pub leads_to: Option<String>,
    /// How many seconds it asked us to stay away.
    pub stay_away_seconds: Option<u64>,
}

impl Curation {
    /// The websites of published actors that nobody has looked at for long, or never at this address:
    /// those never looked at first, at most `limit` of them. Reads every actor once, and forgets looks
    /// at what is no longer there.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn websites_to_look_at(&self, by: &Editor, limit: usize) -> Result<Vec<Website>, CurationError> {
        command("websites_to_look_at", async {
            let now = self.sources.now();
            let mut checks = self.store.website_checks().await?;
            let mut found: Vec<(Option<DateTime<Utc>>, Website)> = Vec::new();
            let mut actors = self.store.all::<Actor>().await?;
            while let Some(actor) = actors.try_next().await? {
                let Some(url) = actor.data.website.as_ref().filter(|_| actor.data.status == LifeStatus::Published)
                else {
                    continue;
                };
                let check = checks.remove(&actor.id).filter(|check| check.url == url.as_str());
                let last = check.as_ref().map(|check| check.checked_at);
                if check.is_none_or(|check| check.next_at <= now) {
                    found.push((last, Website { actor: actor.id, url: url.to_string() }));
                }
            }
            drop(actors);
            if !checks.is_empty() {
                let gone: Vec<ActorId> = checks.into_keys().collect();
                let mut work = self.begin(by, None).await?;
                work.writer.forget_website_checks(&gone).await?;
                work.finish(()).await?;
            }
            found.sort_by_key(|(last, website)| (*last, website.actor));
            Ok(found.into_iter().take(limit).map(|(_, website)| website).collect())
        })
        .await
    }

    /// Writes down what came of looking at a website; it is looked at again after `again_after_days`,
    /// sooner where something is wrong.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn note_website(
        &self,
        by: &Editor,
        website: &Website,
        look: &Look,
        again_after_days: u32,
    ) -> Result<(), CurationError> {
        command("note_website", async {
            let mut work = self.begin(by, None).await?;
            let before =
                work.writer.view().website_check(website.actor).await?.filter(|check| check.url == website.url);
            let troubled_before = before.and_then(|check| check.troubled_since);
            let now = self.sources.now();
            let days = Duration::days(again_after_days.into());
            let pause = match look.outcome {
                WebsiteOutcome::Fine => days,
                WebsiteOutcome::Later => {
                    let asked = look.stay_away_seconds.and_then(|seconds| i64::try_from(seconds).ok());
                    Duration::seconds(asked.unwrap_or_default().clamp(LATER.0, LATER.1))
                }
                _ => days.min(Duration::days(TROUBLED_AGAIN)),
            };
            let check = WebsiteCheck {
                actor: website.actor,
                url: website.url.clone(),
                checked_at: now,
                next_at: now + pause,
                outcome: look.outcome,
                status: look.status,
                leads_to: look.leads_to.clone(),
                troubled_since: match look.outcome {
                    WebsiteOutcome::Fine => None,
                    WebsiteOutcome::Later => troubled_before,
                    _ => troubled_before.or(Some(self.today())),
                },
            };
            work.writer.save_website_check(&check).await?;
            work.finish(()).await?;
            Ok(())
        })
        .await
    }
}
