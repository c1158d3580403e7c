//! Inputs about actors, offers, events and projects.

use async_graphql::{ID, InputObject};
use curation::Patch;
use directory::Snapshot;
use serde_json::json;

use super::{
    facts::{IdentifiersInput, OpennessInput},
    patch_values::{AddressInput, LocationInput, Named, Texts, fields_input},
    sights,
};
use crate::{
    enums::{Accessibility, ActorType, Availability, LegalForm, OfferKind, RegistrationMethod, Wheelchair},
    scalars::{Day, Time},
};

fields_input! {
    /// What an actor's entry says, but for its kind.
    ActorFieldsInput {
        /// The name, as the actor writes it.
        name "name" String,
        /// Other names, translations of the name, the abbreviation.
        alternative_names "alternativeNames" Vec<String>,
        /// The legal form.
        legal_form "legalForm" LegalForm,
        /// The readable name in addresses; made of the name where none is given. The former one still leads here.
        slug "slug" String,
        /// One or two sentences, by language.
        summary "summary" Texts,
        /// The longer text, by language.
        description "description" Texts,
        /// The postal address.
        address "address" AddressInput,
        /// Where it is, and how precisely that is published.
        location "location" LocationInput,
        /// The district of its seat, by slug or id; needed only where no position gives it.
        based_in "basedIn" Named,
        /// The districts it works in, by slug or id.
        active_in "activeIn" Vec<Named>,
        /// What it works on: themes by slug or id.
        themes "themes" Vec<Named>,
        /// The languages it works in, as BCP-47 tags.
        languages "languages" Vec<String>,
        /// Whom it works for, as words of the vocabulary.
        target_groups "targetGroups" Vec<String>,
        /// The website.
        website "website" String,
        /// The public e-mail address of the function, never of a person.
        email "email" String,
        /// The public telephone number of the function, never of a person.
        phone "phone" String,
        /// Its pages on social networks.
        social_links "socialLinks" Vec<String>,
        /// When somebody is there, in the notation of OpenStreetMap's `opening_hours`, local time.
        opening_hours "openingHours" String,
        /// Whether people come by appointment.
        by_appointment "byAppointment" bool,
        /// Whether it costs nothing.
        free_of_charge "freeOfCharge" bool,
        /// Whether what is said stays there.
        confidential "confidential" bool,
        /// Whether a wheelchair user gets in.
        wheelchair "wheelchair" Wheelchair,
        /// What else helps people with a disability.
        accessibility "accessibility" Vec<Accessibility>,
        /// How open an institution is; of institutions only.
        openness "openness" OpennessInput,
        /// Its numbers in registers and databases elsewhere.
        identifiers "identifiers" IdentifiersInput,
    }
}

/// What an actor's entry should say; what is not named stays.
#[derive(Clone, InputObject)]
pub(crate) struct ActorPatchInput {
    /// Which of the three it is; needed beside `kind` where that word stands in several vocabularies.
    #[graphql(name = "type")]
    actor_type: Option<ActorType>,
    /// What it is, as a word of its type's vocabulary, such as `women`, `job-centre` or `round-table`.
    kind: Option<String>,
    #[graphql(flatten)]
    fields: ActorFieldsInput,
}

impl ActorPatchInput {
    /// What is named, as a patch.
    pub(crate) fn patch(self, snapshot: &Snapshot) -> Patch {
        let patch = self.fields.patch(snapshot);
        let Some(word) = self.kind else { return patch };
        let types = domain::ActorType::ALL.iter().filter(|known| {
            let asked = self.actor_type.map(domain::ActorType::from);
            asked.is_none_or(|asked| asked == **known)
        });
        let kinds: Vec<_> = types.filter_map(|known| domain::ActorKind::from_words(*known, &word).ok()).collect();
        match kinds.as_slice() {
            [kind] => patch.with("kind", kind),
            // What is no kind, or several, is refused with the words that are allowed.
            _ => patch.with("kind", word),
        }
    }
}

fields_input! {
    /// What an offer says.
    OfferFieldsInput {
        /// Who gives it: an actor by slug or id.
        actor "actor" Named,
        /// What sort of offer.
        kind "kind" OfferKind,
        /// The title, by language.
        title "title" Texts,
        /// The longer text, by language.
        description "description" Texts,
        /// What it is about: themes by slug or id.
        themes "themes" Vec<Named>,
        /// The languages it is given in, as BCP-47 tags.
        languages "languages" Vec<String>,
        /// Whom it is for, as words of the vocabulary.
        target_groups "targetGroups" Vec<String>,
        /// The youngest whom it is for, in years.
        minimum_age "minimumAge" u32,
        /// The oldest whom it is for, in years.
        maximum_age "maximumAge" u32,
        /// Whom it is not for, by language.
        exclusions "exclusions" Texts,
        /// The papers that one must bring, by language.
        documents "documents" Texts,
        /// When it takes place, in the notation of OpenStreetMap's `opening_hours`, local time.
        schedule "schedule" String,
        /// What it costs, by language.
        cost "cost" Texts,
        /// The ways to register.
        registration_methods "registrationMethods" Vec<RegistrationMethod>,
        /// How to register, in words, by language.
        registration "registration" Texts,
        /// Where to register on the web.
        registration_url "registrationUrl" String,
        /// Where it takes place, when not at the actor's.
        place "place" AddressInput,
        /// The first day it stands.
        valid_from "validFrom" Day,
        /// The last day it stands.
        valid_until "validUntil" Day,
        /// Whether it takes people on; named together with `availabilityUntil`.
        availability "availability" Availability,
        /// How many places are free, 1 to 999; only where places are free.
        free_places "freePlaces" u32,
        /// The last day on which `availability` holds: from today to six months ahead.
        availability_until "availabilityUntil" Day,
    }
}

fields_input! {
    /// What an event says.
    EventFieldsInput {
        /// Who invites: actors by slug or id; the first is the one to ask.
        hosts "hosts" Vec<Named>,
        /// The title, by language.
        title "title" Texts,
        /// The longer text, by language.
        description "description" Texts,
        /// The first start.
        starts_at "startsAt" Time,
        /// The first end. Where only days count: the midnight after the last one, or any time on it.
        ends_at "endsAt" Time,
        /// Whether only the days count and not the times on them.
        all_day "allDay" bool,
        /// Whether it does not take place after all; calendars and pages say so instead of losing it.
        cancelled "cancelled" bool,
        /// How it repeats, as an RRULE by RFC 5545 in the directory's local time.
        recurrence "recurrence" String,
        /// Local days on which it does not take place although its recurrence has them.
        excluded_dates "excludedDates" Vec<Day>,
        /// What it is about: themes by slug or id.
        themes "themes" Vec<Named>,
        /// The languages spoken there, as BCP-47 tags.
        languages "languages" Vec<String>,
        /// Whom it is for, as words of the vocabulary.
        target_groups "targetGroups" Vec<String>,
        /// Where it takes place, when not at the first host's.
        place "place" AddressInput,
        /// Where to read more.
        website "website" String,
        /// Where to register on the web.
        registration_url "registrationUrl" String,
    }
}

fields_input! {
    /// What a project says.
    ProjectFieldsInput {
        /// Who takes part: actors by slug or id.
        actors "actors" Vec<Named>,
        /// The title, by language.
        title "title" Texts,
        /// The longer text, by language.
        description "description" Texts,
        /// What it is about: themes by slug or id.
        themes "themes" Vec<Named>,
        /// Where it works: districts by slug or id.
        districts "districts" Vec<Named>,
        /// The first day.
        since "since" Day,
        /// The last day.
        until "until" Day,
        /// Who funds it.
        funding "funding" String,
        /// The website.
        website "website" String,
    }
}

/// A new entry as the commands take it.
pub(crate) struct New {
    /// What it says.
    pub(crate) fields: Patch,
    /// Whether it is published at once.
    pub(crate) publish: bool,
    /// What for.
    pub(crate) note: Option<String>,
}

/// An input that makes an entry.
pub(crate) trait Making {
    /// What it makes.
    fn into_create(self, snapshot: &Snapshot) -> New;
}

/// An edit as the commands take it.
pub(crate) struct Change {
    /// Which entry.
    pub(crate) id: ID,
    /// The version it started from.
    pub(crate) expected_version: u32,
    /// What the entry should say.
    pub(crate) fields: Patch,
    /// What for.
    pub(crate) note: Option<String>,
}

/// An input that changes an entry.
pub(crate) trait Changing {
    /// What it changes.
    fn change(self, snapshot: &Snapshot) -> Change;
}

macro_rules! new_actors {
    ($($(#[doc = $doc:literal])+ $name:ident $type:ident)+) => {$(
        $(#[doc = $doc])+
        #[derive(InputObject)]
        pub(crate) struct $name {
            /// What it is, as a word of its vocabulary.
            kind: Option<String>,
            #[graphql(flatten)]
            fields: ActorFieldsInput,
            /// Whether it is public at once; a draft otherwise.
            #[graphql(default)]
            publish: bool,
            /// What for; only staff read it.
            note: Option<String>,
        }

        impl Making for $name {
            fn into_create(self, snapshot: &Snapshot) -> New {
                let fields = self.fields.patch(snapshot);
                let fields = match self.kind {
                    Some(kind) => {
                        fields.with("kind", json!({ "type": domain::ActorType::$type, "kind": kind }))
                    }
                    None => fields,
                };
                New { fields, publish: self.publish, note: self.note }
            }
        }
    )+};
}

new_actors! {
    /// A new organisation.
    CreateOrganisationInput Organisation
    /// A new institution.
    CreateInstitutionInput Institution
    /// A new network.
    CreateNetworkInput Network
}

macro_rules! new_entries {
    ($($(#[doc = $doc:literal])+ $name:ident $fields:ident)+) => {$(
        $(#[doc = $doc])+
        #[derive(InputObject)]
        pub(crate) struct $name {
            #[graphql(flatten)]
            fields: $fields,
            /// Whether it is public at once; a draft otherwise.
            #[graphql(default)]
            publish: bool,
            /// What for; only staff read it.
            note: Option<String>,
        }

        impl Making for $name {
            fn into_create(self, snapshot: &Snapshot) -> New {
                New { fields: self.fields.patch(snapshot), publish: self.publish, note: self.note }
            }
        }
    )+};
}

new_entries! {
    /// A new offer.
    CreateOfferInput OfferFieldsInput
    /// A new event.
    CreateEventInput EventFieldsInput
    /// A new project.
    CreateProjectInput ProjectFieldsInput
}

/// Inputs that change the named fields of an entry.
macro_rules! edits {
    ($($(#[doc = $doc:literal])+ $name:ident $fields:ident)+) => {$(
        $(#[doc = $doc])+
        #[derive(async_graphql::InputObject)]
        pub(crate) struct $name {
            /// The global id.
            id: async_graphql::ID,
            /// The version the edit started from; another one now is a conflict.
            expected_version: u32,
            #[graphql(flatten)]
            fields: $fields,
            /// What for; only staff read it.
            note: Option<String>,
        }

        impl $crate::mutation::inputs::entries::Changing for $name {
            fn change(self, snapshot: &directory::Snapshot) -> $crate::mutation::inputs::entries::Change {
                $crate::mutation::inputs::entries::Change {
                    id: self.id,
                    expected_version: self.expected_version,
                    fields: self.fields.patch(snapshot),
                    note: self.note,
                }
            }
        }
    )+};
}
pub(crate) use edits;

edits! {
    /// A change of an actor; what is not named stays.
    EditActorInput ActorPatchInput
    /// A change of an offer; what is not named stays.
    EditOfferInput OfferFieldsInput
    /// A change of an event; what is not named stays.
    EditEventInput EventFieldsInput
    /// A change of a project; what is not named stays.
    EditProjectInput ProjectFieldsInput
}

/// An old version of an entry to be brought back.
#[derive(InputObject)]
pub(crate) struct RestoreVersionInput {
    /// The global id of the entry.
    pub(crate) id: ID,
    /// The version to bring back.
    pub(crate) version: u32,
    /// Only these fields of it, such as `phone` or `summary.de`; all where none is named.
    pub(crate) fields: Option<Vec<String>>,
    /// The newest version that was read; another one now is a conflict.
    pub(crate) expected_version: u32,
    /// Whether to take what stands in the place of themes and districts that are retired by now, and to
    /// leave archived actors out. Without it, a version that names such is refused.
    #[graphql(default)]
    pub(crate) replace_retired: bool,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}

/// A value to be taken out of an entry's past.
#[derive(InputObject)]
pub(crate) struct PurgeFieldHistoryInput {
    /// The global id of the entry or contact person.
    pub(crate) id: ID,
    /// The field, such as `phone`, `summary.de` or `address`.
    pub(crate) field: String,
    /// The newest version that was read; another one now is a conflict.
    pub(crate) expected_version: u32,
    /// Why; only staff read it. It should not hold the value.
    pub(crate) reason: String,
}

sights! {
    /// An entry whose newest step is to be taken back.
    UndoStepInput
    /// A retired theme to be brought back.
    ReinstateThemeInput
    /// A retired district to be brought back.
    ReinstateDistrictInput
    /// A draft of an actor to be published.
    PublishActorInput
    /// An actor to be archived.
    ArchiveActorInput
    /// An archived actor to be brought back.
    RestoreActorInput
    /// An actor whose entry is still true.
    VerifyActorInput
    /// A draft of an offer to be published.
    PublishOfferInput
    /// An offer to be archived.
    ArchiveOfferInput
    /// An archived offer to be brought back.
    RestoreOfferInput
    /// A draft of an event to be published.
    PublishEventInput
    /// An event to be archived.
    ArchiveEventInput
    /// An archived event to be brought back.
    RestoreEventInput
    /// A draft of a project to be published.
    PublishProjectInput
    /// A project to be archived.
    ArchiveProjectInput
    /// An archived project to be brought back.
    RestoreProjectInput
}
