//! `/map.svg`: the districts with how many entries each has under the filters of the address. It stands where the map
//! cannot: without scripts, without WebGL, before the map is there.

use directory::{DistrictNo, Snapshot};
use maud::{Markup, PreEscaped, html};

use crate::{Answer, Locale, Visit, filters::Search, parts::browse::count_of, parts::localised};

/// The width of the drawing; its height follows from the districts.
const WIDTH: f64 = 800.0;
/// The height of what says what the shades mean.
const KEY: f64 = 60.0;
/// More districts than these have no room for their names.
const NAMED: usize = 40;

/// A place on the drawing, or on the ground with degrees of longitude as wide as those of latitude.
type PicturePoint = (f64, f64);

/// A district as rings, and where its number stands.
struct DistrictShape {
    no: DistrictNo,
    rings: Vec<Vec<PicturePoint>>,
    middle: PicturePoint,
}

impl DistrictShape {
    fn width(&self) -> f64 {
        let all = || self.rings.iter().flatten().map(|at| at.0);
        all().fold(f64::NEG_INFINITY, f64::max) - all().fold(f64::INFINITY, f64::min)
    }
}

/// Where the name of a district stands, and how large.
struct DistrictLabel {
    place: PicturePoint,
    size: f64,
}

impl DistrictLabel {
    /// The usual size of the letters, and the smallest.
    const SIZES: (f64, f64) = (15.0, 9.0);
    /// How wide a letter is on average, of its size.
    const LETTER: f64 = 0.58;
    /// How far a label stays away from the border of the drawing.
    const RIM: f64 = 6.0;

    /// The label in the middle of a district, smaller where that is narrow, and within a drawing of a height.
    fn new(name: &str, (x, y): PicturePoint, width: f64, height: f64) -> Self {
        let letters = name.chars().count().max(1) as f64 * Self::LETTER;
        let (usual, smallest) = Self::SIZES;
        let size = (width / letters).min((WIDTH - 2.0 * Self::RIM) / letters).clamp(smallest, usual);
        let half = (letters * size / 2.0 + Self::RIM).min(WIDTH / 2.0);
        // The number stands above the name.
        let (top, bottom) = (28.0, (height - 26.0).max(28.0));
        Self { place: (x.clamp(half, WIDTH - half), y.clamp(top, bottom)), size }
    }
}

/// `/map.svg`, in a language where its path says one.
pub(crate) fn at(visit: &Visit<'_>, path: &str, query: &str) -> Option<Answer> {
    let (_, rest) = Locale::of_path(path);
    if rest != "/map.svg" {
        return None;
    }
    let (search, mistakes) = Search::from_query(query);
    if let Some(mistake) = mistakes.first() {
        return Some(crate::pages::search::mistaken(visit, &search, std::slice::from_ref(mistake)));
    }
    let filter = search.filters.actor_filter(visit.now);
    Some(match visit.snapshot.district_counts(search.filters.actor_type, &filter) {
        Ok(counts) => {
            let chosen: Vec<DistrictNo> =
                search.filters.districts.iter().filter_map(|slug| visit.snapshot.district_by_slug(slug)).collect();
            let shapes = shapes(visit.snapshot);
            let picture = match visit.snapshot.count_actors(search.filters.actor_type, &filter) {
                Ok(total) if shapes.is_empty() => number_alone(visit, total),
                _ => picture(visit, &shapes, &counts, &chosen),
            };
            Answer { lasts: crate::Lasts::ThisMinute, ..Answer::file("image/svg+xml", picture.into_string()) }
        }
        Err(error) => crate::pages::search::mistaken(visit, &search, &[error.into()]),
    })
}

/// The districts that nothing lies below, as far as their boundaries are known.
fn shapes(snapshot: &Snapshot) -> Vec<DistrictShape> {
    let leaves: Vec<DistrictNo> = leaves(snapshot).collect();
    if leaves.iter().all(|no| snapshot.district(*no).data().boundary.is_none()) {
        return boxes(&leaves);
    }
    // Degrees of longitude are narrower the further from the equator: all as narrow as where the first district is.
    let mut narrow = None;
    leaves
        .into_iter()
        .filter_map(|no| {
            let boundary = snapshot.district(no).data().boundary.as_ref()?;
            let latitude = boundary.0.first()?.exterior().0.first()?.y;
            let narrow = *narrow.get_or_insert(latitude.to_radians().cos());
            let rings =
                boundary.0.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
            let rings: Vec<Vec<PicturePoint>> =
                rings.map(|ring| ring.0.iter().map(|at| (at.x * narrow, -at.y)).collect()).collect();
            let middle = rings.iter().map(|ring| centroid(ring)).max_by(|one, other| one.0.total_cmp(&other.0))?.1;
            Some(DistrictShape { no, rings, middle })
        })
        .collect()
}

/// The districts that nothing lies below.
fn leaves(snapshot: &Snapshot) -> impl Iterator<Item = DistrictNo> {
    snapshot.districts().filter(|no| snapshot.district(*no).children().is_empty())
}

/// Districts of which no boundary is known, side by side in their order.
fn boxes(districts: &[DistrictNo]) -> Vec<DistrictShape> {
    /// The width of a box, of which the height is one.
    const WIDE: f64 = 1.7;
    let columns = (districts.len() as f64).sqrt().ceil().max(1.0) as usize;
    let shape = |(at, no): (usize, &DistrictNo)| {
        let (x, y) = ((at % columns) as f64 * WIDE, (at / columns) as f64);
        let ring = [(x, y), (x + WIDE, y), (x + WIDE, y + 1.0), (x, y + 1.0), (x, y)];
        DistrictShape { no: *no, rings: vec![ring.to_vec()], middle: (WIDE.mul_add(0.5, x), y + 0.5) }
    };
    districts.iter().enumerate().map(shape).collect()
}

/// The area of a ring and its centroid (the shoelace formula).
fn centroid(ring: &[PicturePoint]) -> (f64, PicturePoint) {
    let Some(first) = ring.first() else { return (0.0, (0.0, 0.0)) };
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for pair in ring.windows(2) {
        // Relative to the first point, so that no digits are lost.
        let (ax, ay) = (pair[0].0 - first.0, pair[0].1 - first.1);
        let (bx, by) = (pair[1].0 - first.0, pair[1].1 - first.1);
        let cross = ax * by - bx * ay;
        twice += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
    }
    if twice == 0.0 {
        return (0.0, *first);
    }
    (twice.abs() / 2.0, (first.0 + x / (3.0 * twice), first.1 + y / (3.0 * twice)))
}

fn picture(visit: &Visit<'_>, shapes: &[DistrictShape], counts: &[(DistrictNo, u64)], chosen: &[DistrictNo]) -> Markup {
    let all = || shapes.iter().flat_map(|shape| shape.rings.iter().flatten());
    let least = |of: fn(&PicturePoint) -> f64| all().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&PicturePoint) -> f64| all().map(of).fold(f64::NEG_INFINITY, f64::max);
    let ((left, top), (right, bottom)) = ((least(|at| at.0), least(|at| at.1)), (most(|at| at.0), most(|at| at.1)));
    let scale = if right > left { (WIDTH - 20.0) / (right - left) } else { 1.0 };
    let height = if bottom > top { (bottom - top).mul_add(scale, 20.0) } else { WIDTH / 2.0 };
    let place = |at: &PicturePoint| ((at.0 - left).mul_add(scale, 10.0), (at.1 - top).mul_add(scale, 10.0));
    let most_there = shapes.iter().map(|shape| count_of(counts, shape.no)).max().unwrap_or(0).max(1);
    let is_chosen = |no: DistrictNo| {
        visit.snapshot.district(no).lineage().iter().any(|above| chosen.contains(above)) || chosen.contains(&no)
    };
    let whole = height + KEY;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH:.0} {whole:.0}")) role="img"
            font-family="system-ui, sans-serif" text-anchor="middle" {
            title { (visit.say("map-picture")) }
            desc { (visit.say("map-shade")) }
            (dark_colours())
            rect.ground width="100%" height="100%" fill="#f3f1ea" {}
            @for shape in shapes {
                @let count = count_of(counts, shape.no);
                path.{ "s" (step(count, most_there)) } d=(outline(&shape.rings, place)) fill=(shade(count, most_there)) fill-rule="evenodd"
                    stroke=(if is_chosen(shape.no) { "#b3540a" } else { "#7b878a" })
                    stroke-width=(if is_chosen(shape.no) { "4" } else { "1.5" }) {}
            }
            @for shape in shapes {
                @let count = count_of(counts, shape.no);
                @let name = localised::plain(visit, visit.snapshot.district(shape.no).name());
                @let label = DistrictLabel::new(&name, place(&shape.middle), shape.width() * scale, height);
                @let (x, y) = label.place;
                @let ink = if dark(count, most_there) { "#ffffff" } else { "#1b2629" };
                // A rim in the colour of the district keeps names apart from borders that they cross.
                text.{ "t" (step(count, most_there)) } x=(format!("{x:.1}")) y=(format!("{y:.1}")) fill=(ink) stroke=(shade(count, most_there))
                    stroke-width="4" stroke-linejoin="round" paint-order="stroke" {
                    tspan font-size="26" font-weight="600" { (visit.words().number(count)) }
                    @if shapes.len() <= NAMED {
                        tspan x=(format!("{x:.1}")) dy="20" font-size=(format!("{:.1}", label.size)) { (name) }
                    }
                }
            }
            (shades_key(visit, height))
        }
    }
}

/// How many there are, where no district is known that they could stand in.
fn number_alone(visit: &Visit<'_>, total: u64) -> Markup {
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 300" role="img" font-family="system-ui, sans-serif"
            text-anchor="middle" {
            title { (visit.say("map-picture")) }
            (dark_colours())
            rect.ground width="100%" height="100%" fill="#f3f1ea" {}
            text.key x="400" y="165" font-size="40" font-weight="600" fill="#1b2629" { (visit.count("results", total)) }
        }
    }
}

/// What the shades mean, below the drawing.
fn shades_key(visit: &Visit<'_>, top: f64) -> Markup {
    const SIDE: f64 = 44.0;
    let left = SIDE.mul_add(-(SHADES.len() as f64) / 2.0, WIDTH / 2.0);
    html! {
        @for (at, shade) in SHADES.iter().enumerate() {
            rect.{ "s" (at) } x=(format!("{:.0}", SIDE.mul_add(at as f64, left))) y=(format!("{:.0}", top + 4.0)) width=(SIDE) height="16"
                fill=(shade) stroke="#7b878a" {}
        }
        text.key x=(WIDTH / 2.0) y=(format!("{:.0}", top + 44.0)) font-size="18" fill="#1b2629" { (visit.say("map-shade")) }
    }
}

fn outline(rings: &[Vec<PicturePoint>], place: impl Fn(&PicturePoint) -> PicturePoint) -> String {
    let mut path = String::new();
    for ring in rings {
        for (at, point) in ring.iter().enumerate() {
            let (x, y) = place(point);
            path.push_str(&format!("{}{x:.1} {y:.1}", if at == 0 { "M" } else { "L" }));
        }
        path.push('Z');
    }
    path
}

/// The colours for whoever likes it dark. Darker districts have more there, too.
fn dark_colours() -> Markup {
    const SHADES: [&str; 5] = ["#c3d0d3", "#93b6bd", "#6a9ea8", "#2b6874", "#0d3a44"];
    const INKS: [&str; 5] = ["#10191b", "#10191b", "#10191b", "#ffffff", "#ffffff"];
    let mut rules = ".ground{fill:#171f22}.key{fill:#e8eeee}".to_owned();
    for (at, (shade, ink)) in SHADES.iter().zip(INKS).enumerate() {
        rules.push_str(&format!(".s{at}{{fill:{shade}}}.t{at}{{fill:{ink};stroke:{shade}}}"));
    }
    html! { style { (PreEscaped(format!("@media (prefers-color-scheme:dark){{{rules}}}"))) } }
}

/// Five shades from nobody to the most.
const SHADES: [&str; 5] = ["#ffffff", "#d3e6e8", "#a3ccd1", "#2f7682", "#0b4f5c"];

fn step(count: u64, most: u64) -> usize {
    if count == 0 { 0 } else { usize::try_from(1 + (count * 4 - 1) / most).unwrap_or(4).min(4) }
}

fn shade(count: u64, most: u64) -> &'static str {
    SHADES[step(count, most)]
}

fn dark(count: u64, most: u64) -> bool {
    step(count, most) >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_in_the_middle_of_its_district() {
        let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0), (0.0, 0.0)];
        assert_eq!(centroid(&square), (8.0, (2.0, 1.0)));
        assert_eq!(centroid(&[(1.0, 1.0), (1.0, 1.0)]), (0.0, (1.0, 1.0)));
    }

    #[test]
    fn names_stay_inside_the_drawing() {
        for name in
            ["Eickel", "Röhlinghausen", "Industriegebiet am Rhein-Herne-Kanal und Umgebung", &"lang ".repeat(40)]
        {
            for at in [(0.0, 0.0), (WIDTH, 400.0), (400.0, 200.0), (795.0, 3.0)] {
                let DistrictLabel { place: (x, y), size } = DistrictLabel::new(name, at, 120.0, 400.0);
                let half = name.chars().count() as f64 * DistrictLabel::LETTER * size / 2.0;
                assert!(half > WIDTH / 2.0 || (x - half >= 0.0 && x + half <= WIDTH), "{name}: {x} ± {half}");
                assert!((28.0..=374.0).contains(&y) && size >= 9.0, "{name}: {y}");
            }
        }
        let narrow = DistrictLabel::new("Industriegebiet", (400.0, 200.0), 100.0, 400.0);
        assert!(narrow.size < DistrictLabel::new("Industriegebiet", (400.0, 200.0), 300.0, 400.0).size);
    }

    #[test]
    fn without_boundaries_every_district_has_a_box_of_its_own() {
        let districts: Vec<DistrictNo> = (0..7).map(DistrictNo).collect();
        let shapes = boxes(&districts);
        assert_eq!(shapes.iter().map(|shape| shape.no).collect::<Vec<_>>(), districts);
        let places: std::collections::BTreeSet<String> =
            shapes.iter().map(|shape| format!("{:?}", shape.middle)).collect();
        assert_eq!(places.len(), 7);
    }

    #[test]
    fn more_entries_are_never_lighter() {
        let steps: Vec<usize> = (0..=12).map(|count| step(count, 12)).collect();
        assert_eq!((steps[0], steps[1], steps[12]), (0, 1, 4));
        assert!(steps.is_sorted());
    }
}
