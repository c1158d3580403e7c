//! Actors that look like one.

use curation::{Patch, commands::VersionedRef};
use domain::{Actor, ActorId, likeness::Sign};

use crate::{fixtures::*, on_both};

on_both! {
    async fn likely_doubles_are_found_before_and_after_they_are_made(world: World) {
        let website = Patch::new().with("website", "https://bruecke.example");
        let first = world.actor_with("Kulturverein Brücke e. V.", website).await;
        let other = world.actor("Sportfreunde Wanne").await;
        let draft = Patch::new().with("name", "KULTURVEREIN BRUECKE").with("website", "https://www.bruecke.example/start").with("themes", "Unfug");
        let alike = world.curation.find_duplicates(&reader(), &draft, 5).await.unwrap();
        assert_eq!(alike.iter().map(|alike| alike.actor.entity.id.into()).collect::<Vec<ActorId>>(), [first.id]);
        assert_eq!(alike[0].likeness.signs, [Sign::SameName, Sign::SameWebsite]);
        assert_eq!(world.curation.suspected_duplicates(&reader(), None, 5).await.unwrap().pairs, []);
        let second = world.actor("Kulturverein Bruecke").await;
        let third = world.actor_with("Bündnis", Patch::new().with("website", "https://bruecke.example/x")).await;
        let queue = world.curation.suspected_duplicates(&reader(), None, 1).await.unwrap();
        assert_eq!((queue.pairs[0].0.actors, queue.has_next), ((first.id, third.id), true), "a website says most");
        let queue = world.curation.suspected_duplicates(&reader(), Some(&queue.pairs[0].0), 5).await.unwrap();
        let pairs: Vec<_> = queue.pairs.iter().map(|(place, _)| place.actors).collect();
        assert_eq!((pairs, queue.has_next), (vec![(first.id, second.id)], false), "each pair stands once");
        world.curation.dismiss_pair(&editor(), first.id, third.id).await.unwrap();
        world.curation.dismiss_pair(&editor(), second.id, first.id).await.unwrap();
        world.curation.dismiss_pair(&editor(), first.id, second.id).await.unwrap();
        assert_eq!(world.curation.suspected_duplicates(&reader(), None, 5).await.unwrap().pairs, []);
        assert_eq!(codes(world.curation.dismiss_pair(&editor(), other.id, uuid::Uuid::nil().into()).await), ["other NOT_FOUND"]);
        world.curation.archive::<Actor>(&staff(), VersionedRef::new(first.id, 1)).await.unwrap();
        let alike = world.curation.find_duplicates(&reader(), &draft, 5).await.unwrap();
        assert_eq!(alike.iter().map(|alike| alike.actor.entity.id.into()).collect::<Vec<ActorId>>(), [second.id, third.id], "archived ones are no doubles");
    }
}
