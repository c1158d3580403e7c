//! Following changes gives what building from the same final facts gives.

use std::collections::BTreeSet;

use directory::{
    ActorOrder, ActorQuestion, CooperationQuestion, Settings, Snapshot, Suggestion, Window,
    testing::{Naive, Random, World, dump, random_filter},
};
use domain::publication::PublicationChange;
use proptest::prelude::*;

fn build(facts: Vec<PublicationChange>) -> Snapshot {
    Snapshot::build(Settings::default(), facts).expect("a snapshot")
}

/// What a snapshot answers to a battery of questions, by ids.
fn answers(snapshot: &Snapshot, world: &World, seed: u64) -> Vec<String> {
    let naive = Naive::new(Settings::default().zone, &world.facts());
    let mut random = Random::new(seed);
    let id = |no| snapshot.actor(no).record().id;
    let mut said = Vec::new();
    for _ in 0..12 {
        let filter = random_filter(world, &naive, &mut random, 2);
        for order in [ActorOrder::Name, ActorOrder::Updated, ActorOrder::Verified, ActorOrder::Relevance] {
            let question = ActorQuestion { filter: filter.clone(), order: Some(order), ..ActorQuestion::default() };
            let page = snapshot.actors(&question);
            said.push(format!(
                "{:?}",
                page.map(|page| page.edges.into_iter().map(|(at, no)| (at, id(no))).collect::<Vec<_>>())
            ));
        }
        let facets = snapshot.facets(None, &filter).expect("facets");
        said.push(format!("{facets:?}"));
        said.push(format!("{:?}", snapshot.coverage(&filter).expect("coverage").counts));
        let text =
            random.pick(&["brü", "verein", "wanne", "schul", "theme", "borough", "türk", "Frauen auf a", "schlue"]);
        let suggestions = snapshot.suggest(text, 12, "de").expect("suggestions").into_iter();
        let suggestions = suggestions.map(|suggestion| match suggestion {
            Suggestion::Actor(no) => id(no).to_string(),
            Suggestion::Offer(no) => snapshot.offer(no).record().id.to_string(),
            Suggestion::Event(no) => snapshot.event(no).record().id.to_string(),
            other => format!("{other:?}"),
        });
        said.push(format!("{:?}", suggestions.collect::<Vec<_>>()));
    }
    let ids: Vec<_> = naive.actors().map(|actor| actor.id).collect();
    for _ in 0..12.min(ids.len()) {
        let (one, two) = (random.pick(&ids), random.pick(&ids));
        let (one, two) = (snapshot.actor_no(one).expect("one"), snapshot.actor_no(two).expect("two"));
        let path = snapshot.cooperation_path(one, two);
        said.push(format!(
            "{:?}",
            path.map(|path| path
                .into_iter()
                .map(|(link, no)| (link.map(|no| snapshot.link(no).record().id), id(no)))
                .collect::<Vec<_>>())
        ));
        let partners = snapshot.suggested_partners(one, 5);
        said.push(format!(
            "{:?}",
            partners.iter().map(|partner| (id(partner.actor), partner.score)).collect::<Vec<_>>()
        ));
        let page = snapshot.cooperations(one, &CooperationQuestion::default()).expect("cooperations");
        said.push(format!(
            "{:?}",
            page.edges.iter().map(|(at, it)| (at, id(it.partner), it.direction)).collect::<Vec<_>>()
        ));
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn following_changes_gives_what_building_gives(seed in any::<u64>(), batch in 1_usize..6) {
        let mut world = World::new(seed, 30);
        let mut followed = build(world.facts());
        let mut day = world.now().date_naive();
        for round in 0..6 {
            let changes: Vec<PublicationChange> = (0..batch).flat_map(|_| world.change()).collect();
            followed = followed.apply(&changes).expect("a snapshot");
            prop_assert_eq!(followed.version(), world.sequence());
            // Weeks go by, and some events with them.
            day = day + chrono::Days::new(40);
            followed = followed.on_day(day);
            let built = build(world.facts()).on_day(day);
            prop_assert_eq!(dump(&followed), dump(&built), "round {}", round);
            prop_assert_eq!(answers(&followed, &world, seed), answers(&built, &world, seed), "round {}", round);
        }
    }

    #[test]
    fn facts_may_come_in_any_order(seed in any::<u64>()) {
        let world = World::new(seed, 30);
        let built = build(world.facts());
        let mut random = Random::new(seed);
        let mut facts = world.facts();
        for at in 0..facts.len() {
            let other = random.below(facts.len());
            facts.swap(at, other);
        }
        let half = facts.len() / 2;
        prop_assert_eq!(dump(&build(facts.clone())), dump(&built));
        let followed = build(facts[..half].to_vec()).apply(&facts[half..]).expect("a snapshot");
        // Whoever only follows never hears of what was gone before it came.
        let present = |lines: Vec<String>| lines.into_iter().filter(|line| !line.contains("removed: true")).collect::<Vec<_>>();
        prop_assert_eq!(present(dump(&followed)), present(dump(&built)));
        prop_assert_eq!(answers(&followed, &world, seed), answers(&built, &world, seed));
    }

    #[test]
    fn a_change_that_comes_twice_changes_nothing(seed in any::<u64>()) {
        let mut world = World::new(seed, 20);
        let first = build(world.facts());
        let changes: Vec<PublicationChange> = (0..6).flat_map(|_| world.change()).collect();
        let once = first.apply(&changes).expect("a snapshot");
        let twice = once.apply(&changes).expect("a snapshot");
        prop_assert_eq!(dump(&once), dump(&twice));
    }

    #[test]
    fn the_snapshot_before_keeps_answering_as_before(seed in any::<u64>()) {
        let mut world = World::new(seed, 20);
        let old_world = world.clone();
        let before = build(world.facts());
        let (held, said) = (dump(&before), answers(&before, &old_world, seed));
        let changes: Vec<PublicationChange> = (0..10).flat_map(|_| world.change()).collect();
        drop(before.apply(&changes).expect("a snapshot"));
        prop_assert_eq!(dump(&before), held);
        prop_assert_eq!(answers(&before, &old_world, seed), said);
    }

    #[test]
    fn a_cursor_goes_on_where_it_stood_when_entries_come_and_go(seed in any::<u64>()) {
        let mut world = World::new(seed, 40);
        let before = build(world.facts());
        let order = Some(ActorOrder::Name);
        let window = Window { first: Some(10), ..Window::default() };
        let page = before.actors(&ActorQuestion { order, window, ..ActorQuestion::default() }).expect("a page");
        let Some((cursor, last)) = page.edges.last().cloned() else { return Ok(()) };
        let last = before.actor(last).record();
        let changes: Vec<PublicationChange> = (0..30).flat_map(|_| world.change()).collect();
        let after = before.apply(&changes).expect("a snapshot");
        let window = Window { first: Some(100), after: Some(cursor), ..Window::default() };
        let rest = after.actors(&ActorQuestion { order, window, ..ActorQuestion::default() }).expect("a page");
        let found: BTreeSet<_> = rest.edges.iter().map(|(_, no)| after.actor(*no).record().id).collect();
        // Everybody whose name comes behind the last one seen, and nobody else.
        let naive = Naive::new(Settings::default().zone, &world.facts());
        let names: Vec<_> = naive.ordered(None, &Default::default(), ActorOrder::Name);
        let behind = |id: &domain::ActorId| {
            let name = &after.actor(after.actor_no(*id).expect("actor")).data().name;
            (directory::testing::collated(name), *id) > (directory::testing::collated(&last.data.name), last.id)
        };
        let expected: BTreeSet<_> = names.into_iter().filter(behind).take(100).collect();
        prop_assert_eq!(found, expected);
    }
}
