//! The arrows between crates are those of `crates/README.md` and no other; what a database answers is read by the
//! names of its columns; and one file alone knows what async-graphql hides.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use cargo_metadata::MetadataCommand;

type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Reads the table's first and last column: the words in back ticks.
fn listed() -> Arrows {
    let map = include_str!("../../crates/README.md");
    let words = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    map.lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            let room = words(cells[0]).remove(0);
            (room, words(cells[cells.len() - 1]).into_iter().collect())
        })
        .collect()
}

fn real() -> Arrows {
    let metadata = MetadataCommand::new()
        .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo metadata");
    let rooms: BTreeSet<String> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    let arrows = |package: &cargo_metadata::Package| {
        package
            .dependencies
            .iter()
            .map(|dependency| dependency.name.clone())
            .filter(|name| rooms.contains(name) && *name != *package.name)
            .collect()
    };
    metadata.packages.iter().map(|package| (package.name.to_string(), arrows(package))).collect()
}

#[test]
fn every_arrow_between_crates_is_listed_in_the_map() {
    let (listed, real) = (listed(), real());
    assert_eq!(
        listed.keys().collect::<Vec<_>>(),
        real.keys().collect::<Vec<_>>(),
        "the map in crates/README.md names other rooms than the workspace has"
    );
    for (room, arrows) in &real {
        let unlisted: Vec<_> = arrows.difference(&listed[room]).collect();
        assert!(unlisted.is_empty(), "{room} uses {unlisted:?}, which crates/README.md does not allow");
    }
}

#[test]
fn the_read_model_does_not_know_the_store_and_the_schema_knows_no_database() {
    let listed = listed();
    assert!(!listed["directory"].contains("store"));
    assert!(!listed["graphql"].contains("store"));
    assert!(listed["messages"].is_empty() && listed["migrations"].is_empty());
    assert_eq!(listed["domain"], BTreeSet::from(["messages".to_owned()]));
}

/// Where a name becomes the place of a column.
const ROWS: &str = "crates/store/src/rows.rs";

/// What in a source reads a column by its number, or reads what is missing as null; `None` where nothing does.
fn column_by_number(source: &str) -> Option<String> {
    let compact: String = source.split_whitespace().collect();
    let read = compact.match_indices(".try_get").map(|(at, _)| &compact[at..]).find(|call| {
        let arguments = call.split_once('(').map_or("", |(_, arguments)| arguments);
        call.starts_with(".try_get_many") || !arguments.starts_with('"')
    });
    let helper = compact.match_indices("QueryResult,").map(|(at, _)| &compact[at..]).find(|parameters| {
        let next = parameters.split([',', ')']).nth(1).unwrap_or_default();
        next.ends_with(":usize")
    });
    // Tuples are filled in the order of the columns.
    let tuple = compact.find("query_as").map(|at| &compact[at..]);
    let everything = ["SELECT *", "SELECT t.*"].iter().find_map(|all| source.find(all)).map(|at| &source[at..]);
    let mut orders = ["ORDER BY ", "GROUP BY "].iter().flat_map(|words| source.match_indices(words));
    let order = orders
        .find(|(at, words)| source[at + words.len()..].starts_with(|c: char| c.is_ascii_digit()))
        .map(|(at, _)| &source[at..]);
    // The derived reader takes a column that is not there for null.
    let optional = compact.split("FromQueryResult").skip(1).find(|rest| {
        let Some((derives, fields)) = rest.split_once(")]") else { return false };
        let fields = fields.split('}').next().unwrap_or_default();
        !derives.contains(['}', ';']) && fields.contains(":Option<")
    });
    let found = read.or(helper).or(tuple).or(everything).or(order).or(optional)?;
    Some(found.chars().take(60).collect())
}

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

/// The sources of all rooms, below a folder.
fn sources_of_rooms(root: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for room in fs::read_dir(root.join("crates")).expect("the rooms").map(|room| room.expect("a room").path()) {
        if room.is_dir() {
            sources(&room.join("src"), &mut files);
        }
    }
    files
}

#[test]
fn no_column_is_read_by_its_number() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = sources_of_rooms(&root);
    sources(&root.join("migrations"), &mut files);
    assert!(files.contains(&root.join(ROWS)), "the place of columns is another: {files:?}");
    for file in files.iter().filter(|file| **file != root.join(ROWS)) {
        let source = fs::read_to_string(file).expect("a source");
        assert_eq!(column_by_number(&source), None, "{}: read the column by its name", file.display());
    }
}

#[test]
fn a_column_by_number_is_recognised() {
    for numbered in [
        "row.try_get_by_index(0)",
        "row\n    .try_get_by_index::<Option<String>>(at + 1)",
        "fetch_one(sql).await?.try_get(0)?",
        "row.try_get_unchecked(AFTER)",
        "row.try_get_many_by_index()",
        "let (a, b): (i64, i64) = sqlx::query_as(sql)",
        "fn version(row: &QueryResult, column: usize) -> u32",
        "SELECT a, b FROM t ORDER BY 1",
        "SELECT * FROM t",
        "#[derive(Debug, FromQueryResult)]\npub struct Pair {\n    /// Which.\n    id: i32,\n    name: Option<String>,\n}",
    ] {
        assert!(column_by_number(numbered).is_some(), "{numbered}");
    }
    for by_name in [
        "row.try_get(\"path\")",
        "row.try_get::<i64, _>(\"busy\")",
        "fn version(row: &QueryResult, column: &str) -> u32",
        "SELECT count(*) AS count FROM t ORDER BY id LIMIT 1",
        "#[derive(FromQueryResult)]\nstruct Pair {\n    id: i32,\n    name: String,\n}\nstruct Other { name: Option<String> }",
    ] {
        assert_eq!(column_by_number(by_name), None, "{by_name}");
    }
}

/// What touches the part of async-graphql that is hidden from its documentation and may change with any version.
const REGISTRY: &str = "crates/graphql/src/schema/type_registry.rs";

/// What of a source is hidden in async-graphql; `None` where nothing is.
fn hidden_name(source: &str) -> Option<&str> {
    if !source.contains("async_graphql") {
        return None;
    }
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let hidden = ["registry::", "validators::", "async_trait::", "futures_util::"];
    let module =
        hidden.into_iter().find(|module| source.match_indices(module).any(|(at, _)| !source[..at].ends_with(is_word)));
    let names = ["create_type_info", "ContextSelectionSet", "MetaField", "MetaType", "MetaInputValue"];
    module.or_else(|| names.into_iter().find(|name| source.split(|c| !is_word(c)).any(|word| word == *name)))
}

#[test]
fn one_file_alone_touches_what_async_graphql_hides_and_its_version_is_pinned() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for file in sources_of_rooms(&root) {
        let source = fs::read_to_string(&file).expect("a source");
        let found = hidden_name(&source);
        assert_eq!(found.is_some(), file == root.join(REGISTRY), "{} has {found:?}", file.display());
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("the workspace's manifest");
    for (name, line) in manifest.lines().filter_map(|line| line.split_once(" = ")) {
        assert!(
            !name.starts_with("async-graphql") || line.contains("\"=7."),
            "{name} = {line}: pin the version with `=`"
        );
    }
}

#[test]
fn a_hidden_name_is_recognised() {
    for hidden in [
        "use async_graphql::{ID, registry::{MetaField, Registry}};",
        "fn x(registry: &mut async_graphql::registry::Registry) {}",
        "use async_graphql::InputType;\nfn x() { String::create_type_info(registry) }",
        "#[async_graphql::async_trait::async_trait]",
    ] {
        assert!(hidden_name(hidden).is_some(), "{hidden}");
    }
    for open in [
        "use async_graphql::{ID, InputType};\nuse crate::schema::type_registry::TypeRegistry;",
        "use tracing_subscriber::registry::Registry;",
        "use async_graphql::Variables;\nfn x(registry: &mut TypeRegistry<'_>) {}",
    ] {
        assert_eq!(hidden_name(open), None, "{open}");
    }
}
