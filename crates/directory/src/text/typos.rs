//! Tokens that are a word but for some typos: a walk through the sorted tokens that leaps over
//! everything that begins in a way that no typo explains.

use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};

use super::index::{Term, TermEntry, TextIndex};

/// So many tokens are passed one by one before the next is looked up: it is mostly close by.
const STEPS: usize = 6;

/// Accepts what is at most so many typos away: a letter wrong, missing, too many, or two swapped.
pub(crate) struct TypoAutomaton(DFA);

impl TypoAutomaton {
    /// The automaton of a word for one typo or two.
    pub(crate) fn new(word: &str, typos: u8) -> Self {
        // Building the tables of a distance takes milliseconds; of a word, microseconds.
        static ONE: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
        static TWO: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));
        Self(if typos > 1 { TWO.build_dfa(word) } else { ONE.build_dfa(word) })
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
            match self.judge(bytes, is_prefix) {
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

    /// Calls `visit` with every word of a sorted list that is within the typos, with how many there are.
    pub(crate) fn walk_sorted<'a, T>(&self, words: &'a [(Box<str>, T)], mut visit: impl FnMut(u8, &'a str, &'a T)) {
        let mut rest = words;
        while let Some(((word, value), behind)) = rest.split_first() {
            rest = behind;
            match self.judge(word.as_bytes(), false) {
                Verdict::Within(typos) => visit(typos, word, value),
                Verdict::Beyond => {}
                Verdict::DeadAfter(length) => {
                    let dead = &word.as_bytes()[..length];
                    rest = &rest[rest.partition_point(|(word, _)| word.as_bytes().starts_with(dead))..];
                }
            }
        }
    }

    fn judge(&self, bytes: &[u8], is_prefix: bool) -> Verdict {
        let mut state = self.0.initial_state();
        for (at, byte) in bytes.iter().enumerate() {
            if is_prefix && let Distance::Exact(typos) = self.0.distance(state) {
                return Verdict::Within(typos);
            }
            state = self.0.transition(state, *byte);
            if state == SINK_STATE {
                return Verdict::DeadAfter(at + 1);
            }
        }
        match self.0.distance(state) {
            Distance::Exact(typos) => Verdict::Within(typos),
            Distance::AtLeast(_) => Verdict::Beyond,
        }
    }
}

/// What an automaton says of a token.
enum Verdict {
    Within(u8),
    Beyond,
    /// Too many typos, whatever follows so many bytes.
    DeadAfter(usize),
}
