//! How much a match counts: the part's weight times the match's worth, both small whole numbers,
//! so that equal sums are exactly equal and no statistics of the collection enter.

/// A part of a document, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentPart {
    /// The name, or the title of what is no actor.
    Name,
    /// Another name or an abbreviation.
    AlternativeName,
    /// What the kind or the legal form is called.
    Kind,
    /// The label of a theme of its own.
    Theme,
    /// The title of an offer.
    OfferTitle,
    /// The title of an event.
    EventTitle,
    /// What the kind of an offer is called, where that says what somebody has to offer: a room, work for volunteers.
    OfferKind,
    /// The label of a theme above one of its own.
    ParentTheme,
    /// The name of a district, or of one that it lies in.
    District,
    /// What a language is called.
    Language,
    /// What a target group is called.
    TargetGroup,
    /// Street, postcode and town; the telephone number.
    Address,
    /// The summary.
    Summary,
    /// The description.
    Description,
    /// The description of an offer.
    OfferDescription,
    /// The description of an event.
    EventDescription,
}

impl DocumentPart {
    /// Every part, most telling first.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::AlternativeName,
        Self::Kind,
        Self::Theme,
        Self::OfferTitle,
        Self::EventTitle,
        Self::OfferKind,
        Self::ParentTheme,
        Self::District,
        Self::Language,
        Self::TargetGroup,
        Self::Address,
        Self::Summary,
        Self::Description,
        Self::OfferDescription,
        Self::EventDescription,
    ];

    /// How much a match here counts.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Name => 16,
            Self::AlternativeName => 14,
            Self::Kind => 13,
            Self::Theme => 12,
            Self::OfferTitle => 11,
            Self::EventTitle => 10,
            Self::OfferKind => 9,
            Self::ParentTheme => 8,
            Self::District | Self::Language => 7,
            Self::TargetGroup | Self::Address => 6,
            Self::Summary => 4,
            Self::Description => 3,
            Self::OfferDescription | Self::EventDescription => 2,
        }
    }

    /// Whether the part is running text of some length, where the shortest prefixes would find
    /// nearly everything.
    pub(super) const fn is_running_text(self) -> bool {
        matches!(self, Self::Summary | Self::Description | Self::OfferDescription | Self::EventDescription)
    }

    /// The parts whose neighbours are read as one word too, though a space stands between them: names and
    /// titles, where nobody knows how they are written.
    pub(super) const JOINED: [Self; 4] = [Self::Name, Self::AlternativeName, Self::OfferTitle, Self::EventTitle];

    pub(super) fn joins_neighbours(self) -> bool {
        Self::JOINED.contains(&self)
    }

    /// Whether the ends of compounds are indexed. Descriptions are most of the text and least of
    /// the weight: their compounds would double the index for the faintest of matches.
    pub(super) const fn opens_compounds(self) -> bool {
        !matches!(self, Self::Description | Self::OfferDescription | Self::EventDescription)
    }
}

/// How a word of a question met a token, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// Equal but for case and accents.
    Exact,
    /// Equal with umlauts as bare vowels.
    UmlautBlind,
    /// Two neighbours make the word.
    Neighbours,
    /// The same German stem.
    Stem,
    /// The token begins with the last word.
    Prefix,
    /// The token begins with another word.
    Beginning,
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
            Self::Neighbours => 18,
            Self::Stem => 16,
            Self::Prefix => 12,
            Self::Beginning => 10,
            Self::Typo => 8,
            Self::PrefixTypo => 6,
            Self::TwoTypos => 5,
            Self::Inside => 4,
        }
    }

    /// Whether the match is sought only for a word that nothing meets in a better way.
    pub const fn is_weak(self) -> bool {
        matches!(self, Self::Typo | Self::PrefixTypo | Self::TwoTypos | Self::Inside)
    }
}

/// What a match of one word counts; the largest is 320.
pub(super) const fn score(part: DocumentPart, quality: Match) -> u16 {
    part.weight() * quality.worth()
}

/// What it counts beside its words that a question is a whole name: more than all words of the longest
/// question together, so that an exact name always stands first. With them it stays far below the
/// limit of the whole numbers that an `f32` holds exactly.
pub(super) const WHOLE_NAME: u32 = 1 << 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_outweighs_the_words_of_every_other_one() {
        let most = u32::from(score(DocumentPart::Name, Match::Exact)) * super::super::MAX_WORDS as u32;
        assert!(most < WHOLE_NAME && f64::from((WHOLE_NAME + most) as f32) == f64::from(WHOLE_NAME + most));
    }

    #[test]
    fn parts_stand_in_the_order_of_their_weights() {
        assert!(DocumentPart::ALL.is_sorted() && DocumentPart::ALL.is_sorted_by(|a, b| a.weight() >= b.weight()));
    }
}
