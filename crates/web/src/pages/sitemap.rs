//! Every page in every language, for search engines (sitemaps.org, with alternates as `xhtml:link`).
//!
//! One file while it is small; beyond [`ENTRIES`] pages an index of parts, so that no part comes near the 50,000
//! addresses and 50 MB that are allowed, whatever the size of the directory.

use std::fmt::Write;

use chrono::{DateTime, Utc};

use crate::{Answer, Locale, Page, Visit};

/// How many pages one file lists, each in every language.
const ENTRIES: usize = 1_000;

/// `/sitemap.xml` and its parts `/sitemap-1.xml`, `/sitemap-2.xml`, ….
pub(crate) fn at(visit: &Visit<'_>, path: &str) -> Option<Answer> {
    let total = fixed(visit).len() + actors(visit);
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

fn actors(visit: &Visit<'_>) -> usize {
    let counts = visit.snapshot.counts();
    usize::try_from(counts.organisations + counts.institutions + counts.networks).unwrap_or(usize::MAX)
}

/// The pages that are no profiles.
fn fixed(visit: &Visit<'_>) -> Vec<Page> {
    let snapshot = visit.snapshot;
    let themes = snapshot.themes().map(|no| Page::Theme(snapshot.theme(no).data().slug.to_string()));
    let districts = snapshot.districts().map(|no| Page::District(snapshot.district(no).data().slug.to_string()));
    [Page::Search, Page::Coverage, Page::Cooperation, Page::SuggestChange, Page::Imprint, Page::Privacy]
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
    let fixed = fixed(visit);
    let from = at * ENTRIES;
    for page in fixed.iter().skip(from).take(ENTRIES) {
        entry(&mut text, visit, page, None);
    }
    let room = ENTRIES - fixed.len().saturating_sub(from).min(ENTRIES);
    for no in visit.snapshot.all_actors().skip(from.saturating_sub(fixed.len())).take(room) {
        let record = visit.snapshot.actor(no).record();
        let page = Page::Profile(record.data.kind.actor_type(), record.data.slug.to_string());
        entry(&mut text, visit, &page, Some(record.updated_at));
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
