//! Every page in every language, for search engines (sitemaps.org, with alternates as `xhtml:link`).
//!
//! One file while it is small; beyond [`ENTRIES`] pages an index of parts, so that no part comes near the 50,000
//! addresses and 50 MB that are allowed, whatever the size of the directory.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use directory::{ActorNo, EventNo, OfferNo, ProjectNo};
use domain::page_slug::page_slug;

use crate::{Answer, Locale, Page, Visit, visit::event_page};

/// How many pages one file lists, each in every language.
const ENTRIES: usize = 1_000;

/// `/sitemap.xml` and its parts `/sitemap-1.xml`, `/sitemap-2.xml`, ….
pub(crate) fn at(visit: &Visit<'_>, path: &str) -> Option<Answer> {
    let total = static_pages(visit).len() + entries(visit);
    let parts = total.div_ceil(ENTRIES);
    let text = if path == "/sitemap.xml" {
        if parts <= 1 { part(visit, 0) } else { index(visit, parts) }
    } else {
        let number: usize = path.strip_prefix("/sitemap-")?.strip_suffix(".xml")?.parse().ok()?;
        let at = number.checked_sub(1).filter(|at| *at < parts)?;
        part(visit, at)
    };
    Some(Answer::file("application/xml; charset=utf-8", text))
}

fn entries(visit: &Visit<'_>) -> usize {
    let counts = visit.snapshot.counts();
    let actors = counts.organisations + counts.institutions + counts.networks;
    usize::try_from(actors + counts.offers + counts.events + counts.projects).unwrap_or(usize::MAX)
}

/// An entry with a page of its own.
#[derive(Clone, Copy)]
enum SitemapEntry {
    Actor(ActorNo),
    Offer(OfferNo),
    Event(EventNo),
    Project(ProjectNo),
}

impl SitemapEntry {
    /// Its page, and when it last changed.
    fn page(self, visit: &Visit<'_>) -> (Page, DateTime<Utc>) {
        let snapshot = visit.snapshot;
        match self {
            Self::Actor(no) => {
                let record = snapshot.actor(no).record();
                let page = Page::Profile(record.data.kind.actor_type(), record.data.slug.to_string());
                (page, record.updated_at)
            }
            Self::Offer(no) => {
                let record = snapshot.offer(no).record();
                (Page::Offer(page_slug(&record.data.title, record.id.uuid())), record.updated_at)
            }
            Self::Event(no) => (event_page(snapshot, no), snapshot.event(no).record().updated_at),
            Self::Project(no) => {
                let record = snapshot.project(no).record();
                (Page::Project(page_slug(&record.data.title, record.id.uuid())), record.updated_at)
            }
        }
    }
}

/// The pages that are no entries.
fn static_pages(visit: &Visit<'_>) -> Vec<Page> {
    let snapshot = visit.snapshot;
    let themes = snapshot.themes().map(|no| Page::Theme(snapshot.theme(no).data().slug.to_string()));
    let districts = snapshot.districts().map(|no| Page::District(snapshot.district(no).data().slug.to_string()));
    [
        Page::Search,
        Page::Offers,
        Page::Events,
        Page::Coverage,
        Page::Cooperation,
        Page::SuggestChange,
        Page::Imprint,
        Page::Privacy,
    ]
    .into_iter()
    .chain(themes)
    .chain(districts)
    .collect()
}

fn index(visit: &Visit<'_>, parts: usize) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for number in 1..=parts {
        let _ = writeln!(text, "<sitemap><loc>{}/sitemap-{number}.xml</loc></sitemap>", visit.origin);
    }
    text.push_str("</sitemapindex>\n");
    text
}

fn part(visit: &Visit<'_>, at: usize) -> String {
    let mut text = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    ));
    let fixed = static_pages(visit);
    let from = at * ENTRIES;
    for page in fixed.iter().skip(from).take(ENTRIES) {
        entry(&mut text, visit, page, None);
    }
    let room = ENTRIES - fixed.len().saturating_sub(from).min(ENTRIES);
    let snapshot = visit.snapshot;
    let entries = snapshot.all_actors().map(SitemapEntry::Actor).chain(snapshot.all_offers().map(SitemapEntry::Offer));
    let entries = entries.chain(snapshot.all_events().map(SitemapEntry::Event));
    let entries = entries.chain(snapshot.all_projects().map(SitemapEntry::Project));
    for one in entries.skip(from.saturating_sub(fixed.len())).take(room) {
        let (page, updated) = one.page(visit);
        entry(&mut text, visit, &page, Some(updated));
    }
    text.push_str("</urlset>\n");
    text
}

/// One page in every language, each telling of all others. Origins and slugs need no escapes.
fn entry(text: &mut String, visit: &Visit<'_>, page: &Page, updated: Option<DateTime<Utc>>) {
    let origin = visit.origin;
    let mut alternates = String::new();
    for locale in Locale::ALL {
        let (tag, path) = (locale.tag(), page.path(locale));
        let _ = write!(alternates, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{origin}{path}\"/>");
    }
    for locale in Locale::ALL {
        let _ = write!(text, "<url><loc>{origin}{}</loc>", page.path(locale));
        if let Some(updated) = updated {
            let _ = write!(text, "<lastmod>{}</lastmod>", updated.format("%Y-%m-%d"));
        }
        let _ = writeln!(text, "{alternates}</url>");
    }
}
