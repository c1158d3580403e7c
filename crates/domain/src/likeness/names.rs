//! How near two names are: word by word, in any order, each word with what it says (after Cohen, Ravikumar and
//! Fienberg 2003, "A comparison of string distance metrics for name-matching tasks", SoftTFIDF; slips by Damerau 1964).

use super::words::{NameWord, WordSort, stem};

/// Words that are less alike than that are others.
const SAME_WORD: f64 = 0.72;
/// How much more it counts where both have words that the other has not: these are different names.
const CONFLICT: f64 = 3.0;
/// How much less it counts where only one has further words: people leave them out.
const LEFT_OUT: f64 = 0.5;
/// How much a word counts that only one has and neighbours differ by.
const TELLING: f64 = 1.5;
/// Shorter words are not looked for in longer ones.
const SHORTEST_PART: usize = 6;
/// Words of a name beyond these are not compared.
const MOST_WORDS: usize = 16;

/// How near two names are, from 0 to 1.
pub(super) fn name_similarity(one: &[NameWord], other: &[NameWord]) -> f64 {
    let mut matching = Matching::new(one, other);
    matching.match_words();
    matching.match_compounds();
    matching.match_initials();
    matching.similarity()
}

/// Which words of two names are the same.
struct Matching<'n> {
    names: [&'n [NameWord]; 2],
    /// Whether each word has its like.
    matched: [Vec<bool>; 2],
    /// What the words that are matched weigh together, and how alike they are by that.
    weight: f64,
    alike: f64,
}

impl<'n> Matching<'n> {
    fn new(one: &'n [NameWord], other: &'n [NameWord]) -> Self {
        let names = [&one[..one.len().min(MOST_WORDS)], &other[..other.len().min(MOST_WORDS)]];
        Self { matched: names.map(|words| vec![false; words.len()]), names, weight: 0.0, alike: 0.0 }
    }

    fn note(&mut self, similarity: f64, one: &[usize], other: &[usize]) {
        let weigh = |side: usize, words: &[usize]| words.iter().map(|at| self.names[side][*at].weight()).sum::<f64>();
        // What was cut or put together weighs as much as what it stands for.
        let weight = weigh(0, one).max(weigh(1, other)) * 2.0;
        self.weight += weight;
        self.alike += weight * similarity;
        one.iter().for_each(|at| self.matched[0][*at] = true);
        other.iter().for_each(|at| self.matched[1][*at] = true);
    }

    /// The most alike words first.
    fn match_words(&mut self) {
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (at, word) in self.names[0].iter().enumerate() {
            for (other_at, other) in self.names[1].iter().enumerate() {
                let similarity = word_similarity(word, other);
                if similarity >= SAME_WORD {
                    pairs.push((similarity, at, other_at));
                }
            }
        }
        pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
        for (similarity, at, other_at) in pairs {
            if !self.matched[0][at] && !self.matched[1][other_at] {
                self.note(similarity, &[at], &[other_at]);
            }
        }
    }

    /// Two words that the other writes as one.
    fn match_compounds(&mut self) {
        for side in 0..2 {
            for at in 1..self.names[side].len() {
                if self.matched[side][at - 1] || self.matched[side][at] {
                    continue;
                }
                let joined = format!("{}{}", self.names[side][at - 1].text, self.names[side][at].text);
                let others = self.names[1 - side].iter().enumerate().filter(|(at, _)| !self.matched[1 - side][*at]);
                let nearest = others.map(|(at, other)| (text_similarity(&joined, &other.text), at));
                let nearest = nearest.filter(|(similarity, _)| *similarity >= SAME_WORD);
                let Some((similarity, other_at)) = nearest.max_by(|one, other| one.0.total_cmp(&other.0)) else {
                    continue;
                };
                if side == 0 {
                    self.note(similarity, &[at - 1, at], &[other_at]);
                } else {
                    self.note(similarity, &[other_at], &[at - 1, at]);
                }
            }
        }
    }

    /// An abbreviation that stands for the first letters of words: DTKV for Deutsch-Türkischer Kulturverein.
    fn match_initials(&mut self) {
        for side in 0..2 {
            for at in 0..self.names[side].len() {
                let word = &self.names[side][at];
                if self.matched[side][at] || !word.is_initials() {
                    continue;
                }
                let Some(words) = spelt_out(&word.text, self.names[1 - side], &self.matched[1 - side]) else {
                    continue;
                };
                if side == 0 {
                    self.note(0.95, &[at], &words);
                } else {
                    self.note(0.95, &words, &[at]);
                }
            }
        }
    }

    fn similarity(&self) -> f64 {
        let left =
            |side: usize| self.names[side].iter().zip(&self.matched[side]).filter(|(_, is_matched)| !**is_matched);
        let sum = |side: usize| left(side).map(|(word, _)| word.weight()).sum::<f64>();
        let (one, other) = (sum(0), sum(1));
        let has_number = |side: usize| left(side).any(|(word, _)| word.sort == WordSort::Number);
        let telling = (0..2).flat_map(left).filter(|(word, _)| word.sort == WordSort::Telling).count();
        // Two numbers are two houses, or two years; that one is not told is nothing.
        let numbers = if has_number(0) && has_number(1) { 1.0 } else { 0.0 };
        // Women's group and men's group.
        let people = |side: usize| left(side).find_map(|(word, _)| word.people());
        let others = if people(0).zip(people(1)).is_some_and(|(one, other)| one != other) { 1.0 } else { 0.0 };
        let conflict = one.min(other) + numbers + others;
        let further = LEFT_OUT.mul_add((one - other).abs(), TELLING * telling as f64);
        let whole = CONFLICT.mul_add(conflict, self.weight + further);
        if whole > 0.0 { self.alike / whole } else { 0.0 }
    }
}

/// The words in a row whose first letters an abbreviation is; of a word such as Kulturverein it may be two.
fn spelt_out(abbreviation: &str, words: &[NameWord], matched: &[bool]) -> Option<Vec<usize>> {
    (0..words.len()).find_map(|start| {
        let (mut rest, mut taken) = (abbreviation, Vec::new());
        for at in start..words.len() {
            if rest.is_empty() || matched[at] {
                break;
            }
            let word = &words[at];
            let first = word.text.chars().next()?;
            let behind = rest.strip_prefix(word.letters().as_str()).or_else(|| rest.strip_prefix(first));
            let Some(behind) = behind else { break };
            rest = behind;
            taken.push(at);
        }
        (rest.is_empty() && taken.len() > 1).then_some(taken)
    })
}

fn word_similarity(one: &NameWord, other: &NameWord) -> f64 {
    let is_cut = |short: &NameWord, long: &NameWord| {
        short.is_cut
            && short.text.len() >= 2
            && long.text.len() > short.text.len()
            && long.text.starts_with(&short.text)
    };
    if is_cut(one, other) || is_cut(other, one) {
        return 0.95;
    }
    if one.is_shortened(other) || other.is_shortened(one) {
        return 0.95;
    }
    if one.is_cut_from(other) || other.is_cut_from(one) {
        return 0.85;
    }
    // Theater and Theatergruppe.
    let is_without_sort = |short: &NameWord, long: &NameWord| {
        matches!(long.sort, WordSort::Sort | WordSort::Common)
            && short.text.len() >= SHORTEST_PART
            && long.text.starts_with(stem(&short.text))
    };
    if is_without_sort(one, other) || is_without_sort(other, one) {
        return 0.85;
    }
    let is_number = |word: &NameWord| word.sort == WordSort::Number;
    if is_number(one) || is_number(other) {
        return if one.text == other.text || is_same_year(&one.text, &other.text) { 1.0 } else { 0.0 };
    }
    text_similarity(&one.text, &other.text)
}

/// Whether one is a year of four digits and the other the same in two: 1987 and 87.
fn is_same_year(one: &str, other: &str) -> bool {
    let is_short_for = |short: &str, long: &str| {
        short.len() == 2
            && long.len() == 4
            && ["18", "19", "20"].iter().any(|century| long.strip_prefix(century) == Some(short))
    };
    is_short_for(one, other) || is_short_for(other, one)
}

fn text_similarity(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    if stem(one) == stem(other) {
        return 0.97;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    let allowed = match short {
        0..=3 => return 0.0,
        4..=6 => 1,
        7..=15 => 2,
        _ => 3,
    };
    if long - short > allowed {
        return 0.0;
    }
    let slips = slips(&one, &other);
    if slips > allowed {
        return 0.0;
    }
    // People look at how a word begins: Linde and Rinde are two.
    let beginning = if one[0] == other[0] { 0.0 } else { 0.1 };
    1.0 - slips as f64 / long as f64 - beginning
}

/// How many letters are left out, put in, taken for others or exchanged with their neighbours.
fn slips(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, x) in one.iter().enumerate() {
        let mut row = vec![i + 1; other.len() + 1];
        for (j, y) in other.iter().enumerate() {
            row[j + 1] = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == other[j - 1] && one[i - 1] == *y {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::{super::words::name_words, *};

    fn similarity(one: &str, other: &str) -> f64 {
        name_similarity(&name_words(one), &name_words(other))
    }

    #[test]
    fn slips_are_counted_as_people_make_them() {
        let slips = |one: &str, other: &str| slips(&Vec::from_iter(one.chars()), &Vec::from_iter(other.chars()));
        assert_eq!(slips("laterne", "latrene"), 1);
        assert_eq!(slips("quitten", "quiten"), 1);
        assert_eq!(slips("kitten", "sitting"), 3);
        assert_eq!(slips("", "ab"), 2);
    }

    #[test]
    fn near_names_are_near_in_any_order_and_other_words_tell_them_apart() {
        for (one, other) in [
            ("Frauencafé Quitenlaterne", "Quittenlaterne"),
            ("SV Kometenschweif Wanne", "Sportverein Kometenschweif Wanne e. V."),
            ("DTKV Herne", "Deutsch-Türkischer Kulturverein Herne"),
            ("Dt.-türk. Kulturverein", "Deutsch-Türkischer Kulturverein"),
            ("Kultur-Haus Mondschaukel", "Mondschaukel Kulturhaus"),
        ] {
            assert!(similarity(one, other) >= 0.7, "{one} / {other}: {}", similarity(one, other));
        }
        for (one, other) in [
            ("Elternverein Wanne", "Elternverein Eickel"),
            ("Deutsch-Türkischer Verein Herne", "Deutsch-Polnischer Verein Herne"),
            ("Frauencafé Wanne-Süd", "Frauencafé Wanne-Nord"),
            ("Kita Regenbogen 1", "Kita Regenbogen 2"),
            ("Sportverein Wanne", "Kulturverein Wanne"),
        ] {
            assert!(similarity(one, other) < 0.7, "{one} / {other}: {}", similarity(one, other));
        }
    }
}
