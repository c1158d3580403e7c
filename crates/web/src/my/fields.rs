//! Which fields the forms of `/my` have, in the order in which people read them.

use std::collections::BTreeMap;

use super::{form::root, place};
use crate::words::Words;

/// An entry that members look after by a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberForm {
    /// The organisation or network itself.
    Actor,
    /// The institution itself.
    Institution,
    /// Something it offers.
    Offer,
    /// Something it invites to.
    Event,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldInput {
    /// One line.
    Line,
    /// One line for each language.
    Text,
    /// Several lines for each language.
    LongText,
    /// A list with one entry in each line.
    Lines,
    /// An address of the web.
    Web,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// Opening hours, in words or in OpenStreetMap's notation.
    Hours,
    /// An age in years.
    Age,
    /// A day.
    Day,
    /// A day and a time.
    Moment,
    /// How often something takes place.
    Repetition,
    /// Yes, no, or nothing said.
    YesNo,
    /// A box to tick.
    Flag,
    /// One word of a vocabulary.
    Word(FieldVocabulary),
    /// A point on the map, latitude and longitude.
    Position,
    /// How precisely everybody may know the place, in so many words.
    Precision,
    /// Several words of a vocabulary.
    Ticks(FieldVocabulary),
}

impl FieldInput {
    /// The key of what is wrong with a value that cannot be read.
    pub(super) const fn problem_key(self) -> &'static str {
        match self {
            Self::Web => "problem-website",
            Self::Email => "problem-email",
            Self::Phone => "problem-phone",
            Self::Hours => "my-problem-hours",
            Self::Age => "my-problem-age",
            Self::Day | Self::Moment => "my-problem-date",
            Self::Repetition => "my-problem-repeats",
            Self::Position => "my-problem-position",
            _ => "problem-other",
        }
    }
}

/// Words to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldVocabulary {
    Themes,
    Districts,
    Languages,
    TargetGroups,
    OfferKinds,
    Wheelchair,
    Accessibility,
    RegistrationMethods,
}

/// A field of a form.
#[derive(Debug)]
pub(super) struct FieldSpec {
    /// Its name in the interface.
    pub(super) name: &'static str,
    /// The key of its label.
    pub(super) label: &'static str,
    /// The key of a hint.
    pub(super) hint: Option<&'static str>,
    pub(super) input: FieldInput,
}

/// Fields that stand together.
#[derive(Debug)]
pub(super) struct FormSection {
    /// The key of the heading.
    pub(super) title: &'static str,
    pub(super) fields: &'static [FieldSpec],
}

const fn field(name: &'static str, label: &'static str, input: FieldInput) -> FieldSpec {
    FieldSpec { name, label, hint: None, input }
}

const fn with_hint(name: &'static str, label: &'static str, hint: &'static str, input: FieldInput) -> FieldSpec {
    FieldSpec { name, label, hint: Some(hint), input }
}

use FieldInput::{
    Age, Day, Email, Flag, Hours, Line, Lines, LongText, Moment, Phone, Position, Precision, Repetition, Text, Ticks,
    Web, Word, YesNo,
};

/// For whom, on what and in which languages something is: the same fields everywhere.
const SCOPE: FormSection = FormSection {
    title: "my-section-scope",
    fields: &[
        field("themes", "themes", Ticks(FieldVocabulary::Themes)),
        field("languages", "languages", Ticks(FieldVocabulary::Languages)),
        field("targetGroups", "target-groups", Ticks(FieldVocabulary::TargetGroups)),
    ],
};

const PLACE: FormSection = FormSection {
    title: "where",
    fields: &[
        with_hint("place.street", "my-street", "my-place-hint", Line),
        field("place.postcode", "my-postcode", Line),
        field("place.city", "my-city", Line),
        field("place.extra", "my-address-extra", Line),
    ],
};

const NAME: FormSection = FormSection {
    title: "my-section-name",
    fields: &[
        field("name", "suggest-name", Line),
        with_hint("alternativeNames", "my-other-names", "my-lines-hint", Lines),
        with_hint("summary", "my-summary", "my-summary-hint", LongText),
        field("description", "my-description", LongText),
    ],
};

const CONTACT: FormSection = FormSection {
    title: "contact",
    fields: &[
        field("phone", "suggest-phone", Phone),
        field("email", "suggest-email", Email),
        field("website", "suggest-website", Web),
        with_hint("socialLinks", "social-links", "my-lines-hint", Lines),
    ],
};

const ADDRESS: FormSection = FormSection {
    title: "where",
    fields: &[
        field("address.street", "my-street", Line),
        field("address.postcode", "my-postcode", Line),
        field("address.city", "my-city", Line),
        field("address.extra", "my-address-extra", Line),
        with_hint(place::POSITION, "my-position", "my-position-hint", Position),
        with_hint(place::PRECISION, "my-precision", "my-precision-hint", Precision),
        field("activeIn", "active-in", Ticks(FieldVocabulary::Districts)),
    ],
};

const OPENING_HOURS: FormSection = FormSection {
    title: "opening-hours",
    fields: &[
        with_hint("openingHours", "opening-hours", "my-hours-hint", Hours),
        field("byAppointment", "by-appointment", YesNo),
    ],
};

const GOOD_TO_KNOW: FormSection = FormSection {
    title: "good-to-know",
    fields: &[
        field("freeOfCharge", "free-of-charge", YesNo),
        with_hint("confidential", "confidential", "my-confidential-hint", YesNo),
        field("wheelchair", "filter-wheelchair", Word(FieldVocabulary::Wheelchair)),
        field("accessibility", "accessibility", Ticks(FieldVocabulary::Accessibility)),
    ],
};

/// How open an institution is; of institutions only.
const OPENNESS: FormSection = FormSection {
    title: "openness",
    fields: &[
        with_hint("openness.on", "my-openness-on", "my-openness-on-hint", Day),
        field("openness.languages", "counter-languages", Ticks(FieldVocabulary::Languages)),
        field("openness.interpreters", "interpreters", YesNo),
        with_hint("openness.contact", "association-contact", "my-openness-contact-hint", Line),
        field("openness.trainingOn", "staff-training", Day),
        field("openness.declaration", "declaration", Line),
    ],
};

const IDENTIFIERS: FormSection = FormSection {
    title: "my-section-identifiers",
    fields: &[
        with_hint("identifiers.register", "register-number", "my-register-hint", Line),
        with_hint("identifiers.osm", "my-osm", "my-elsewhere-hint", Line),
        with_hint("identifiers.wikidata", "my-wikidata", "my-elsewhere-hint", Line),
    ],
};

const ACTOR: &[FormSection] = &[NAME, CONTACT, ADDRESS, OPENING_HOURS, SCOPE, GOOD_TO_KNOW, IDENTIFIERS];

const INSTITUTION: &[FormSection] =
    &[NAME, CONTACT, ADDRESS, OPENING_HOURS, SCOPE, GOOD_TO_KNOW, OPENNESS, IDENTIFIERS];

const OFFER: &[FormSection] = &[
    FormSection {
        title: "my-section-name",
        fields: &[
            field("title", "my-headline", Text),
            field("description", "my-description", LongText),
            field("kind", "my-kind", Word(FieldVocabulary::OfferKinds)),
        ],
    },
    FormSection {
        title: "schedule",
        fields: &[
            with_hint("schedule", "schedule", "my-hours-hint", Hours),
            field("validFrom", "valid-from", Day),
            field("validUntil", "valid-until", Day),
        ],
    },
    FormSection {
        title: "registration",
        fields: &[
            field("cost", "cost", Text),
            field("registrationMethods", "registration-methods", Ticks(FieldVocabulary::RegistrationMethods)),
            field("registration", "registration", Text),
            field("registrationUrl", "registration-link", Web),
        ],
    },
    FormSection {
        title: "admission",
        fields: &[
            field("minimumAge", "my-minimum-age", Age),
            field("maximumAge", "my-maximum-age", Age),
            field("exclusions", "exclusions", Text),
            field("documents", "documents", Text),
        ],
    },
    SCOPE,
    PLACE,
];

const EVENT: &[FormSection] = &[
    FormSection {
        title: "my-section-name",
        fields: &[field("title", "my-headline", Text), field("description", "my-description", LongText)],
    },
    FormSection {
        title: "schedule",
        fields: &[
            field("startsAt", "my-starts", Moment),
            field("endsAt", "my-ends", Moment),
            field("allDay", "all-day", Flag),
            field("recurrence", "my-repeats", Repetition),
            field("cancelled", "event-cancelled", Flag),
        ],
    },
    FormSection {
        title: "registration",
        fields: &[field("registrationUrl", "registration-link", Web), field("website", "suggest-website", Web)],
    },
    SCOPE,
    PLACE,
];

impl MemberForm {
    /// Whether its sections are folded, to be found on a telephone.
    pub(super) const fn is_long(self) -> bool {
        matches!(self, Self::Actor | Self::Institution)
    }

    /// The sections of the form.
    pub(super) const fn sections(self) -> &'static [FormSection] {
        match self {
            Self::Actor => ACTOR,
            Self::Institution => INSTITUTION,
            Self::Offer => OFFER,
            Self::Event => EVENT,
        }
    }

    /// Every field of the form.
    pub(super) fn fields(self) -> impl Iterator<Item = &'static FieldSpec> {
        self.sections().iter().flat_map(|section| section.fields)
    }

    /// The field of a name.
    pub(super) fn field(self, name: &str) -> Option<&'static FieldSpec> {
        self.fields().find(|field| field.name == name)
    }

    /// Whether a browser may send a value under this name.
    pub(super) fn takes(self, name: &str) -> bool {
        let Some(field) = self.field(super::form::root(name)) else { return false };
        match field.input {
            Text | LongText => name.len() > field.name.len() + 1 && name[field.name.len()..].starts_with('.'),
            _ => name == field.name,
        }
    }

    /// The key of the heading of a new one.
    pub(super) const fn new_key(self) -> &'static str {
        match self {
            Self::Event => "my-add-event",
            Self::Actor | Self::Institution | Self::Offer => "my-add-offer",
        }
    }

    /// The name of the list it stands in, as addresses have it.
    pub const fn list(self) -> &'static str {
        match self {
            Self::Event => "events",
            Self::Actor | Self::Institution | Self::Offer => "offers",
        }
    }
}

/// Which fields of a proposal were taken over and which were not, by what the forms call them.
pub(crate) fn decided_fields(words: Words, taken: &BTreeMap<String, bool>) -> Option<String> {
    let list = |wanted: bool| {
        let mut labels: Vec<String> = Vec::new();
        for (field, _) in taken.iter().filter(|(_, is_taken)| **is_taken == wanted) {
            let forms = [MemberForm::Actor, MemberForm::Institution, MemberForm::Offer, MemberForm::Event];
            let spec = forms.iter().find_map(|form| form.field(root(field)));
            let label = spec.map_or_else(|| field.clone(), |spec| words.say(spec.label).into_owned());
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels.join(words.comma())
    };
    let (yes, no) = (list(true), list(false));
    (!yes.is_empty() && !no.is_empty())
        .then(|| words.with("my-decided-fields", [("taken", yes.into()), ("left", no.into())]).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Locale;

    #[test]
    fn a_partial_outcome_says_what_was_taken_over_and_what_was_not() {
        let words = Words::of(Locale::De);
        let taken = |fields: &[(&str, bool)]| {
            let fields = fields.iter().map(|(field, is_taken)| ((*field).to_owned(), *is_taken)).collect();
            decided_fields(words, &fields)
        };
        let told = taken(&[("phone", true), ("summary.de", false), ("summary.tr", false)]).expect("both");
        let plain: String = told.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
        assert_eq!(plain, "Übernommen: Telefon. Nicht übernommen: Kurz gesagt.");
        assert_eq!(taken(&[("phone", true)]), None);
    }
}
