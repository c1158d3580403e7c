//! The demo directory: fictional organisations in the real quarters of Herne, drawn schematically.
//!
//! - `crates/server/demo/` holds the data: `themes.csv`, `districts.csv` and `herne-demo.json`, a file
//!   of the directory format without its districts and themes; its README tells what is left out on
//!   purpose
//! - [`districts`] draws the schematic boundaries
//! - [`generate`] makes directories of any size for measurements
//!
//! To add an actor, write it into `herne-demo.json`; the tests here say what does not fit. To add a
//! language to the theme labels, add a column to `themes.csv` whose head is the language tag.

pub mod districts;
pub mod generate;
#[cfg(test)]
mod tests;

use domain::{Language, LocalisedText, Slug, vocabulary::FieldOfAction};
use formats::interchange::{ActorEntry, Directory, FORMAT, LinkEntry, ProjectEntry, ThemeEntry, VERSION};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// What the demo directory is called, by language.
const TITLES: [(&str, &str); 7] = [
    ("de", "Brücke – Demo-Verzeichnis (fiktiv)"),
    ("en", "Brücke – demo directory (fictional)"),
    ("tr", "Brücke – örnek dizin (kurgu)"),
    ("ar", "Brücke – دليل تجريبي (خيالي)"),
    ("uk", "Brücke – демонстраційний каталог (вигаданий)"),
    ("ro", "Brücke – ghid demonstrativ (fictiv)"),
    ("pl", "Brücke – katalog demonstracyjny (fikcyjny)"),
];

const ENTRIES: &str = include_str!("../../demo/herne-demo.json");
const THEMES: &str = include_str!("../../demo/themes.csv");

/// The sections of `herne-demo.json`, as they stand there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sections<'a> {
    #[serde(rename = "format")]
    _format: &'a str,
    #[serde(rename = "version")]
    _version: u64,
    #[serde(borrow)]
    actors: &'a RawValue,
    #[serde(borrow)]
    projects: &'a RawValue,
    #[serde(borrow)]
    links: &'a RawValue,
}

/// A whole file of the directory format.
#[derive(Serialize)]
struct DemoFile<'a> {
    format: &'a str,
    version: u64,
    districts: &'a [formats::interchange::DistrictEntry],
    themes: &'a [ThemeEntry],
    actors: &'a RawValue,
    projects: &'a RawValue,
    links: &'a RawValue,
}

fn sections() -> Sections<'static> {
    serde_json::from_str(ENTRIES).expect("the embedded demo is read by a test")
}

/// The title in the languages of the pages.
pub fn title() -> LocalisedText {
    let titles = TITLES.iter().filter_map(|(tag, title)| Some((tag.parse().ok()?, (*title).to_owned())));
    titles.collect()
}

/// The demo directory as one file of the directory format, ready for the import.
pub fn json() -> Vec<u8> {
    let sections = sections();
    let file = DemoFile {
        format: FORMAT,
        version: VERSION,
        districts: &districts::entries(),
        themes: &themes(),
        actors: sections.actors,
        projects: sections.projects,
        links: sections.links,
    };
    serde_json::to_vec(&file).expect("entries of the directory format are always writable")
}

/// The demo directory as entries of the directory format.
pub fn document() -> Directory {
    fn read<E: serde::de::DeserializeOwned>(section: &RawValue) -> Vec<E> {
        serde_json::from_str(section.get()).expect("the embedded demo is read by a test")
    }
    let sections = sections();
    Directory {
        districts: districts::entries(),
        themes: themes(),
        actors: read::<ActorEntry>(sections.actors),
        projects: read::<ProjectEntry>(sections.projects),
        links: read::<LinkEntry>(sections.links),
    }
}

/// The themes of `themes.csv`: the columns `slug`, `parent` and `fields_of_action`, every other
/// column a language of the label.
pub fn themes() -> Vec<ThemeEntry> {
    let mut table = csv::Reader::from_reader(THEMES.as_bytes());
    let heads = table.headers().expect("the embedded table has a head").clone();
    table
        .records()
        .map(|row| {
            let row = row.expect("the embedded table is read by a test");
            theme(heads.iter().zip(row.iter()))
        })
        .collect()
}

fn theme<'a>(cells: impl Iterator<Item = (&'a str, &'a str)>) -> ThemeEntry {
    let (mut own, mut parent, mut fields, mut label) = ("", None, Vec::new(), LocalisedText::default());
    for (head, cell) in cells {
        match head {
            "slug" => own = cell,
            "parent" => parent = (!cell.is_empty()).then(|| slug(cell)),
            "fields_of_action" => fields = cell.split(';').map(field_of_action).collect(),
            _ if cell.is_empty() => {}
            tag => label = label.with(language(tag), cell),
        }
    }
    ThemeEntry {
        id: None,
        created_at: None,
        slug: slug(own),
        former_slugs: Vec::new(),
        parent,
        label,
        alternative_labels: Vec::new(),
        fields_of_action: fields,
        replaced_by: None,
    }
}

fn slug(text: &str) -> Slug {
    text.parse().expect("the slugs of the demo are read by a test")
}

fn language(tag: &str) -> Language {
    tag.parse().expect("the languages of the demo are read by a test")
}

fn field_of_action(word: &str) -> FieldOfAction {
    word.parse().expect("the fields of action of the demo are read by a test")
}
