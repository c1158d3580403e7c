//! What the operator says on the pages, as pages read it: from memory, without I/O and without a lock.
//!
//! An administrator's change is shown by the node that took it before the command ends, and by the others after
//! five seconds at most: texts of the site are no part of the change log, which tells of the directory alone.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};

use ::web::Site;
use arc_swap::ArcSwap;
use bytes::Bytes;
use curation::commands::SiteTextsDisplay;
use domain::{Logo, LogoFormat, SiteTexts};
use store::{Store, StoreError};
use tokio::sync::Mutex;

/// How often it is looked whether another node has taken a change.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// What pages are made from.
#[derive(Debug)]
pub struct ShownSite {
    /// What the operator says.
    pub site: Site,
    logos: HashMap<String, (LogoFormat, Bytes)>,
}

impl ShownSite {
    /// The bytes of a logo by its file name, and what they are.
    pub fn logo(&self, file_name: &str) -> Option<(LogoFormat, Bytes)> {
        self.logos.get(file_name).cloned()
    }
}

/// What the operator says on the pages, as it is now.
#[derive(Debug)]
pub struct SiteDisplay {
    store: Store,
    /// What the settings file says.
    settings: Site,
    shown: ArcSwap<ShownSite>,
    refreshing: Mutex<()>,
}

impl SiteDisplay {
    /// Reads the newest texts, over those of the settings file.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub async fn start(store: Store, settings: Site) -> Result<Arc<Self>, StoreError> {
        let shown = ArcSwap::from_pointee(ShownSite { site: settings.clone(), logos: HashMap::new() });
        let display = Self { store, settings, shown, refreshing: Mutex::new(()) };
        display.read_newest().await?;
        Ok(Arc::new(display))
    }

    /// What is shown now.
    pub fn load(&self) -> Arc<ShownSite> {
        self.shown.load_full()
    }

    /// Looks for ever whether another node has taken a change.
    pub async fn keep_looking(self: Arc<Self>) {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            match self.store.newest_site_texts_version().await {
                Ok(newest) if newest != self.load().site.version => self.refresh().await,
                Ok(_) => {}
                Err(error) => tell(&error),
            }
        }
    }

    async fn read_newest(&self) -> Result<(), StoreError> {
        let _turn = self.refreshing.lock().await;
        let Some(newest) = self.store.site_texts().await? else { return Ok(()) };
        let before = self.load();
        let defaults = SiteTexts {
            imprint: self.settings.imprint.clone(),
            privacy: self.settings.privacy.clone(),
            funding: self.settings.funding.clone(),
            ..SiteTexts::default()
        };
        let texts = newest.texts.with_defaults(&defaults);
        // Pages that were read a moment ago still name the logos from before.
        let mut logos = before.logos.clone();
        logos.retain(|name, _| logos_of(&before.site).any(|logo| logo.file_name() == *name));
        let named: Vec<&Logo> = texts.logos().collect();
        let hashes: Vec<&str> = named.iter().map(|logo| logo.hash.as_str()).collect();
        for stored in self.store.site_logos(&hashes).await? {
            if let Some(logo) = named.iter().find(|logo| logo.hash == stored.hash) {
                logos.insert(logo.file_name(), (logo.format, stored.content.into()));
            }
        }
        let SiteTexts { imprint, privacy, funding, funders, .. } = texts;
        let site = Site { version: newest.version, imprint, privacy, funding, funders, ..self.settings.clone() };
        self.shown.store(Arc::new(ShownSite { site, logos }));
        Ok(())
    }
}

fn logos_of(site: &Site) -> impl Iterator<Item = &Logo> {
    site.funders.iter().filter_map(|funder| funder.logo.as_ref())
}

fn tell(error: &StoreError) {
    tracing::error!(error = %domain::ErrorChain(error), "the texts of the site could not be read; those from before are shown");
}

impl SiteTextsDisplay for SiteDisplay {
    fn refresh(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async {
            if let Err(error) = self.read_newest().await {
                tell(&error);
            }
        })
    }
}
