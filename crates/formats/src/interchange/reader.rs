//! Reads a directory file entry by entry: one entry is in memory at a time, whatever the size.

use std::{
    cell::RefCell,
    fmt,
    io::{self, Read},
    ops::ControlFlow,
};

use domain::Slug;
use messages::{Message, MessageArgument};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer as _, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;
use thiserror::Error;

use super::{
    actor_entry::ActorEntry,
    child_entries::{ChildEntry, EventEntry, OfferEntry},
    directory_entry::{Directory, DistrictEntry, LinkEntry, ProjectEntry, ThemeEntry},
    entry_reader,
    header::{FORMAT, PUBLIC_SCOPE, VERSION},
    invalid_entry::{InvalidEntry, PartialEntry},
};
use crate::{
    problem::{Place, Problem, Problems},
    source::{CheckedReader, LARGEST_ENTRY, MOST_LISTS, Progress, ReadRefusal},
};

/// The sections of a directory file, in the order in which they are written, and what only tables hold beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// `districts`
    Districts,
    /// `themes`
    Themes,
    /// `actors`
    Actors,
    /// `projects`
    Projects,
    /// `links`
    Links,
    /// Offers of any actor, in a table of their own.
    Offers,
    /// Events of any actor, in a table of their own.
    Events,
}

impl Section {
    /// Every section of a directory file.
    pub const ALL: &[Self] = &[Self::Districts, Self::Themes, Self::Actors, Self::Projects, Self::Links];

    /// The name in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Districts => "districts",
            Self::Themes => "themes",
            Self::Actors => "actors",
            Self::Projects => "projects",
            Self::Links => "links",
            Self::Offers => "offers",
            Self::Events => "events",
        }
    }
}

/// One entry of a directory file.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// From `districts`.
    District(Box<DistrictEntry>),
    /// From `themes`.
    Theme(Box<ThemeEntry>),
    /// From `actors`.
    Actor(Box<ActorEntry>),
    /// From `projects`.
    Project(Box<ProjectEntry>),
    /// From `links`.
    Link(Box<LinkEntry>),
    /// From a table of offers.
    Offer(Box<ChildEntry<OfferEntry>>),
    /// From a table of events.
    Event(Box<ChildEntry<EventEntry>>),
    /// An entry with problems.
    Invalid(InvalidEntry),
}

/// An entry with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// Where it stands in the file.
    pub place: Place,
    /// Place within its section, from 0.
    pub index: usize,
    /// The entry.
    pub entry: Entry,
}

/// What came of reading a file whose JSON is sound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// How many entries there were, refused ones included.
    pub entries: usize,
    /// Whether the taker stopped before the end.
    pub stopped: bool,
    /// Whether the file says that it was written for the public.
    pub is_public: bool,
}

/// Why a file cannot be read at all.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The bytes did not come.
    Io(#[source] io::Error),
    /// Not UTF-8.
    NotUtf8 {
        /// Line, from 1.
        line: u64,
        /// Byte, from 0.
        byte: u64,
    },
    /// Not JSON.
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// The end is missing.
    Truncated {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// An entry that would fill the memory.
    EntryTooLarge {
        /// Line, from 1.
        line: u64,
    },
    /// An entry of so many parts that it would fill the memory.
    TooManyLists {
        /// Line, from 1.
        line: u64,
    },
    /// Another format, or none.
    WrongFormat {
        /// What stands there, as JSON; `None` where nothing does.
        given: Option<String>,
    },
    /// Another version, or none.
    WrongScope {
        /// What stands there.
        given: String,
    },
    /// Another version.
    WrongVersion {
        /// What stands there, as JSON; `None` where nothing does.
        given: Option<String>,
    },
    /// A section nobody knows.
    UnknownSection {
        /// The name.
        given: String,
        /// Line, from 1.
        line: u64,
    },
    /// A section that stands twice.
    Repeated {
        /// The name.
        given: String,
        /// Line, from 1.
        line: u64,
    },
    /// A section that is no list, or a file that is no object.
    WrongShape {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// What was found and what is allowed.
        reason: Message,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl ReadError {
    /// Why.
    pub fn message(&self) -> Message {
        match self {
            Self::Io(_) => Message::new("file-unread"),
            Self::NotUtf8 { line, byte } => Message::new("file-not-utf8").with("line", *line).with("byte", *byte),
            Self::Syntax { line, column, reason } => Message::new("file-not-json")
                .with("line", *line)
                .with("column", *column)
                .with("reason", reason.as_str()),
            Self::Truncated { line, column } => {
                Message::new("file-cut-off").with("line", *line).with("column", *column)
            }
            Self::EntryTooLarge { line } => {
                Message::new("file-entry-too-large").with("line", *line).with("allowed", LARGEST_ENTRY)
            }
            Self::TooManyLists { line } => {
                Message::new("file-too-many-lists").with("line", *line).with("allowed", MOST_LISTS)
            }
            Self::WrongFormat { given: Some(given) } => {
                Message::new("file-format").with("given", given.as_str()).quote("allowed", FORMAT)
            }
            Self::WrongFormat { given: None } => Message::new("file-no-format").quote("allowed", FORMAT),
            Self::WrongScope { given } => {
                Message::new("file-scope").with("given", given.as_str()).quote("allowed", PUBLIC_SCOPE)
            }
            Self::WrongVersion { given: Some(given) } => {
                Message::new("file-version").with("given", given.as_str()).with("allowed", VERSION)
            }
            Self::WrongVersion { given: None } => Message::new("file-no-version").with("allowed", VERSION),
            Self::UnknownSection { given, line } => {
                let names = ["format", "version"].into_iter().chain(Section::ALL.iter().map(|section| section.name()));
                Message::new("file-unknown-section")
                    .with("line", *line)
                    .quote("given", given)
                    .with("allowed", names.collect::<MessageArgument>())
            }
            Self::Repeated { given, line } => Message::new("file-repeated").with("line", *line).quote("given", given),
            Self::WrongShape { line, column, reason } => Message::new("file-wrong-shape")
                .with("line", *line)
                .with("column", *column)
                .with("reason", reason.clone()),
        }
    }
}

/// Reads a directory file and hands every entry to `take`, in the order of the file.
///
/// Entries that cannot be read are handed on as [`Entry::Invalid`] with everything that is wrong, so
/// that one run shows all of it. `take` ends the reading with [`ControlFlow::Break`].
///
/// # Errors
/// [`ReadError`] when the file as a whole is no directory file; entries may have been taken before.
pub fn read<R: Read>(reader: R, take: impl FnMut(Located) -> ControlFlow<()>) -> Result<Reading, ReadError> {
    let source = CheckedReader::new(reader);
    let progress = source.progress();
    let state = RefCell::new(State { take, reading: Reading::default(), refusal: None });
    let mut json = serde_json::Deserializer::from_reader(source);
    let result = json.deserialize_any(DirectorySeed { state: &state, progress: &progress }).and_then(|()| json.end());
    let state = state.into_inner();
    if let Some(refusal) = state.refusal {
        return Err(refusal);
    }
    match result {
        Ok(()) => Ok(state.reading),
        Err(_) if state.reading.stopped => Ok(state.reading),
        Err(error) => Err(read_failure(error, &progress)),
    }
}

/// Reads a whole directory file into memory, for files known to be small.
///
/// # Errors
/// [`ReadError`] when the file as a whole is no directory file.
pub fn read_all<R: Read>(reader: R) -> Result<(Directory, Problems), ReadError> {
    let (mut all, mut problems) = (Directory::default(), Problems::default());
    read(reader, |located| {
        match located.entry {
            Entry::District(entry) => all.districts.push(*entry),
            Entry::Theme(entry) => all.themes.push(*entry),
            Entry::Actor(entry) => all.actors.push(*entry),
            Entry::Project(entry) => all.projects.push(*entry),
            Entry::Link(entry) => all.links.push(*entry),
            // They stand below actors in a directory file.
            Entry::Offer(_) | Entry::Event(_) => {}
            Entry::Invalid(refused) => refused.problems.into_iter().for_each(|problem| problems.add(problem)),
        }
        ControlFlow::Continue(())
    })?;
    Ok((all, problems))
}

pub(crate) fn read_failure(error: serde_json::Error, progress: &Progress) -> ReadError {
    match progress.refusal() {
        Some(ReadRefusal::NotUtf8 { line, byte }) => return ReadError::NotUtf8 { line, byte },
        Some(ReadRefusal::EntryTooLarge { line }) => return ReadError::EntryTooLarge { line },
        Some(ReadRefusal::TooManyLists { line }) => return ReadError::TooManyLists { line },
        None => {}
    }
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Io => ReadError::Io(error.into()),
        serde_json::error::Category::Eof => ReadError::Truncated { line, column },
        serde_json::error::Category::Syntax => ReadError::Syntax { line, column, reason: reason(&error) },
        serde_json::error::Category::Data => {
            let reason = reason(&error);
            let reason = Message::parse(&reason).unwrap_or_else(|| Message::verbatim(reason));
            ReadError::WrongShape { line, column, reason }
        }
    }
}

/// The parser's message without its place, which the error tells itself.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason).to_owned()
}

struct State<F> {
    take: F,
    reading: Reading,
    /// Why the file was refused by what stands in it; the parser's own error only carries it out.
    refusal: Option<ReadError>,
}

struct DirectorySeed<'a, F> {
    state: &'a RefCell<State<F>>,
    progress: &'a Progress,
}

impl<F> DirectorySeed<'_, F> {
    fn refuse<E: serde::de::Error>(&self, refusal: ReadError) -> E {
        self.state.borrow_mut().refusal = Some(refusal);
        E::custom("refused")
    }

    fn header<'de, A: MapAccess<'de>>(&self, map: &mut A, name: &str) -> Result<(), A::Error> {
        let value = map.next_value::<serde_json::Value>()?;
        let given = || value.to_string().chars().take(60).collect();
        match name {
            "format" if value != FORMAT => Err(self.refuse(ReadError::WrongFormat { given: Some(given()) })),
            "scope" if value != PUBLIC_SCOPE => Err(self.refuse(ReadError::WrongScope { given: given() })),
            "scope" => {
                self.state.borrow_mut().reading.is_public = true;
                Ok(())
            }
            "version" if value != VERSION => Err(self.refuse(ReadError::WrongVersion { given: Some(given()) })),
            _ => Ok(()),
        }
    }
}

impl<'de, F: FnMut(Located) -> ControlFlow<()>> Visitor<'de> for DirectorySeed<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with format, version and the sections")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen: Vec<String> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let line = self.progress.line();
            if seen.contains(&name) {
                return Err(self.refuse(ReadError::Repeated { given: name, line }));
            }
            match (name.as_str(), Section::ALL.iter().find(|section| section.name() == name)) {
                (_, Some(section)) => {
                    map.next_value_seed(SectionSeed { state: self.state, progress: self.progress, section: *section })?;
                }
                ("format" | "version" | "scope", _) => self.header(&mut map, &name)?,
                ("$schema", _) => {
                    map.next_value::<IgnoredAny>()?;
                }
                _ => {
                    let given = name.chars().take(60).collect();
                    return Err(self.refuse(ReadError::UnknownSection { given, line }));
                }
            }
            self.progress.start_entry();
            seen.push(name);
        }
        if !seen.iter().any(|name| name == "format") {
            return Err(self.refuse(ReadError::WrongFormat { given: None }));
        }
        if !seen.iter().any(|name| name == "version") {
            return Err(self.refuse(ReadError::WrongVersion { given: None }));
        }
        Ok(())
    }
}

/// The entries of one section.
struct SectionSeed<'a, F> {
    state: &'a RefCell<State<F>>,
    progress: &'a Progress,
    section: Section,
}

impl<F: FnMut(Located) -> ControlFlow<()>> SectionSeed<'_, F> {
    fn read(&self, text: &str, index: usize, line: u64) -> ControlFlow<()> {
        let mut state = self.state.borrow_mut();
        state.reading.entries += 1;
        let place = Place::entry(self.section.name(), index, Some(line)).with_row(state.reading.entries);
        let entry = match self.section {
            Section::Districts => one(text, &place, Entry::District),
            Section::Themes => one(text, &place, Entry::Theme),
            Section::Actors => one(text, &place, Entry::Actor),
            Section::Projects => one(text, &place, Entry::Project),
            Section::Links => one(text, &place, Entry::Link),
            // No section of a directory file goes by these names.
            Section::Offers | Section::Events => return ControlFlow::Continue(()),
        };
        let entry = entry.unwrap_or_else(|(problems, rest)| {
            let value = serde_json::from_str(text).unwrap_or_default();
            let (slug, is_slug_generated) = slug_of(&value);
            Entry::Invalid(InvalidEntry {
                section: self.section,
                problems,
                slug,
                name: name_of(&value),
                is_slug_generated,
                rest,
            })
        });
        (state.take)(Located { place, index, entry })
    }
}

/// The entry, or what is wrong with it and what is left of it.
fn one<T: DeserializeOwned>(
    text: &str,
    place: &Place,
    entry: impl Fn(Box<T>) -> Entry,
) -> Result<Entry, (Vec<Problem>, Option<PartialEntry>)> {
    entry_reader::read_entry(text, place).map(|read| entry(Box::new(read))).map_err(|refused| {
        let rest = refused.rest.map(|(rest, removed)| PartialEntry::new(entry(Box::new(rest)), removed));
        (refused.problems, rest)
    })
}

/// What people would call a refused entry: texts in German where there are several.
pub(crate) fn name_of(entry: &serde_json::Value) -> Option<String> {
    let names = ["/name", "/name/de", "/label/de", "/title/de"].into_iter();
    names.filter_map(|path| entry.pointer(path)?.as_str()).next().map(ToOwned::to_owned)
}

/// The slug a refused entry has or would have been given, and whether it is a made one. A slug that
/// cannot be read is taken for what it was probably meant to be.
pub(crate) fn slug_of(entry: &serde_json::Value) -> (Option<Slug>, bool) {
    if let Some(slug) = entry.get("slug") {
        let slug = slug.as_str().and_then(|slug| slug.parse().ok().or_else(|| Slug::from_name(slug)));
        return (slug, false);
    }
    let alternatives = entry.get("alternativeNames").and_then(serde_json::Value::as_array).into_iter().flatten();
    let mut names = entry.get("name").into_iter().chain(alternatives).filter_map(serde_json::Value::as_str);
    let name = entry.get("name").and_then(serde_json::Value::as_str);
    (names.find_map(Slug::from_name).or_else(|| Slug::from_any_script(name?)), true)
}

impl<'de, F: FnMut(Located) -> ControlFlow<()>> DeserializeSeed<'de> for SectionSeed<'_, F> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, F: FnMut(Located) -> ControlFlow<()>> Visitor<'de> for SectionSeed<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        for index in 0.. {
            self.progress.start_entry();
            let Some((line, text)) = entries.next_element_seed(WithLine(self.progress))? else { break };
            if self.read(text.get(), index, line).is_break() {
                self.state.borrow_mut().reading.stopped = true;
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

/// One entry as its text, with the line it starts on.
struct WithLine<'a>(&'a Progress);

impl<'de> DeserializeSeed<'de> for WithLine<'_> {
    type Value = (u64, Box<RawValue>);

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        // The parser has looked at the entry's first character, and at no more.
        let line = self.0.line();
        Ok((line, serde::Deserialize::deserialize(deserializer)?))
    }
}
