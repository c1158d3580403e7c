//! One generated actor with its offers, events and contact person.

use chrono::Days;
use domain::{
    ActorType, Address, EmailAddress, Language, LocalisedText, PhoneNumber, Slug, WebAddress,
    person::{Consent, PersonField},
    record::LifeStatus,
    vocabulary::{
        ConsentMethod, InstitutionKind, LegalForm, NetworkKind, OfferKind, OrganisationKind, Precision, Role,
        TargetGroup, Visibility, Wheelchair,
    },
};
use formats::interchange::{ActorEntry, ContactPersonEntry, EventEntry, LocationEntry, OfferEntry};
use geo::{Contains, Point};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::{DemoTheme, Name, Quarter, World, day, language, pick, skewed_index, some, words};

impl World {
    /// The actor of that number.
    pub(super) fn actor(&self, number: u32) -> ActorEntry {
        let dice = &mut self.stream(u64::from(number));
        let name = self.name(number, dice);
        let home = self.home(dice);
        let (actor_type, kind, label) = kind(dice);
        let legal_form = (actor_type == ActorType::Organisation).then(|| legal_form(dice));
        let title = format!("{label} {} {} {}", name.stem, home.name, number + 1);
        let mut actor = ActorEntry::new(actor_type, kind, with_legal_form(title, legal_form));
        actor.legal_form = legal_form;
        actor.slug = Some(name.slug());
        actor.status = match dice.random_range(0..100) {
            0 | 1 => LifeStatus::Draft,
            2 => LifeStatus::Archived,
            _ => LifeStatus::Published,
        };
        let themes = self.some_themes(dice);
        actor.target_groups = some(dice, TargetGroup::ALL, 3);
        actor.summary = summary(dice, home, label, &themes, actor.target_groups[0]);
        actor.description = LocalisedText::german(words::DISCLAIMER);
        self.place(dice, home, &mut actor);
        actor.active_in = self.active_in(dice, home);
        actor.languages = self.some_languages(dice);
        contact_data(dice, &name, &mut actor);
        actor.opening_hours = dice.random_bool(0.4).then(|| pick(dice, &self.hours).clone());
        trust(dice, &mut actor);
        actor.offers = self.offers(dice, &themes, &actor.languages);
        actor.events = self.events(dice, &themes);
        actor.themes = themes.into_iter().map(|theme| theme.slug.clone()).collect();
        if dice.random_bool(0.05) {
            actor.contact_persons = vec![contact_person(dice, number)];
        }
        actor
    }

    fn home(&self, dice: &mut ChaCha8Rng) -> &Quarter {
        let mut left = dice.random_range(0..self.weight);
        let found = self.quarters.iter().find(|quarter| {
            let here = left < quarter.weight;
            left = left.saturating_sub(quarter.weight);
            here
        });
        found.expect("the number is below the sum of all weights")
    }

    /// One to four themes, those at the front of the list more often.
    fn some_themes(&self, dice: &mut ChaCha8Rng) -> Vec<&DemoTheme> {
        let count = 1 + skewed_index(dice, 4);
        let mut themes: Vec<&DemoTheme> = Vec::with_capacity(count);
        while themes.len() < count {
            let theme = &self.themes[skewed_index(dice, self.themes.len())];
            if !themes.iter().any(|known| known.slug == theme.slug) {
                themes.push(theme);
            }
        }
        themes
    }

    fn some_languages(&self, dice: &mut ChaCha8Rng) -> Vec<Language> {
        let mut languages = vec![Language::german()];
        for _ in 0..dice.random_range(0..4) {
            let language = &self.languages[skewed_index(dice, self.languages.len())];
            if !languages.contains(language) {
                languages.push(language.clone());
            }
        }
        languages
    }

    /// One to three districts, mostly the actor's own quarter among them.
    fn active_in(&self, dice: &mut ChaCha8Rng, home: &Quarter) -> Vec<Slug> {
        let mut districts = vec![home.slug.clone()];
        for _ in 0..skewed_index(dice, 3) {
            let other = &pick(dice, &self.quarters).slug;
            if !districts.contains(other) {
                districts.push(other.clone());
            }
        }
        districts
    }

    fn place(&self, dice: &mut ChaCha8Rng, home: &Quarter, actor: &mut ActorEntry) {
        let point = point_in(dice, home);
        let precision = match dice.random_range(0..200) {
            0 => Precision::Hidden,
            1..10 => Precision::Quarter,
            10..30 => Precision::Street,
            _ => Precision::Exact,
        };
        actor.location = Some(LocationEntry { longitude: point.x(), latitude: point.y(), precision: Some(precision) });
        if precision == Precision::Hidden {
            actor.based_in = Some(home.slug.clone());
        }
        actor.address = Some(Address {
            street: Some(format!("{} {}", pick(dice, &words::STREETS), dice.random_range(1..200)).into()),
            postcode: Some("44649".into()),
            city: Some("Herne".into()),
            extra: None,
        });
    }

    fn offers(&self, dice: &mut ChaCha8Rng, themes: &[&DemoTheme], languages: &[Language]) -> Vec<OfferEntry> {
        let count = match dice.random_range(0..100) {
            0..35 => 0,
            35..75 => 1,
            75..92 => 2,
            _ => 3,
        };
        let offer = |at: usize| {
            let theme = themes[at % themes.len()];
            let mut offer =
                OfferEntry::new(LocalisedText::german(format!("{}: {}", pick(dice, &words::OFFERS), theme.label)));
            offer.kind = match dice.random_range(0..10) {
                0 => OfferKind::Volunteering,
                1 => OfferKind::Room,
                _ => OfferKind::Service,
            };
            offer.themes = vec![theme.slug.clone()];
            offer.languages = languages.to_vec();
            offer.target_groups = some(dice, TargetGroup::ALL, 2);
            offer.schedule = dice.random_bool(0.5).then(|| pick(dice, &self.hours).clone());
            offer
        };
        (0..count).map(offer).collect()
    }

    fn events(&self, dice: &mut ChaCha8Rng, themes: &[&DemoTheme]) -> Vec<EventEntry> {
        if dice.random_bool(0.9) {
            return Vec::new();
        }
        let (rule, first) = pick(dice, &self.repeats);
        let recurring = dice.random_bool(0.5);
        let on = if recurring { *first } else { *first + Days::new(dice.random_range(0..300)) };
        let at = |hour| on.and_hms_opt(hour, 0, 0).expect("every day has these hours");
        let start = dice.random_range(9..20);
        let mut event = EventEntry::new(LocalisedText::german(format!("Treffen: {}", themes[0].label)), at(start));
        event.ends_at = Some(at(start + 2));
        event.recurrence = recurring.then(|| rule.clone());
        event.themes = vec![themes[0].slug.clone()];
        vec![event]
    }
}

fn kind(dice: &mut ChaCha8Rng) -> (ActorType, &'static str, &'static str) {
    match dice.random_range(0..100) {
        0..85 => {
            let kind = pick(dice, OrganisationKind::ALL);
            (ActorType::Organisation, kind.slug(), kind.label_de())
        }
        85..96 => {
            let kind = pick(dice, InstitutionKind::ALL);
            (ActorType::Institution, kind.slug(), kind.label_de())
        }
        _ => {
            let kind = pick(dice, NetworkKind::ALL);
            (ActorType::Network, kind.slug(), kind.label_de())
        }
    }
}

fn legal_form(dice: &mut ChaCha8Rng) -> LegalForm {
    if dice.random_bool(0.75) { LegalForm::RegisteredAssociation } else { *pick(dice, LegalForm::ALL) }
}

fn with_legal_form(title: String, form: Option<LegalForm>) -> String {
    if form == Some(LegalForm::RegisteredAssociation) { title + " e. V." } else { title }
}

/// German for all, English for every fifth.
fn summary(
    dice: &mut ChaCha8Rng,
    home: &Quarter,
    label: &str,
    themes: &[&DemoTheme],
    group: TargetGroup,
) -> LocalisedText {
    let about: Vec<_> = themes.iter().map(|theme| theme.label.as_str()).collect();
    let (about, closing) = (about.join(", "), pick(dice, &words::CLOSINGS));
    let group = group.label_de();
    let german = LocalisedText::german(format!("{label} in {}: {about}. Für: {group}. {closing}", home.name));
    if dice.random_bool(0.2) {
        german.with(language("en"), format!("Invented entry in {}, made for measurements.", home.name))
    } else {
        german
    }
}

/// A point in the quarter, to five decimals, about a metre.
fn point_in(dice: &mut ChaCha8Rng, quarter: &Quarter) -> Point<f64> {
    let (low, high) = (quarter.bounds.min(), quarter.bounds.max());
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    loop {
        let point = Point::new(round(dice.random_range(low.x..high.x)), round(dice.random_range(low.y..high.y)));
        if quarter.boundary.contains(&point) {
            return point;
        }
    }
}

/// Addresses that can lead nowhere (RFC 2606) and telephone numbers kept free for fiction.
fn contact_data(dice: &mut ChaCha8Rng, name: &Name, actor: &mut ActorEntry) {
    let host = name.slug();
    let website = || format!("https://{host}.example/").parse::<WebAddress>().expect("a slug is a host name");
    let email = || format!("kontakt@{host}.example").parse::<EmailAddress>().expect("a slug is a host name");
    actor.website = dice.random_bool(0.7).then(website);
    actor.email = dice.random_bool(0.9).then(email);
    actor.phone = dice.random_bool(0.6).then(|| phone(name.number));
}

fn phone(number: u32) -> PhoneNumber {
    format!("02323 9999-{:02}", number % 100).parse().expect("ten digits are a telephone number")
}

fn trust(dice: &mut ChaCha8Rng, actor: &mut ActorEntry) {
    if dice.random_bool(0.9) {
        actor.verified_on = Some(day("2024-11-01") + Days::new(dice.random_range(0..740)));
        actor.verified_by = Some(*pick(dice, &[Role::Editor, Role::Member, Role::Partner]));
    }
    actor.wheelchair = *pick(dice, Wheelchair::ALL);
    actor.free_of_charge = dice.random_bool(0.5).then_some(true);
    actor.by_appointment = dice.random_bool(0.2).then_some(true);
    actor.confidential = dice.random_bool(0.1).then_some(true);
}

/// A person who is a number only: the role is public, the telephone stays internal.
fn contact_person(dice: &mut ChaCha8Rng, number: u32) -> ContactPersonEntry {
    let given_on = day("2025-01-01") + Days::new(dice.random_range(0..600));
    let consent = Consent {
        purpose: "Veröffentlichung im Verzeichnis".to_owned(),
        text_version: "2025-1".to_owned(),
        text_language: Language::german(),
        given_on,
        given_by: *pick(dice, ConsentMethod::ALL),
        recorded_by: Role::Editor,
        review_due: Some(given_on + Days::new(730)),
        withdrawn_on: None,
    };
    let public = |value: String| PersonField { value, visibility: Visibility::Public, consent: Some(consent.clone()) };
    ContactPersonEntry {
        name: Some(public(format!("Person {} (erfunden)", number + 1))),
        role: Some(public("Ansprechperson".to_owned())),
        phone: Some(PersonField { value: phone(number), visibility: Visibility::Internal, consent: None }),
        ..ContactPersonEntry::default()
    }
}
