//! Every target takes everything in its corpus: examples, and what once broke it.

use std::{fs, path::Path};

#[test]
fn every_target_takes_its_corpus() {
    for (name, target) in fuzz::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
        let files: Vec<_> = fs::read_dir(&folder).expect("every target has a corpus").collect();
        assert!(!files.is_empty(), "{name} has no corpus");
        for file in files {
            let file = file.expect("the corpus can be listed").path();
            println!("{}", file.display());
            target(&fs::read(&file).expect("the corpus can be read"));
        }
    }
}
