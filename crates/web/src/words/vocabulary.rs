//! The words of the vocabulary in the reader's language: German and English stand in the code of `domain`, the others in
//! its `labels/TAG.ftl` under `GROUP-WORD`.

use directory::Direction;
use domain::{
    ActorKind, ActorType, DistrictLevel, Language,
    vocabulary::{
        Accessibility, Availability, Daytime, FieldOfAction, InstitutionKind, LegalForm, LinkKind, LinkStatus,
        NetworkKind, OfferKind, OrganisationKind, RegistrationMethod, Role, TargetGroup, Wheelchair,
    },
};

use super::Words;
use crate::Locale;

/// A word of the vocabulary.
pub trait Labelled: Copy {
    /// The word.
    fn word(self) -> &'static str;
    /// What it is called in a language of the pages.
    fn label_in(self, locale: Locale) -> &'static str;
}

macro_rules! labelled {
    ($($name:ident $group:literal,)+) => {
        $(impl Labelled for $name {
            fn word(self) -> &'static str {
                self.slug()
            }

            fn label_in(self, locale: Locale) -> &'static str {
                self.label(locale.tag())
            }
        })+

        /// Every key that the files of the vocabulary must have, beside those of languages.
        #[cfg(test)]
        pub(super) fn keys() -> Vec<String> {
            let mut keys = Vec::new();
            $(keys.extend($name::ALL.iter().map(|word| format!("{}-{}", $group, word.slug())));)+
            keys.extend(domain::language::KNOWN.iter().map(|language| format!("language-{}", language.tag)));
            keys
        }
    };
}

labelled! {
    OrganisationKind "organisation-kind",
    InstitutionKind "institution-kind",
    NetworkKind "network-kind",
    LegalForm "legal-form",
    TargetGroup "target-group",
    FieldOfAction "field-of-action",
    Wheelchair "wheelchair",
    Accessibility "accessibility",
    Daytime "daytime",
    LinkKind "link-kind",
    LinkStatus "link-status",
    DistrictLevel "district-level",
    OfferKind "offer-kind",
    Availability "availability",
    RegistrationMethod "registration-method",
    Role "role",
}

impl Words {
    /// What a word of the vocabulary is called.
    pub fn label<W: Labelled>(self, word: W) -> String {
        word.label_in(self.locale()).to_owned()
    }

    /// What a kind of actor is called.
    pub fn kind(self, kind: ActorKind) -> String {
        match kind {
            ActorKind::Organisation(kind) => self.label(kind),
            ActorKind::Institution(kind) => self.label(kind),
            ActorKind::Network(kind) => self.label(kind),
        }
    }

    /// What one of a type of actors is called.
    pub fn actor_type(self, actor_type: ActorType) -> String {
        self.say(actor_type.slug()).into_owned()
    }

    /// What a language is called; the tag itself where it is not known.
    pub fn language(self, language: &Language) -> String {
        language.label(self.locale().tag()).to_owned()
    }

    /// What a kind of cooperation is called, whichever way it points: "Mitgliedschaft".
    pub fn cooperation_kind(self, kind: LinkKind) -> String {
        self.say(cooperation_key(kind)).into_owned()
    }

    /// How a cooperation reads from one of its ends: "ist Mitglied in", or from the other "hat als Mitglied".
    pub fn cooperation(self, kind: LinkKind, direction: Direction) -> String {
        match direction {
            Direction::Outgoing | Direction::Mutual => self.label(kind),
            Direction::Incoming => self.say(incoming_key(kind)).into_owned(),
        }
    }
}

/// The key of what a kind is called as a whole.
const fn cooperation_key(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::CooperatesWith => "cooperation-cooperates_with",
        LinkKind::RunsProjectWith => "cooperation-runs_project_with",
        LinkKind::MemberOf => "cooperation-member_of",
        LinkKind::UmbrellaOf => "cooperation-umbrella_of",
        LinkKind::Supports => "cooperation-supports",
        LinkKind::Funds => "cooperation-funds",
        LinkKind::ProvidesRoomTo => "cooperation-provides_room_to",
        LinkKind::HostsOfferOf => "cooperation-hosts_offer_of",
        LinkKind::RefersTo => "cooperation-refers_to",
        LinkKind::Trains => "cooperation-trains",
        LinkKind::InterpretsFor => "cooperation-interprets_for",
        LinkKind::RepresentedIn => "cooperation-represented_in",
    }
}

/// The key of a directed kind as the end reads it that it points at.
const fn incoming_key(kind: LinkKind) -> &'static str {
    match kind {
        // The two that read the same from both ends have no other end to read them from.
        LinkKind::CooperatesWith | LinkKind::RunsProjectWith | LinkKind::MemberOf => "link-from-member_of",
        LinkKind::UmbrellaOf => "link-from-umbrella_of",
        LinkKind::Supports => "link-from-supports",
        LinkKind::Funds => "link-from-funds",
        LinkKind::ProvidesRoomTo => "link-from-provides_room_to",
        LinkKind::HostsOfferOf => "link-from-hosts_offer_of",
        LinkKind::RefersTo => "link-from-refers_to",
        LinkKind::Trains => "link-from-trains",
        LinkKind::InterpretsFor => "link-from-interprets_for",
        LinkKind::RepresentedIn => "link-from-represented_in",
    }
}
