//! Large files: time and memory stay within what an import may take.

use std::{io::BufWriter, ops::ControlFlow, time::Instant};

use domain::ActorType;

use super::records::{german, language, slug};
use crate::interchange::{
    actor_entry::ActorEntry, child_entries::OfferEntry, reader::read, to_entries::Scope, writer::DirectoryWriter,
};

fn actor(number: u32) -> ActorEntry {
    let mut actor = ActorEntry::new(ActorType::Organisation, "women", format!("Verein {number}"));
    actor.slug = Some(slug(&format!("verein-{number:07}")));
    actor.summary = german(&"Ein erfundener Verein, der sich dienstags trifft. ".repeat(4));
    actor.languages = vec![language("de"), language("tr")];
    actor.themes = vec![slug("health"), slug("language.german")];
    actor.offers = vec![OfferEntry::new(german("Beratung")), OfferEntry::new(german("Sprachcafé"))];
    actor
}

/// An unoptimised build on a slow machine must still be done in time; the numbers themselves are
/// printed, `cargo test -p formats thousand -- --nocapture`.
#[test]
fn ten_thousand_actors_are_written_and_read_in_seconds() {
    let started = Instant::now();
    let mut file = DirectoryWriter::new(BufWriter::new(Vec::new()), Scope::Everything).expect("writer");
    for number in 0..10_000 {
        file.actor(&actor(number)).expect("actor");
    }
    let bytes = file.finish().expect("file").into_inner().expect("bytes");
    let written = started.elapsed();
    let mut count = 0;
    let reading = read(bytes.as_slice(), |_| {
        count += 1;
        ControlFlow::Continue(())
    });
    assert!(!reading.expect("file").stopped);
    let read = started.elapsed() - written;
    println!("10,000 actors, {} bytes: written in {written:?}, read in {read:?}", bytes.len());
    assert_eq!(count, 10_000);
    assert!(started.elapsed().as_secs() < 60);
}

#[test]
fn actors_out_of_order_are_refused() {
    let mut file = DirectoryWriter::new(Vec::new(), Scope::Everything).expect("writer");
    file.actor(&actor(2)).expect("actor");
    assert!(file.actor(&actor(2)).is_err() && file.actor(&actor(1)).is_err());
    file.actor(&actor(3)).expect("actor");
}
