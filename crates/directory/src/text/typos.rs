//! Tokens that are a word but for some typos: a walk through the sorted tokens that leaps over
//! everything that begins in a way that no typo explains.
//!
//! The distance is the optimal string alignment distance (Damerau 1964, restricted as in Boytsov 2011, section 2.2):
//! letters wrong, missing, too many, or neighbours swapped, no letter twice. Neighbours in a sorted list mostly begin
//! alike, so the rows of its table are kept for the letters that the next token shares, and of each row only the cells
//! are worked out that so few typos can reach. An automaton made for each word (Schulz and Mihov 2002) did this before:
//! making one for two typos took longer than the whole walk.

use std::cell::RefCell;

use super::index::{Term, TermEntry, TextIndex};

/// So many tokens are passed one by one before the next is looked up: it is mostly close by.
const STEPS: usize = 6;

/// Accepts what is at most so many typos away.
pub(crate) struct TypoMatcher {
    word: Vec<char>,
    typos: u8,
    table: RefCell<DistanceTable>,
}

/// The distances of the beginnings of a token from those of the word.
#[derive(Default)]
struct DistanceTable {
    /// The letters of the token that have a row, each with the byte behind it.
    letters: Vec<(char, usize)>,
    /// Row after row, the one of the empty beginning first; what is beyond the typos counts one more than they.
    rows: Vec<u8>,
}

impl TypoMatcher {
    /// What accepts a word with so many typos.
    pub(crate) fn new(word: &str, typos: u8) -> Self {
        let word: Vec<char> = word.chars().collect();
        let beyond = usize::from(typos) + 1;
        let rows = (0..=word.len()).map(|at| at.min(beyond) as u8).collect();
        Self { word, typos, table: RefCell::new(DistanceTable { letters: Vec::new(), rows }) }
    }

    /// Calls `visit` with every token from `from` on and before `until` that is within the typos, with how
    /// many there are; with `is_prefix` with every one that begins with such.
    pub(super) fn walk<'a>(
        &self,
        index: &'a TextIndex,
        (from, until): (&[u8], Option<&[u8]>),
        is_prefix: bool,
        mut visit: impl FnMut(u8, &'a Term, &'a TermEntry),
    ) {
        let mut target = from.to_vec();
        let mut tokens = index.tokens_from(&target);
        let mut passed = 0;
        while let Some((token, entry)) = tokens.next() {
            let bytes = token.as_str().as_bytes();
            if until.is_some_and(|until| bytes >= until) {
                return;
            }
            if bytes < target.as_slice() {
                passed += 1;
                if passed > STEPS {
                    passed = 0;
                    tokens = index.tokens_from(&target);
                }
                continue;
            }
            match self.judge(token.as_str(), is_prefix) {
                Verdict::Within(typos) => visit(typos, token, entry),
                Verdict::Beyond => {}
                Verdict::DeadAfter(length) => {
                    // Nothing that begins like this can do better; no byte of a text is the greatest one.
                    target.clear();
                    target.extend_from_slice(&bytes[..length]);
                    if let Some(last) = target.last_mut() {
                        *last += 1;
                    }
                    passed = 0;
                }
            }
        }
    }

    /// How many typos a word is away, where it is within them.
    pub(crate) fn typos(&self, word: &str) -> Option<u8> {
        match self.judge(word, false) {
            Verdict::Within(typos) => Some(typos),
            Verdict::Beyond | Verdict::DeadAfter(_) => None,
        }
    }

    fn judge(&self, token: &str, is_prefix: bool) -> Verdict {
        let mut table = self.table.borrow_mut();
        let shared = token.chars().zip(&table.letters).take_while(|(c, (letter, _))| c == letter).count();
        table.truncate(shared, self.word.len() + 1);
        let end = table.letters.last().map_or(0, |(_, end)| *end);
        if let Some(verdict) = self.judge_row(&table, is_prefix) {
            return verdict;
        }
        for (at, letter) in token[end..].char_indices() {
            self.add_row(&mut table, letter, end + at + letter.len_utf8());
            if let Some(verdict) = self.judge_row(&table, is_prefix) {
                return verdict;
            }
        }
        match table.rows.last() {
            Some(typos) if *typos <= self.typos => Verdict::Within(*typos),
            _ => Verdict::Beyond,
        }
    }

    /// What the last row says already of every token that begins so.
    fn judge_row(&self, table: &DistanceTable, is_prefix: bool) -> Option<Verdict> {
        let row = table.row(table.letters.len(), self.word.len() + 1);
        let is_dead = || row[self.reach(table.letters.len())].iter().all(|typos| *typos > self.typos);
        match row.last() {
            Some(typos) if is_prefix && *typos <= self.typos => Some(Verdict::Within(*typos)),
            _ if is_dead() => Some(Verdict::DeadAfter(table.letters.last().map_or(0, |(_, end)| *end))),
            _ => None,
        }
    }

    /// The cells of a row that so few typos can reach; none behind the longest word there can be.
    fn reach(&self, row: usize) -> std::ops::Range<usize> {
        let typos = usize::from(self.typos);
        let width = self.word.len() + 1;
        row.saturating_sub(typos).min(width)..(row + typos + 1).min(width)
    }

    fn add_row(&self, table: &mut DistanceTable, letter: char, end: usize) {
        let (width, beyond) = (self.word.len() + 1, self.typos + 1);
        let before = table.letters.last().map(|(letter, _)| *letter);
        table.letters.push((letter, end));
        let at = table.letters.len();
        table.rows.resize((at + 1) * width, beyond);
        let (known, row) = table.rows.split_at_mut(at * width);
        let above = &known[(at - 1) * width..];
        for cell in self.reach(at) {
            let Some(last) = cell.checked_sub(1) else {
                row[0] = beyond.min(at as u8);
                continue;
            };
            let edited = above[last] + u8::from(self.word[last] != letter);
            let mut least = edited.min(above[cell] + 1).min(row[last] + 1);
            let is_swap = last > 0 && self.word[last] == before.unwrap_or('\0') && self.word[last - 1] == letter;
            if is_swap && at > 1 {
                least = least.min(known[(at - 2) * width + cell - 2] + 1);
            }
            row[cell] = least.min(beyond);
        }
    }
}

impl DistanceTable {
    fn row(&self, row: usize, width: usize) -> &[u8] {
        &self.rows[row * width..(row + 1) * width]
    }

    fn truncate(&mut self, letters: usize, width: usize) {
        self.letters.truncate(letters);
        self.rows.truncate((letters + 1) * width);
    }
}

/// What is known of a token.
enum Verdict {
    Within(u8),
    Beyond,
    /// Too many typos, whatever follows so many bytes.
    DeadAfter(usize),
}
