//! The service answers documents as the reference implementation of GraphQL does over the same schema and the same
//! answers, and refuses those that it refuses: valid and broken ones, made at random from a seed.

use serde_json::json;
use tests::{Peer, Server, run};

/// Documents are as large as the random ones happen to be.
const SETTINGS: &str = "[limits]\nquery_bytes = 1048576\ntokens = 100000\nnesting = 200\ndepth = 100\n\
                        complexity = 10000000\naliases = 10000\nselections = 100000\ndirectives = 20\nroot_fields = 100\n";
const DOCUMENTS: usize = 500;

#[tokio::test]
async fn answers_and_refusals_are_those_of_the_reference_implementation() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("bruecke.toml"), SETTINGS).expect("settings can be written");
    run(folder.path(), &["demo", "--database", "sqlite://reference.db"]).ok();
    let server = Server::start(folder.path(), "sqlite://reference.db");
    for seed in [20_261_128_u64, 7] {
        let options = json!({ "address": format!("{}/graphql", server.base()), "seed": seed, "documents": DOCUMENTS });
        let peer = Peer::start("reference", &options);
        // It tells after each hundred how it stands.
        let told = peer.wait_for(DOCUMENTS / 100).await.pop().expect("its last word");
        println!("seed {seed}: {told}");
        assert_eq!(told["differences"], 0, "seed {seed}: {:#}", told["first"]);
        let count = |name: &str| told[name].as_u64().expect("a number") as usize;
        assert!(count("equal") > DOCUMENTS / 3 && count("refused") > DOCUMENTS / 3 && count("taken") > 0, "{told}");
    }
}
