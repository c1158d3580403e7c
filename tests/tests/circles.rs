//! Files of the server's edge and of its tasks use each other in one direction: no circle is larger than three files.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Folders of the server that are looked at; what they use of the rest may lead back.
const FOLDERS: [&str; 2] = ["http", "tasks"];
const LARGEST: usize = 3;

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

/// The modules that a source uses, of those that there are.
fn used(source: &str, module: &Module, modules: &BTreeSet<Module>) -> BTreeSet<Module> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String =
        source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join(" ");
    let of_use =
        code.split("use ").skip(1).filter_map(|rest| rest.split_once(';')).flat_map(|(tree, _)| paths_of(tree));
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    // What ends in a colon is the beginning of a tree.
    let inline = code
        .split(|c| !is_path(c))
        .filter(|word| !word.ends_with(':') && (word.starts_with("crate::") || word.starts_with("super::")));
    let absolute = |path: String| {
        let mut parts = path.split("::").map(|part| part.trim().to_owned()).peekable();
        let mut place = match parts.peek().map(String::as_str) {
            Some("crate") => parts.next().map(|_| Vec::new())?,
            Some("self") => parts.next().map(|_| module.clone())?,
            Some("super") => module.clone(),
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

#[test]
fn no_circle_of_files_is_larger_than_three() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/server/src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let modules: BTreeSet<Module> = files.iter().map(|file| module_of(file, &root)).collect();
    let arrows: BTreeMap<Module, BTreeSet<Module>> = files
        .iter()
        .map(|file| {
            let module = module_of(file, &root);
            let uses = used(&fs::read_to_string(file).expect("a source"), &module, &modules);
            (module, uses)
        })
        .collect();
    let state = ["http", "state"].map(str::to_owned).to_vec();
    assert!(arrows[&state].len() > 5, "the arrows are not seen: {:?}", arrows[&state]);
    for module in modules.iter().filter(|module| module.first().is_some_and(|room| FOLDERS.contains(&room.as_str()))) {
        let circle: Vec<_> =
            reached(module, &arrows).into_iter().filter(|other| reached(other, &arrows).contains(module)).collect();
        assert!(circle.len() <= LARGEST, "{} stands in a circle of {circle:?}", module.join("::"));
    }
}

#[test]
fn every_way_to_use_a_module_is_seen() {
    let module = |path: &str| -> Module { path.split("::").map(str::to_owned).collect() };
    let modules = ["a", "a::b", "a::c", "d", "e::f"].map(module).into_iter().collect();
    for (source, uses) in [
        ("use crate::{a::{c::X, self}, d};", vec!["a", "a::c", "d"]),
        ("use super::c::{X, Y};", vec!["a::c"]),
        ("use super::{c::X};", vec!["a::c"]),
        ("fn x() { crate::e::f::y() }", vec!["e::f"]),
        ("use super::*;\n#[cfg(test)]\nmod tests { use crate::d; }", vec!["a"]),
        ("// use crate::d;\nuse std::fmt;", vec![]),
    ] {
        let expected: BTreeSet<Module> = uses.into_iter().map(module).collect();
        assert_eq!(used(source, &module("a::b"), &modules), expected, "{source}");
    }
}
