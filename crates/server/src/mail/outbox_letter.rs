//! The mails of the outbox: the text comes from the catalogues, in the language of whoever gets it.

use curation::{
    commands::{DigestNotice, LinkInquiry, MailContent, OutboxLetter, ProposalNotice, Side, WelcomeNotice},
    reading::ProposalStatus,
};
use directory::Direction;
use lettre::{
    Message,
    message::{
        Mailbox,
        header::{HeaderName, HeaderValue},
    },
};
use secrecy::ExposeSecret;
use web::{
    Locale,
    account::mail::MailText,
    mail::{
        CooperationFacts, DueWork, ListedActor, MailFrame, ProposalFacts, ProposalOutcome, digest, link_confirmation,
        proposal_decision, proposal_receipt, welcome,
    },
};

use super::{
    error::MailError,
    letter::{MailSite, plain_message},
};
use crate::paths;

/// The mail of a letter of the outbox.
pub(super) fn message(letter: &OutboxLetter, site: &MailSite, from: &Mailbox) -> Result<Message, MailError> {
    let locale = Locale::from_tag(letter.language.primary()).unwrap_or(Locale::De);
    let address = |path: String| format!("{}{path}?language={}", site.origin, locale.tag());
    let stop = address(paths::mail_stop(letter.stop.expose_secret()));
    let frame = MailFrame { locale, title: site.title(locale.tag()), stop: &stop };
    let text = match &letter.content {
        MailContent::LinkConfirmation { inquiry, token, until } => {
            let link = address(paths::link_reply(token.expose_secret()));
            link_confirmation(&frame, &facts(inquiry), &link, *until)
        }
        MailContent::ProposalReceipt(notice) => {
            let page = page_of(notice, site);
            proposal_receipt(&frame, &facts_of(notice, page.as_deref()))
        }
        MailContent::ProposalDecision(notice) => {
            let outcome = match notice.status {
                ProposalStatus::Approved => ProposalOutcome::Approved,
                ProposalStatus::Partly => ProposalOutcome::Partly,
                _ => ProposalOutcome::Rejected,
            };
            let page = page_of(&notice.proposal, site);
            proposal_decision(
                &frame,
                &facts_of(&notice.proposal, page.as_deref()),
                outcome,
                (&notice.taken, notice.reason.as_deref()),
            )
        }
        MailContent::Welcome(notice) => welcome_text(&frame, notice, &site.origin),
        MailContent::Digest(notice) => digest(&frame, &due_work(notice), &site.origin),
    };
    let mut message = plain_message(letter.id, letter.to.as_str(), text.subject, text.body, site, from)?;
    // RFC 2369: programs show it as a button of their own. Opening it changes nothing.
    let unsubscribe = HeaderName::new_from_ascii_str("List-Unsubscribe");
    message.headers_mut().insert_raw(HeaderValue::new(unsubscribe, format!("<{stop}>")));
    // RFC 8058: with it they end such mails themselves, by POST.
    let one_click = HeaderName::new_from_ascii_str("List-Unsubscribe-Post");
    message.headers_mut().insert_raw(HeaderValue::new(one_click, "List-Unsubscribe=One-Click".to_owned()));
    Ok(message)
}

fn page_of(notice: &ProposalNotice, site: &MailSite) -> Option<String> {
    let actor = notice.entry.as_ref()?.actor.as_ref()?;
    Some(format!("{}{}", site.origin, paths::actor(actor.kind, actor.slug.as_str())))
}

fn facts_of<'a>(notice: &'a ProposalNotice, page: Option<&'a str>) -> ProposalFacts<'a> {
    ProposalFacts {
        entry: notice.entry.as_ref().map(|entry| entry.name.as_str()),
        page,
        is_message: notice.is_message,
        is_to_account: notice.is_to_account,
    }
}

fn welcome_text(frame: &MailFrame<'_>, notice: &WelcomeNotice, origin: &str) -> MailText {
    let contacts = [
        notice.website.as_ref().map(domain::WebAddress::as_str),
        notice.email.as_ref().map(domain::EmailAddress::as_str),
        notice.phone.as_ref().map(domain::PhoneNumber::as_str),
    ];
    let contacts: Vec<&str> = contacts.into_iter().flatten().collect();
    let actor = ListedActor {
        name: &notice.actor.name,
        slug: notice.actor.slug.as_str(),
        kind: notice.actor.kind,
        contacts: &contacts,
        themes: &notice.themes,
        was_proposed: notice.was_proposed,
        origin,
    };
    welcome(frame, &actor)
}

const fn due_work(notice: &DigestNotice) -> DueWork {
    let DigestNotice { proposals, consents, links, verifications, websites, unreachable, .. } = *notice;
    let DigestNotice { duplicates, drafts, unplaced, demand, .. } = *notice;
    DueWork { proposals, consents, links, verifications, unreachable, duplicates, websites, unplaced, drafts, demand }
}

/// A cooperation as pages and mails say it.
pub(crate) fn facts(inquiry: &LinkInquiry) -> CooperationFacts<'_> {
    let kind = inquiry.link.kind;
    let direction = match inquiry.side {
        _ if kind.is_symmetric() => Direction::Mutual,
        Side::From => Direction::Outgoing,
        Side::To => Direction::Incoming,
    };
    CooperationFacts {
        asked: &inquiry.asked.name,
        partner: &inquiry.partner.name,
        kind,
        direction,
        themes: &inquiry.link.themes,
        since: inquiry.link.since,
        note: inquiry.link.note.as_deref(),
    }
}
