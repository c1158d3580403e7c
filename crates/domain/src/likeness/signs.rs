//! How alike two actors are, and why.

use super::{Fingerprint, names::name_similarity};
use messages::Message;

/// From this likeness on, two actors are worth a look.
pub const SUSPICIOUS: f64 = 0.5;
/// Names that are at least so near are similar, and worth a word beside another sign.
const SIMILAR_NAMES: f64 = 0.6;
/// Names that are so near, per cent, are worth a look whatever else is known.
const NEAR_NAMES: u32 = 70;
/// As far as this, two positions are one place: what geocoders differ by.
const ONE_PLACE_METRES: f64 = 150.0;
/// From here on, two places are far apart for what works in a neighbourhood.
const FAR_METRES: f64 = 5_000.0;

/// How alike two actors are.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// From 0 to 1.
    pub score: f64,
    /// Why, the strongest sign first.
    pub signs: Vec<Sign>,
}

/// A sign that two actors are one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// The same name, whatever its spelling and legal form.
    SameName,
    /// Similar names.
    SimilarName {
        /// How much of them is the same, in per cent.
        percent: u32,
    },
    /// The same abbreviation.
    SameAbbreviation,
    /// The same website.
    SameWebsite,
    /// The same telephone number.
    SamePhone,
    /// The same e-mail address.
    SameEmail,
    /// The same place.
    SamePlace {
        /// How far apart, in metres.
        metres: u32,
    },
}

impl Sign {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SameName => "SAME_NAME",
            Self::SimilarName { .. } => "SIMILAR_NAME",
            Self::SameAbbreviation => "SAME_ABBREVIATION",
            Self::SameWebsite => "SAME_WEBSITE",
            Self::SamePhone => "SAME_PHONE",
            Self::SameEmail => "SAME_EMAIL",
            Self::SamePlace { .. } => "SAME_PLACE",
        }
    }

    /// The sign in words.
    pub fn message(self) -> Message {
        match self {
            Self::SameName => Message::new("likeness-same-name"),
            Self::SimilarName { percent } => Message::new("likeness-similar-name").with("percent", percent),
            Self::SameAbbreviation => Message::new("likeness-same-abbreviation"),
            Self::SameWebsite => Message::new("likeness-same-website"),
            Self::SamePhone => Message::new("likeness-same-phone"),
            Self::SameEmail => Message::new("likeness-same-email"),
            Self::SamePlace { metres } => Message::new("likeness-same-place").with("metres", metres),
        }
    }

    /// How likely two actors are one when this is all that is known. Set by hand, for a queue in which
    /// a name alone is worth a look and a place alone is not: many associations share a house.
    const fn weight(self) -> f64 {
        match self {
            Self::SameName => 0.65,
            Self::SameWebsite | Self::SamePhone | Self::SameEmail => 0.5,
            Self::SimilarName { percent } if percent >= NEAR_NAMES => 0.55,
            Self::SimilarName { .. } => 0.4,
            Self::SameAbbreviation => 0.3,
            Self::SamePlace { .. } => 0.2,
        }
    }
}

impl Fingerprint {
    /// How alike two actors are: the chance that not every sign misleads, taken as independent.
    pub fn likeness(&self, other: &Self) -> Likeness {
        likeness(self, other)
    }
}

fn likeness(one: &Fingerprint, other: &Fingerprint) -> Likeness {
    let mut signs = Vec::new();
    if one.names.intersection(&other.names).next().is_some() {
        signs.push(Sign::SameName);
    } else {
        let spellings = one.spellings.iter().flat_map(|one| other.spellings.iter().map(move |other| (one, other)));
        let similarity = spellings.map(|(one, other)| name_similarity(one, other)).fold(0.0, f64::max);
        if similarity >= SIMILAR_NAMES {
            signs.push(Sign::SimilarName { percent: (similarity * 100.0) as u32 });
        }
    }
    let is_short_for = |short: &Fingerprint, long: &Fingerprint| {
        short.abbreviations.iter().any(|it| long.abbreviations.contains(it) || long.initials.as_ref() == Some(it))
    };
    if is_short_for(one, other) || is_short_for(other, one) {
        signs.push(Sign::SameAbbreviation);
    }
    if one.websites.intersection(&other.websites).next().is_some() {
        signs.push(Sign::SameWebsite);
    }
    if one.phone.is_some() && one.phone == other.phone {
        signs.push(Sign::SamePhone);
    }
    if one.email.is_some() && one.email == other.email {
        signs.push(Sign::SameEmail);
    }
    let metres = one.position.zip(other.position).map(|(one, other)| one.distance_metres(other));
    match metres {
        Some(metres) if metres <= ONE_PLACE_METRES => signs.push(Sign::SamePlace { metres: metres as u32 }),
        Some(_) => {}
        None if one.house.is_some() && one.house == other.house => signs.push(Sign::SamePlace { metres: 0 }),
        None => {}
    }
    signs.sort_by(|one, other| other.weight().total_cmp(&one.weight()));
    let mut score = 1.0 - signs.iter().map(|sign| 1.0 - sign.weight()).product::<f64>();
    if one.actor_type != other.actor_type {
        score *= 0.7;
    }
    if metres.is_some_and(|metres| metres > FAR_METRES) {
        score *= 0.8;
    }
    Likeness { score, signs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Actor, ActorKind, vocabulary::OrganisationKind};

    fn print(name: &str, change: impl FnOnce(&mut Actor)) -> Fingerprint {
        let kind = ActorKind::Organisation(OrganisationKind::Culture);
        let mut actor = Actor::new("x".parse().expect("slug"), kind, name);
        change(&mut actor);
        Fingerprint::of(&actor)
    }

    #[test]
    fn one_association_written_twice_is_suspicious_and_neighbours_are_not() {
        let first = print("Kulturverein Brücke e. V.", |actor| {
            actor.website = Some("https://bruecke.example".parse().expect("address"));
        });
        let again = print("Kulturverein Bruecke", |_| {});
        let site = print("Der Verein von nebenan", |actor| {
            actor.website = Some("https://www.bruecke.example/verein".parse().expect("address"));
        });
        let other = print("Sportfreunde Wanne", |_| {});
        assert_eq!(likeness(&first, &again).signs, [Sign::SameName]);
        assert!(likeness(&first, &again).score >= SUSPICIOUS);
        assert_eq!(likeness(&first, &site).signs, [Sign::SameWebsite]);
        assert!(likeness(&first, &other).score < SUSPICIOUS);
    }

    #[test]
    fn a_slip_in_a_name_is_similar_and_an_abbreviation_helps() {
        let first = print("Deutsch-Türkischer Kulturverein Herne", |_| {});
        let slip = print("Deutsch-Türkischer Kulturvrein Herne", |_| {});
        let short = print("Verein am Markt", |actor| {
            actor.alternative_names = vec!["DTKH".into()].into_iter().collect();
        });
        assert!(matches!(likeness(&first, &slip).signs[..], [Sign::SimilarName { percent: 90..=99 }]));
        assert!(likeness(&first, &slip).score >= SUSPICIOUS);
        assert_eq!(likeness(&first, &short).signs, [Sign::SameAbbreviation]);
        assert_eq!(Sign::SamePlace { metres: 7 }.message().text("en"), "the same place (7 m apart)");
    }
    #[test]
    fn a_year_in_two_digits_is_that_in_four_and_a_shared_house_makes_two_more_alike() {
        let at = |name: &str, street: &str| {
            print(name, |actor| {
                let street = Some(street.into());
                actor.address = Some(Box::new(crate::Address { street, ..crate::Address::default() }));
            })
        };
        let first = at("SC Morgenröte Herne 1987 e.V.", "Flottmannstr. 12");
        let again = at("SC Morgenröte 87", "Flottmannstraße 12");
        let found = likeness(&first, &again);
        assert!(found.score >= SUSPICIOUS, "{found:?}");
        assert!(found.signs.contains(&Sign::SamePlace { metres: 0 }), "{found:?}");
        let apart = likeness(&first, &at("SC Morgenröte 87", "Weg 3"));
        assert!(SUSPICIOUS <= apart.score && apart.score < found.score, "{apart:?}");
        for other in ["SC Morgenröte 78", "SC Morgenröte 1988"] {
            assert!(likeness(&first, &at(other, "Weg 3")).score < SUSPICIOUS, "{other}");
        }
        let [one, other] = ["Elternverein Windrosen", "Gemeinde Windrosen"].map(|name| at(name, "Postfach 10 20 30"));
        assert!(likeness(&one, &other).score < SUSPICIOUS, "a box for letters is no house");
        // Many have their rooms under one roof.
        assert!(likeness(&first, &at("Frauentreff Lavendel", "Flottmannstr. 12")).score < SUSPICIOUS);
    }
}
