//! The mails of the outbox: the text comes from the catalogues, in the language of whoever gets it.

use curation::commands::{LinkInquiry, MailContent, OutboxLetter, Side};
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
    mail::{CooperationFacts, MailFrame, link_confirmation},
};

use super::{MailError, Site, letter::plain_message};
use crate::paths;

/// The mail of a letter of the outbox.
pub(super) fn message(letter: &OutboxLetter, site: &Site, from: &Mailbox) -> Result<Message, MailError> {
    let locale = Locale::from_tag(letter.language.primary()).unwrap_or(Locale::De);
    let address = |path: String| format!("{}{path}?language={}", site.origin, locale.tag());
    let stop = address(paths::mail_stop(letter.stop.expose_secret()));
    let frame = MailFrame { locale, title: site.title(locale.tag()), stop: &stop };
    let text = match &letter.content {
        MailContent::LinkConfirmation { inquiry, token, until } => {
            let link = address(paths::link_reply(token.expose_secret()));
            link_confirmation(&frame, &facts(inquiry), &link, *until)
        }
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
