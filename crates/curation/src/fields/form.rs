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
        let (german, english) = self.allowed();
        Problem::Malformed { german: format!("erlaubt: {german}"), english: format!("allowed: {english}") }
    }

    fn allowed(self) -> (String, String) {
        let (german, english) = match self {
            Self::Line => ("ein Text", "a text"),
            Self::Texts => {
                ("ein Text je Sprache, etwa {\"de\": \"…\"}", "a text per language, such as {\"de\": \"…\"}")
            }
            Self::Slug => (
                "1 bis 100 Kleinbuchstaben a-z und Ziffern, Wörter mit einzelnen Bindestrichen verbunden",
                "1 to 100 lower-case letters a-z and digits, words joined by single hyphens",
            ),
            Self::Id => ("eine Kennung oder ein Kurzname", "an id or a slug"),
            Self::WebAddress => (
                "eine vollständige Adresse mit http:// oder https://, ohne Namen und Passwort",
                "a full http:// or https:// address without user name or password",
            ),
            Self::EmailAddress => ("die Form name@example.org", "the form name@example.org"),
            Self::PhoneNumber => (
                "5 bis 15 Ziffern, ein führendes +, Leerzeichen und ( ) / -",
                "5 to 15 digits, a leading +, spaces and ( ) / -",
            ),
            Self::OpeningHours => (
                "die OpenStreetMap-Schreibweise, etwa Mo-Fr 09:00-17:00; PH off",
                "the notation of OpenStreetMap, such as Mo-Fr 09:00-17:00; PH off",
            ),
            Self::Language => ("ein Sprachkürzel nach BCP 47, etwa tr oder kmr", "a BCP-47 tag, such as tr or kmr"),
            Self::FreePlaces => {
                return (format!("1 bis {MAX_FREE_PLACES} Plätze"), format!("1 to {MAX_FREE_PLACES} places"));
            }
            Self::Date | Self::AvailabilityEnd => ("ein Tag wie 2026-05-31", "a day such as 2026-05-31"),
            Self::Time => ("Tag und Uhrzeit wie 2026-05-31T18:00:00", "day and time such as 2026-05-31T18:00:00"),
            Self::Recurrence => (
                "eine Regel nach RFC 5545, etwa FREQ=WEEKLY;BYDAY=TU",
                "a rule by RFC 5545, such as FREQ=WEEKLY;BYDAY=TU",
            ),
            Self::Place => (
                "longitude -180 bis 180, latitude -90 bis 90 und precision: exact, street, quarter oder hidden",
                "longitude -180 to 180, latitude -90 to 90 and precision: exact, street, quarter or hidden",
            ),
            Self::Position => {
                ("longitude -180 bis 180 und latitude -90 bis 90", "longitude -180 to 180 and latitude -90 to 90")
            }
            Self::Boundary => ("geschlossene Ringe in Grad (WGS 84)", "closed rings in degrees (WGS 84)"),
            Self::Address => {
                ("street, postcode, city, extra, je ein Text", "street, postcode, city, extra, each a text")
            }
            Self::Openness => (
                "on, languages, interpreters, contact, trainingOn, declaration",
                "on, languages, interpreters, contact, trainingOn, declaration",
            ),
            Self::Identifiers => ("register, osm, wikidata", "register, osm, wikidata"),
            Self::OsmId => (
                "node/…, way/… oder relation/… mit einer Nummer, oder die Adresse bei OpenStreetMap",
                "node/…, way/… or relation/… with a number, or its address at OpenStreetMap",
            ),
            Self::WikidataId => {
                ("Q mit einer Nummer, oder die Adresse bei Wikidata", "Q with a number, or its address at Wikidata")
            }
            Self::Age => return (format!("0 bis {MAX_AGE} Jahre"), format!("0 to {MAX_AGE} years")),
            Self::YesNo => ("ja oder nein (true, false)", "yes or no (true, false)"),
            Self::Number => ("eine ganze Zahl ab 0", "a whole number from 0"),
            Self::DistrictLevel => ("city, borough oder quarter", "city, borough or quarter"),
            Self::Person => ("value und visibility", "value and visibility"),
            Self::Kept => ("keine Änderung an dieser Stelle", "no change in this place"),
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
        (german.to_owned(), english.to_owned())
    }

    /// The problem with who may see a person's value.
    pub(crate) fn visibility() -> Problem {
        let (german, english) = words(Visibility::ALL.iter().map(|word| word.slug()));
        Problem::Malformed { german: format!("erlaubt: {german}"), english: format!("allowed: {english}") }
    }
}

fn words(words: impl Iterator<Item = &'static str>) -> (String, String) {
    let words = words.collect::<Vec<_>>().join(", ");
    (words.clone(), words)
}

fn actor_kinds() -> (String, String) {
    let of = |actor_type: ActorType, kinds: Vec<&str>| format!("{actor_type}: {}", kinds.join(", "));
    let all = [
        of(ActorType::Organisation, OrganisationKind::ALL.iter().map(|kind| kind.slug()).collect()),
        of(ActorType::Institution, InstitutionKind::ALL.iter().map(|kind| kind.slug()).collect()),
        of(ActorType::Network, NetworkKind::ALL.iter().map(|kind| kind.slug()).collect()),
    ];
    let all = format!("{{\"type\", \"kind\"}}, {}", all.join("; "));
    (all.clone(), all)
}
