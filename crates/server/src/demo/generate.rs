//! Makes directories of any size for measurements: as mixed as a real one, and wholly invented.
//!
//! Everything about an actor follows from the seed and its number alone, so the same size and seed
//! give the same bytes, a link knows the slug of an actor that is not in memory any more, and memory
//! does not grow with the size. Entries carry no ids: the import makes them, and finds them again by
//! slug.

mod actor;
mod words;

use std::io::{self, BufWriter, Write};

use chrono::{Days, NaiveDate};
use domain::{
    Confirmations, Language, LocalisedText, OpeningHours, Recurrence, Slug,
    language::KNOWN,
    vocabulary::{LinkKind, LinkStatus},
};
use formats::interchange::{FORMAT, LinkEntry, ProjectEntry, VERSION};
use geo::{BoundingRect, MultiPolygon, Rect};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

use super::{districts, language, slug, themes};

/// The largest directory that is made.
pub const LARGEST: u32 = 1_000_000;

/// Streams of random numbers: one per actor and one per actor's links, apart from each other.
const LINKS: u64 = 1 << 40;
const PROJECTS: u64 = 1 << 41;

/// Writes a directory of `size` actors in the directory format.
///
/// About 85 of 100 actors are organisations; each has about one offer and starts about one and a
/// half links. Three of 100 are drafts or archived, one of 200 has a hidden place.
///
/// # Errors
/// What `out` refuses.
pub fn generate(size: u32, seed: u64, out: impl Write) -> io::Result<()> {
    let world = World::new(seed);
    let mut out = BufWriter::with_capacity(1 << 20, out);
    write!(out, "{{\"format\":\"{FORMAT}\",\"version\":{VERSION}")?;
    section(&mut out, "districts", districts::entries())?;
    section(&mut out, "themes", themes())?;
    section(&mut out, "actors", (0..size).map(|number| world.actor(number)))?;
    section(&mut out, "projects", (0..size / 200).map(|number| world.project(number, size)))?;
    section(&mut out, "links", (1..size).flat_map(|number| world.links(number)))?;
    out.write_all(b"\n}\n")?;
    out.flush()
}

fn section<E: Serialize>(out: &mut impl Write, name: &str, entries: impl IntoIterator<Item = E>) -> io::Result<()> {
    write!(out, ",\n\"{name}\":[")?;
    for (at, entry) in entries.into_iter().enumerate() {
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &entry)?;
    }
    out.write_all(b"]")
}

/// What all actors are made of, read once.
struct World {
    dice: ChaCha8Rng,
    quarters: Vec<Quarter>,
    weight: u32,
    themes: Vec<DemoTheme>,
    languages: Vec<Language>,
    hours: Vec<OpeningHours>,
    repeats: Vec<(Recurrence, NaiveDate)>,
}

struct Quarter {
    slug: Slug,
    name: String,
    boundary: MultiPolygon<f64>,
    bounds: Rect<f64>,
    weight: u32,
}

struct DemoTheme {
    slug: Slug,
    label: String,
}

/// An actor's name, which is all that others need to know of it.
struct Name {
    stem: String,
    number: u32,
}

impl Name {
    fn slug(&self) -> Slug {
        slug(&format!("{}-{}", self.stem.to_ascii_lowercase(), self.number + 1))
    }
}

impl World {
    fn new(seed: u64) -> Self {
        let quarters: Vec<_> = districts::entries().into_iter().filter_map(quarter).collect();
        let label = |label: &LocalisedText| label.get("de").unwrap_or_default().to_owned();
        Self {
            dice: ChaCha8Rng::seed_from_u64(seed),
            weight: quarters.iter().map(|quarter| quarter.weight).sum(),
            quarters,
            themes: themes()
                .into_iter()
                .map(|theme| DemoTheme { label: label(&theme.label), slug: theme.slug })
                .collect(),
            languages: KNOWN.iter().map(|known| language(known.tag)).filter(|tag| tag.primary() != "de").collect(),
            hours: words::HOURS.iter().map(|hours| hours.parse().expect("read by a test")).collect(),
            repeats: words::REPEATS
                .iter()
                .map(|(rule, first)| (Recurrence::parse(rule).expect("read by a test"), day(first)))
                .collect(),
        }
    }

    /// The random numbers of one stream, from their beginning.
    fn stream(&self, stream: u64) -> ChaCha8Rng {
        let mut dice = self.dice.clone();
        dice.set_stream(stream);
        dice
    }

    /// The name of an actor; these are the first numbers of its stream.
    fn name(&self, number: u32, dice: &mut ChaCha8Rng) -> Name {
        Name { stem: format!("{}{}", pick(dice, &words::FIRST), pick(dice, &words::SECOND)), number }
    }

    fn slug_of(&self, number: u32) -> Slug {
        self.name(number, &mut self.stream(u64::from(number))).slug()
    }

    /// The links that an actor starts, on average one and a half, each to an actor before it, so
    /// that no pair is linked twice. Every third goes to one of the first two of a hundred, as
    /// umbrellas and offices are linked far more often than others.
    fn links(&self, number: u32) -> Vec<LinkEntry> {
        let dice = &mut self.stream(LINKS + u64::from(number));
        let count = [0, 1, 1, 2, 2, 3][dice.random_range(0..6)].min(number);
        let mut ends: Vec<u32> = Vec::new();
        while ends.len() < count as usize {
            let hub = dice.random_bool(1.0 / 3.0);
            let end = dice.random_range(0..if hub { number.div_ceil(50).max(count) } else { number });
            if !ends.contains(&end) {
                ends.push(end);
            }
        }
        ends.into_iter().map(|end| self.link(dice, number, end)).collect()
    }

    fn link(&self, dice: &mut ChaCha8Rng, number: u32, end: u32) -> LinkEntry {
        let kind = if dice.random_bool(0.5) { LinkKind::CooperatesWith } else { *pick(dice, LinkKind::ALL) };
        let mut link = LinkEntry::new(self.slug_of(number), self.slug_of(end), kind);
        let since = day("2016-01-01") + Days::new(dice.random_range(0..3_900));
        link.status = LinkStatus::Active;
        link.since = Some(since);
        link.confirmations = Confirmations {
            from: Some(since + Days::new(dice.random_range(0..30))),
            to: Some(since + Days::new(dice.random_range(0..60))),
        };
        if dice.random_bool(0.5) {
            link.themes = vec![pick(dice, &self.themes).slug.clone()];
        }
        link
    }

    fn project(&self, number: u32, size: u32) -> ProjectEntry {
        let dice = &mut self.stream(PROJECTS + u64::from(number));
        let mut actors: Vec<Slug> = Vec::new();
        for _ in 0..3 {
            let actor = self.slug_of(dice.random_range(0..size));
            if !actors.contains(&actor) {
                actors.push(actor);
            }
        }
        let theme = pick(dice, &self.themes);
        let title = format!("Projekt {} {}: {}", pick(dice, &words::FIRST), number + 1, theme.label);
        let mut project = ProjectEntry::new(LocalisedText::german(title), actors);
        project.themes = vec![theme.slug.clone()];
        project.since = Some(day("2024-01-01") + Days::new(dice.random_range(0..900)));
        project
    }
}

fn quarter(entry: formats::interchange::DistrictEntry) -> Option<Quarter> {
    let quarter = entry.level == domain::DistrictLevel::Quarter;
    let boundary = entry.boundary.filter(|_| quarter)?.into_polygons();
    let weight = words::WEIGHTS.iter().find(|(slug, _)| *slug == entry.slug.as_str()).map_or(10, |(_, w)| *w);
    Some(Quarter {
        name: entry.name.get("de").unwrap_or_default().to_owned(),
        bounds: boundary.bounding_rect()?,
        slug: entry.slug,
        boundary,
        weight,
    })
}

fn pick<'a, T>(dice: &mut ChaCha8Rng, list: &'a [T]) -> &'a T {
    &list[dice.random_range(0..list.len())]
}

/// A number below `limit`, small ones more often: the lesser of two throws.
fn skewed_index(dice: &mut ChaCha8Rng, limit: usize) -> usize {
    dice.random_range(0..limit).min(dice.random_range(0..limit))
}

/// One to `most` different words.
fn some<T: Copy + PartialEq>(dice: &mut ChaCha8Rng, words: &[T], most: usize) -> Vec<T> {
    let mut chosen = vec![*pick(dice, words)];
    for _ in 1..dice.random_range(1..=most) {
        let word = *pick(dice, words);
        if !chosen.contains(&word) {
            chosen.push(word);
        }
    }
    chosen
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the days in this file are days")
}
