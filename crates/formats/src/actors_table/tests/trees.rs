//! Tables of districts and themes.

use domain::{DistrictLevel, vocabulary::FieldOfAction};

use super::*;
use crate::interchange::{DistrictEntry, ThemeEntry};

fn read(text: &str) -> (ActorsTable, Vec<DistrictEntry>, Vec<ThemeEntry>, Vec<String>) {
    let table = open(text.as_bytes()).expect("a table");
    let (mut districts, mut themes, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    table.entries(|located| {
        match located.entry {
            Entry::District(entry) => districts.push(*entry),
            Entry::Theme(entry) => themes.push(*entry),
            Entry::Invalid(refused) => problems.extend(refused.problems.iter().map(ToString::to_string)),
            _ => {}
        }
        ControlFlow::Continue(())
    });
    (table, districts, themes, problems)
}

#[test]
fn districts_are_read_by_slug_with_parents_names_in_languages_and_centres() {
    let english = "slug,parent,level,name_de,name_tr,lon,lat,alternativeNames,basis\n\
                   herne,,city,Herne,,7.2170,51.5390,,municipal key\n\
                   wanne,herne,borough,Wanne,Wanne ilçesi,7.1580,51.5410,Wanne-Nord|Alt-Wanne,own estimate\n";
    let german = "Kurzname;Liegt in;Ebene;Name;Name (türkisch);Länge;Breite;Weitere Namen\n\
                  herne;;Stadt;Herne;;7,2170;51,5390;\n\
                  wanne;herne;Stadtbezirk;Wanne;Wanne ilçesi;7,1580;51,5410;Wanne-Nord; \n";
    let (table, districts, _, problems) = read(english);
    assert_eq!(problems, Vec::<String>::new());
    assert!(table.summary().remarks.iter().any(|remark| remark.text("en").contains("\"basis\"")));
    let wanne = &districts[1];
    assert_eq!((wanne.slug.as_str(), wanne.level), ("wanne", DistrictLevel::Borough));
    assert_eq!(wanne.parent.as_ref().map(domain::Slug::as_str), Some("herne"));
    assert_eq!((wanne.name.get("de"), wanne.name.get("tr")), (Some("Wanne"), Some("Wanne ilçesi")));
    assert_eq!(wanne.alternative_names, ["Wanne-Nord", "Alt-Wanne"]);
    assert!(wanne.centre.is_some_and(|centre| (centre.longitude() - 7.158).abs() < 1e-9));
    let (_, in_german, _, problems) = read(german);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!((&in_german[0], in_german[1].level, &in_german[1].name), (&districts[0], wanne.level, &wanne.name));
}

#[test]
fn themes_are_read_by_slug_with_labels_in_languages_and_fields_of_action() {
    let text = "slug,parent,de,en,fields_of_action,Synonyme\n\
                language,,Sprache,Language,opening,\n\
                language.german,language,Deutsch lernen,Learning German,opening;engagement,DaZ|Deutschkurs\n";
    let (_, _, themes, problems) = read(text);
    assert_eq!(problems, Vec::<String>::new());
    let german = &themes[1];
    assert_eq!((german.label.get("de"), german.label.get("en")), (Some("Deutsch lernen"), Some("Learning German")));
    assert_eq!(german.fields_of_action.len(), 2);
    assert_eq!(german.alternative_labels, ["DaZ", "Deutschkurs"]);
    let labelled = format!("Kurzname;Oberthema;Deutsch;Handlungsfelder\nx;;X;{}\n", FieldOfAction::ALL[1].label_de());
    let (_, _, themes, problems) = read(&labelled);
    assert_eq!((problems.len(), themes[0].fields_of_action.as_slice()), (0, &FieldOfAction::ALL[1..2]), "{problems:?}");
}

#[test]
fn wrong_cells_are_told_by_line_and_column_and_a_list_of_actors_is_none_of_trees() {
    let (_, districts, _, problems) =
        read("slug;parent;Ebene;name_de;lon;lat\nherne;;Dorf;Herne;7;51\nX Y;;Stadt;X;ost;51\n");
    assert!(districts.is_empty());
    let told = problems.join("\n");
    for part in ["line 2, \"Ebene\", level", "line 3, slug", "\"lon\""] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let (_, _, themes, _) = read("slug;name;Handlungsfelder\nx;X;Kultur\n");
    assert!(themes.is_empty());
}
