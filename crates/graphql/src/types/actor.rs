//! Actors: one handle with one list of fields, which stands behind the interface `Actor` and the
//! three types that implement it.

use std::borrow::Cow;

use directory::{ActorEntry, ActorNo, Snapshot};
use domain::{ActorType, Location, hours::HoursState, record::EntityKind};

use super::{
    Handle, Listed, at_most,
    cooperation::{CooperationArguments, CooperationConnection, SuggestedPartnerView, cooperations},
    district::DistrictView,
    entry_connections::{EventConnection, OfferConnection, events, offers},
    facts::{IdentifiersView, OpennessView},
    history::{HistoryConnection, history},
    info::ContactView,
    interfaces::{NodeInterface, SuggestionInterface},
    match_reason::MatchReasonView,
    project::ProjectView,
    text::{AddressView, Translation, text_in, translations},
    theme::ThemeView,
};
use crate::{
    enums::{Accessibility, LegalForm, LinkKind, LinkStatus, Precision, Role, Wheelchair},
    exec::{
        Call, ConcreteType, Fields, Interface, Output, ResponseWriter, WriteResult, extends, fields, join, object,
        register_interface, register_object, write_object,
    },
    global_id::GlobalId,
    inputs::{PositionInput, window},
    scalars::{Day, Tag, Time},
    schema::type_registry::{FieldEntry, TypeRegistry},
};

/// An actor of any type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ActorView<'s> {
    /// Where it stands.
    pub(crate) snapshot: &'s Snapshot,
    /// Its number there.
    pub(crate) no: ActorNo,
    /// Its entry.
    pub(crate) entry: &'s ActorEntry,
}

impl<'s> ActorView<'s> {
    /// The actor of a number.
    pub(crate) fn of(snapshot: &'s Snapshot, no: ActorNo) -> Self {
        Self { snapshot, no, entry: snapshot.actor(no) }
    }

    /// Which of the three.
    pub(crate) fn actor_type(self) -> ActorType {
        self.entry.data().kind.actor_type()
    }

    fn data(self) -> &'s domain::Actor {
        self.entry.data()
    }

    fn districts(self) -> Vec<DistrictView<'s>> {
        let based_in = self.entry.based_in();
        let elsewhere = self.entry.active_in().iter().copied().filter(|no| Some(*no) != based_in);
        based_in.into_iter().chain(elsewhere).map(|no| DistrictView::of(self.snapshot, no)).collect()
    }

    fn context(self, language: &str) -> String {
        let kind = self.data().kind.label(language);
        match self.entry.based_in() {
            Some(no) => format!("{kind}, {}", DistrictView::of(self.snapshot, no).name(language)),
            None => kind.to_owned(),
        }
    }

    fn fields_of_action(self) -> Vec<&'static str> {
        let serves = |field: &&domain::vocabulary::FieldOfAction| {
            let themes = self.entry.themes().iter();
            themes.map(|no| self.snapshot.theme(*no)).any(|theme| theme.data().fields_of_action.contains(field))
        };
        domain::vocabulary::FieldOfAction::ALL.iter().filter(serves).map(|field| field.slug()).collect()
    }
}

fields! {
    ['s] ActorView<'s>, |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Actor, this.entry.record().id),
    /// The readable name in addresses. It may change; old ones lead here.
    slug: &'s domain::Slug => &this.data().slug,
    /// The name, as the actor writes it.
    name: &'s str => &this.data().name,
    /// The same as `name`, so that everything that can be suggested has one.
    label(
        /// BCP-47 tag of the reader's language; the names of actors are the same in every one.
        language: Tag
    ): &'s str => &this.data().name,
    /// Its kind and, where known, the district of its seat, to be shown beside the name: `Kulturverein, Wanne`.
    context(
        /// BCP-47 tag of the reader's language; German where there is no such label.
        language: Tag
    ): Option<String> => Some(this.context(call.language())),
    /// Other names, translations of the name, the abbreviation.
    alternativeNames: &'s [String] => &this.data().alternative_names,
    /// What it is, as a word of its type's vocabulary, such as `women`, `job-centre` or `round-table`.
    kind: &'static str => this.data().kind.slug(),
    /// What it is, for readers.
    kindLabel(
        /// BCP-47 tag of the reader's language; German where there is no such label.
        language: Tag
    ): &'static str => this.data().kind.label(call.language()),
    /// The legal form, where known.
    legalForm: Option<LegalForm> => this.data().legal_form.map(LegalForm::from),
    /// The legal form, for readers.
    legalFormLabel(
        /// BCP-47 tag of the reader's language; German where there is no such label.
        language: Tag
    ): Option<&'static str> => this.data().legal_form.map(|form| form.label(call.language())),
    /// One or two sentences, in the reader's language, else German, else English, else any.
    summary(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.data().summary, call.language()),
    /// The summary in every language there is.
    summaryTexts: Vec<Translation<'s>> => translations(&this.data().summary),
    /// The longer text, in the reader's language, else German, else English, else any.
    description(
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Option<&'s str> => text_in(&this.data().description, call.language()),
    /// The description in every language there is.
    descriptionTexts: Vec<Translation<'s>> => translations(&this.data().description),
    /// The website.
    website: Option<&'s str> => this.data().website.as_ref().map(domain::WebAddress::as_str),
    /// The public e-mail address of the function, never of a person.
    email: Option<&'s str> => this.data().email.as_ref().map(domain::EmailAddress::as_str),
    /// The public telephone number of the function, never of a person.
    phone: Option<&'s str> => this.data().phone.as_ref().map(domain::PhoneNumber::as_str),
    /// The telephone number as a link (RFC 3966) that telephones anywhere dial, such as `tel:+49232312345`.
    phoneLink: Option<String> => this.data().phone.as_ref().map(domain::PhoneNumber::link),
    /// Its pages on social networks.
    socialLinks: Vec<&'s str> => this.data().social_links.iter().map(domain::WebAddress::as_str).collect(),
    /// The postal address; null where the place is hidden.
    address: Option<AddressView<'s>> => this.data().address.as_deref().map(|address| AddressView(Cow::Borrowed(address))),
    /// Where it is; null where the place is hidden or unknown.
    location: Option<LocationView> => this.data().location.map(LocationView),
    /// The geodesic distance in metres from a point; null where the place is hidden or unknown.
    distanceMetres(
        /// From where.
        from: PositionInput
    ): Option<f64> => {
        let from = from.position("from")?;
        this.data().location.map(|location| location.position.distance_metres(from))
    },
    /// Why a text finds it, most telling reason first; empty where the text does not find it, and without a text.
    #[cost(50, word = 100, at most directory::text::MAX_WORDS)]
    matchReasons(
        /// The words, as they were typed.
        text: Option<String>,
        /// BCP-47 tag of the reader's language.
        language: Tag
    ): Vec<MatchReasonView<'s>> => {
        let reasons = this.snapshot.match_reasons(text.as_deref().unwrap_or_default(), &[this.no])?;
        let view = |reason| MatchReasonView::new(*this, reason, call.language());
        reasons.into_iter().flatten().map(view).collect()
    },
    /// The district of its seat.
    basedIn: Option<DistrictView<'s>> => this.entry.based_in().map(|no| DistrictView::of(this.snapshot, no)),
    /// The districts it works in.
    activeIn: Listed<'s, DistrictView<'s>> => Listed::new(this.snapshot, this.entry.active_in()),
    /// The district of its seat, then the other districts it works in.
    districts: Vec<DistrictView<'s>> => this.districts(),
    /// What it works on.
    themes: Listed<'s, ThemeView<'s>> => Listed::new(this.snapshot, this.entry.themes()),
    /// The programme's fields of action it serves through its themes, as words.
    fieldsOfAction: Vec<&'static str> => this.fields_of_action(),
    /// The languages it works in, as BCP-47 tags.
    languages: &'s [domain::Language] => &this.data().languages,
    /// Whom it works for, as words of the vocabulary.
    targetGroups: Vec<&'static str> => this.data().target_groups.iter().map(|group| group.slug()).collect(),
    /// When somebody is there, in the notation of OpenStreetMap's `opening_hours`, local time.
    openingHours: Option<&'s str> => this.data().opening_hours.as_ref().map(domain::OpeningHours::as_str),
    /// Whether it is open; null without opening hours, and where they leave it unknown, as "by appointment" does.
    openAt(
        /// When; now where nothing is said.
        at: Option<Time>
    ): Option<bool> => match this.snapshot.hours_state(this.no, at.map_or_else(|| call.now(), |time| time.0)) {
        None | Some(HoursState::Unknown) => None,
        Some(state) => Some(state == HoursState::Open),
    },
    /// Whether people come by appointment; null where nobody has said.
    byAppointment: Option<bool> => this.data().by_appointment,
    /// Whether it costs nothing; null where nobody has said.
    freeOfCharge: Option<bool> => this.data().free_of_charge,
    /// Whether what is said stays there; null where nobody has said.
    confidential: Option<bool> => this.data().confidential,
    /// Whether a wheelchair user gets in.
    wheelchair: Wheelchair => this.data().wheelchair.into(),
    /// What else helps people with a disability; what is not named is unknown.
    accessibility: Vec<Accessibility> => this.data().accessibility.iter().map(|it| (*it).into()).collect(),
    /// How open an institution is, as facts that were true on a day; null where nobody has said, and for organisations
    /// and networks.
    openness: Option<OpennessView<'s>> => this.data().openness.as_deref().map(OpennessView),
    /// Its numbers in registers and databases elsewhere; those that lead to a place only where it is exact.
    identifiers: Option<IdentifiersView<'s>> => this.data().identifiers.as_deref().map(IdentifiersView),
    /// The day somebody last vouched for the entry. Updated is not verified.
    verifiedOn: Option<Day> => this.data().verification.map(|verification| Day(verification.on)),
    /// In what role, never by name.
    verifiedBy: Option<Role> => this.data().verification.map(|verification| verification.by.into()),
    /// When the first version was written.
    createdAt: Time => Time(this.entry.record().created_at),
    /// When the newest version was written.
    updatedAt: Time => Time(this.entry.record().updated_at),
    /// Grows by one with every change.
    version: u32 => this.entry.record().version,
    /// What it offers, by title.
    offers(
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): OfferConnection<'s> => {
        let filter = directory::OfferFilter { actor: Some(this.entry.record().id), ..Default::default() };
        offers(this.snapshot, filter, window(first, after, last, before))?
    },
    /// What it invites to, by next date.
    events(
        /// With a date that goes on at that time or begins later.
        from: Option<Time>,
        /// With a date that begins at that time or earlier.
        until: Option<Time>,
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): EventConnection<'s> => {
        let (host, from, until) = (Some(this.entry.record().id), from.map(|time| time.0), until.map(|time| time.0));
        let filter = directory::EventFilter { host, from, until, ..Default::default() };
        events(this.snapshot, filter, window(first, after, last, before))?
    },
    /// The projects it takes part in, by title.
    projects: Vec<ProjectView<'s>> => {
        this.snapshot.projects_of(this.no).map(|no| ProjectView::of(this.snapshot, no)).collect()
    },
    /// Who it cooperates with, by the partner's name. Only what both sides have confirmed.
    cooperations(
        /// Only these kinds; all where nothing is said.
        kinds: Option<Vec<LinkKind>>,
        /// Only these statuses; the public sees ACTIVE, DORMANT and ENDED.
        status: Option<Vec<LinkStatus>> = "[ACTIVE]",
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): CooperationConnection<'s> => {
        cooperations(*this, CooperationArguments { kinds, status, window: window(first, after, last, before) })?
    },
    /// Who it might cooperate with and does not yet, best first.
    #[cost(500)]
    suggestedPartners(
        /// At most this many; 5 where nothing is said, at most 100.
        first: Option<i32>
    ): Vec<SuggestedPartnerView<'s>> => {
        let partners = this.snapshot.suggested_partners(this.no, at_most(first, 5)?);
        partners.into_iter().map(|partner| SuggestedPartnerView::new(this.snapshot, partner)).collect()
    },
    /// The people to speak to, as far as they have agreed to be shown to everybody.
    contactPersons: Vec<ContactView<'s>> => this.snapshot.contacts_of(this.no).map(ContactView).collect(),
    /// Its versions, newest first, as far as they were public.
    #[cost(2_000)]
    history(
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>
    ): HistoryConnection<'_> => {
        let versions = call.exec.history(this.entry.record().id)?;
        history(this.snapshot, versions, first, after)?
    },
}

impl ConcreteType for ActorView<'_> {
    fn type_name(&self) -> &'static str {
        match self.actor_type() {
            ActorType::Organisation => Organisation::NAME,
            ActorType::Institution => Institution::NAME,
            ActorType::Network => Network::NAME,
        }
    }

    fn belongs_to(&self, interface: &str) -> bool {
        [ActorInterface::NAME, NodeInterface::NAME, SuggestionInterface::NAME].contains(&interface)
    }
}

/// The interface of the three types of actor.
pub(crate) struct ActorInterface;

impl Interface for ActorInterface {
    const NAME: &'static str = "Actor";
    const DESCRIPTION: &'static str = "What a cooperation can end at: an organisation, an institution or a network.";

    fn describe(registry: &mut TypeRegistry<'_>) -> Vec<FieldEntry> {
        ActorView::describe(registry)
    }

    fn register_parents(registry: &mut TypeRegistry<'_>) {
        extends::<NodeInterface>(registry, Self::NAME);
        extends::<SuggestionInterface>(registry, Self::NAME);
    }
}

/// An actor where any of the three types may stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnyActor<'s>(pub(crate) ActorView<'s>);

impl<'s> Handle<'s> for AnyActor<'s> {
    type No = ActorNo;

    fn of(snapshot: &'s Snapshot, no: ActorNo) -> Self {
        Self(ActorView::of(snapshot, no))
    }
}

impl Output for AnyActor<'_> {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        Organisation::type_ref(registry);
        Institution::type_ref(registry);
        Network::type_ref(registry);
        register_interface::<ActorInterface>(registry)
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        write_object(&self.0, call, out)
    }
}

macro_rules! actor_types {
    ($($(#[doc = $doc:literal])+ $type:ident)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $type<'s>(ActorView<'s>);

        impl $type<'_> {
            const NAME: &'static str = stringify!($type);
        }

        impl<'s> $type<'s> {
            /// The actor, if it is of this type.
            pub(crate) fn from_actor(actor: ActorView<'s>) -> Option<Self> {
                (actor.actor_type() == ActorType::$type).then_some(Self(actor))
            }
        }

        impl<'s> Handle<'s> for $type<'s> {
            type No = ActorNo;

            fn of(snapshot: &'s Snapshot, no: ActorNo) -> Self {
                Self(ActorView::of(snapshot, no))
            }
        }

        impl Output for $type<'_> {
            fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
                let description = crate::exec::description(&[$($doc),+]);
                register_object::<ActorView<'_>>(
                    registry,
                    Self::NAME,
                    &description,
                    &[join::<ActorInterface>, join::<NodeInterface>, join::<SuggestionInterface>],
                )
            }

            fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
                write_object(&self.0, call, out)
            }
        }
    )+};
}

actor_types! {
    /// A migrant self-organisation, association or initiative.
    Organisation
    /// A municipal or regular service: a school, the job centre, migration advice.
    Institution
    /// A round table, district conference or association of associations.
    Network
}

/// A position with its precision.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LocationView(Location);

object! {
    /// Where something is, WGS84, and how precisely that is published.
    "Location" [] LocationView, implements [], |this, call|
    /// Degrees east of Greenwich.
    longitude: f64 => this.0.position.longitude(),
    /// Degrees north of the equator.
    latitude: f64 => this.0.position.latitude(),
    /// How precise the position is.
    precision: Precision => this.0.precision.into(),
}
