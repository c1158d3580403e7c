//! How much a match counts: the part's weight times the match's worth, both small whole numbers,
//! so that equal sums are exactly equal and no statistics of the collection enter.

/// A part of a document, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The name.
    Name,
    /// Another name or an abbreviation.
    AlternativeName,
    /// The label of a theme.
    ThemeLabel,
    /// The summary.
    Summary,
    /// The description.
    Description,
}

impl Part {
    pub(super) const ALL: [Self; 5] =
        [Self::Name, Self::AlternativeName, Self::ThemeLabel, Self::Summary, Self::Description];

    /// How much a match here counts.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Name => 12,
            Self::AlternativeName => 10,
            Self::ThemeLabel => 8,
            Self::Summary => 4,
            Self::Description => 2,
        }
    }

    /// The byte that stands for the part in a term.
    pub(super) const fn tag(self) -> u8 {
        self as u8
    }

    pub(super) fn of_tag(tag: u8) -> Option<Self> {
        Self::ALL.get(usize::from(tag)).copied()
    }

    /// Whether the part is running text of some length, where the shortest prefixes would find
    /// nearly everything.
    pub(super) const fn is_running_text(self) -> bool {
        matches!(self, Self::Summary | Self::Description)
    }

    /// Whether the ends of compounds are indexed. Descriptions are most of the text and least of
    /// the weight: their compounds would double the index for the faintest of matches.
    pub(super) const fn opens_compounds(self) -> bool {
        !matches!(self, Self::Description)
    }
}

/// How a word of a question met a token, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// Equal but for case and accents.
    Exact,
    /// Equal with umlauts as bare vowels.
    UmlautBlind,
    /// The same German stem.
    Stem,
    /// The token begins with the word.
    Prefix,
    /// One typo.
    Typo,
    /// The token begins with the word but for one typo.
    PrefixTypo,
    /// Two typos.
    TwoTypos,
    /// The word is part of the token.
    Inside,
}

impl Match {
    /// How good the match is.
    pub const fn worth(self) -> u16 {
        match self {
            Self::Exact => 20,
            Self::UmlautBlind => 19,
            Self::Stem => 16,
            Self::Prefix => 12,
            Self::Typo => 8,
            Self::PrefixTypo => 6,
            Self::TwoTypos => 5,
            Self::Inside => 4,
        }
    }
}

/// What a match of one word counts; the largest is 240, so a question of ten words stays far below
/// the limits of `u16` and of the whole numbers an `f32` holds exactly.
pub(super) const fn score(part: Part, quality: Match) -> u16 {
    part.weight() * quality.worth()
}
