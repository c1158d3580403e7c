//! Small pages that the service itself shows: one heading, a few sentences, perhaps a button. They work
//! without JavaScript and ask nothing of any other host.

use std::sync::LazyLock;

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// The look of the pages, as far as it is needed here.
const STYLE: &str = "
  :root { color-scheme: light dark; --line: #8886; --accent: #0a5c73; --paper: #fff; }
  @media (prefers-color-scheme: dark) { :root { --accent: #7cc9df; --paper: #111; } }
  body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
  a { color: var(--accent); }
  button { font: inherit; font-weight: 600; color: var(--paper); background: var(--accent); border: 0;
           border-radius: .4rem; padding: .75rem 1.25rem; min-height: 2.75rem; cursor: pointer; }
  nav { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .75rem; }
";

/// Nothing is loaded, nothing runs, nobody frames it; only this very style counts (CSP Level 3, hash
/// sources), and its form leads to where it came from.
static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let hash = BASE64.encode(&Sha256::digest(STYLE.as_bytes()));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
});

/// The language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// German.
    German,
    /// English.
    English,
}

impl Tongue {
    /// English for tags and lists of tags that begin with it, else German.
    pub fn of(tag: &str) -> Self {
        if tag.trim_start().get(..2).is_some_and(|tag| tag.eq_ignore_ascii_case("en")) {
            Self::English
        } else {
            Self::German
        }
    }

    /// The tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The text in this language.
    pub const fn choose<'a>(self, german: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }
}

/// A small page.
#[derive(Debug)]
pub struct Page {
    tongue: Tongue,
    status: StatusCode,
    heading: String,
    body: String,
}

impl Page {
    /// A page with a heading.
    pub fn new(tongue: Tongue, status: StatusCode, heading: &str) -> Self {
        Self { tongue, status, heading: escape(heading), body: String::new() }
    }

    /// With a paragraph.
    #[must_use]
    pub fn says(mut self, text: &str) -> Self {
        self.body.push_str(&format!("<p>{}</p>\n", escape(text)));
        self
    }

    /// With a link in a paragraph of its own.
    #[must_use]
    pub fn leads_to(mut self, address: &str, text: &str) -> Self {
        self.body.push_str(&format!("<p><a href=\"{}\">{}</a></p>\n", escape(address), escape(text)));
        self
    }

    /// With a button that sends a form of nothing to where the page came from.
    #[must_use]
    pub fn asks(mut self, button: &str) -> Self {
        self.body.push_str(&format!("<form method=\"post\"><button>{}</button></form>\n", escape(button)));
        self
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let (other, name) = match self.tongue {
            Tongue::German => (Tongue::English, "English"),
            Tongue::English => (Tongue::German, "Deutsch"),
        };
        let html = format!(
            "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex, nofollow\">\n<title>{heading}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{heading}</h1>\n{body}</main>\n\
             <nav><a href=\"?language={other}\" hreflang=\"{other}\" lang=\"{other}\">{name}</a></nav>\n\
             </body>\n</html>\n",
            tag = self.tongue.tag(),
            heading = self.heading,
            body = self.body,
            other = other.tag(),
        );
        let mut response = (self.status, Html(html)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, POLICY.clone());
        for (name, value) in [
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::CACHE_CONTROL, "no-store"),
            // The address is itself a key: it goes nowhere else.
            (header::REFERRER_POLICY, "no-referrer"),
            (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
            (header::CONTENT_LANGUAGE, self.tongue.tag()),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

/// Text as it stands in HTML, inside and outside of quotation marks.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_page_is_never_markup() {
        let page = Page::new(Tongue::German, StatusCode::OK, "<b>").says("a & \"b\"").leads_to("/x'y", "<i>");
        assert_eq!(page.heading, "&lt;b&gt;");
        assert_eq!(page.body, "<p>a &amp; &quot;b&quot;</p>\n<p><a href=\"/x&#39;y\">&lt;i&gt;</a></p>\n");
    }

    #[test]
    fn the_language_is_english_where_it_is_asked_for() {
        for (asked, tongue) in [
            ("en", Tongue::English),
            ("en-GB,de;q=0.5", Tongue::English),
            ("de", Tongue::German),
            ("tr,en", Tongue::German),
            ("", Tongue::German),
            ("ä", Tongue::German),
        ] {
            assert_eq!(Tongue::of(asked), tongue, "{asked}");
        }
    }
}
