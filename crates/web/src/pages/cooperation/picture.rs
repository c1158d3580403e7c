//! The pictures: whoever is shown stands on a circle with the whole name beside, each a link. They say nothing that the lists
//! beside do not.

use std::f64::consts::TAU;

use directory::{ActorNo, Cooperation, Direction};
use domain::ActorType;
use maud::{Markup, html};

use super::{
    address::address_of,
    whole::{Community, name},
};
use crate::{
    Visit,
    parts::{localised, typography::unbroken},
};

/// The radius of the circle; the field around it is for names.
const RADIUS: f64 = 210.0;
/// Half the sides of the field.
const HALF: (f64, f64) = (530.0, 345.0);
/// The longest line of a name, in characters, and the distance between two lines.
const LINE: (usize, f64) = (25, 21.0);
/// The smallest mark of a community, and how much larger that of the largest is: more would stand on the names beside.
const COMMUNITY_SIZES: (f64, f64) = (12.0, 16.0);
/// So many lines are told apart. Of more each community keeps the strongest.
const MAX_LINES: usize = 24;
/// How many lines a community keeps at least.
const KEPT_LINES: usize = 2;
/// How many partners have room around an actor.
const PARTNERS: usize = 16;

/// A mark on the circle.
struct PictureNode<'a> {
    /// Where it leads.
    address: String,
    name: &'a str,
    class: &'static str,
    size: f64,
    /// What stands in the mark.
    number: Option<String>,
    x: f64,
    y: f64,
}

/// A place on the circle, from the top on.
fn place(at: usize, of: usize) -> (f64, f64) {
    let angle = TAU * (at as f64 / of.max(1) as f64 - 0.25);
    (RADIUS * 1.15 * angle.cos(), RADIUS * angle.sin())
}

/// A number as it stands in a drawing.
fn short(number: f64) -> String {
    format!("{number:.1}")
}

/// Communities with the links between them: the more members, the larger; the more links, the wider the line.
pub(super) fn of_communities(visit: &Visit<'_>, communities: &[Community]) -> Markup {
    let places: Vec<(f64, f64)> = (0..communities.len()).map(|at| place(at, communities.len())).collect();
    let largest = communities.iter().map(|community| community.members.len()).max().unwrap_or(1);
    let size = |members: usize| (members as f64 / largest as f64).sqrt().mul_add(COMMUNITY_SIZES.1, COMMUNITY_SIZES.0);
    let nodes = communities.iter().zip(&places).enumerate().map(|(at, (community, (x, y)))| PictureNode {
        address: format!("#group-{}", at + 1),
        name: name(visit, community),
        class: "group",
        size: size(community.members.len()),
        number: Some(visit.words().number(community.members.len() as u64)),
        x: *x,
        y: *y,
    });
    let lines = html! {
        @for (from, to, links) in lines_between(communities) {
            @let ((x1, y1), (x2, y2)) = (places[from], places[to]);
            line x1=(short(x1)) y1=(short(y1)) x2=(short(x2)) y2=(short(y2))
                stroke-width=(short((links as f64).sqrt().mul_add(1.5, 0.5).min(9.0))) {}
        }
    };
    draw(&visit.say("cooperation-picture-communities"), &lines, &nodes.collect::<Vec<_>>(), &html! {})
}

/// Which communities a line joins, and how many links it stands for.
fn lines_between(communities: &[Community]) -> Vec<(usize, usize, usize)> {
    let all = |kept: usize| {
        let mut lines: Vec<(usize, usize, usize)> = Vec::new();
        for (from, community) in communities.iter().enumerate() {
            let drawn = community.neighbours.iter().filter(|(to, _)| *to < communities.len());
            lines.extend(drawn.take(kept).map(|(to, links)| (from.min(*to), from.max(*to), *links)));
        }
        lines.sort_unstable();
        lines.dedup();
        lines
    };
    match all(usize::MAX) {
        lines if lines.len() <= MAX_LINES => lines,
        _ => all(KEPT_LINES),
    }
}

/// An actor in the middle of its partners, with arrows the way the links point.
pub(super) fn of_actor(visit: &Visit<'_>, no: ActorNo, cooperations: &[Cooperation]) -> Markup {
    let mut partners: Vec<(ActorNo, bool, bool)> = Vec::new();
    for cooperation in cooperations {
        let (out, back) = (cooperation.direction == Direction::Outgoing, cooperation.direction == Direction::Incoming);
        match partners.iter_mut().find(|(partner, ..)| *partner == cooperation.partner) {
            Some(known) => (known.1, known.2) = (known.1 || out, known.2 || back),
            None => partners.push((cooperation.partner, out, back)),
        }
    }
    partners.truncate(PARTNERS);
    let places: Vec<(f64, f64)> = (0..partners.len()).map(|at| place(at, partners.len())).collect();
    let node = |no: ActorNo, (x, y): (f64, f64), size: f64| {
        let data = visit.snapshot.actor(no).data();
        let class = data.kind.actor_type().slug();
        PictureNode { address: address_of(visit, no), name: data.name.as_str(), class, size, number: None, x, y }
    };
    let around = partners.iter().zip(&places).map(|((partner, ..), at)| node(*partner, *at, 8.0));
    let nodes: Vec<PictureNode<'_>> = std::iter::once(node(no, (0.0, 0.0), 13.0)).chain(around).collect();
    let lines = html! {
        @for ((_, out, back), (x, y)) in partners.iter().zip(&places) {
            // From mark to mark, so that the points of the arrows are seen.
            line x1=(short(x * 0.08)) y1=(short(y * 0.08)) x2=(short(x * 0.94)) y2=(short(y * 0.94))
                stroke-width="1.6" marker-end=[out.then_some("url(#arrow)")] marker-start=[back.then_some("url(#arrow)")] {}
        }
    };
    let legend = html! {
        ul.legend {
            @for actor_type in ActorType::ALL { li class=(actor_type.slug()) { (visit.words().actor_type(*actor_type)) } }
        }
    };
    draw(&visit.say("cooperation-picture-actor"), &lines, &nodes, &legend)
}

fn draw(label: &str, lines: &Markup, nodes: &[PictureNode<'_>], legend: &Markup) -> Markup {
    let (wide, high) = HALF;
    html! {
        figure.network {
            section.scroll tabindex="0" aria-label=(label) {
                svg viewBox=(format!("{} {} {} {}", -wide, -high, 2.0 * wide, 2.0 * high)) direction="ltr" aria-label=(label) role="group" {
                    defs {
                        marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="15" markerHeight="15" markerUnits="userSpaceOnUse" orient="auto-start-reverse" {
                            path d="M0 0L10 5L0 10z" {}
                        }
                    }
                    g.lines { (lines) }
                    @for (node, label) in nodes.iter().zip(labels(nodes)) { (mark(node, &label)) }
                }
            }
            (compact(label, lines, nodes))
            figcaption { (legend) }
        }
    }
}

/// The same for telephones, where names have no room: marks with numbers, and below what they stand for.
fn compact(label: &str, lines: &Markup, nodes: &[PictureNode<'_>]) -> Markup {
    const MARK: f64 = 21.0;
    let (wide, high) = (RADIUS.mul_add(1.15, MARK + 4.0), RADIUS + MARK + 4.0);
    let around = || nodes.iter().filter(|node| !is_middle(node)).zip(1_u64..);
    html! {
        div.compact {
            svg viewBox=(format!("{} {} {} {}", short(-wide), short(-high), short(2.0 * wide), short(2.0 * high))) direction="ltr" aria-hidden="true" {
                g.lines { (lines) }
                @for node in nodes.iter().filter(|node| is_middle(node)) {
                    g class=(node.class) { circle cx="0" cy="0" r=(short(node.size)) {} }
                }
                @for (node, number) in around() {
                    g class=(node.class) {
                        circle cx=(short(node.x)) cy=(short(node.y)) r=(short(MARK)) {}
                        text.inside x=(short(node.x)) y=(short(node.y)) dy="0.35em" text-anchor="middle" { (number) }
                    }
                }
            }
            ol aria-label=(label) { @for (node, _) in around() { li { a href=(node.address) { (localised::name(node.name)) } } } }
        }
    }
}

/// Whether a mark is the one that all others stand around.
fn is_middle(node: &PictureNode<'_>) -> bool {
    node.number.is_none() && node.x.abs() < 1.0 && node.y.abs() < 1.0
}

/// Where a name stands beside its mark.
struct NamePosition {
    x: f64,
    /// The first line's.
    y: f64,
    anchor: &'static str,
    lines: Vec<String>,
}

impl NamePosition {
    /// In the middle and at the top and bottom names stand below and above, elsewhere beside.
    fn of(node: &PictureNode<'_>) -> Self {
        let lines = lines(node.name);
        let high = lines.len() as f64 * LINE.1;
        let (x, anchor, y) = match (node.x.abs() < 45.0, node.x < 0.0) {
            (true, _) if node.y < -1.0 => (node.x, "middle", node.y - node.size - high + 6.0),
            (true, _) => (node.x, "middle", node.y + node.size + 19.0),
            (false, true) => (node.x - node.size - 7.0, "end", node.y - high / 2.0 + 16.0),
            (false, false) => (node.x + node.size + 7.0, "start", node.y - high / 2.0 + 16.0),
        };
        Self { x, y, anchor, lines }
    }

    fn bottom(&self) -> f64 {
        self.lines.len() as f64 * LINE.1 + self.y
    }
}

/// The names of all marks, in their order; those on one side are moved apart where they would stand on each other, from
/// the middle of that side up and down.
fn labels(nodes: &[PictureNode<'_>]) -> Vec<NamePosition> {
    let mut labels: Vec<NamePosition> = nodes.iter().map(NamePosition::of).collect();
    for side in ["start", "end"] {
        let mut of_side: Vec<&mut NamePosition> = labels.iter_mut().filter(|label| label.anchor == side).collect();
        of_side.sort_by(|a, b| a.y.total_cmp(&b.y));
        let middle = of_side.partition_point(|label| label.y < 0.0);
        for at in middle + 1..of_side.len() {
            of_side[at].y = of_side[at].y.max(of_side[at - 1].bottom() + GAP);
        }
        for at in (1..=middle.min(of_side.len().saturating_sub(1))).rev() {
            let highest = of_side[at].y - GAP - of_side[at - 1].lines.len() as f64 * LINE.1;
            of_side[at - 1].y = of_side[at - 1].y.min(highest);
        }
    }
    labels
}

/// The least distance between two names on one side.
const GAP: f64 = 3.0;

fn mark(node: &PictureNode<'_>, label: &NamePosition) -> Markup {
    html! {
        a href=(node.address) class=(node.class) {
            circle cx=(short(node.x)) cy=(short(node.y)) r=(short(node.size)) {}
            @if let Some(number) = &node.number {
                text.inside x=(short(node.x)) y=(short(node.y)) dy="0.35em" text-anchor="middle" { (number) }
            }
            text y=(short(label.y)) text-anchor=(label.anchor) {
                @for (at, line) in label.lines.iter().enumerate() {
                    tspan x=(short(label.x)) dy=(if at == 0 { "0".to_owned() } else { short(LINE.1) }) { (line) }
                }
            }
        }
    }
}

/// A name in lines that are short enough, broken between words.
fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let name = unbroken(name);
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE.0 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_one_side_never_stand_on_each_other() {
        let name = "Verband zugewanderter Fachkräfte Weichenwärter e. V.";
        for of in 1..=PARTNERS {
            let node = |at| {
                let (x, y) = place(at, of);
                PictureNode { address: String::new(), name, class: "organisation", size: 8.0, number: None, x, y }
            };
            let labels = labels(&(0..of).map(node).collect::<Vec<_>>());
            for side in ["start", "end"] {
                let mut of_side: Vec<&NamePosition> = labels.iter().filter(|label| label.anchor == side).collect();
                of_side.sort_by(|a, b| a.y.total_cmp(&b.y));
                assert!(of_side.windows(2).all(|pair| pair[0].bottom() <= pair[1].y), "{of} marks, {side}");
                assert!(of_side.iter().all(|label| label.y > 15.0 - HALF.1 && label.bottom() < HALF.1), "{of} marks");
            }
        }
    }

    #[test]
    fn a_crowd_of_communities_has_lines_that_are_told_apart() {
        let of = 12;
        let community = |at: usize| {
            let mut neighbours: Vec<(usize, usize)> =
                (0..of).filter(|to| *to != at).map(|to| (to, 100 - to - at)).collect();
            neighbours.sort_by_key(|(to, links)| (std::cmp::Reverse(*links), *to));
            Community { members: Vec::new(), neighbours }
        };
        let many: Vec<Community> = (0..of).map(community).collect();
        let lines = lines_between(&many);
        assert!(lines.len() <= MAX_LINES, "{lines:?}");
        assert!((0..of).all(|at| lines.iter().any(|(from, to, _)| *from == at || *to == at)), "{lines:?}");
        let few = lines_between(&many[..5]);
        assert_eq!(few.len(), 10, "{few:?}");
    }

    #[test]
    fn a_name_is_whole_and_its_lines_are_short() {
        let name = "Dachverband Herner Vielfaltsvereine Siebenfaden e. V.";
        let found = lines(name);
        assert_eq!(found, ["Dachverband Herner", "Vielfaltsvereine", "Siebenfaden e.\u{a0}V."]);
        assert!(lines("").is_empty());
    }
}
