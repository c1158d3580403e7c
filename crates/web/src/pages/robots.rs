//! What robots may read: every page, but not every combination of filters.

use crate::{Answer, Visit};

/// `/robots.txt`.
pub(crate) fn at(visit: &Visit<'_>, path: &str) -> Option<Answer> {
    (path == "/robots.txt").then(|| {
        let text = format!(
            "User-agent: *\nDisallow: /*?\nDisallow: /graphql\nDisallow: /auth/\nAllow: /\n\nSitemap: {}/sitemap.xml\n",
            visit.origin
        );
        Answer::file("text/plain; charset=utf-8", text)
    })
}
