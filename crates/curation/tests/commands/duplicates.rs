//! Actors that look like one.

use curation::{Patch, Sign, commands::Seen};
use domain::Actor;

use crate::{fixtures::*, on_both};

on_both! {
    async fn likely_doubles_are_found_before_and_after_they_are_made(world: World) {
        let website = Patch::new().with("website", "https://bruecke.example");
        let first = world.actor_with("Kulturverein Brücke e. V.", website).await;
        let other = world.actor("Sportfreunde Wanne").await;
        let draft = Patch::new().with("name", "KULTURVEREIN BRUECKE").with("website", "https://www.bruecke.example/start").with("themes", "Unfug");
        let alike = world.curation.find_duplicates(&editor(), &draft, 5).await.unwrap();
        assert_eq!(alike.iter().map(|alike| alike.actor).collect::<Vec<_>>(), [first.id]);
        assert_eq!(alike[0].likeness.signs, [Sign::SameName, Sign::SameWebsite]);
        assert_eq!(world.curation.suspected_duplicates(&editor(), 5).await.unwrap(), []);
        let second = world.actor("Kulturverein Bruecke").await;
        let pairs = world.curation.suspected_duplicates(&editor(), 5).await.unwrap();
        assert_eq!(pairs.iter().map(|pair| pair.actors).collect::<Vec<_>>(), [(first.id, second.id)]);
        world.curation.dismiss_pair(&editor(), second.id, first.id).await.unwrap();
        world.curation.dismiss_pair(&editor(), first.id, second.id).await.unwrap();
        assert_eq!(world.curation.suspected_duplicates(&editor(), 5).await.unwrap(), []);
        assert_eq!(codes(world.curation.dismiss_pair(&editor(), other.id, uuid::Uuid::nil().into()).await), ["other NOT_FOUND"]);
        world.curation.archive::<Actor>(&staff(), Seen::new(first.id, 1)).await.unwrap();
        let alike = world.curation.find_duplicates(&editor(), &draft, 5).await.unwrap();
        assert_eq!(alike.iter().map(|alike| alike.actor).collect::<Vec<_>>(), [second.id], "archived ones are no doubles");
    }
}
