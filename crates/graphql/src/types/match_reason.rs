//! Why a text finds an actor.

use directory::{MatchReason, MatchSubject};

use super::{
    Handle, actor::ActorView, district::DistrictView, event::EventView, offer::OfferView, text::text_in,
    theme::ThemeView,
};
use crate::{enums::MatchPart, exec::object};

/// A reason with the actor it is one of.
#[derive(Clone, Debug)]
pub(crate) struct MatchReasonView<'s> {
    actor: ActorView<'s>,
    reason: MatchReason,
    language: String,
}

impl<'s> MatchReasonView<'s> {
    /// The reason for a reader of a language.
    pub(crate) fn new(actor: ActorView<'s>, reason: MatchReason, language: &str) -> Self {
        Self { actor, reason, language: language.to_owned() }
    }

    fn text(&self) -> String {
        let ActorView { snapshot, entry, .. } = self.actor;
        let data = entry.data();
        let language = self.language.as_str();
        let text = match &self.reason.subject {
            None if self.reason.part == directory::text::DocumentPart::Kind => data.kind.label(language),
            None => data.name.as_str(),
            Some(MatchSubject::AlternativeName(at)) => data.alternative_names.get(*at).map_or("", String::as_str),
            Some(MatchSubject::Theme(no)) => ThemeView::of(snapshot, *no).label(language),
            Some(MatchSubject::District(no)) => return DistrictView::of(snapshot, *no).label(language).into_owned(),
            Some(MatchSubject::Language(tag)) => tag.label(language),
            Some(MatchSubject::TargetGroup(group)) => group.label(language),
            Some(MatchSubject::Offer(no)) => text_in(&snapshot.offer(*no).data().title, language).unwrap_or_default(),
            Some(MatchSubject::Event(no)) => text_in(&snapshot.event(*no).data().title, language).unwrap_or_default(),
            Some(MatchSubject::Address) => return data.address.as_ref().map(|it| it.to_line()).unwrap_or_default(),
            Some(MatchSubject::Phone) => data.phone.as_ref().map_or("", domain::PhoneNumber::as_str),
            Some(MatchSubject::Sentence(sentence)) => sentence,
        };
        text.to_owned()
    }
}

object! {
    /// Why a text finds an actor: the part of what is shown of it that holds a word of the text best.
    "MatchReason" ['s] MatchReasonView<'s>, implements [], |this, call|
    /// What of the actor.
    part: MatchPart => this.reason.part.into(),
    /// What stands there: the name, a label, a title, the address, the telephone number, the sentence.
    text: String => this.text(),
    /// The offer whose title, kind or description it is; null elsewhere.
    offer: Option<OfferView<'s>> => match this.reason.subject {
        Some(MatchSubject::Offer(no)) => Some(OfferView::of(this.actor.snapshot, no)),
        _ => None,
    },
    /// The event whose title or description it is; null elsewhere.
    event: Option<EventView<'s>> => match this.reason.subject {
        Some(MatchSubject::Event(no)) => Some(EventView::of(this.actor.snapshot, no)),
        _ => None,
    },
}
