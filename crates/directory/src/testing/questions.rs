//! Random questions that can be asked of a world.

use chrono::Weekday;
use domain::{ActorType, geography::degrees, vocabulary::*};

use super::naive::Naive;
use super::{random::Random, world::World};
use crate::{ActorFilter, DistrictRelation, Near, Window, Within};

/// A filter that names things of the world: some by former slugs, some retired. Filters stand in it
/// up to `depth` levels deep. `naive` tells which actors are public, for those named by id.
pub fn random_filter(world: &World, naive: &Naive, random: &mut Random, depth: usize) -> ActorFilter {
    let mut filter = ActorFilter::default();
    for _ in 0..=random.below(2) {
        condition(world, naive, random, &mut filter);
    }
    if depth > 0 && random.chance(60) {
        let mut inner = || random_filter(world, naive, random, depth - 1);
        let (one, two, three) = (inner(), inner(), inner());
        match random.below(4) {
            0 => filter.and = vec![one],
            1 => filter.or = vec![one, two],
            2 => filter.not = Some(Box::new(one)),
            _ => (filter.and, filter.or, filter.not) = (vec![one], vec![two, three], None),
        }
    }
    filter
}

fn condition(world: &World, naive: &Naive, random: &mut Random, filter: &mut ActorFilter) {
    match random.below(20) {
        0 | 1 => filter.themes = slugs(random, world.themes.len(), "theme"),
        2 | 3 => {
            let all: Vec<String> = world.districts.iter().map(|it| it.data.slug.to_string()).collect();
            filter.districts = random.some(&all, 2);
            let relations = [DistrictRelation::BasedIn, DistrictRelation::ActiveIn, DistrictRelation::Either];
            filter.district_relation = random.pick(&relations);
        }
        4 => filter.kinds = (0..=random.below(2)).map(|_| random.kind().slug().to_owned()).collect(),
        5 => filter.languages = (0..=random.below(2)).map(|_| random.language().to_string()).collect(),
        6 => filter.target_groups = (0..=random.below(2)).map(|_| random.pick(TargetGroup::ALL).to_string()).collect(),
        7 => filter.fields_of_action = vec![random.pick(FieldOfAction::ALL).to_string()],
        8 => filter.near = Some(random_near(random)),
        9 => {
            let (one, two) = (random.position(), random.position());
            let (south, north) = (one.latitude().min(two.latitude()), one.latitude().max(two.latitude()));
            filter.within = Some(Within { west: one.longitude(), south, east: two.longitude(), north });
        }
        10 if random.chance(50) => filter.within_polygon = Some(random_polygon(random)),
        10 => filter.open_at = Some(random.time()),
        11 => filter.verified_since = Some(random.day()),
        12 => links(naive, random, filter),
        13 | 14 => filter.text = Some(random.search()),
        _ => feature(random, filter),
    }
}

fn links(naive: &Naive, random: &mut Random, filter: &mut ActorFilter) {
    let named: Vec<_> = naive.actors().map(|actor| (actor.id, actor.data.slug.to_string())).collect();
    if !named.is_empty() {
        let (id, slug) = random.pick(&named);
        match random.below(6) {
            0 => filter.cooperates_with = Some(id),
            1 => filter.cooperates_with_slug = Some(slug),
            2 => filter.member_of = Some(id),
            3 => filter.member_of_slug = Some(slug),
            4 => filter.slug = Some(slug),
            _ => {}
        }
    }
    if random.chance(40) {
        filter.cooperation_kinds = random.some(LinkKind::ALL, 3);
    }
    if random.chance(30) {
        filter.in_network = Some(random.chance(50));
    }
}

fn feature(random: &mut Random, filter: &mut ActorFilter) {
    let flag = Some(random.chance(70));
    match random.below(13) {
        0 => filter.types = random.some(ActorType::ALL, 2),
        1 => filter.free_of_charge = flag,
        2 => filter.by_appointment = flag,
        3 => filter.confidential = flag,
        4 => filter.wheelchair = random.some(Wheelchair::ALL, 2),
        5 => filter.age = i32::try_from(random.below(121)).ok(),
        8 => filter.accessibility = random.some(Accessibility::ALL, 2),
        9 => filter.interpreters = flag,
        10 => filter.counter_languages = random.languages().iter().map(ToString::to_string).collect(),
        11 => filter.offer_kinds = random.some(OfferKind::ALL, 2),
        12 => filter.availability = random.some(Availability::ALL, 2),
        6 => filter.weekdays = random.some(&[Weekday::Mon, Weekday::Wed, Weekday::Sat, Weekday::Sun], 2),
        _ => {
            filter.daytimes = random.some(Daytime::ALL, 2);
            filter.weekdays = random.some(&[Weekday::Tue, Weekday::Wed, Weekday::Sun], 1);
        }
    }
}

fn slugs(random: &mut Random, many: usize, name: &str) -> Vec<String> {
    let former = |random: &mut Random| if random.chance(30) { "old-" } else { "" };
    (0..=random.below(2)).map(|_| format!("{}{name}{}", former(random), random.below(many))).collect()
}

/// A circle of any size.
pub fn random_near(random: &mut Random) -> Near {
    let centre = random.position();
    let radius_metres = match random.below(4) {
        0 => random.between(1.0, 2_000.0),
        1 => random.between(2_000.0, 50_000.0),
        2 => random.between(50_000.0, 2_000_000.0),
        _ => random.between(1.0, 20_100_000.0),
    };
    Near { longitude: centre.longitude(), latitude: centre.latitude(), radius_metres }
}

/// A star around a position, of any size; cut off where the earth ends.
fn random_polygon(random: &mut Random) -> Vec<[f64; 2]> {
    let (centre, corners) = (random.position(), 3 + random.below(12));
    let widest = random.pick(&[0.02, 0.5, 20.0]);
    let corner = |at: usize| {
        let (radius, angle) = (random.between(0.2, 1.0) * widest, at as f64 / corners as f64 * std::f64::consts::TAU);
        let (x, y) = (centre.longitude() + radius * angle.cos(), centre.latitude() + radius * angle.sin());
        [degrees(x), degrees(y)]
    };
    let star: Vec<[f64; 2]> = (0..corners).map(corner).collect();
    let is_on_earth = |[x, y]: &[f64; 2]| x.abs() <= 180.0 && y.abs() <= 90.0;
    if star.iter().all(is_on_earth) { star } else { vec![[7.0, 51.0], [8.0, 51.0], [7.5, 52.0]] }
}

/// A window of some size from the front.
pub fn random_window(random: &mut Random) -> Window {
    Window { first: i32::try_from(random.below(8) + 1).ok(), ..Window::default() }
}
