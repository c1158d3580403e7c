//! What the service does by itself beside answering, for as long as it runs.
//!
//! Most of it every node does for itself, or the nodes agree on each piece: a mail of the outbox is taken by one of them and
//! a digest is there once a day by a key of its table, a webhook has the time of its next try, backups and scrubbing hold a
//! lock of the database. What is done in runs over all entries, so much in an hour (reminders, looks at websites), is
//! done by the node that holds the lease of the task.
//!
//! - `account_links`, `erasure` forget and clean up; [`backups`] writes them and makes them in their time
//! - [`demand`] sums what was asked for in vain; [`disk_space`] how much room is left
//! - [`reminders`], [`outbox`] send mail; [`webhooks`] tell partners; [`websites`] looks whether they answer
//!
//! The next one is a file here with a `run`, and a line in [`BackgroundTasks::start`].

mod account_links;
pub mod backups;
pub mod demand;
pub mod disk_space;
mod erasure;
mod hourly;
mod lease;
pub mod outbox;
pub mod reminders;
mod span;
pub mod webhooks;
pub mod websites;

use std::sync::Arc;

use store::Store;
use thiserror::Error;
use tokio::task::JoinSet;
use uuid::Uuid;

use self::{
    backups::{BackupFileError, BackupSchedule},
    outbox::{OutboxError, OutboxSender},
    reminders::{RemindError, Reminders},
    webhooks::{WebhookError, WebhookSender},
    websites::{Websites, WebsitesError},
};
use crate::{http::state::AppState, settings::File, wiring};

/// Why a background task cannot start.
#[derive(Debug, Error)]
pub enum TaskError {
    /// Reminders cannot be sent.
    #[error(transparent)]
    Reminders(#[from] RemindError),
    /// Websites cannot be looked at.
    #[error("the websites of actors cannot be looked at")]
    Websites(#[source] WebsitesError),
    /// Partners cannot be told of changes.
    #[error("webhooks cannot be sent")]
    Webhooks(#[source] WebhookError),
    /// The mails of the outbox cannot be sent.
    #[error("mail cannot be sent")]
    Outbox(#[source] OutboxError),
    /// Backups cannot be made.
    #[error(transparent)]
    Backups(#[from] BackupFileError),
}

/// The tasks of this process, which holds its leases under an id of its own.
#[derive(Debug)]
pub struct BackgroundTasks {
    store: Store,
    owner: Uuid,
    running: JoinSet<()>,
}

impl PreparedTasks {
    /// Prepares what the settings ask for; nothing is done before [`BackgroundTasks::start`].
    ///
    /// # Errors
    /// [`TaskError`] with what is missing in the settings.
    pub fn new(store: &Store, file: &File) -> Result<Self, TaskError> {
        let curation = || wiring::curation(store.clone(), file);
        let sends = file.notifications.first_sending_setting().is_some();
        Ok(Self {
            accounts: wiring::accounts(store.clone(), file),
            tidied: curation(),
            reminders: file.reminders.send.then(|| Reminders::new(store.clone(), curation(), file)).transpose()?,
            per_hour: file.reminders.per_hour.get(),
            outbox: sends.then(|| OutboxSender::new(curation(), file)).transpose().map_err(TaskError::Outbox)?,
            digests: file.notifications.digest.then(curation),
            websites: file
                .websites
                .check
                .then(|| Websites::new(store.clone(), curation(), file))
                .transpose()
                .map_err(TaskError::Websites)?,
            backups: file
                .backup
                .as_ref()
                .map(|settings| BackupSchedule::new(store.clone(), settings, chrono::Utc::now))
                .transpose()?,
            webhooks: file.webhooks.clone(),
        })
    }
}

impl BackgroundTasks {
    /// Starts what was prepared.
    ///
    /// # Errors
    /// [`TaskError::Webhooks`] where their secrets are not there.
    pub fn start(app: &Arc<AppState>, prepared: PreparedTasks) -> Result<Self, TaskError> {
        let PreparedTasks { accounts, tidied, reminders, per_hour, outbox, digests, websites, backups, webhooks } =
            prepared;
        let webhooks = WebhookSender::all(&app.store, &app.live, &webhooks).map_err(TaskError::Webhooks)?;
        let mut tasks = Self { store: app.store.clone(), owner: Uuid::now_v7(), running: JoinSet::new() };
        tasks.running.spawn(Arc::clone(&app.disk).watch());
        // It is not stopped: what it is writing would be lost.
        tokio::spawn(Arc::clone(&app.demand).keep_writing(app.curation.clone()));
        tasks.running.spawn(erasure::keep_scrubbing(app.store.clone()));
        tasks.running.spawn(account_links::keep_forgetting(accounts));
        tasks.running.spawn(outbox::keep_forgetting(tidied));
        for webhook in webhooks {
            tasks.running.spawn(webhook.run());
        }
        if let Some(outbox) = outbox {
            tasks.running.spawn(outbox.run());
        }
        if let Some(backups) = backups {
            tasks.running.spawn(backups.run());
        }
        if let Some(reminders) = reminders.map(Arc::new) {
            tasks.run_on_one_node("reminders", move || Arc::clone(&reminders).run(per_hour));
        }
        if let Some(websites) = websites.map(Arc::new) {
            tasks.run_on_one_node("websites", move || Arc::clone(&websites).run());
        }
        if let Some(curation) = digests {
            tasks.running.spawn(outbox::keep_queueing_digests(curation));
        }
        Ok(tasks)
    }

    /// Runs a task on one node at a time.
    fn run_on_one_node<F>(&mut self, task: &'static str, run: impl Fn() -> F + Send + 'static)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.running.spawn(lease::run_on_one_node(self.store.clone(), self.owner, task, run));
    }

    /// Stops them all, and lets other nodes go on at once.
    pub async fn stop(mut self) {
        self.running.shutdown().await;
        if let Err(error) = self.store.release_task_leases(self.owner).await {
            tracing::warn!(error = %domain::ErrorChain(&error), "the leases of background tasks end by themselves");
        }
    }
}

/// Tasks whose settings can be used.
#[derive(Debug)]
pub struct PreparedTasks {
    accounts: curation::accounts::Accounts,
    tidied: curation::Curation,
    reminders: Option<Reminders>,
    per_hour: usize,
    outbox: Option<OutboxSender>,
    digests: Option<curation::Curation>,
    websites: Option<Websites>,
    backups: Option<BackupSchedule>,
    webhooks: Vec<crate::settings::Webhook>,
}
