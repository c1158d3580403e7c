//! The picture: everybody on a circle, neighbours of a district side by side, links as bows between them.

use std::{collections::HashMap, f64::consts::TAU};

use directory::ActorNo;
use domain::ActorType;
use maud::{Markup, html};

use super::Network;
use crate::Visit;

/// The radius of the circle; the field around it is for names.
const RADIUS: f64 = 250.0;
/// Half the side of the field.
const HALF: f64 = 480.0;
/// The longest name that has room, in characters.
const NAME: usize = 26;

/// A place on the circle, by angle from the right, clockwise.
struct Place {
    angle: f64,
    x: f64,
    y: f64,
}

fn place(at: usize, of: usize) -> Place {
    #[allow(clippy::cast_precision_loss, reason = "a few dozen")]
    let angle = TAU * at as f64 / of as f64;
    Place { angle, x: RADIUS * angle.cos(), y: RADIUS * angle.sin() }
}

/// A number as it stands in a drawing.
fn short(number: f64) -> String {
    format!("{number:.1}")
}

pub(super) fn picture(visit: &Visit<'_>, network: &Network) -> Markup {
    let many = network.actors.len();
    let places: HashMap<ActorNo, Place> =
        network.actors.iter().enumerate().map(|(at, no)| (*no, place(at, many))).collect();
    html! {
        figure.network {
            section.scroll tabindex="0" aria-label=(visit.say("cooperation-picture")) {
                svg viewBox=(format!("{} {} {} {}", -HALF, -HALF, 2.0 * HALF, 2.0 * HALF)) role="img"
                    aria-label=(visit.say("cooperation-picture-text")) direction="ltr" {
                    g.bows {
                        @for no in &network.links {
                            @let link = visit.snapshot.link(*no);
                            @if let (Some(from), Some(to)) = (places.get(&link.from()), places.get(&link.to())) {
                                path d=(bow(from, to)) {}
                            }
                        }
                    }
                    @for no in &network.actors {
                        @if let Some(place) = places.get(no) { (node(visit, network, *no, place)) }
                    }
                }
            }
            figcaption {
                ul.legend {
                    @for actor_type in ActorType::ALL {
                        li class=(actor_type.slug()) { (visit.words().actor_type(*actor_type)) }
                    }
                }
            }
        }
    }
}

/// A bow towards the middle, flatter between neighbours.
fn bow(from: &Place, to: &Place) -> String {
    let (x, y) = ((from.x + to.x) * 0.18, (from.y + to.y) * 0.18);
    format!("M{} {}Q{} {} {} {}", short(from.x), short(from.y), short(x), short(y), short(to.x), short(to.y))
}

fn node(visit: &Visit<'_>, network: &Network, no: ActorNo, place: &Place) -> Markup {
    let actor = visit.snapshot.actor(no).data();
    #[allow(clippy::cast_precision_loss, reason = "a few dozen")]
    let size = (network.degrees[&no] as f64).sqrt().mul_add(1.6, 3.0).min(11.0);
    let degrees = place.angle.to_degrees();
    let leans_left = (90.0..270.0).contains(&degrees);
    let (turn, anchor, beside) = if leans_left { (degrees + 180.0, "end", -1.0) } else { (degrees, "start", 1.0) };
    let transform = format!("translate({} {}) rotate({})", short(place.x), short(place.y), short(turn));
    html! {
        g class=(actor.kind.actor_type().slug()) transform=(transform) {
            circle r=(short(size)) {}
            text x=(short(beside * (size + 6.0))) dy="0.35em" text-anchor=(anchor) { (shortened(&actor.name)) }
        }
    }
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let start: String = name.chars().take(NAME - 1).collect();
    format!("{}…", start.trim_end())
}
