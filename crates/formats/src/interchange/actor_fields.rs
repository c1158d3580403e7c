//! The fields of an actor between its entry and domain data: read, written, and said over what is there.

use domain::{
    Actor, ActorId, ActorKind, Location, Position, Record, Slug, Verification,
    geography::degrees,
    record::LifeStatus,
    rules,
    vocabulary::{OrganisationKind, Precision},
};

use super::{
    actor_entry::{ActorEntry, LocationEntry},
    published_place,
    said::{Said, whole, whole_list},
    to_domain::{ActorData, Resolver},
    to_entries::{Composer, Scope, Unnamed},
    withheld::WithheldValues,
};
use crate::problem::Place;

impl Resolver<'_> {
    /// An actor with everything below it. `id` and `slug` are those it is given, which are not
    /// always those of the file: an actor that exists keeps its id.
    pub fn actor(&mut self, place: &Place, entry: ActorEntry, id: ActorId, slug: Slug) -> Option<ActorData> {
        let before = self.problems.count();
        let kind = ActorKind::from_words(entry.actor_type, &entry.kind);
        let kind = kind.map_err(|unknown| {
            self.problems.add(place.problem("kind", rules::Problem::Format(unknown.message())));
        });
        let kind = kind.ok();
        let verification = self.verification(place, &entry);
        let coarsened = entry.coarsened;
        let is_stored = self.known.stored_actor(id).is_some();
        let has_precision = entry.location.as_ref().is_some_and(|location| location.precision.is_some());
        let location = entry.location.or(entry.fallback_location.filter(|_| !is_stored)).and_then(|location| {
            let position = Position::new(location.longitude, location.latitude);
            let position = position
                .map_err(|reason| {
                    self.problems.add(place.problem("location", rules::Problem::Format(reason.message())));
                })
                .ok()?;
            let unsaid = if self.known.is_hidden(id) { Precision::Hidden } else { Precision::Exact };
            Some(Location { position, precision: location.precision.unwrap_or(unsaid) })
        });
        let based_in = entry.based_in.and_then(|slug| self.district_id(place, "basedIn", &slug));
        let active_in = self.district_ids(place, "activeIn", entry.active_in);
        let themes = self.theme_ids(place, "themes", entry.themes);
        let offers =
            self.below(place, "offers", entry.offers, |resolver, place, entry| resolver.offer(place, entry, id));
        let events =
            self.below(place, "events", entry.events, |resolver, place, entry| resolver.event(place, entry, id));
        let contact_persons = self.below(place, "contactPersons", entry.contact_persons, |resolver, place, entry| {
            resolver.contact_person(place, entry, id)
        });
        let actor = Actor {
            slug,
            former_slugs: entry.former_slugs.into(),
            status: entry.status,
            verification,
            // Stands in for an unknown word, so that the other rules are checked as well.
            kind: kind.unwrap_or(ActorKind::Organisation(OrganisationKind::Other)),
            name: entry.name,
            alternative_names: entry.alternative_names,
            legal_form: entry.legal_form,
            summary: entry.summary,
            description: entry.description,
            address: entry.address.map(Box::new),
            location,
            based_in,
            active_in,
            themes,
            languages: entry.languages,
            target_groups: entry.target_groups,
            website: entry.website,
            email: entry.email,
            phone: entry.phone,
            social_links: entry.social_links.into(),
            opening_hours: entry.opening_hours,
            by_appointment: entry.by_appointment,
            free_of_charge: entry.free_of_charge,
            confidential: entry.confidential,
            wheelchair: entry.wheelchair,
            accessibility: entry.accessibility.into(),
            openness: entry.openness.map(Box::new),
            identifiers: entry.identifiers.map(Box::new),
        };
        let mut actor = match self.known.stored_actor(id) {
            Some(stored) => entry.said.over(&stored.actor, actor),
            None => actor,
        };
        if let Some(stored) = self.known.stored_actor(id) {
            if entry.said != Said::Verbatim {
                published_place::keep_place(&mut actor, stored, has_precision);
            }
            if let Some(is_coarsened) = coarsened {
                published_place::keep_coarsened_place(&mut actor, &stored.actor, is_coarsened);
            }
        }
        if let Some(precision) = entry.precision
            && let Some(wrong) = published_place::set_precision(&mut actor, precision, is_stored)
        {
            self.problems.add(place.problem("location.precision", wrong));
        }
        if is_stored {
            entry.withheld.take_out_of(&mut actor);
        }
        let actor = self.check(place, before, actor)?;
        Some(ActorData { actor, offers, events, contact_persons })
    }

    fn verification(&mut self, place: &Place, entry: &ActorEntry) -> Option<Verification> {
        match (entry.verified_on, entry.verified_by) {
            (Some(on), Some(by)) => Some(Verification { on, by }),
            (None, None) => None,
            (Some(_), None) => self.require(place, "verifiedBy"),
            (None, Some(_)) => self.require(place, "verifiedOn"),
        }
    }
}

impl Composer<'_> {
    /// An actor that is for this file, without what stands below it.
    ///
    /// # Errors
    /// [`Unnamed`] when something it refers to has no name, in a file for another store.
    pub fn actor_itself(&self, record: Record<Actor>) -> Result<ActorEntry, Unnamed> {
        let data = record.data;
        // Of those without a place nobody learns whether one is hidden.
        let is_exact = data.location.is_some_and(|location| location.precision == Precision::Exact);
        Ok(ActorEntry {
            coarsened: (self.scope == Scope::Public).then_some(!is_exact),
            id: Some(record.id),
            created_at: self.created_at(record.created_at),
            actor_type: data.kind.actor_type(),
            slug: Some(data.slug),
            former_slugs: data.former_slugs.into_iter().collect(),
            status: data.status,
            kind: data.kind.slug().to_owned(),
            name: data.name,
            alternative_names: data.alternative_names,
            legal_form: data.legal_form,
            summary: data.summary,
            description: data.description,
            address: data.address.map(|address| *address),
            location: data.location.map(|location| LocationEntry {
                longitude: degrees(location.position.longitude()),
                latitude: degrees(location.position.latitude()),
                precision: Some(location.precision),
            }),
            based_in: data.based_in.map(|id| self.district_name(id)).transpose()?.flatten(),
            active_in: self.slugs_of(data.active_in, |id| self.district_name(id))?,
            themes: self.slugs_of(data.themes, |id| self.theme_name(id))?,
            languages: data.languages,
            target_groups: data.target_groups,
            website: data.website,
            email: data.email,
            phone: data.phone,
            social_links: data.social_links.into_iter().collect(),
            opening_hours: data.opening_hours,
            by_appointment: data.by_appointment,
            free_of_charge: data.free_of_charge,
            confidential: data.confidential,
            wheelchair: data.wheelchair,
            accessibility: data.accessibility.into_iter().collect(),
            openness: data.openness.map(|openness| *openness),
            identifiers: data.identifiers.map(|identifiers| *identifiers),
            verified_on: data.verification.map(|verification| verification.on),
            verified_by: data.verification.map(|verification| verification.by),
            offers: Vec::new(),
            events: Vec::new(),
            contact_persons: Vec::new(),
            said: Said::Everything,
            fallback_location: None,
            precision: None,
            withheld: WithheldValues::default(),
        })
    }
}

impl Said {
    /// What an actor says once this is said over what it said before.
    fn over(&self, before: &Actor, new: Actor) -> Actor {
        if !self.is_row() {
            return new;
        }
        // A kind that is not said was made up; of another type it is none of the old kinds.
        let has_other_type = self.names("type") && new.kind.actor_type() != before.kind.actor_type();
        let kind = if self.names("kind") || has_other_type { new.kind } else { before.kind };
        let verification = self.names("verifiedOn") || self.names("verifiedBy");
        macro_rules! either {
            ($path:literal, $field:ident) => {
                if self.names($path) { new.$field } else { before.$field.clone() }
            };
        }
        macro_rules! list {
            ($path:literal, $field:ident) => {
                if self.names($path) { self.list(&before.$field, new.$field) } else { before.$field.clone() }
            };
        }
        Actor {
            slug: either!("slug", slug),
            kind,
            former_slugs: either!("formerSlugs", former_slugs),
            // What a list withholds is withheld in the archive as well.
            status: match (before.status, new.status) {
                (LifeStatus::Archived, LifeStatus::Draft) => before.status,
                _ => either!("status", status),
            },
            verification: if verification { new.verification } else { before.verification },
            name: match self.names("name") && !self.is_added() {
                true => whole(&before.name, new.name),
                false => before.name.clone(),
            },
            alternative_names: match self.names("alternativeNames") {
                true => {
                    self.list(&before.alternative_names, whole_list(&before.alternative_names, new.alternative_names))
                }
                false => before.alternative_names.clone(),
            },
            legal_form: either!("legalForm", legal_form),
            summary: self.text("summary", &before.summary, &new.summary),
            description: self.text("description", &before.description, &new.description),
            address: self.address(before.address.as_deref(), new.address.as_deref()),
            location: self.location(before.location, new.location),
            based_in: either!("basedIn", based_in),
            active_in: list!("activeIn", active_in),
            themes: list!("themes", themes),
            languages: list!("languages", languages),
            target_groups: list!("targetGroups", target_groups),
            website: either!("website", website),
            email: either!("email", email),
            phone: either!("phone", phone),
            social_links: list!("socialLinks", social_links),
            opening_hours: either!("openingHours", opening_hours),
            by_appointment: either!("byAppointment", by_appointment),
            free_of_charge: either!("freeOfCharge", free_of_charge),
            confidential: either!("confidential", confidential),
            wheelchair: either!("wheelchair", wheelchair),
            accessibility: list!("accessibility", accessibility),
            openness: self.openness(before.openness.as_deref(), new.openness.as_deref()),
            identifiers: self.identifiers(before.identifiers.as_deref(), new.identifiers.as_deref()),
        }
    }
}
