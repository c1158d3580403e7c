//! What the public sees, read back over the entries it is of, coarsens nothing: not where the mark that says so was
//! taken out, nor where the columns stand in another order, in another sheet.

use std::{fs, path::Path};

use serde_json::Value;
use tests::{World, run, worlds};

fn bruecke(world: &World, command: &str, more: &[&str]) -> String {
    let arguments = [&[command, "--database", world.database.url.as_str()], more].concat();
    run(world.folder.path(), &arguments).ok().stdout
}

fn everything(world: &World) -> String {
    bruecke(world, "export", &["--everything", "all.json"]);
    fs::read_to_string(world.folder.path().join("all.json")).expect("an export")
}

/// The cells of a table with semicolons whose cells may be quoted.
fn cells(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = table.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    rows
}

/// The table with the columns that `is_wanted` leaves, the last one first.
fn columns_backwards(table: &[Vec<String>], is_wanted: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
    let wanted: Vec<usize> = (0..table[0].len()).rev().filter(|at| is_wanted(&table[0][*at])).collect();
    table.iter().map(|row| wanted.iter().map(|at| row[*at].clone()).collect()).collect()
}

fn write_workbook(rows: &[Vec<String>], path: &Path) {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "Notizen").expect("a cell");
    let sheet = workbook.add_worksheet().set_name("Kopie").expect("a name");
    for (line, row) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            sheet.write_string(line, column, cell.trim_start_matches('\'')).expect("a cell");
        }
    }
    workbook.save(path).expect("saved");
}

fn write_csv(rows: &[Vec<String>], path: &Path) {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n");
    fs::write(path, lines.collect::<String>()).expect("written");
}

#[tokio::test]
async fn a_public_table_without_its_mark_coarsens_nothing() {
    for world in worlds().await {
        let before = everything(&world);
        let folder = world.folder.path();
        let table = cells(&world.server.get("/export/actors.csv").await.text);
        let position = |heading: &str| table[0].iter().position(|it| it == heading).expect("a column");
        let (mark, precision) = (position("coarsened"), position("precision"));
        let coarse = table.iter().filter(|row| ["ja", "true", "yes"].contains(&row[mark].as_str())).count();
        assert!(coarse > 5 && table.iter().any(|row| row[precision] == "street"), "{coarse}");

        let unmarked = |column: &str| column != "coarsened";
        let without_precision = |column: &str| !["coarsened", "precision"].contains(&column);
        let without_slug = |column: &str| !["coarsened", "slug", "formerSlugs"].contains(&column);
        let places_only =
            |column: &str| ["name", "id", "street", "postcode", "city", "longitude", "latitude"].contains(&column);
        let kinds: [&dyn Fn(&str) -> bool; 4] = [&unmarked, &without_precision, &without_slug, &places_only];
        for (nth, is_wanted) in kinds.into_iter().enumerate() {
            let rows = columns_backwards(&table, is_wanted);
            write_workbook(&rows, &folder.join("copy.xlsx"));
            write_csv(&rows, &folder.join("copy.csv"));
            for file in [&["copy.csv"][..], &["--sheet", "Kopie", "copy.xlsx"]] {
                bruecke(&world, "import", file);
                let after = everything(&world);
                assert!(after == before, "{nth} {file:?}:\n{}", first_difference(&before, &after));
            }
        }
    }
}

#[tokio::test]
async fn a_public_file_without_its_marks_coarsens_nothing_and_what_is_moved_moves() {
    for world in worlds().await {
        let before = everything(&world);
        let folder = world.folder.path();
        bruecke(&world, "export", &["public.json"]);
        let public = fs::read_to_string(folder.join("public.json")).expect("an export");
        let mut file: Value = serde_json::from_str(&public).expect("JSON");
        file.as_object_mut().expect("an object").remove("scope");
        for section in ["projects", "links"] {
            file[section] = Value::Array(Vec::new());
        }
        for actor in file["actors"].as_array_mut().expect("actors") {
            let actor = actor.as_object_mut().expect("an object");
            // What was withheld of persons and why an actor is in its district stands in other tests.
            for field in ["coarsened", "contactPersons", "basedIn"] {
                actor.remove(field);
            }
        }
        let stored: Value = serde_json::from_str(&before).expect("JSON");
        let place = |all: &Value| -> Vec<[Value; 4]> {
            let actors = all["actors"].as_array().expect("actors").iter();
            let fields = ["slug", "location", "address", "offers"];
            actors.map(|actor| fields.map(|field| actor[field].clone())).collect()
        };
        fs::write(folder.join("unmarked.json"), file.to_string()).expect("written");
        bruecke(&world, "import", &["unmarked.json"]);
        let after: Value = serde_json::from_str(&everything(&world)).expect("JSON");
        assert_eq!(place(&after), place(&stored));

        // A place that is not the published one is somebody's word.
        let actors = file["actors"].as_array_mut().expect("actors");
        let moved = actors.iter_mut().find(|actor| actor["location"]["precision"] == "street").expect("an actor");
        moved["location"]["longitude"] = Value::from(7.1234);
        moved["address"]["street"] = Value::from("Andere Straße 5");
        let slug = moved["slug"].clone();
        fs::write(folder.join("moved.json"), file.to_string()).expect("written");
        bruecke(&world, "import", &["moved.json"]);
        let after: Value = serde_json::from_str(&everything(&world)).expect("JSON");
        let moved = after["actors"].as_array().expect("actors").iter().find(|actor| actor["slug"] == slug);
        let moved = moved.expect("the actor");
        assert_eq!(moved["location"]["longitude"], 7.1234);
        assert_eq!(moved["address"]["street"], "Andere Straße 5");
    }
}

fn first_difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    lines.map_or_else(String::new, |(one, other)| format!("{one}\n{other}"))
}
