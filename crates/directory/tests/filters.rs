//! Filters, facets and orders against a naive reading of the published facts.

use chrono::Weekday;
use directory::{
    ActivityFilter, ActorFilter, ActorOrder, ActorQuestion, EventFilter, EventQuestion, OfferFilter, OfferQuestion,
    Settings, Snapshot, Window,
    testing::{Naive, Random, World, random_filter, random_near},
};
use domain::{ActorId, ActorType, vocabulary::Availability};
use proptest::prelude::*;

fn world_of(seed: u64) -> (World, Naive, Snapshot, Random) {
    let world = World::new(seed, 60);
    let facts = world.facts();
    let settings = Settings::default();
    let naive = Naive::new(settings.zone, &facts);
    let snapshot = Snapshot::build(settings, facts).expect("a snapshot");
    (world, naive, snapshot, Random::new(seed ^ 0xf00d))
}

fn some_type(random: &mut Random) -> Option<ActorType> {
    if random.chance(50) { None } else { Some(random.pick(ActorType::ALL)) }
}

/// Every page of an answer, from the front.
fn walk(snapshot: &Snapshot, question: &ActorQuestion, size: i32) -> Vec<ActorId> {
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let window = Window { first: Some(size), after: after.take(), ..Window::default() };
        let page = snapshot.actors(&ActorQuestion { window, ..question.clone() }).expect("a page");
        assert_eq!(page.has_previous, !found.is_empty(), "has_previous");
        found.extend(page.edges.iter().map(|(_, no)| snapshot.actor(*no).record().id));
        assert_eq!(page.has_next, (found.len() as u64) < page.total, "has_next");
        match page.edges.last() {
            Some((cursor, _)) if page.has_next => after = Some(cursor.clone()),
            _ => return found,
        }
    }
}

/// Every page of an answer, from the back.
fn walk_back(snapshot: &Snapshot, question: &ActorQuestion, size: i32) -> Vec<ActorId> {
    let mut found: Vec<ActorId> = Vec::new();
    let mut before = None;
    loop {
        let window = Window { last: Some(size), before: before.take(), ..Window::default() };
        let page = snapshot.actors(&ActorQuestion { window, ..question.clone() }).expect("a page");
        assert_eq!(page.has_next, !found.is_empty(), "has_next");
        let part: Vec<ActorId> = page.edges.iter().map(|(_, no)| snapshot.actor(*no).record().id).collect();
        found.splice(0..0, part);
        assert_eq!(page.has_previous, (found.len() as u64) < page.total, "has_previous");
        match page.edges.first() {
            Some((cursor, _)) if page.has_previous => before = Some(cursor.clone()),
            _ => return found,
        }
    }
}

/// What the pages ask of offers and events besides, half of the time nothing.
fn random_conditions(world: &World, naive: &Naive, random: &mut Random) -> ActivityFilter {
    if random.chance(50) {
        return ActivityFilter::default();
    }
    let other = random_filter(world, naive, random, 0);
    let some = |values: &[String], is_asked: bool| if is_asked { values.to_vec() } else { Vec::new() };
    ActivityFilter {
        actor_type: some_type(random),
        actors: if random.chance(40) { random_filter(world, naive, random, 1) } else { ActorFilter::default() },
        // Of all themes, a facet would count those who have one more.
        all_themes: false,
        weekdays: if random.chance(30) { vec![Weekday::Tue, Weekday::Sat] } else { Vec::new() },
        daytimes: if random.chance(20) { vec![domain::vocabulary::Daytime::Evening] } else { Vec::new() },
        age: random.chance(20).then_some(30),
        not_themes: some(&other.themes, random.chance(30)),
        not_languages: some(&other.languages, random.chance(30)),
        not_target_groups: some(&other.target_groups, random.chance(30)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_filter_leaves_what_a_naive_reading_leaves(seed in any::<u64>()) {
        let (world, naive, snapshot, mut random) = world_of(seed);
        for _ in 0..20 {
            let filter = random_filter(&world, &naive, &mut random, 3);
            let actor_type = some_type(&mut random);
            let order = Some(ActorOrder::Name);
            let question = ActorQuestion { actor_type, filter: filter.clone(), order, ..ActorQuestion::default() };
            let expected = naive.ordered(actor_type, &filter, ActorOrder::Name);
            prop_assert_eq!(walk(&snapshot, &question, 100), expected, "{:?}", filter);
        }
    }

    #[test]
    fn pages_ranked_by_the_words_of_a_question_join_both_ways_and_have_everybody(seed in any::<u64>(), size in 1..9) {
        let (world, naive, snapshot, mut random) = world_of(seed);
        for _ in 0..5 {
            let filter = ActorFilter { text: None, ..random_filter(&world, &naive, &mut random, 1) };
            let words = random.pick(&["verein", "Deutschkurs für Frauen in Wanne", "kinder kultur schule", "", "und"]);
            let rank_text = Some(words.to_owned());
            let question = ActorQuestion { filter: filter.clone(), rank_text, ..ActorQuestion::default() };
            let whole = walk(&snapshot, &question, 100);
            prop_assert_eq!(&walk(&snapshot, &question, size), &whole, "{:?}", question);
            prop_assert_eq!(&walk_back(&snapshot, &question, size), &whole, "{:?}", question);
            let sorted = |mut list: Vec<_>| { list.sort_unstable(); list };
            prop_assert_eq!(sorted(whole), sorted(naive.ordered(None, &filter, ActorOrder::Name)));
        }
    }

    #[test]
    fn pages_of_every_order_join_to_the_naive_order_both_ways(seed in any::<u64>(), size in 1..9) {
        let (world, naive, snapshot, mut random) = world_of(seed);
        let orders =
            [ActorOrder::Relevance, ActorOrder::Name, ActorOrder::Distance, ActorOrder::Updated, ActorOrder::Verified];
        for order in orders {
            let mut filter = if random.chance(50) {
                random_filter(&world, &naive, &mut random, 1)
            } else {
                ActorFilter::default()
            };
            match order {
                ActorOrder::Distance => filter.near = Some(random_near(&mut random)),
                ActorOrder::Relevance => filter.text = Some(random.pick(&["verein", "be", "wanne", "kinder schule", ""]).to_owned()),
                _ => {}
            }
            let expected = naive.ordered(None, &filter, order);
            let question = ActorQuestion { filter, order: Some(order), ..ActorQuestion::default() };
            prop_assert_eq!(&walk(&snapshot, &question, size), &expected, "{:?}", question);
            prop_assert_eq!(&walk_back(&snapshot, &question, size), &expected, "{:?}", question);
        }
    }

    #[test]
    fn facets_count_what_choosing_would_give(seed in any::<u64>()) {
        let (world, naive, snapshot, mut random) = world_of(seed);
        for _ in 0..3 {
            let filter = random_filter(&world, &naive, &mut random, 1);
            let actor_type = some_type(&mut random);
            let facets = snapshot.facets(actor_type, &filter).expect("facets");
            let [themes, districts, kinds, languages, groups] = naive.facets(actor_type, &filter);
            let slug = |no| snapshot.theme(no).data().slug.to_string();
            prop_assert_eq!(facets.themes.iter().map(|(no, count)| (slug(*no), *count)).collect::<std::collections::BTreeMap<_, _>>(), themes);
            let slug = |no| snapshot.district(no).data().slug.to_string();
            prop_assert_eq!(facets.districts.iter().map(|(no, count)| (slug(*no), *count)).collect::<std::collections::BTreeMap<_, _>>(), districts);
            prop_assert_eq!(facets.kinds.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect::<std::collections::BTreeMap<_, _>>(), kinds);
            prop_assert_eq!(facets.languages.iter().map(|(tag, count)| (tag.to_string(), *count)).collect::<std::collections::BTreeMap<_, _>>(), languages);
            prop_assert_eq!(facets.target_groups.iter().map(|(group, count)| (group.to_string(), *count)).collect::<std::collections::BTreeMap<_, _>>(), groups);
            prop_assert!(facets.kinds.is_sorted_by_key(|(word, count)| (std::cmp::Reverse(*count), *word)));
        }
    }

    #[test]
    fn offers_that_are_over_say_nothing_of_the_days_of_the_week(seed in any::<u64>()) {
        let (_, mut naive, mut snapshot, mut random) = world_of(seed);
        let mut days: Vec<_> = (0..6).map(|_| random.time().date_naive()).collect();
        days.sort_unstable();
        for day in days {
            (snapshot, naive.today) = (snapshot.on_day(day), Some(day));
            for weekday in [Weekday::Mon, Weekday::Tue, Weekday::Sat] {
                let themes = if random.chance(50) { vec![format!("theme{}", random.below(3))] } else { Vec::new() };
                let filter = ActorFilter { weekdays: vec![weekday], themes, ..ActorFilter::default() };
                let question = ActorQuestion { filter: filter.clone(), order: Some(ActorOrder::Name), ..ActorQuestion::default() };
                prop_assert_eq!(walk(&snapshot, &question, 20), naive.ordered(None, &filter, ActorOrder::Name), "{}: {:?}", day, filter);
            }
        }
    }

    #[test]
    fn an_availability_holds_until_its_day_is_over(seed in any::<u64>()) {
        let (_, mut naive, mut snapshot, mut random) = world_of(seed);
        let mut days: Vec<_> = (0..6).map(|_| random.time().date_naive()).collect();
        days.sort_unstable();
        for day in days {
            (snapshot, naive.today) = (snapshot.on_day(day), Some(day));
            for way in Availability::ALL {
                let filter = ActorFilter { availability: vec![*way], ..ActorFilter::default() };
                let question = ActorQuestion { filter: filter.clone(), order: Some(ActorOrder::Name), ..ActorQuestion::default() };
                prop_assert_eq!(walk(&snapshot, &question, 20), naive.ordered(None, &filter, ActorOrder::Name), "{}: {:?}", day, way);
                let filter = OfferFilter { availability: vec![*way], ..OfferFilter::default() };
                let window = Window { first: Some(100), ..Window::default() };
                let page = snapshot.offers(&OfferQuestion { filter: filter.clone(), window }).expect("offers");
                let found: Vec<_> = page.edges.iter().map(|(_, no)| snapshot.offer(*no).record().id).collect();
                prop_assert_eq!(found, naive.offers(&filter), "{}: {:?}", day, way);
            }
        }
    }

    #[test]
    fn offers_and_events_are_what_a_naive_reading_finds(seed in any::<u64>()) {
        let (world, naive, snapshot, mut random) = world_of(seed);
        for _ in 0..10 {
            let base = random_filter(&world, &naive, &mut random, 0);
            let filter = OfferFilter {
                text: base.text,
                themes: base.themes.clone(),
                districts: base.districts.clone(),
                languages: base.languages.clone(),
                target_groups: base.target_groups.clone(),
                kinds: if random.chance(20) { vec!["room".to_owned()] } else { Vec::new() },
                actor: base.cooperates_with,
                valid_on: base.verified_since,
                availability: random.some(Availability::ALL, 2),
                current_on: random.chance(30).then(|| random.time().date_naive()),
                conditions: random_conditions(&world, &naive, &mut random),
            };
            let window = Window { first: Some(100), ..Window::default() };
            let page = snapshot.offers(&OfferQuestion { filter: filter.clone(), window: window.clone() }).expect("offers");
            let found: Vec<_> = page.edges.iter().map(|(_, no)| snapshot.offer(*no).record().id).collect();
            prop_assert_eq!(found, naive.offers(&filter), "{:?}", filter);
            let facets = snapshot.offer_facets(&filter).expect("facets");
            for (no, count) in &facets.themes {
                let themes = vec![snapshot.theme(*no).data().slug.to_string()];
                let chosen = OfferFilter { themes, ..filter.clone() };
                prop_assert_eq!(naive.offers(&chosen).len() as u64, *count, "{:?}", chosen);
            }
            let from = random.chance(60).then(|| random.time());
            let until = random.chance(40).then(|| random.time());
            let filter = EventFilter {
                text: None,
                themes: base.themes,
                districts: base.districts,
                languages: base.languages,
                target_groups: base.target_groups,
                host: base.cooperates_with,
                from,
                until,
                conditions: ActivityFilter {
                    weekdays: Vec::new(),
                    daytimes: Vec::new(),
                    ..random_conditions(&world, &naive, &mut random)
                },
            };
            let page = snapshot.events(&EventQuestion { filter: filter.clone(), window }).expect("events");
            let found: Vec<_> = page.edges.iter().map(|(_, no)| snapshot.event(*no).record().id).collect();
            prop_assert_eq!(found, naive.events(&filter), "{:?}", filter);
            let facets = snapshot.event_facets(&filter).expect("facets");
            for (tag, count) in &facets.languages {
                let chosen = EventFilter { languages: vec![tag.to_string()], ..filter.clone() };
                prop_assert_eq!(naive.events(&chosen).len() as u64, *count, "{:?}", chosen);
            }
        }
    }
}
