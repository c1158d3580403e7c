//! Where a person is mentioned in what others wrote: by name, telephone number or e-mail address, in
//! whatever spelling.
//!
//! Words are compared as [`text::fold`](crate::text::fold) and
//! [`fold_umlauts_away`](crate::text::fold_umlauts_away) leave them, so capitals, accents, composed and
//! decomposed letters and spelt-out umlauts make no difference; telephone numbers are compared by
//! their digits without the country code and the zero before the area code, and escapes of web addresses,
//! HTML and JSON are read as what they stand for. What is certainly the
//! person can be blanked; what may be somebody else, such as a surname alone, is only found.

mod escapes;
mod phone;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use self::{
    escapes::Unescaped,
    words::{EmailWords, TextWord},
};

/// The shortest single word that tells something by itself, in characters.
const SHORTEST_PHRASE: usize = 5;
/// What stands where a mention was.
const BLANK: &str = "…";

/// By what a text mentions a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trace {
    /// By the whole name, in either order.
    Name,
    /// By the telephone number.
    Phone,
    /// By the e-mail address.
    Email,
    /// By a first name or surname alone, which others may share.
    PartOfName,
    /// By the end of the telephone number, as people write it without the area code.
    PartOfPhone,
}

impl Trace {
    /// Whether nobody else can be meant.
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Name | Self::Phone | Self::Email)
    }
}

/// A place in a text that mentions a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// By what.
    pub trace: Trace,
    /// Where, in bytes.
    pub range: Range<usize>,
}

/// What a person is and was called and reached by.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PersonTraces {
    /// Words one after the other that are the name.
    names: BTreeSet<Vec<String>>,
    name_parts: BTreeSet<String>,
    /// National digits.
    phones: BTreeSet<String>,
    emails: BTreeSet<EmailWords>,
}

/// Shows nothing: what it holds is personal.
impl std::fmt::Debug for PersonTraces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonTraces(…)")
    }
}

impl PersonTraces {
    /// Adds a name. One of a single word may be somebody else's too, so it is never certain.
    pub fn add_name(&mut self, name: &str) {
        let words: Vec<String> = words::cut(name).into_iter().map(|word| word.folded).collect();
        let words: Vec<String> = words.into_iter().filter(|word| !words::TITLES.contains(&word.as_str())).collect();
        let parts = words.iter().filter(|word| word.chars().count() >= 3);
        self.name_parts.extend(parts.filter(|word| !words::PARTICLES.contains(&word.as_str())).cloned());
        let [first, rest @ ..] = words.as_slice() else { return };
        let Some(last) = rest.last() else { return };
        // Of a double surname people often say one half.
        let surname = name.split_whitespace().next_back().unwrap_or_default();
        for half in surname.split('-').flat_map(words::cut) {
            if surname.contains('-') && half.folded != *first {
                self.names.insert(vec![first.clone(), half.folded]);
            }
        }
        self.names.insert(vec![first.clone(), last.clone()]);
        self.names.insert(vec![last.clone(), first.clone()]);
        let reversed = [last].into_iter().chain(words.iter().take(words.len() - 1)).cloned();
        self.names.insert(reversed.collect());
        // The surname as a whole before the others, in lists; and two words that lost what stood between them.
        let halves = if surname.contains('-') { words::cut(surname).len().min(words.len()) } else { 1 };
        let (others, whole) = words.split_at(words.len() - halves);
        self.names.insert(whole.iter().chain(others).cloned().collect());
        for half in whole {
            self.names.insert([half].into_iter().chain(others).cloned().collect());
        }
        if words.len() > 2 {
            for at in 1..words.len() {
                let joined = [words[..at - 1].to_vec(), vec![words[at - 1..=at].concat()], words[at + 1..].to_vec()];
                self.names.insert(joined.concat());
            }
        }
        self.names.insert(words);
    }

    /// Adds words of any kind that are the value as a whole. A single word may stand anywhere by chance, so it is never
    /// certain, and a short one is not looked for.
    pub fn add_phrase(&mut self, text: &str) {
        let words: Vec<String> = words::cut(text).into_iter().map(|word| word.folded).collect();
        match words.as_slice() {
            [] => {}
            [word] => self.name_parts.extend((word.chars().count() >= SHORTEST_PHRASE).then(|| word.clone())),
            _ => _ = self.names.insert(words),
        }
    }

    /// Adds a telephone number.
    pub fn add_phone(&mut self, phone: &str) {
        self.phones.extend(phone::national(phone));
    }

    /// Adds an e-mail address.
    pub fn add_email(&mut self, email: &str) {
        self.emails.extend(EmailWords::read(email));
    }

    /// Whether nothing is known, so that nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.name_parts.is_empty() && self.names.is_empty() && self.phones.is_empty() && self.emails.is_empty()
    }

    /// Every mention in a text in its order; where two overlap, the certain and longer one.
    pub fn find(&self, text: &str) -> Vec<Mention> {
        let mut found = self.find_plain(text);
        if let Some(unescaped) = Unescaped::read(text) {
            let escaped = self.find_plain(&unescaped.text).into_iter();
            found.extend(
                escaped.map(|Mention { trace, range }| Mention { trace, range: unescaped.place_in_original(&range) }),
            );
        }
        without_overlaps(found)
    }

    fn find_plain(&self, text: &str) -> Vec<Mention> {
        let words = words::cut(text);
        let mut found: Vec<Mention> = Vec::new();
        for at in 0..words.len() {
            let rest = &words[at..];
            let emails = self.emails.iter().filter_map(|email| words::email_at(text, rest, email));
            found.extend(emails.map(|range| Mention { trace: Trace::Email, range }));
            let names = self.names.iter().filter_map(|name| words::name_at(text, rest, name));
            found.extend(names.map(|range| Mention { trace: Trace::Name, range }));
            found.extend(self.part_at(&words[at]));
        }
        found.extend(phone::find(text, &self.phones));
        found
    }

    /// The text without what is certainly the person; `None` where there is nothing of the kind.
    pub fn blank(&self, text: &str) -> Option<String> {
        let mut blanked = String::with_capacity(text.len());
        let mut end = 0;
        for mention in self.find(text).into_iter().filter(|mention| mention.trace.is_certain()) {
            blanked.push_str(&text[end..mention.range.start]);
            blanked.push_str(BLANK);
            end = mention.range.end;
        }
        (end > 0).then(|| blanked + &text[end..])
    }

    fn part_at(&self, word: &TextWord) -> Option<Mention> {
        let is_part = self.name_parts.iter().any(|part| word.is(part));
        is_part.then(|| Mention { trace: Trace::PartOfName, range: word.range.clone() })
    }
}

fn without_overlaps(mut found: Vec<Mention>) -> Vec<Mention> {
    found.sort_by_key(|mention| (!mention.trace.is_certain(), std::cmp::Reverse(mention.range.len())));
    let mut chosen: BTreeMap<usize, Mention> = BTreeMap::new();
    for mention in found {
        let before = chosen.range(..mention.range.end).next_back();
        if before.is_none_or(|(_, other)| other.range.end <= mention.range.start) {
            chosen.insert(mention.range.start, mention);
        }
    }
    chosen.into_values().collect()
}

#[cfg(test)]
mod tests;
