//! What stands around every page: head, header, navigation, footer.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    funders,
    icons::{self, Icon},
    localised::label,
    quick_exit,
};
use crate::{Locale, Page, Visit, assets};

/// What a page says of itself.
#[derive(Debug, Default)]
pub(crate) struct Head<'a> {
    /// What it is called, without the name of the directory.
    pub(crate) title: String,
    /// One or two sentences for search engines and previews; without them the title stands there.
    pub(crate) description: String,
    /// Where it is; `None` for what has no address of its own, such as a page that is not there.
    pub(crate) page: Option<&'a Page>,
    /// Where it is although it is no [`Page`]; its language is then the parameter `language`.
    pub(crate) path: Option<&'a str>,
    /// The query part of its address in its normal form.
    pub(crate) query: String,
    /// Whether search engines should leave it out.
    pub(crate) unlisted: bool,
    /// Whether `/oembed` makes a frame of its address.
    pub(crate) embeddable: bool,
    /// Whether readers may have to leave at once: then the title tells nothing, since it stands in tabs and histories.
    pub(crate) quick_exit: bool,
    /// What machines read of it.
    pub(crate) json_ld: Option<serde_json::Value>,
}

/// The whole document around the content of `main`.
pub(crate) fn document(visit: &Visit<'_>, head: &Head<'_>, content: &Markup) -> String {
    let locale = visit.locale;
    html! {
        (DOCTYPE)
        html lang=(locale.tag()) dir=(locale.direction()) {
            (head_of(visit, head))
            body {
                a.skip href="#content" { (visit.say("skip-to-content")) }
                @if visit.is_preview {
                    p.preview-note role="note" { strong { (visit.say("preview-title")) } " " (visit.say("preview-text")) }
                }
                (header(visit, head))
                main id="content" tabindex="-1" { (content) }
                // The others with an address of their own are opened by links of mails, or before signing in.
                (footer(visit, head.path.is_some_and(|path| path.starts_with("/my") || path.starts_with("/account"))))
                (icons::sheet())
            }
        }
    }
    .into_string()
}

fn address(locale: Locale, page: &Page, query: &str) -> String {
    let path = page.path(locale);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

fn head_of(visit: &Visit<'_>, head: &Head<'_>) -> Markup {
    let (_, site) = visit.snapshot.settings().title.resolve(visit.locale.tag()).unzip();
    let site = site.unwrap_or("Brücke");
    let title =
        if head.title.is_empty() || head.quick_exit { site.to_owned() } else { format!("{} · {site}", head.title) };
    // What says nothing of itself is a page of this directory.
    let description = if head.description.is_empty() { &title } else { &head.description };
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (title) }
            meta name="description" content=(description);
            meta name="color-scheme" content="light dark";
            meta name="theme-color" content="#0b4f5c";
            @if visit.is_preview {
                meta name="robots" content="noindex, nofollow";
            } @else if head.unlisted {
                meta name="robots" content="noindex, follow";
            }
            // What is not published has no address to be found at.
            @if let Some(page) = head.page.filter(|_| !visit.is_preview) {
                (links(visit, page, head))
            }
            meta property="og:site_name" content=(site);
            meta property="og:type" content="website";
            meta property="og:title" content=(if head.title.is_empty() { site } else { &head.title });
            meta property="og:description" content=(description);
            meta property="og:locale" content=(visit.locale.tag());
            link rel="stylesheet" href=(assets::address("page.css"));
            link rel="icon" href=(assets::address("icon.svg")) type="image/svg+xml";
            script type="module" src=(assets::address("page.js")) {}
            @if let Some(json_ld) = head.json_ld.as_ref().filter(|_| !visit.is_preview) {
                script type="application/ld+json" { (PreEscaped(script_safe(json_ld))) }
            }
        }
    }
}

fn links(visit: &Visit<'_>, page: &Page, head: &Head<'_>) -> Markup {
    let origin = visit.origin;
    let canonical = format!("{origin}{}", address(visit.locale, page, &head.query));
    html! {
        link rel="canonical" href=(canonical);
        meta property="og:url" content=(canonical);
        @if head.embeddable {
            link rel="alternate" type="application/json+oembed" href=(crate::embedding::address::oembed_address(visit, &canonical));
        }
        @if !head.unlisted {
            @for locale in Locale::ALL {
                link rel="alternate" hreflang=(locale.tag())
                    href={ (origin) (address(locale, page, &head.query)) };
            }
            link rel="alternate" hreflang="x-default" href={ (origin) (address(Locale::De, page, &head.query)) };
        }
    }
}

/// JSON in which nothing can end the element around it.
fn script_safe(value: &serde_json::Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// A link to the same page in the language that the browser prefers. Nobody is sent there unasked.
fn hint(visit: &Visit<'_>, head: &Head<'_>) -> Markup {
    // Whoever reads another language than German has chosen it.
    let preferred = visit.preferred.filter(|preferred| visit.locale == Locale::De && *preferred != Locale::De);
    let (Some(preferred), Some(page)) = (preferred, head.page) else { return html! {} };
    html! {
        div.hint lang=(preferred.tag()) dir=(preferred.direction()) {
            a href=(address(preferred, page, &head.query)) hreflang=(preferred.tag()) rel="nofollow" {
                (crate::words::Words::of(preferred).say("read-in-this-language"))
            }
        }
    }
}

fn header(visit: &Visit<'_>, head: &Head<'_>) -> Markup {
    let pages = [
        (Page::Search, "nav-search"),
        (Page::Coverage, "nav-coverage"),
        (Page::Cooperation, "nav-cooperation"),
        (Page::SuggestChange, "nav-suggest"),
    ];
    html! {
        header.top {
            @if head.quick_exit { (quick_exit::link(visit)) }
            (hint(visit, head))
            div.wide {
                a.brand href=(visit.path(&Page::Search)) rel="home" {
                    (icons::bridge())
                    span { (label(visit, &visit.snapshot.settings().title)) }
                }
                (languages(visit, head))
                nav.pages aria-label=(visit.say("nav-label")) {
                    ul {
                        @for (page, key) in &pages {
                            li {
                                a href=(visit.path(page)) aria-current=[(head.page == Some(page)).then_some("page")] {
                                    (visit.say(key))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn languages(visit: &Visit<'_>, head: &Head<'_>) -> Markup {
    let address = |locale: Locale| match (head.page, head.path) {
        (Some(page), _) => address(locale, page, &head.query),
        (None, Some(path)) if head.query.is_empty() => format!("{path}?language={}", locale.tag()),
        (None, Some(path)) => format!("{path}?{}&language={}", head.query, locale.tag()),
        (None, None) => address(locale, &Page::Search, ""),
    };
    html! {
        nav.languages aria-label=(visit.say("language-label")) {
            details {
                summary { (icons::icon(Icon::Globe)) span lang=(visit.locale.tag()) { (visit.locale.own_name()) } }
                ul {
                    @for locale in Locale::ALL {
                        li {
                            a href=(address(locale)) lang=(locale.tag()) hreflang=(locale.tag())
                                dir=(locale.direction())
                                aria-current=[(locale == visit.locale).then_some("true")] {
                                (locale.own_name())
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The end of every page; `is_personal` where it is for whoever is signed in, and kept for nobody.
fn footer(visit: &Visit<'_>, is_personal: bool) -> Markup {
    let settings = visit.snapshot.settings();
    let pages = [(Page::SuggestChange, "nav-suggest"), (Page::Imprint, "nav-imprint"), (Page::Privacy, "nav-privacy")];
    html! {
        footer.bottom {
            div.wide {
                (funders::section(visit))
                p { (label(visit, &settings.description)) }
                nav aria-label=(visit.say("footer-label")) {
                    ul {
                        @for (page, key) in &pages {
                            li { a href=(visit.path(page)) { (visit.say(key)) } }
                        }
                        li { a href=(visit.path(&Page::EmbedBuilder)) { (visit.say("nav-embed")) } }
                        li { a href="/graphql" lang="en" { "GraphQL" } }
                        // Other pages are everybody's and kept for all: they cannot know who is signed in.
                        @let (path, key) = if is_personal { ("/account", "account-title") } else { ("/login", "account-login") };
                        li { a href=(crate::account::address(visit, path)) rel="nofollow" { (visit.say(key)) } }
                    }
                }
                p.small {
                    (visit.with("data-licence", "licence", &settings.licence))
                    @if let Some(at) = visit.snapshot.updated_at() {
                        " · " (visit.with("data-as-of", "date", &visit.words().date(visit.local(at).date())))
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_json_can_end_its_element() {
        let value = serde_json::json!({ "name": "</script><script>alert(1)</script>&\u{2028}" });
        let safe = script_safe(&value);
        assert!(!safe.contains(['<', '>', '&', '\u{2028}']), "{safe}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&safe).expect("JSON"), value);
    }
}
