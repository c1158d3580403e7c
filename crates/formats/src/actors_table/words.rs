//! Words of the vocabulary as people write them in tables: by their slug, or by their German or
//! English label.

use domain::{
    ActorType,
    text::fold,
    vocabulary::{InstitutionKind, LegalForm, NetworkKind, OrganisationKind, Precision, Role, TargetGroup, Wheelchair},
};

/// Words that are no vocabulary of their own: slug, then labels.
const STATUS: &[[&str; 3]] = &[
    ["draft", "Entwurf", "Draft"],
    ["published", "Veröffentlicht", "Published"],
    ["archived", "Archiviert", "Archived"],
];
const TYPES: &[[&str; 3]] = &[
    [ActorType::Organisation.slug(), "Organisation", "Organisation"],
    [ActorType::Institution.slug(), "Institution", "Institution"],
    [ActorType::Network.slug(), "Netzwerk", "Network"],
];

macro_rules! slug_in {
    ($text:expr, $vocabulary:ident) => {
        find($text, $vocabulary::ALL.iter().map(|word| [word.slug(), word.label_de(), word.label_en()]))
    };
}

/// The slug of a word in a column; the text itself where no word is meant, to be refused with what is
/// allowed. Which kinds there are hangs on the type of the row.
pub(super) fn slug_of<'t>(column: &str, text: &'t str, row: Option<ActorType>) -> &'t str {
    let found = match column {
        "type" => find(text, TYPES.iter().copied()),
        "status" => find(text, STATUS.iter().copied()),
        "kind" => match row {
            Some(ActorType::Organisation) => slug_in!(text, OrganisationKind),
            Some(ActorType::Institution) => slug_in!(text, InstitutionKind),
            Some(ActorType::Network) => slug_in!(text, NetworkKind),
            None => None,
        },
        "legalForm" => slug_in!(text, LegalForm),
        "targetGroups" => slug_in!(text, TargetGroup),
        "wheelchair" => slug_in!(text, Wheelchair),
        "precision" => slug_in!(text, Precision),
        "verifiedBy" => slug_in!(text, Role),
        _ => None,
    };
    found.unwrap_or(text)
}

/// The type that a cell of the column `type` means.
pub(super) fn actor_type(text: &str) -> Option<ActorType> {
    let slug = slug_of("type", text, None);
    ActorType::ALL.iter().copied().find(|known| known.slug() == slug)
}

fn find(text: &str, mut words: impl Iterator<Item = [&'static str; 3]> + Clone) -> Option<&'static str> {
    if let Some([slug, ..]) = words.clone().find(|[slug, ..]| *slug == text) {
        return Some(slug);
    }
    let wanted = plain(text);
    words.find(|labels| labels.iter().any(|label| plain(label) == wanted)).map(|[slug, ..]| slug)
}

/// Letters and digits only, folded: what is left of a word or header that people write their own way.
pub(super) fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word<'t>(column: &str, text: &'t str) -> &'t str {
        slug_of(column, text, Some(ActorType::Organisation))
    }

    #[test]
    fn words_are_found_by_slug_and_by_either_label() {
        assert_eq!(word("kind", "Frauenorganisation"), "women");
        assert_eq!(slug_of("kind", "runder tisch", Some(ActorType::Network)), "round-table");
        assert_eq!(slug_of("kind", "Welfare association", Some(ActorType::Institution)), "welfare-association");
        assert_eq!(word("kind", "Welfare association"), "welfare");
        assert_eq!(word("legalForm", "e.V."), "registered-association");
        assert_eq!((word("type", "Netzwerk"), actor_type("Netzwerk")), ("network", Some(ActorType::Network)));
        assert_eq!(word("targetGroups", "Kinder 6-13"), "children-6-13");
        assert_eq!((word("kind", "club"), word("name", "Other")), ("club", "Other"));
    }
}
