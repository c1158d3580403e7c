//! The page for somebody whom another service was to sign in and did not.

use http::StatusCode;
use maud::html;

use crate::{
    Answer, Page, Visit,
    parts::layout::{Head, document},
};

/// Why somebody is not signed in, as they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The provider is down.
    ProviderDown,
    /// Not begun in this browser, too long ago, or answered before.
    NotBegun,
    /// They did not agree, or the provider did not let them in.
    Declined,
    /// The provider's answer proves nothing.
    NoProof,
    /// There is no account for them here.
    NoAccount,
    /// The account has a second factor.
    SecondFactor,
}

impl Failure {
    const fn status(self) -> StatusCode {
        match self {
            Self::ProviderDown | Self::NoProof => StatusCode::BAD_GATEWAY,
            Self::NotBegun => StatusCode::BAD_REQUEST,
            Self::Declined | Self::NoAccount | Self::SecondFactor => StatusCode::FORBIDDEN,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::ProviderDown => "sign-in-provider-down",
            Self::NotBegun => "sign-in-not-begun",
            Self::Declined => "sign-in-declined",
            Self::NoProof => "sign-in-no-proof",
            Self::NoAccount => "sign-in-no-account",
            Self::SecondFactor => "sign-in-second-factor",
        }
    }
}

/// Tells why, and where to try again: at the address `again`.
pub fn failure_page(visit: &Visit<'_>, failure: Failure, again: &str) -> Answer {
    let head = Head { title: visit.say("sign-in-failed").into_owned(), unlisted: true, ..Head::default() };
    let content = html! {
        div.hero.slim { div.wide { h1 { (visit.say("sign-in-failed")) } p.lead { (visit.say(failure.key())) } } }
        div.wide.narrow {
            p { a.button.strong href=(again) rel="nofollow" { (visit.say("sign-in-again")) } }
            p { a.button href=(visit.path(&Page::Search)) { (visit.say("back-to-search")) } }
        }
    };
    Answer::page(failure.status(), document(visit, &head, &content))
}
