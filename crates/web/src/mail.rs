//! What mails say that the directory writes because something happened: plain text, each with its reason and with the
//! link that ends mails like it.

use chrono::NaiveDate;
use directory::Direction;
use domain::{LocalisedText, vocabulary::LinkKind};
use fluent_bundle::FluentValue;

use crate::{
    Locale,
    account::mail::{MailText, clean},
    words::Words,
};

/// What every mail holds.
#[derive(Clone, Copy, Debug)]
pub struct MailFrame<'a> {
    /// The language of the mail.
    pub locale: Locale,
    /// The title of the directory.
    pub title: &'a str,
    /// Where the link for wanting no more mails like this leads.
    pub stop: &'a str,
}

/// A cooperation as it reads from the side that is asked about it.
#[derive(Clone, Copy, Debug)]
pub struct CooperationFacts<'a> {
    /// What the side that is asked is called.
    pub asked: &'a str,
    /// What the other side is called.
    pub partner: &'a str,
    /// What joins them.
    pub kind: LinkKind,
    /// Which way it points from the side that is asked.
    pub direction: Direction,
    /// What they work on together.
    pub themes: &'a [LocalisedText],
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The note that everybody may read.
    pub note: Option<&'a str>,
}

impl CooperationFacts<'_> {
    /// The cooperation in a sentence: who, how, with whom.
    pub(crate) fn sentence(&self, words: Words) -> String {
        format!("{} {} {}", self.asked, words.cooperation(self.kind, self.direction), self.partner)
    }

    /// What else there is to say of it: the key of the label, and the text.
    pub(crate) fn details(&self, words: Words) -> Vec<(&'static str, String)> {
        let label = |theme: &LocalisedText| {
            theme.resolve(words.locale().tag()).map_or_else(String::new, |(_, label)| label.to_owned())
        };
        let themes: Vec<String> = self.themes.iter().map(label).collect();
        let themes = (!themes.is_empty()).then(|| ("themes", themes.join(", ")));
        let since = self.since.map(|day| ("project-since", words.date(day)));
        let note = self.note.map(|note| ("reply-note", note.to_owned()));
        [themes, since, note].into_iter().flatten().collect()
    }
}

/// The mail that asks one side whether a cooperation is true. `link` leads to the answer and works until `until`.
pub fn link_confirmation(
    frame: &MailFrame<'_>,
    facts: &CooperationFacts<'_>,
    link: &str,
    until: NaiveDate,
) -> MailText {
    let words = Words::of(frame.locale);
    let details = facts.details(words).into_iter().map(|(label, text)| format!("{}: {text}", words.say(label)));
    let lines: Vec<String> = std::iter::once(facts.sentence(words)).chain(details).collect();
    let values = [
        ("title", FluentValue::from(frame.title)),
        ("asked", facts.asked.into()),
        ("partner", facts.partner.into()),
        ("facts", lines.join("\n").into()),
        ("link", link.into()),
        ("until", words.date(until).into()),
        ("stop", frame.stop.into()),
    ];
    MailText {
        subject: clean(&words.with("mail-link-subject", [("partner", facts.partner.into())])),
        body: clean(&words.with("mail-link-body", values)),
    }
}
