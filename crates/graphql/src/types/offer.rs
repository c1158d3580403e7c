//! Offers.

use std::borrow::Cow;

use directory::{OfferEntry, OfferNo, Snapshot};
use domain::{offer::CurrentAvailability, page_slug::page_slug, record::EntityKind};

use super::{
    Handle,
    actor::AnyActor,
    interfaces::{NodeInterface, SuggestionInterface},
    text::{AddressView, Translation, text_in, translations},
    theme::{ThemeView, listed_themes},
};
use crate::{
    enums::{Availability, RegistrationMethod},
    exec::object,
    global_id::GlobalId,
    scalars::{Day, Tag, Time},
};

/// An offer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfferView<'s> {
    snapshot: &'s Snapshot,
    no: OfferNo,
    entry: &'s OfferEntry,
}

impl<'s> Handle<'s> for OfferView<'s> {
    type No = OfferNo;

    fn of(snapshot: &'s Snapshot, no: OfferNo) -> Self {
        Self { snapshot, no, entry: snapshot.offer(no) }
    }
}

impl OfferView<'_> {
    fn availability(&self) -> Option<CurrentAvailability> {
        self.snapshot.availability_of(self.no)
    }
}

object! {
    /// Something an actor gives, regularly or for a time: a service, a volunteering opportunity, a room to share.
    "Offer" ['s] OfferView<'s>, implements [NodeInterface, SuggestionInterface], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Offer, this.entry.record().id),
    /// The readable name of who gives it; `pageSlug` leads to its own page.
    slug: &'s str => this.snapshot.actor(this.entry.actor()).data().slug.as_str(),
    /// What its page is called in addresses: `/offer/{pageSlug}`. What stands behind the last hyphen never changes, and
    /// leads there alone; the words before it follow the title.
    pageSlug: String => page_slug(&this.entry.data().title, this.entry.record().id.uuid()),
    /// The same as `title`, so that everything that can be suggested has one.
    label(
        /// BCP-47 tag of the reader's language; German where there is no such text.
        language: Tag
    ): &'s str => text_in(&this.entry.data().title, call.language()).unwrap_or_default(),
    /// The name of who gives it, to be shown beside the title.
    context(
        /// BCP-47 tag of the reader's language; the names of actors are the same in every one.
        language: Tag
    ): Option<&'s str> => Some(&this.snapshot.actor(this.entry.actor()).data().name),
    /// Who gives it.
    actor: AnyActor<'s> => AnyActor::of(this.snapshot, this.entry.actor()),
    /// What sort of offer, as a word: `service`, `volunteering`, `volunteer-training` or `room`.
    kind: &'static str => this.entry.data().kind.slug(),
    /// What sort of offer, for readers.
    kindLabel(
        /// BCP-47 tag of the reader's language; German where there is no such label.
        language: Tag
    ): &'static str => this.entry.data().kind.label(call.language()),
    /// The title, in the reader's language, else German, else English, else any.
    title(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): &'s str => text_in(&this.entry.data().title, call.language()).unwrap_or_default(),
    /// The title in every language there is.
    titleTexts: Vec<Translation<'s>> => translations(&this.entry.data().title),
    /// The longer text, in the reader's language, else German, else English, else any.
    description(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.entry.data().description, call.language()),
    /// The description in every language there is.
    descriptionTexts: Vec<Translation<'s>> => translations(&this.entry.data().description),
    /// What it is about.
    themes: Vec<ThemeView<'s>> => listed_themes(this.snapshot, &this.entry.data().themes),
    /// The languages it is given in, as BCP-47 tags.
    languages: &'s [domain::Language] => &this.entry.data().languages,
    /// Whom it is for, as words of the vocabulary.
    targetGroups: Vec<&'static str> => this.entry.data().target_groups.iter().map(|group| group.slug()).collect(),
    /// The youngest whom it is for, in years; null where nobody has said.
    minimumAge: Option<u32> => this.entry.data().minimum_age.map(u32::from),
    /// The oldest whom it is for, in years; null where nobody has said.
    maximumAge: Option<u32> => this.entry.data().maximum_age.map(u32::from),
    /// Whom it is not for.
    exclusions(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.entry.data().exclusions, call.language()),
    /// The papers that one must bring.
    documents(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.entry.data().documents, call.language()),
    /// When it takes place, in the notation of OpenStreetMap's `opening_hours`, local time.
    schedule: Option<&'s str> => this.entry.data().schedule.as_ref().map(domain::OpeningHours::as_str),
    /// What it costs; null when free or unknown.
    cost(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.entry.data().cost, call.language()),
    /// The ways to register; empty where nobody has said.
    registrationMethods: Vec<RegistrationMethod> => {
        this.entry.data().registration_methods.iter().map(|it| (*it).into()).collect()
    },
    /// How to register, in words.
    registration(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.entry.data().registration, call.language()),
    /// Where to register on the web.
    registrationUrl: Option<&'s str> => this.entry.data().registration_url.as_ref().map(domain::WebAddress::as_str),
    /// Where it takes place, when not at the actor's; told as precisely as the actor's place, so not
    /// at all where that is hidden.
    place: Option<AddressView<'s>> => this.snapshot.place_of_offer(this.no).map(|place| AddressView(Cow::Owned(place))),
    /// The first day it stands.
    validFrom: Option<Day> => this.entry.data().valid_from.map(Day),
    /// The last day it stands.
    validUntil: Option<Day> => this.entry.data().valid_until.map(Day),
    /// Whether it takes people on, as the actor said it; null where nobody has said, or once `availabilityUntil` is over.
    availability: Option<Availability> => this.availability().map(|told| told.availability.into()),
    /// How many places are free; null where that is not known, and together with `availability`.
    freePlaces: Option<u32> => this.availability().and_then(|told| told.free_places).map(u32::from),
    /// The last day on which `availability` holds, in the directory's time zone; null together with it.
    availabilityUntil: Option<Day> => this.availability().map(|told| Day(told.until)),
    /// When the newest version was written.
    updatedAt: Time => Time(this.entry.record().updated_at),
    /// Grows by one with every change.
    version: u32 => this.entry.record().version,
}
