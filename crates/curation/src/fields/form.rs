//! What a field asks of its value, in words for whoever got it wrong.

use domain::{
    ActorType,
    offer::MAX_FREE_PLACES,
    rules::Problem,
    vocabulary::{
        Accessibility, Availability, FieldOfAction, InstitutionKind, LegalForm, LinkBasis, LinkKind, MAX_AGE,
        NetworkKind, OfferKind, OrganisationKind, RegistrationMethod, TargetGroup, Visibility, Wheelchair,
    },
};
use messages::{Message, MessageArgument};

/// What a field asks of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Line,
    Texts,
    Slug,
    Id,
    WebAddress,
    EmailAddress,
    PhoneNumber,
    OpeningHours,
    Language,
    Date,
    Time,
    Recurrence,
    Place,
    Position,
    Boundary,
    Address,
    YesNo,
    Number,
    ActorKind,
    DistrictLevel,
    Legal,
    TargetGroup,
    FieldOfAction,
    Wheelchair,
    Accessibility,
    Openness,
    Identifiers,
    OsmId,
    WikidataId,
    Age,
    OfferKind,
    Availability,
    FreePlaces,
    /// The last day on which an availability holds.
    AvailabilityEnd,
    RegistrationMethod,
    LinkKind,
    LinkBasis,
    Person,
    /// A value that no edit names.
    Kept,
}

impl Form {
    /// The problem of a value that has not this form.
    pub(crate) fn problem(self) -> Problem {
        allowed_problem(self.allowed_shape())
    }

    fn allowed_shape(self) -> MessageArgument {
        let message = match self {
            Self::Line => Message::new("form-line"),
            Self::Texts => Message::new("form-texts").with("example", "{\"de\": \"…\"}"),
            Self::Slug => Message::new("form-slug"),
            Self::Id => Message::new("form-id"),
            Self::WebAddress => Message::new("form-web-address"),
            Self::EmailAddress => Message::new("form-email-address"),
            Self::PhoneNumber => Message::new("form-phone-number"),
            Self::OpeningHours => Message::new("form-opening-hours"),
            Self::Language => Message::new("form-language"),
            Self::FreePlaces => Message::new("form-free-places").with("most", MAX_FREE_PLACES),
            Self::Date | Self::AvailabilityEnd => Message::new("form-day"),
            Self::Time => Message::new("form-time"),
            Self::Recurrence => Message::new("form-recurrence"),
            Self::Place => Message::new("form-place"),
            Self::Position => Message::new("form-position"),
            Self::Boundary => Message::new("form-boundary"),
            Self::Address => Message::new("form-address"),
            Self::OsmId => Message::new("form-osm"),
            Self::WikidataId => Message::new("form-wikidata"),
            Self::Age => Message::new("form-age").with("most", MAX_AGE),
            Self::YesNo => Message::new("form-yes-no"),
            Self::Number => Message::new("form-number"),
            Self::DistrictLevel => Message::new("form-district-level"),
            Self::Person => Message::new("form-person"),
            Self::Kept => Message::new("form-kept"),
            Self::Openness => {
                return words(["on", "languages", "interpreters", "contact", "trainingOn", "declaration"].into_iter());
            }
            Self::Identifiers => return words(["register", "osm", "wikidata"].into_iter()),
            Self::ActorKind => return actor_kinds(),
            Self::Legal => return words(LegalForm::ALL.iter().map(|word| word.slug())),
            Self::TargetGroup => return words(TargetGroup::ALL.iter().map(|word| word.slug())),
            Self::FieldOfAction => return words(FieldOfAction::ALL.iter().map(|word| word.slug())),
            Self::Wheelchair => return words(Wheelchair::ALL.iter().map(|word| word.slug())),
            Self::Accessibility => return words(Accessibility::ALL.iter().map(|word| word.slug())),
            Self::RegistrationMethod => return words(RegistrationMethod::ALL.iter().map(|word| word.slug())),
            Self::Availability => return words(Availability::ALL.iter().map(|word| word.slug())),
            Self::OfferKind => return words(OfferKind::ALL.iter().map(|word| word.slug())),
            Self::LinkKind => return words(LinkKind::ALL.iter().map(|word| word.slug())),
            Self::LinkBasis => return words(LinkBasis::ALL.iter().map(|word| word.slug())),
        };
        message.into()
    }

    /// The problem with who may see a person's value.
    pub(crate) fn visibility() -> Problem {
        allowed_problem(words(Visibility::ALL.iter().map(|word| word.slug())))
    }
}

fn allowed_problem(allowed: MessageArgument) -> Problem {
    Problem::Format(Message::new("value-allowed").with("allowed", allowed))
}

/// Words, which are the same in every language.
fn words(words: impl Iterator<Item = &'static str>) -> MessageArgument {
    words.collect::<Vec<_>>().join(", ").into()
}

fn actor_kinds() -> MessageArgument {
    let of = |actor_type: ActorType, kinds: Vec<&str>| format!("{actor_type}: {}", kinds.join(", "));
    let all = [
        of(ActorType::Organisation, OrganisationKind::ALL.iter().map(|kind| kind.slug()).collect()),
        of(ActorType::Institution, InstitutionKind::ALL.iter().map(|kind| kind.slug()).collect()),
        of(ActorType::Network, NetworkKind::ALL.iter().map(|kind| kind.slug()).collect()),
    ];
    format!("{{\"type\", \"kind\"}}, {}", all.join("; ")).into()
}
