//! Files use each other in one direction: no circle is larger than three files, in any room.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

const ROOMS: [&str; 9] =
    ["messages", "domain", "store", "directory", "curation", "formats", "graphql", "web", "server"];
const LARGEST: usize = 3;

/// What `crates/README.md` lists in a section, up to the colon of each line.
fn listed(heading: &str) -> Vec<&'static str> {
    let map = include_str!("../../crates/README.md");
    let (_, section) = map.split_once(&format!("\n## {heading}\n")).expect("a section of the map");
    let section = section.split("\n## ").next().unwrap_or_default();
    section.lines().filter_map(|line| line.strip_prefix("- ")?.split(": ").next()).collect()
}

/// Types of the schema that name each other by nature; `crates/README.md` says which and why.
fn recursive_types() -> BTreeSet<String> {
    listed("Types that recurse").into_iter().map(|name| name.trim_matches('`').to_owned()).collect()
}

/// Where circles are still open, as the room and the folder in which most of their files lie, and how many files the
/// largest has.
fn known_circles() -> BTreeMap<&'static str, usize> {
    let lines = listed("Circles that are still open").into_iter();
    let read = |line: &'static str| {
        let (place, files) = line.split_once(", ").expect("a place and a number");
        let files = files.split(' ').next().and_then(|number| number.parse().ok()).expect("a number of files");
        (place.trim_matches('`'), files)
    };
    lines.map(read).collect()
}

/// The folder in which most files of a circle lie.
fn folder_of(room: &str, circle: &BTreeSet<String>) -> String {
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for name in circle {
        *folders.entry(name.split("::").next().unwrap_or_default()).or_default() += 1;
    }
    let folder = folders.into_iter().max_by_key(|(_, count)| *count).map(|(folder, _)| folder).unwrap_or_default();
    format!("{room}::{folder}")
}

/// The path of a module in its crate.
type Module = Vec<String>;

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

fn module_of(file: &Path, root: &Path) -> Module {
    let path = file.strip_prefix(root).expect("below the root").with_extension("");
    let mut module: Module = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|last| last == "mod" || last == "lib") {
        module.pop();
    }
    module
}

/// The paths that a tree of `use` names.
fn paths_of(tree: &str) -> Vec<String> {
    let Some((before, rest)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let rest = rest.rsplit_once('}').map_or(rest, |(inside, _)| inside);
    let (mut depth, mut start, mut paths) = (0, 0, Vec::new());
    for (at, sign) in rest.char_indices().chain([(rest.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let inner = paths_of(&rest[start..at]);
                paths.extend(
                    inner.iter().filter(|path| !path.is_empty()).map(|path| format!("{}{path}", before.trim())),
                );
                start = at + 1;
            }
            _ => {}
        }
    }
    paths
}

/// The lines of a source in which `super` of a module that stands in the file is the file itself.
fn without_inline_modules(source: &str) -> Vec<String> {
    let mut is_inline = false;
    let lines = source.lines().map(|line| {
        if !line.starts_with([' ', '}']) && !line.is_empty() {
            is_inline = line.split_once("mod ").is_some_and(|(_, name)| name.ends_with('{')) && !line.contains("fn ");
        }
        if is_inline && line.trim_start().starts_with("use super::") {
            line.replacen("super::", "self::", 1)
        } else {
            line.to_owned()
        }
    });
    lines.collect()
}

/// The modules that a source uses, of those that there are.
fn used(source: &str, module: &Module, modules: &BTreeSet<Module>) -> BTreeSet<Module> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = without_inline_modules(source)
        .iter()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join(" ");
    let of_use =
        code.split("use ").skip(1).filter_map(|rest| rest.split_once(';')).flat_map(|(tree, _)| paths_of(tree));
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    // What ends in a colon is the beginning of a tree.
    let child = |name: &str| [module.as_slice(), &[name.to_owned()]].concat();
    let inline = code.split(|c| !is_path(c)).filter(|word| {
        let begin = word.split_once("::").map_or("", |(begin, _)| begin);
        !word.ends_with(':') && (["crate", "super"].contains(&begin) || modules.contains(&child(begin)))
    });
    let absolute = |path: String| {
        let mut parts = path.split("::").map(|part| part.trim().to_owned()).peekable();
        let mut place = match parts.peek().map(String::as_str) {
            Some("crate") => parts.next().map(|_| Vec::new())?,
            Some("self") => parts.next().map(|_| module.clone())?,
            Some("super") => module.clone(),
            Some(name) if modules.contains(&child(name)) => module.clone(),
            _ => return None,
        };
        while parts.next_if(|part| part == "super").is_some() {
            place.pop();
        }
        place.extend(parts.filter(|part| part != "self"));
        (1..=place.len()).rev().map(|length| place[..length].to_vec()).find(|place| modules.contains(place))
    };
    of_use.chain(inline.map(str::to_owned)).filter_map(absolute).filter(|other| other != module).collect()
}

/// What can be reached from a module.
fn reached<'a>(from: &'a Module, arrows: &'a BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<&'a Module> {
    let (mut seen, mut waiting) = (BTreeSet::new(), vec![from]);
    while let Some(module) = waiting.pop() {
        for next in &arrows[module] {
            if seen.insert(next) {
                waiting.push(next);
            }
        }
    }
    seen
}

/// What each file of a room uses.
fn arrows_of(room: &str) -> BTreeMap<Module, BTreeSet<Module>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates").join(room).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let modules: BTreeSet<Module> = files.iter().map(|file| module_of(file, &root)).collect();
    let arrows = files.iter().map(|file| {
        let module = module_of(file, &root);
        let uses = used(&fs::read_to_string(file).expect("a source"), &module, &modules);
        (module, uses)
    });
    arrows.collect()
}

/// The modules that lead to a module and that it leads to; only itself where it stands in no circle.
fn circle<'a>(module: &'a Module, arrows: &'a BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<&'a Module> {
    reached(module, arrows)
        .into_iter()
        .filter(|other| reached(other, arrows).contains(module))
        .chain([module])
        .collect()
}

#[test]
fn no_circle_of_files_is_larger_than_three() {
    let recursive = recursive_types();
    let known = known_circles();
    let (mut met, mut open) = (BTreeSet::new(), BTreeSet::new());
    for room in ROOMS {
        let arrows = arrows_of(room);
        assert!(arrows.values().any(|uses| !uses.is_empty()), "the arrows are not seen: {arrows:?}");
        for module in arrows.keys() {
            let circle: BTreeSet<String> = circle(module, &arrows).iter().map(|module| module.join("::")).collect();
            if circle.len() <= LARGEST {
                continue;
            }
            if circle.is_subset(&recursive) {
                met.extend(circle);
                continue;
            }
            let folder = folder_of(room, &circle);
            let allowed = known.get(folder.as_str()).copied().unwrap_or(LARGEST);
            assert!(
                circle.len() <= allowed,
                "{} stands in a circle of {}: {circle:?}",
                module.join("::"),
                circle.len()
            );
            open.insert(folder);
        }
    }
    assert_eq!(met, recursive, "what crates/README.md says of types that recurse is not so");
    let opened: Vec<_> = known.keys().filter(|folder| !open.contains(**folder)).collect();
    assert!(opened.is_empty(), "have no circle any more, and no longer to stand in crates/README.md: {opened:?}");
}

#[test]
fn every_way_to_use_a_module_is_seen() {
    let module = |path: &str| -> Module { path.split("::").map(str::to_owned).collect() };
    let modules = ["a", "a::b", "a::b::g", "a::c", "d", "e::f"].map(module).into_iter().collect();
    for (source, uses) in [
        ("use crate::{a::{c::X, self}, d};", vec!["a", "a::c", "d"]),
        ("use super::c::{X, Y};", vec!["a::c"]),
        ("use super::{c::X};", vec!["a::c"]),
        ("fn x() { crate::e::f::y() }", vec!["e::f"]),
        ("use super::*;\n#[cfg(test)]\nmod tests { use crate::d; }", vec!["a"]),
        ("// use crate::d;\nuse std::fmt;", vec![]),
        ("mod m {\n    use super::*;\n}\npub(super) mod n {\n    use super::X;\n}\nuse super::c;", vec!["a::c"]),
        ("pub(crate) use g::{X, Y};\nfn x() { g::y(std::mem::take(z)) }", vec!["a::b::g"]),
    ] {
        let expected: BTreeSet<Module> = uses.into_iter().map(module).collect();
        assert_eq!(used(source, &module("a::b"), &modules), expected, "{source}");
    }
}
