//! Texts of the operator, written in Markdown. HTML in them is shown as it stands, and links go to the web, to mail
//! and to telephones only.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};

/// The text as HTML; its largest heading stands below the page's own.
pub(crate) fn markdown(text: &str) -> Markup {
    let events = Parser::new(text).map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: below(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_harmless(&dest_url) { dest_url } else { CowStr::Borrowed("#content") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        // Pictures would come from elsewhere; what they show is told instead.
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Emphasis),
        event => event,
    });
    let mut html = String::with_capacity(text.len() * 2);
    html::push_html(&mut html, events);
    PreEscaped(html)
}

const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        _ => HeadingLevel::H5,
    }
}

fn is_harmless(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:", "/", "#"].iter().any(|start| lower.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_stand_below_the_pages_own_and_html_is_only_shown() {
        let html = markdown("# Angaben\n\nVerein <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>").0;
        assert!(html.contains("<h2>Angaben</h2>"), "{html}");
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    }

    #[test]
    fn links_lead_to_the_web_and_to_people_only() {
        let html = markdown("[a](javascript:alert(1)) [b](mailto:a@example.org) ![c](https://example.org/x.png)").0;
        assert!(!html.contains("javascript") && !html.contains("<img"), "{html}");
        assert!(html.contains("mailto:a@example.org"), "{html}");
    }
}
