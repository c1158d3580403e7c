//! Random changes of a world, of every kind a directory lives through.

use domain::{
    Actor, CooperationLink, Offer, PersonField, Record, Theme,
    publication::PublicationChange,
    vocabulary::{LinkStatus, Visibility},
};

use super::{
    random::slug,
    world::{World, status},
};

impl World {
    /// Changes something, and tells what whoever follows the log would be told.
    pub fn change(&mut self) -> Vec<PublicationChange> {
        match self.random.below(16) {
            0 => vec![self.add_actor()],
            1..4 => vec![self.change_actor(|world, actor| {
                let (kept, former) = (actor.slug.clone(), actor.former_slugs.clone());
                *actor = world.random_actor(kept.as_str());
                actor.former_slugs = former;
            })],
            4 => vec![self.change_actor(|world, actor| actor.status = status(&mut world.random))],
            5 => vec![self.change_actor(|world, actor| {
                actor.former_slugs.push(actor.slug.clone());
                actor.slug = slug(&format!("renamed{}", world.sequence()));
            })],
            6 => vec![self.add_offer()],
            7 => vec![self.change_offer()],
            8 => vec![self.add_event()],
            9 => self.add_link().into_iter().collect(),
            10 | 11 => self.change_link().into_iter().collect(),
            12 => vec![self.add_person()],
            13 => self.withdraw_consent().into_iter().collect(),
            14 => vec![if self.random.chance(30) { self.add_theme() } else { self.change_theme() }],
            _ => self.change_district(),
        }
    }

    /// The same change, of an actor's name only: what an association corrects of an evening.
    pub fn rename_an_actor(&mut self) -> PublicationChange {
        self.change_actor(|world, actor| actor.name = world.random.name())
    }

    /// A verification on some day: no word that can be searched changes.
    pub fn verify_an_actor(&mut self) -> PublicationChange {
        self.change_actor(|world, actor| {
            actor.status = domain::LifeStatus::Published;
            actor.verification =
                Some(domain::Verification { on: world.random.day(), by: domain::vocabulary::Role::Editor });
        })
    }

    fn change_actor(&mut self, edit: impl Fn(&mut Self, &mut Actor)) -> PublicationChange {
        let at = self.random.below(self.actors.len());
        let mut data = self.actors[at].data.clone();
        edit(self, &mut data);
        let next: Record<Actor> = self.actors[at].next(self.now(), data);
        self.actors[at] = next.clone();
        self.write(next)
    }

    fn change_offer(&mut self) -> PublicationChange {
        let at = self.random.below(self.offers.len());
        let data = self.random_offer();
        let next: Record<Offer> = self.offers[at].next(self.now(), data);
        self.offers[at] = next.clone();
        self.write(next)
    }

    fn change_link(&mut self) -> Option<PublicationChange> {
        if self.links.is_empty() {
            return None;
        }
        let at = self.random.below(self.links.len());
        let status = self.random.pick(LinkStatus::ALL);
        let next: Record<CooperationLink> =
            self.links[at].next(self.now(), CooperationLink { status, ..self.links[at].data.clone() });
        self.links[at] = next.clone();
        Some(self.write(next))
    }

    fn withdraw_consent(&mut self) -> Option<PublicationChange> {
        if self.persons.is_empty() {
            return None;
        }
        let at = self.random.below(self.persons.len());
        let mut data = self.persons[at].data.clone();
        data.name = data.name.map(|name| PersonField { visibility: Visibility::Internal, ..name });
        let next = self.persons[at].next(self.now(), data);
        self.persons[at] = next.clone();
        Some(self.write(next))
    }

    /// Another label, parent, successor or field of action; parents and successors always stand
    /// before, so that no circle comes about.
    fn change_theme(&mut self) -> PublicationChange {
        let at = self.random.below(self.themes.len());
        let before: Vec<_> = self.themes[..at].iter().map(|theme| theme.id).collect();
        let mut data = self.themes[at].data.clone();
        match self.random.below(4) {
            0 => data.label = domain::LocalisedText::german(self.random.words(2)),
            1 => data.parent = (at > 0 && self.random.chance(70)).then(|| self.random.pick(&before)),
            2 => data.replaced_by = (at > 0 && self.random.chance(50)).then(|| self.random.pick(&before)),
            _ => data.fields_of_action = vec![self.random.pick(domain::vocabulary::FieldOfAction::ALL)],
        }
        let next: Record<Theme> = self.themes[at].next(self.now(), data);
        self.themes[at] = next.clone();
        self.write(next)
    }

    /// Another parent or boundary; the actors it moves follow.
    fn change_district(&mut self) -> Vec<PublicationChange> {
        let at = self.random.below(self.districts.len());
        let before: Vec<_> = self.districts[..at].iter().map(|district| district.id).collect();
        let mut data = self.districts[at].data.clone();
        match self.random.below(3) {
            0 => data.parent = (at > 0 && self.random.chance(80)).then(|| self.random.pick(&before)),
            1 => {
                let other = self.random.below(self.districts.len());
                data.boundary = self.districts[other].data.boundary.clone();
            }
            _ => data.name = domain::LocalisedText::german(self.random.words(1)),
        }
        let next = self.districts[at].next(self.now(), data);
        self.districts[at] = next.clone();
        let mut changes = vec![self.write(next)];
        changes.extend(self.settle_districts());
        changes
    }
}
