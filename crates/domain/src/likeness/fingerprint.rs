//! What of an actor is compared with others.

use std::collections::BTreeSet;

use super::words::{NameWord, name_words};
use crate::{Actor, ActorType, Position, house_address::HouseAddress, vocabulary::Precision};

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

/// More names of an actor than these are not compared by their words.
const MOST_SPELLINGS: usize = 8;

/// What of an actor is compared with others.
#[derive(Clone, Debug, PartialEq)]
pub struct Fingerprint {
    pub(super) actor_type: ActorType,
    /// The words of the name without the legal form, then those of the alternative names.
    pub(super) spellings: Vec<Vec<NameWord>>,
    /// The names under which it goes, each as one word: the name, the alternative names.
    pub(super) names: BTreeSet<String>,
    /// The first letters of the words of the name, where it has three or more.
    pub(super) initials: Option<String>,
    /// Short names.
    pub(super) abbreviations: BTreeSet<String>,
    pub(super) websites: BTreeSet<String>,
    /// The last digits of the telephone number, which do not depend on how the area is written.
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
    pub(super) position: Option<Position>,
    /// The house of the address, which is known where no position is.
    pub(super) house: Option<HouseAddress>,
}

impl Fingerprint {
    /// What is compared of an actor.
    pub fn of(actor: &Actor) -> Self {
        let words = name_words(&actor.name);
        let mut names = BTreeSet::from([join(&words)]);
        let mut abbreviations: BTreeSet<String> = BTreeSet::new();
        let initials = || words.iter().filter_map(|word| word.text.chars().next()).collect();
        let initials = (words.len() >= 3).then(initials);
        let mut spellings = vec![words];
        for other in &actor.alternative_names {
            let words = name_words(other);
            if is_abbreviation(other) {
                abbreviations.insert(join(&words));
            } else {
                names.insert(join(&words));
                if spellings.len() < MOST_SPELLINGS {
                    spellings.push(words);
                }
            }
        }
        names.remove("");
        let own_site = actor.website.iter().filter_map(|website| own_page(website.as_str()));
        let profiles = actor.social_links.iter().filter_map(|link| page_on_host(link.as_str()));
        Self {
            actor_type: actor.kind.actor_type(),
            spellings,
            names,
            initials,
            abbreviations,
            websites: own_site.chain(profiles).collect(),
            phone: actor.phone.as_ref().map(|phone| digits(phone.as_str())),
            email: actor.email.as_ref().map(|email| email.as_str().to_lowercase()),
            // In the middle of a quarter stand all of whom no more is known.
            position: actor
                .location
                .filter(|location| location.precision != Precision::Quarter)
                .map(|location| location.position),
            house: actor
                .address
                .as_deref()
                .and_then(|address| address.street.as_deref())
                .and_then(HouseAddress::from_line)
                .filter(|house| !is_letter_box(house)),
        }
    }
}

/// Whether letters are left there and nobody meets: many share one.
fn is_letter_box(house: &HouseAddress) -> bool {
    house.street.starts_with("postfach") || house.street.trim_end_matches(|c: char| c.is_ascii_digit()) == "pf"
}

/// The words as one.
fn join(words: &[NameWord]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

/// A short name of capitals, such as DTKV.
fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    (2..=8).contains(&letters) && capitals * 2 > letters && !name.trim().contains(' ')
}

/// Whose a website is: its host, or the page on a host where many have one.
fn own_page(address: &str) -> Option<String> {
    let (host, path) = host_and_path(address)?;
    if is_shared(&host) { join_page(&host, &path) } else { Some(host) }
}

/// Whose a profile on some host is: whatever the host, many have one there.
fn page_on_host(address: &str) -> Option<String> {
    let (host, path) = host_and_path(address)?;
    join_page(&host, &path)
}

fn join_page(host: &str, path: &str) -> Option<String> {
    (!path.is_empty()).then(|| format!("{host}/{path}"))
}

fn host_and_path(address: &str) -> Option<(String, String)> {
    let url = url::Url::parse(address).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").trim_start_matches("m.").to_lowercase();
    Some((host, url.path().trim_matches('/').to_lowercase()))
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
    fn pages_on_shared_hosts_are_told_apart() {
        assert_eq!(own_page("https://www.verein.example/kontakt").as_deref(), Some("verein.example"));
        assert_eq!(own_page("https://www.facebook.com/verein/").as_deref(), Some("facebook.com/verein"));
        assert_eq!(own_page("https://facebook.com"), None);
        assert_eq!(page_on_host("https://social.example/@Verein").as_deref(), Some("social.example/@verein"));
        assert_eq!(page_on_host("https://social.example/"), None);
        assert_eq!(digits("+49 (0)2323 12345-67"), digits("02323 1234567"));
    }
}
