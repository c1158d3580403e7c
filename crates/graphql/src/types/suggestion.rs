//! What somebody may mean who is still typing.

use async_graphql::ID;
use directory::{Snapshot, Suggestion};
use domain::Language;

use super::{
    Handle,
    actor::{ActorView, AnyActor},
    district::DistrictView,
    event::EventView,
    interfaces::SuggestionInterface,
    offer::OfferView,
    theme::ThemeView,
};
use crate::{
    exec::{Call, Output, ResponseWriter, WriteResult, object, register_interface, write_object},
    scalars::Tag,
    schema::type_registry::TypeRegistry,
};

/// One suggestion.
#[derive(Clone, Debug)]
pub(crate) enum SuggestionView<'s> {
    /// An actor.
    Actor(ActorView<'s>),
    /// A theme.
    Theme(ThemeView<'s>),
    /// A district.
    District(DistrictView<'s>),
    /// A language.
    Language(LanguageView),
    /// An offer.
    Offer(OfferView<'s>),
    /// An event.
    Event(EventView<'s>),
    /// A question.
    Question(QuestionView),
}

impl<'s> SuggestionView<'s> {
    /// The suggestion's handle.
    pub(crate) fn of(snapshot: &'s Snapshot, suggestion: Suggestion) -> Self {
        match suggestion {
            Suggestion::Actor(no) => Self::Actor(ActorView::of(snapshot, no)),
            Suggestion::Theme(no) => Self::Theme(ThemeView::of(snapshot, no)),
            Suggestion::District(no) => Self::District(DistrictView::of(snapshot, no)),
            Suggestion::Language(language) => Self::Language(LanguageView(language)),
            Suggestion::Offer(no) => Self::Offer(OfferView::of(snapshot, no)),
            Suggestion::Event(no) => Self::Event(EventView::of(snapshot, no)),
            Suggestion::Question(text) => Self::Question(QuestionView(text)),
        }
    }
}

impl Output for SuggestionView<'_> {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        AnyActor::type_ref(registry);
        ThemeView::type_ref(registry);
        DistrictView::type_ref(registry);
        LanguageView::type_ref(registry);
        OfferView::type_ref(registry);
        EventView::type_ref(registry);
        QuestionView::type_ref(registry);
        register_interface::<SuggestionInterface>(registry)
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        match self {
            Self::Actor(actor) => write_object(&actor, call, out),
            Self::Theme(theme) => theme.write(call, out),
            Self::District(district) => district.write(call, out),
            Self::Language(language) => language.write(call, out),
            Self::Offer(offer) => offer.write(call, out),
            Self::Event(event) => event.write(call, out),
            Self::Question(question) => question.write(call, out),
        }
    }
}

/// The id of what is suggested and is no entry.
struct SuggestionId(String);

impl Output for SuggestionId {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<ID>()
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        self.0.write(call, out)
    }
}

/// A language that is suggested.
#[derive(Clone, Debug)]
pub(crate) struct LanguageView(Language);

object! {
    /// A language that somebody works in, suggested to who is still typing.
    "LanguageSuggestion" [] LanguageView, implements [SuggestionInterface], |this, call|
    /// Tells it from all other suggestions.
    id: SuggestionId => SuggestionId(format!("language:{}", this.0)),
    /// Its BCP-47 tag, as filters take it.
    slug: &str => this.0.as_str(),
    /// What people call it.
    label(
        /// BCP-47 tag of the reader's language; German where there is no such text.
        language: Tag
    ): &str => this.0.label(call.language()),
    /// Null: no two languages have the same name.
    context(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&str> => None,
}

/// A question that is suggested.
#[derive(Clone, Debug)]
pub(crate) struct QuestionView(String);

object! {
    /// A whole question in words, suggested to who is still typing: `interpret` understands all of it, and somebody
    /// answers it.
    "QuestionSuggestion" [] QuestionView, implements [SuggestionInterface], |this, call|
    /// Tells it from all other suggestions.
    id: SuggestionId => SuggestionId(format!("question:{}", this.0)),
    /// The question, as `interpret` takes it.
    slug: &str => this.0.as_str(),
    /// The same as `slug`.
    label(
        /// BCP-47 tag of the reader's language; the question is in the language it is typed in.
        language: Tag
    ): &str => this.0.as_str(),
    /// Null: a question says all.
    context(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&str> => None,
}
