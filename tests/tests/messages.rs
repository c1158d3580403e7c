//! Sentences stand in the catalogues of `messages`: every one that code makes is there with its arguments, every one that
//! is there is made, and no German stands in the code.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use messages::{LANGUAGES, SOURCES};

const CRATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates");

/// Where German stands in the code, each with its reason; the list may only shrink.
const GERMAN_IN_CODE: &[(&str, &str)] = &[
    ("server/src/demo", "the invented directory is German"),
    ("directory/src/settings.rs", "what a directory says of itself where nothing is configured, in every language"),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The sources of all rooms, by their path below `crates`, without tests.
fn rooms() -> Vec<(String, String)> {
    let root = Path::new(CRATES);
    let mut files = Vec::new();
    for room in fs::read_dir(root).expect("the rooms").map(|room| room.expect("a room").path().join("src")) {
        if room.is_dir() {
            sources(&room, &mut files);
        }
    }
    let read = |file: PathBuf| {
        let name = file.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/");
        let is_test = name.contains("/tests/") || name.ends_with("/tests.rs") || name.contains("/testing");
        let text = fs::read_to_string(&file).expect("a source");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n");
        (!is_test).then_some((name, code))
    };
    files.into_iter().filter_map(read).collect()
}

/// What stands between a parenthesis and its end, and what comes behind.
fn parentheses(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('(')?;
    let (mut depth, mut is_quoted, mut is_escaped) = (1_u32, false, false);
    for (at, c) in inside.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&inside[..at], &inside[at + 1..]));
        }
    }
    None
}

/// The messages that a source makes, with the names of their arguments, which follow at once.
fn messages(code: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("Message::new(\"") {
        let Some((key, mut rest)) = parentheses(&code[at + "Message::new".len()..]) else { continue };
        let mut arguments = BTreeSet::new();
        loop {
            rest = rest.trim_start();
            let call = [".with", ".quote_all", ".quote"].iter().find_map(|call| rest.strip_prefix(call));
            let Some((inside, behind)) = call.and_then(parentheses) else { break };
            let name = inside.trim_start().strip_prefix('"').and_then(|name| name.split('"').next());
            arguments.extend(name.map(str::to_owned));
            rest = behind;
        }
        found.push((key.trim_matches('"').to_owned(), arguments));
    }
    found
}

/// The sentences of a catalogue with the names of their arguments.
fn sentences(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut sentences = BTreeMap::<String, BTreeSet<String>>::new();
    let mut key = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            name.clone_into(&mut key);
            sentences.entry(key.clone()).or_default();
        }
        let names = line.split('$').skip(1).map(|rest| rest.split([' ', '}']).next().unwrap_or_default().to_owned());
        if let Some(arguments) = sentences.get_mut(&key) {
            arguments.extend(names);
        }
    }
    sentences
}

#[test]
fn every_message_has_its_sentence_and_every_sentence_its_message() {
    let catalogue = sentences(SOURCES[0]);
    let mut made = BTreeSet::new();
    for (file, code) in rooms() {
        for (key, arguments) in messages(&code) {
            let expected = catalogue.get(&key).unwrap_or_else(|| panic!("{file}: no language has {key}"));
            assert_eq!(&arguments, expected, "{file}: {key} is given other arguments than its sentence holds");
            made.insert(key);
        }
    }
    let unused: Vec<_> = catalogue.keys().filter(|key| !made.contains(*key)).collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
    assert!(made.len() > 150 && LANGUAGES.len() == 7, "{}", made.len());
}

#[test]
fn messages_in_a_source_are_recognised() {
    let code =
        r#"Message::new("a-b").with("one", f("x)", 2)).quote("two", &x).quote_all("three", x), Message::new("c")"#;
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(messages(code), [("a-b".to_owned(), names(&["one", "three", "two"])), ("c".to_owned(), names(&[]))]);
    let catalogue = sentences("# a\na-b = { $one ->\n    [x] y\n   *[z] { $two }\n} b\nc = d\n");
    assert_eq!(catalogue["a-b"], names(&["one", "two"]));
    assert_eq!(catalogue["c"], names(&[]));
}

/// Words that stand in German sentences and in no English or other one.
const GERMAN_WORDS: &[&str] = &[
    "und",
    "oder",
    "ist",
    "sind",
    "nicht",
    "kein",
    "keine",
    "bitte",
    "Bitte",
    "erlaubt",
    "wird",
    "werden",
    "wurde",
    "das",
    "dem",
    "den",
    "der",
    "die",
    "eine",
    "einer",
    "nur",
    "schon",
    "noch",
    "mit",
    "für",
    "zu",
    "höchstens",
    "mindestens",
    "Zeile",
    "Spalte",
    "fehlt",
];

/// The texts in quotation marks of a source that are German sentences.
fn german_sentences(code: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        let behind = &rest[start + 1..];
        // A character in its own quotation marks.
        if rest[..start].ends_with('\'') && behind.starts_with('\'') {
            rest = &behind[1..];
            continue;
        }
        let mut is_escaped = false;
        let end = behind.char_indices().find(|(_, c)| {
            let ends = *c == '"' && !is_escaped;
            is_escaped = *c == '\\' && !is_escaped;
            ends
        });
        let Some((end, _)) = end else { break };
        texts.push(&behind[..end]);
        rest = &behind[end + 1..];
    }
    let is_german = |text: &&str| {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        words.len() >= 3 && words.iter().filter(|word| GERMAN_WORDS.contains(word)).count() >= 2
    };
    texts.into_iter().filter(is_german).map(str::to_owned).collect()
}

#[test]
fn no_german_sentence_stands_in_the_code() {
    let (mut wrong, mut needed) = (Vec::new(), BTreeSet::new());
    for (file, code) in rooms() {
        let found = german_sentences(&code);
        if found.is_empty() {
            continue;
        }
        match GERMAN_IN_CODE.iter().find(|(start, _)| file.starts_with(start)) {
            Some((start, _)) => {
                needed.insert(*start);
            }
            None => wrong.push(format!("{file}: {found:?}")),
        }
    }
    assert!(wrong.is_empty(), "sentences belong into the catalogues of `messages`:\n{}", wrong.join("\n"));
    let done: Vec<_> = GERMAN_IN_CODE.iter().filter(|(start, _)| !needed.contains(start)).collect();
    assert!(done.is_empty(), "these need no exception any more: {done:?}");
}

#[test]
fn a_german_sentence_is_recognised() {
    assert_eq!(german_sentences(r#"f("ist kein Tag: erlaubt ist JJJJ"); g("is no day"); h('"', "x")"#).len(), 1);
}
