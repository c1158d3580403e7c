//! Who asks.

use curation::{
    Requester,
    commands::{NoProposals, ProposalQuota},
};

/// Who asks, and in which language messages are for them.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// Who.
    pub requester: &'a Requester,
    /// BCP-47 tag: messages are in English for `en…`, else in German.
    pub reader: &'a str,
    /// How much they may propose without an account.
    pub quota: &'a dyn ProposalQuota,
}

static PUBLIC: Requester = Requester::public();

impl Asker<'static> {
    /// Anybody, to read.
    pub const PUBLIC: Self = Self { requester: &PUBLIC, reader: "de", quota: &NoProposals };
}
