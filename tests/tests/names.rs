//! Definitions are the field's words: a type's name means one thing in the whole workspace, functions are called by what they
//! do, modules by what they hold.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use syn::{
    ImplItemFn, Item, ItemFn, ItemImpl, TraitItemFn,
    visit::{self, Visit},
};

/// Definitions of types that may stand in several places, and why.
const SHARED_TYPES: [(&str, &str); 4] = [
    ("Migration", "each step of the database is called so: its file tells it apart, as the library's own guide has it"),
    ("State", "what a hand-written reader or stream carries from step to step, private to its file"),
    ("Page", "a part of an ordered answer, by the store's keys and by the read model's positions; a page of the site"),
    ("Problem", "what is wrong with a field, and the same with its place in a file"),
];
/// Definitions that stand for one thing in two rooms: the contract's type and what it becomes, or an entry as a file has it and
/// as the read model does.
const TRANSLATED_TYPES: [&str; 10] = [
    "ActorEntry",
    "ActorFilter",
    "Boundary",
    "DistrictEntry",
    "EventFilter",
    "Geometry",
    "OfferFilter",
    "RowOutcome",
    "ThemeEntry",
    "Window",
];
/// The largest share of type definitions whose name is defined elsewhere too, in percent.
const LARGEST_SHARE: f64 = 8.0;
/// Pronouns and participles that say neither what a function does nor what it gives.
const EMPTY_WORDS: [&str; 29] = [
    "asked", "brought", "chosen", "done", "each", "found", "given", "gone", "heard", "held", "it", "kept", "known",
    "left", "made", "meant", "others", "said", "seen", "shown", "somebody", "taken", "that", "them", "these", "told",
    "whose", "wrong", "written",
];
/// Words that end like participles and are the field's: verbs, nouns, and what a state of nothing else is called.
const STANDARD_WORDS: [&str; 8] =
    ["elapsed", "escaped", "feed", "sorted", "succeed", "unauthenticated", "unlimited", "unused"];
/// Adverbs, which hold nothing.
const ADVERBS: [&str; 4] = ["apart", "lightly", "likely", "together"];

/// The types and functions that the sources define, tests left out.
#[derive(Default)]
struct Definitions {
    types: BTreeMap<String, Vec<PathBuf>>,
    functions: Vec<(String, PathBuf)>,
    file: PathBuf,
}

impl Definitions {
    fn add_type(&mut self, name: &syn::Ident) {
        self.types.entry(name.to_string()).or_default().push(self.file.clone());
    }

    fn add_function(&mut self, name: &syn::Ident) {
        self.functions.push((name.to_string(), self.file.clone()));
    }
}

impl<'ast> Visit<'ast> for Definitions {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Mod(module) if module.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) => return,
            Item::Struct(item) => self.add_type(&item.ident),
            Item::Enum(item) => self.add_type(&item.ident),
            Item::Union(item) => self.add_type(&item.ident),
            Item::Trait(item) => self.add_type(&item.ident),
            Item::Type(item) => self.add_type(&item.ident),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.add_function(&function.sig.ident);
        visit::visit_item_fn(self, function);
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        // What a trait of a library calls its functions is not ours to say.
        if item.trait_.is_none() {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        self.add_function(&function.sig.ident);
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.add_function(&function.sig.ident);
        visit::visit_impl_item_fn(self, function);
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let is_test = path.file_stem().is_some_and(|name| name == "tests" || name == "testing");
        if path.is_dir() && !is_test {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test {
            found.push(path);
        }
    }
}

fn read_definitions() -> Definitions {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut files = Vec::new();
    for member in fs::read_dir(root.join("crates")).expect("the crates") {
        let folder = member.expect("a crate").path().join("src");
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
    }
    sources(&root.join("migrations/src"), &mut files);
    assert!(files.len() > 300, "only {} sources were found", files.len());
    let mut definitions = Definitions::default();
    for file in files {
        let source = fs::read_to_string(&file).expect("a source");
        definitions.file = file.strip_prefix(root).expect("below the workspace").to_owned();
        definitions.visit_file(&syn::parse_file(&source).expect("Rust"));
    }
    definitions
}

/// Whether a name that is defined more than once has a reason for it.
fn is_explained(name: &str, places: &[PathBuf]) -> bool {
    let crates: BTreeSet<_> = places.iter().map(|place| place.iter().nth(1)).collect();
    let is_translated = TRANSLATED_TYPES.contains(&name) && places.len() == 2 && crates.len() == 2;
    is_translated || SHARED_TYPES.iter().any(|(known, _)| *known == name)
}

#[test]
fn a_type_name_means_one_thing() {
    let Definitions { types, .. } = read_definitions();
    let total: usize = types.values().map(Vec::len).sum();
    let shared: BTreeMap<_, _> = types.iter().filter(|(_, places)| places.len() > 1).collect();
    let count: usize = shared.values().map(|places| places.len()).sum();
    #[expect(clippy::cast_precision_loss, reason = "there are a few thousand types")]
    let share = 100.0 * count as f64 / total as f64;
    println!("{count} of {total} types share their name: {share:.1} %");
    let unexplained: BTreeMap<_, _> = shared.into_iter().filter(|(name, places)| !is_explained(name, places)).collect();
    assert!(unexplained.is_empty(), "defined more than once: {unexplained:#?}");
    assert!(share <= LARGEST_SHARE, "{share:.1} % of all types share their name");
    for name in SHARED_TYPES.iter().map(|(name, _)| *name).chain(TRANSLATED_TYPES) {
        assert!(types.get(name).is_some_and(|places| places.len() > 1), "{name} is defined once: it needs no reason");
    }
}

#[test]
fn functions_and_modules_are_called_by_what_they_do_and_hold() {
    let Definitions { functions, .. } = read_definitions();
    assert!(functions.len() > 2_000, "only {} functions were found", functions.len());
    let empty: Vec<_> = functions.iter().filter(|(name, _)| EMPTY_WORDS.contains(&name.as_str())).collect();
    assert!(empty.is_empty(), "named by participles or pronouns: {empty:#?}");
    let is_participle = |name: &str| name.ends_with("ed") && !name.contains('_') && !STANDARD_WORDS.contains(&name);
    let participles: Vec<_> = functions.iter().filter(|(name, _)| is_participle(name)).collect();
    assert!(participles.is_empty(), "named by regular participles: {participles:#?}");
    let adverbs: Vec<_> = functions
        .iter()
        .map(|(_, file)| file)
        .filter(|file| file.file_stem().is_some_and(|stem| ADVERBS.iter().any(|adverb| stem == *adverb)))
        .collect();
    assert!(adverbs.is_empty(), "modules named by adverbs: {adverbs:#?}");
}
