//! What mails say that the directory writes because something happened: plain text, each with its reason and with the
//! link that ends mails like it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use directory::Direction;
use domain::{ActorKind, LocalisedText, vocabulary::LinkKind};
use fluent_bundle::FluentValue;
use url::form_urlencoded;

use crate::{
    Locale, Page,
    account::mail::{MailText, clean},
    my::decided_fields,
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

/// What a mail says of the proposal it is about.
#[derive(Clone, Copy, Debug)]
pub struct ProposalFacts<'a> {
    /// What the entry is called; `None` for what whoever reads the mail may not know.
    pub entry: Option<&'a str>,
    /// Where its page is.
    pub page: Option<&'a str>,
    /// Whether the proposal says something in words only.
    pub is_message: bool,
    /// Whether the mail goes to the address of an account; else it was left with the proposal.
    pub is_to_account: bool,
}

/// The mail that tells who made a proposal that it was received.
pub fn proposal_receipt(frame: &MailFrame<'_>, proposal: &ProposalFacts<'_>) -> MailText {
    let words = Words::of(frame.locale);
    let why = if proposal.is_to_account { "mail-why-account" } else { "mail-why-receipt" };
    let values = [
        ("title", FluentValue::from(frame.title)),
        ("about", about(words, proposal).into()),
        ("why", words.say(why).into_owned().into()),
        ("stop", frame.stop.into()),
    ];
    MailText {
        subject: clean(&words.say("mail-receipt-subject")),
        body: clean(&words.with("mail-receipt-body", values)),
    }
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalOutcome {
    /// All of it was taken over.
    Approved,
    /// A part of it was.
    Partly,
    /// Nothing was.
    Rejected,
}

/// The mail that tells who made a proposal what became of it, with what the editors say.
pub fn proposal_decision(
    frame: &MailFrame<'_>,
    proposal: &ProposalFacts<'_>,
    outcome: ProposalOutcome,
    (taken, reason): (&BTreeMap<String, bool>, Option<&str>),
) -> MailText {
    let words = Words::of(frame.locale);
    let decided = words.say(match (outcome, proposal.is_message) {
        // Nothing of it could be taken over: what became of it, only those know who dealt with it.
        (ProposalOutcome::Approved | ProposalOutcome::Partly, true) => "mail-outcome-message-approved",
        (ProposalOutcome::Rejected, true) => "mail-outcome-message-rejected",
        (ProposalOutcome::Approved, false) => "mail-outcome-approved",
        (ProposalOutcome::Partly, false) => "mail-outcome-partly",
        (ProposalOutcome::Rejected, false) => "mail-outcome-rejected",
    });
    let fields = (outcome == ProposalOutcome::Partly).then(|| decided_fields(words, taken)).flatten();
    let reason = reason.map(|reason| words.with("mail-outcome-reason", [("reason", reason.into())]).into_owned());
    let outcome = [Some(decided.into_owned()), fields, reason].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    let why = if proposal.is_to_account { "mail-why-account" } else { "mail-why-decision" };
    let values = [
        ("title", FluentValue::from(frame.title)),
        ("about", about(words, proposal).into()),
        ("outcome", outcome.into()),
        ("why", words.say(why).into_owned().into()),
        ("stop", frame.stop.into()),
    ];
    let (subject, body) = if proposal.is_message {
        ("mail-message-subject", "mail-message-body")
    } else {
        ("mail-decision-subject", "mail-decision-body")
    };
    MailText { subject: clean(&words.say(subject)), body: clean(&words.with(body, values)) }
}

fn about(words: Words, proposal: &ProposalFacts<'_>) -> String {
    match (proposal.entry, proposal.page) {
        (Some(name), Some(link)) => {
            words.with("mail-about-entry", [("name", name.into()), ("link", link.into())]).into_owned()
        }
        (Some(name), None) => words.with("mail-about-named", [("name", name.into())]).into_owned(),
        (None, _) => words.say("mail-about-other").into_owned(),
    }
}

/// An actor that is listed now, as the mail about it says it.
#[derive(Clone, Copy, Debug)]
pub struct ListedActor<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its slug.
    pub slug: &'a str,
    /// What it is.
    pub kind: ActorKind,
    /// The public ways to reach it.
    pub contacts: &'a [&'a str],
    /// What it works on.
    pub themes: &'a [LocalisedText],
    /// Whether somebody has proposed it.
    pub was_proposed: bool,
    /// Where browsers reach the directory.
    pub origin: &'a str,
}

/// The mail that tells an actor that it is listed now: what is listed, where it came from, and which rights there are.
pub fn welcome(frame: &MailFrame<'_>, actor: &ListedActor<'_>) -> MailText {
    let words = Words::of(frame.locale);
    let at = |page: &Page| format!("{}{}", actor.origin, page.path(frame.locale));
    let label = |theme: &LocalisedText| theme.resolve(words.locale().tag()).map(|(_, label)| label.to_owned());
    let themes: Vec<String> = actor.themes.iter().filter_map(label).collect();
    let kind = format!("{} ({})", actor.name, words.kind(actor.kind));
    let mut facts: Vec<String> =
        std::iter::once(kind).chain(actor.contacts.iter().map(|contact| (*contact).to_owned())).collect();
    if !themes.is_empty() {
        facts.push(format!("{}: {}", words.say("themes"), themes.join(", ")));
    }
    let claim: String = form_urlencoded::Serializer::new(String::new())
        .append_pair("entry", actor.slug)
        .append_pair("comment", &words.say("mail-claim"))
        .finish();
    let source = words.say(if actor.was_proposed { "mail-source-proposed" } else { "mail-source-found" });
    let values = [
        ("title", FluentValue::from(frame.title)),
        ("name", actor.name.into()),
        ("facts", facts.join("\n").into()),
        ("page", at(&Page::Profile(actor.kind.actor_type(), actor.slug.to_owned())).into()),
        ("source", source.into_owned().into()),
        ("claim", format!("{}?{claim}", at(&Page::SuggestChange)).into()),
        ("privacy", at(&Page::Privacy).into()),
        ("imprint", at(&Page::Imprint).into()),
        ("stop", frame.stop.into()),
    ];
    MailText {
        subject: clean(&words.with("mail-welcome-subject", [("name", actor.name.into())])),
        body: clean(&words.with("mail-welcome-body", values)),
    }
}

/// What a reminder says of the entry about which somebody is asked whether it is still right.
#[derive(Clone, Copy, Debug)]
pub struct ReminderFacts<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its slug.
    pub slug: &'a str,
    /// What it is.
    pub kind: ActorKind,
    /// The day it was confirmed last; `None` for never.
    pub verified_on: Option<NaiveDate>,
    /// Its public website, mailbox and telephone number.
    pub contacts: [Option<&'a str>; 3],
    /// Where the link leads that says that it is still right.
    pub still_right: &'a str,
    /// Where the link leads that says that it should be archived.
    pub archive: &'a str,
    /// The last whole day on which the links work.
    pub until: NaiveDate,
    /// Where browsers reach the directory.
    pub origin: &'a str,
}

/// The mail that asks whether an entry is still right.
pub fn reminder(locale: Locale, title: &str, entry: &ReminderFacts<'_>) -> MailText {
    let words = Words::of(locale);
    let at = |page: &Page| format!("{}{}", entry.origin, page.path(locale));
    let state = match entry.verified_on {
        Some(day) => words.with("mail-reminder-confirmed", [("day", words.date(day).into())]),
        None => words.say("mail-reminder-unconfirmed"),
    };
    // The ways to reach an actor are what goes stale first.
    let contacts = ["suggest-website", "suggest-email", "suggest-phone"].into_iter().zip(entry.contacts);
    let contacts = contacts.filter_map(|(label, value)| Some(format!("{}: {}", words.say(label), value?)));
    let page = at(&Page::Profile(entry.kind.actor_type(), entry.slug.to_owned()));
    let facts: Vec<String> = std::iter::once(page).chain(contacts).collect();
    let values = [
        ("name", FluentValue::from(entry.name)),
        ("title", title.into()),
        ("state", state.into_owned().into()),
        ("entry", facts.join("\n").into()),
        ("right", entry.still_right.into()),
        ("change", format!("{}?entry={}", at(&Page::SuggestChange), entry.slug).into()),
        ("archive", entry.archive.into()),
        ("until", words.date(entry.until).into()),
        ("origin", entry.origin.into()),
    ];
    MailText {
        subject: clean(&words.with("mail-reminder-subject", [("name", entry.name.into())])),
        body: clean(&words.with("mail-reminder-body", values)),
    }
}

/// How much waits for staff, by what it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct DueWork {
    /// Proposals to decide.
    pub proposals: u64,
    /// Consents to be asked for again.
    pub consents: u64,
    /// Cooperation that waits for a side.
    pub links: u64,
    /// Entries to be verified.
    pub verifications: u64,
    /// Entries that no mail reaches.
    pub unreachable: u64,
    /// Pairs of entries that look like one.
    pub duplicates: u64,
    /// Websites that are not as they should be.
    pub websites: u64,
    /// Entries without a place on the map.
    pub unplaced: u64,
    /// Drafts that are not published.
    pub drafts: u64,
    /// What was searched for in vain.
    pub demand: u64,
}

impl DueWork {
    /// In the order of the console: the key of what it is called, how much there is, and the path of its view.
    const fn lines(&self) -> [(&'static str, u64, &'static str); 10] {
        [
            ("mail-due-proposals", self.proposals, "/console/review"),
            ("mail-due-consents", self.consents, "/console/consents"),
            ("mail-due-links", self.links, "/console/links"),
            ("mail-due-verifications", self.verifications, "/console/entries?show=due"),
            ("mail-due-unreachable", self.unreachable, "/console"),
            ("mail-due-duplicates", self.duplicates, "/console/duplicates"),
            ("mail-due-websites", self.websites, "/console/websites"),
            ("mail-due-unplaced", self.unplaced, "/console/entries?show=unplaced"),
            ("mail-due-drafts", self.drafts, "/console/entries?show=drafts"),
            ("mail-due-demand", self.demand, "/console/demand"),
        ]
    }
}

/// The mail that tells staff what is due. `origin` is where browsers reach the directory.
pub fn digest(frame: &MailFrame<'_>, due: &DueWork, origin: &str) -> MailText {
    let words = Words::of(frame.locale);
    let lines = due.lines().into_iter().filter(|(_, count, _)| *count > 0);
    let lines: Vec<String> = lines
        .map(|(label, count, view)| format!("{}: {}\n{origin}{view}", words.say(label), words.number(count)))
        .collect();
    let values = [
        ("title", FluentValue::from(frame.title)),
        ("work", lines.join("\n\n").into()),
        ("console", format!("{origin}/console").into()),
        ("account", format!("{origin}/account?language={}", frame.locale.tag()).into()),
        ("stop", frame.stop.into()),
    ];
    MailText {
        subject: clean(&words.with("mail-digest-subject", [("title", frame.title.into())])),
        body: clean(&words.with("mail-digest-body", values)),
    }
}
