//! What of an actor is compared with others.

use std::collections::BTreeSet;

use crate::{
    Actor, ActorType, Position,
    text::{fold, fold_umlauts_away},
};

/// Words of legal forms, folded: they say nothing about who an actor is.
const LEGAL_WORDS: &[&str] = &[
    "ev",
    "ggmbh",
    "gmbh",
    "gug",
    "ug",
    "eg",
    "gag",
    "ig",
    "eingetragener",
    "eingetragene",
    "gemeinnutzige",
    "gemeinnutziger",
    "haftungsbeschrankt",
];
/// Legal forms that are written in single letters, folded.
const LEGAL_LETTERS: &[[&str; 2]] = &[["e", "v"], ["i", "g"], ["e", "g"]];
/// Hosts where many have a page each: the page counts there, not the host.
const SHARED_HOSTS: &[&str] = &[
    "facebook.com",
    "instagram.com",
    "youtube.com",
    "x.com",
    "twitter.com",
    "linkedin.com",
    "t.me",
    "tiktok.com",
    "sites.google.com",
    "wordpress.com",
    "blogspot.com",
    "jimdosite.com",
    "linktr.ee",
];

/// What of an actor is compared with others.
#[derive(Clone, Debug, PartialEq)]
pub struct Fingerprint {
    pub(super) actor_type: ActorType,
    /// The words of the name without the legal form.
    pub(super) words: Vec<String>,
    /// The names under which it goes, each as one word: the name, the alternative names.
    pub(super) names: BTreeSet<String>,
    /// Short names, and the initials of the name.
    pub(super) abbreviations: BTreeSet<String>,
    pub(super) websites: BTreeSet<String>,
    /// The last digits of the telephone number, which do not depend on how the area is written.
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
    pub(super) position: Option<Position>,
}

impl Fingerprint {
    /// What is compared of an actor.
    pub fn of(actor: &Actor) -> Self {
        let words = words(&actor.name);
        let mut names = BTreeSet::from([words.concat()]);
        let mut abbreviations: BTreeSet<String> = BTreeSet::new();
        if words.len() >= 3 {
            abbreviations.insert(words.iter().filter_map(|word| word.chars().next()).collect());
        }
        for other in &actor.alternative_names {
            let name = self::words(other).concat();
            if is_abbreviation(other) {
                abbreviations.insert(name);
            } else {
                names.insert(name);
            }
        }
        names.remove("");
        let websites = actor.website.iter().chain(actor.social_links.iter());
        Self {
            actor_type: actor.kind.actor_type(),
            words,
            names,
            abbreviations,
            websites: websites.filter_map(|website| page(website.as_str())).collect(),
            phone: actor.phone.as_ref().map(|phone| digits(phone.as_str())),
            email: actor.email.as_ref().map(|email| email.as_str().to_lowercase()),
            position: actor.location.map(|location| location.position),
        }
    }
}

/// The words of a name, folded, without its legal form; all of them where nothing else is left.
fn words(name: &str) -> Vec<String> {
    let folded = fold_umlauts_away(&fold(name));
    let all: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut kept = Vec::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        let pair = all.get(at..at + 2);
        if pair.is_some_and(|pair| LEGAL_LETTERS.iter().any(|letters| pair == letters)) {
            at += 2;
            continue;
        }
        if !LEGAL_WORDS.contains(&all[at]) {
            kept.push(all[at].to_owned());
        }
        at += 1;
    }
    if kept.is_empty() { all.into_iter().map(str::to_owned).collect() } else { kept }
}

/// A short name of capitals, such as DTKV.
fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    (2..=8).contains(&letters) && capitals * 2 > letters && !name.trim().contains(' ')
}

fn page(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").trim_start_matches("m.").to_lowercase();
    if is_shared(&host) {
        let path = url.path().trim_matches('/').to_lowercase();
        return (!path.is_empty()).then(|| format!("{host}/{path}"));
    }
    Some(host)
}

/// Whether many have their pages on a host: one of the list, or the same name in another country.
fn is_shared(host: &str) -> bool {
    let name = |host: &str| host.split('.').next().unwrap_or_default().to_owned();
    SHARED_HOSTS.iter().any(|shared| *shared == host || (name(shared).len() > 4 && name(shared) == name(host)))
}

fn digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(8)..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for spelling in
            ["Frauencafé Röhlinghausen e. V.", "FRAUENCAFE ROEHLINGHAUSEN eV", "Frauencafe Rohlinghausen e.V. i. G."]
        {
            assert_eq!(words(spelling), ["frauncafe", "rohlinghausen"], "{spelling}");
        }
        assert_eq!(words("Lernhaus gGmbH"), ["lernhaus"]);
        assert_eq!(words("e. V."), ["e", "v"], "a name of nothing else stays");
    }

    #[test]
    fn pages_on_shared_hosts_are_told_apart() {
        assert_eq!(page("https://www.verein.example/kontakt").as_deref(), Some("verein.example"));
        assert_eq!(page("https://www.facebook.com/verein/").as_deref(), Some("facebook.com/verein"));
        assert_eq!(page("https://facebook.com"), None);
        assert_eq!(digits("+49 (0)2323 12345-67"), digits("02323 1234567"));
    }
}
