//! The sites that may show the directory in a frame.

use axum::http::HeaderValue;
use curation::EmbeddingSite;
use domain::Slug;
use serde::{Deserialize, Deserializer, de::Error};
use toml::Spanned;

use super::accounts;

/// Somebody with sites of their own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerSettings {
    /// Who it is, as the builder of the line to paste names it.
    #[serde(deserialize_with = "name")]
    name: Spanned<String>,
    /// What `partner` in the address of a frame says; unset, it is made of the name.
    #[serde(default, deserialize_with = "slug")]
    slug: Option<Spanned<Slug>>,
    /// Where its pages are, such as `https://www.verein.example.org`.
    #[serde(deserialize_with = "at_least_one")]
    origins: Vec<HeaderValue>,
}

impl PartnerSettings {
    /// The slug, given or made of the name; none where nothing of the name can stand in one.
    fn slug(&self) -> Option<Slug> {
        let given = self.slug.as_ref().map(|slug| slug.get_ref().clone());
        given.or_else(|| Slug::from_name(self.name.get_ref()))
    }

    /// Where in the file that is told by which the slug comes about.
    fn place(&self) -> usize {
        self.slug.as_ref().map_or(self.name.span(), Spanned::span).start
    }

    /// What the pages are told.
    fn to_site(&self) -> Option<web::Partner> {
        let origins = self.origins.iter().filter_map(|origin| origin.to_str().ok()).map(str::to_owned).collect();
        Some(web::Partner { slug: self.slug()?, name: self.name.get_ref().clone(), origins })
    }
}

fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Spanned<String>, D::Error> {
    let name = Spanned::<String>::deserialize(deserializer)?;
    if name.get_ref().trim().is_empty() { Err(D::Error::custom("a partner needs a name")) } else { Ok(name) }
}

fn slug<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Spanned<Slug>>, D::Error> {
    let text = Spanned::<String>::deserialize(deserializer)?;
    let slug = text.get_ref().parse().map_err(D::Error::custom)?;
    Ok(Some(Spanned::new(text.span(), slug)))
}

fn at_least_one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<HeaderValue>, D::Error> {
    let origins = accounts::origins(deserializer)?;
    if origins.is_empty() {
        return Err(D::Error::custom(
            "a partner needs an origin: allowed is scheme and host, such as [\"https://www.verein.example.org\"]",
        ));
    }
    Ok(origins)
}

/// The partners as staff are told them.
pub(crate) fn embedding_sites(partners: &[PartnerSettings]) -> Vec<EmbeddingSite> {
    let site = |partner: web::Partner| EmbeddingSite { name: partner.name, origins: partner.origins };
    partners.iter().filter_map(PartnerSettings::to_site).map(site).collect()
}

/// The partners as the pages are told them.
pub(super) fn of_site(partners: &[PartnerSettings]) -> Vec<web::Partner> {
    partners.iter().filter_map(PartnerSettings::to_site).collect()
}

/// What is wrong with partners taken together: each place in the file, and what is said of it.
pub(super) fn complaints(partners: &[PartnerSettings]) -> Vec<(usize, String)> {
    let mut wrong = Vec::new();
    for (at, partner) in partners.iter().enumerate() {
        let name = partner.name.get_ref();
        if partners[..at].iter().any(|earlier| earlier.name.get_ref().trim() == name.trim()) {
            let told = format!("there are two partners {name:?}: allowed is one, with all its origins");
            wrong.push((partner.name.span().start, told));
            continue;
        }
        let Some(slug) = partner.slug() else {
            let told =
                format!("nothing of the name {name:?} can stand in an address: it needs a slug such as \"verein\"");
            wrong.push((partner.name.span().start, told));
            continue;
        };
        if let Some(earlier) = partners[..at].iter().find(|earlier| earlier.slug().as_ref() == Some(&slug)) {
            let told = format!(
                "the partners {:?} and {name:?} have the same slug \"{slug}\": allowed is one of its own for each, such as slug = \"{}\"",
                earlier.name.get_ref(),
                slug.with_number(2)
            );
            wrong.push((partner.place(), told));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use crate::settings::File;

    use super::*;

    fn read(text: &str) -> Vec<PartnerSettings> {
        toml::from_str::<File>(text).expect("settings").partners
    }

    #[test]
    fn partners_are_read_with_all_their_origins() {
        let partners = read(
            "[[partners]]\nname = \"Stadt Herne\"\norigins = [\"https://stadt.example\"]\n\
             [[partners]]\nname = \"Verein\"\nslug = \"v\"\norigins = [\"https://verein.example\", \"http://localhost:9000\"]\n",
        );
        assert!(complaints(&partners).is_empty());
        let told: Vec<_> =
            of_site(&partners).into_iter().map(|partner| (partner.slug.to_string(), partner.origins)).collect();
        assert_eq!(told[0], ("stadt-herne".to_owned(), vec!["https://stadt.example".to_owned()]));
        assert_eq!(told[1].0, "v");
        assert_eq!(told[1].1, ["https://verein.example", "http://localhost:9000"]);
        assert!(read("").is_empty());
    }

    #[test]
    fn what_is_no_origin_or_slug_is_told_with_its_line() {
        for (text, told) in [
            ("name = \"Stadt\"\norigins = [\"stadt.example/seite\"]", "is not an origin"),
            ("name = \"Stadt\"\norigins = [\"https://stadt.example/seite\"]", "is not an origin"),
            ("name = \"Stadt\"\norigins = [\"https://*\"]", "is not an origin"),
            ("name = \"Stadt\"\norigins = []", "needs an origin"),
            ("name = \" \"\norigins = [\"https://stadt.example\"]", "needs a name"),
            ("name = \"Stadt\"\nslug = \"Stadt!\"\norigins = [\"https://stadt.example\"]", "is not a slug"),
            ("name = \"Stadt\"", "origins"),
            ("name = \"Stadt\"\norigin = \"https://stadt.example\"", "unknown field"),
        ] {
            let error = toml::from_str::<File>(&format!("[[partners]]\n{text}\n")).expect_err(text).to_string();
            assert!(error.contains(told) && error.contains("line "), "{error}");
        }
    }

    #[test]
    fn partners_that_cannot_be_told_apart_are_complained_of() {
        let two = |first: &str, second: &str| {
            let origins = "origins = [\"https://stadt.example\"]";
            let text = format!("[[partners]]\n{first}\n{origins}\n[[partners]]\n{second}\n{origins}\n");
            complaints(&read(&text)).into_iter().map(|(_, told)| told).collect::<Vec<_>>().join("; ")
        };
        assert!(two("name = \"Stadt\"", "name = \"Stadt \"").contains("two partners"));
        assert!(two("name = \"Stadt\"", "name = \"STADT\"").contains("slug = \"stadt-2\""));
        assert!(two("name = \"Stadt\"", "name = \"Амт\"").contains("needs a slug"));
        assert_eq!(two("name = \"Stadt\"", "name = \"Амт\"\nslug = \"amt\""), "");
    }
}
