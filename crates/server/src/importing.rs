//! Files that editors hand over through GraphQL: read, looked at and taken as the command line does.

use messages::Message;
use std::sync::Arc;

use curation::{
    CurationError, Done, Editor, Refusal, Sources,
    command_span::command,
    commands::{MailPolicy, WelcomeMails},
    import::{HandedOver, ImportReport, ImportSelection, Imported, Importing},
};
use domain::{ErrorChain, Violations, rules::Problem};
use formats::actors_table::{asks_before_publishing, parse_spoken_hours};
use store::{Store, StoreError};

use crate::transfer::{
    ImportSource, ProgressSink, TransferError,
    plan::{RejectsReport, TakeOutcome, TakeRequest, dry_run, take},
    selection::RowSelection,
    tables::table_options,
    text_of_note,
};

/// Reads what editors hand over.
pub struct Importer {
    /// Where it goes.
    pub store: Store,
    /// What time it is.
    pub sources: Arc<dyn Sources>,
    /// Whether what is published is told so.
    pub mails: MailPolicy,
}

impl Importing for Importer {
    fn import<'a>(&'a self, by: &'a Editor, file: HandedOver, choice: Option<ImportSelection>) -> Imported<'a> {
        Box::pin(command("import_directory", self.read(by, file, choice)))
    }

    fn parse_hours(&self, text: &str) -> Option<String> {
        parse_spoken_hours(text)
    }

    fn asks_before_publishing(&self, note: &str) -> bool {
        asks_before_publishing(text_of_note(note))
    }
}

impl Importer {
    async fn read(
        &self,
        by: &Editor,
        file: HandedOver,
        choice: Option<ImportSelection>,
    ) -> Result<Done<ImportReport>, CurationError> {
        let mut options = table_options(&file.reading).map_err(Refusal::Invalid)?;
        // Whoever looks can still say which column holds the names.
        options.may_lack_names = choice.is_none();
        let rejects = RejectsReport { reader: file.reader.clone(), ..RejectsReport::default() };
        let sources = vec![ImportSource::Handed(Arc::new(file), options)];
        let (store, progress): (_, Arc<dyn ProgressSink>) = (&self.store, Arc::new(()));
        let Some(ImportSelection { rows, digest, note }) = choice else {
            let report = dry_run(store, sources, by, rejects, &progress).await.map_err(refusal_error)?;
            return Ok(Done { value: report, sequence: 0 });
        };
        let rows = RowSelection::Numbers(rows.into_iter().collect());
        let now = self.sources.now();
        let welcome = Some(WelcomeMails::new(&self.mails, &*self.sources));
        let taken = TakeRequest { rows, digest: Some(digest), note, now, rejects, welcome };
        let TakeOutcome { report, sequence, .. } =
            take(store, sources, by, taken, &progress).await.map_err(refusal_error)?;
        Ok(Done { value: report, sequence: sequence.unwrap_or_default() })
    }
}

/// Why a file as a whole cannot be read is for the editor to put right; faults are not.
fn refusal_error(error: TransferError) -> CurationError {
    let mut wrong = Violations::default();
    match error {
        TransferError::Store(error) => return error.into(),
        TransferError::Stopped(_) => return StoreError::CutShort.into(),
        TransferError::UnknownKind { .. } => {
            wrong.add("fileName", Problem::Format(Message::new("problem-file-name")));
        }
        TransferError::Entries { source, .. } => wrong.add("file", Problem::Format(source.message())),
        TransferError::Table { source, .. } => {
            wrong.add("file", Problem::Format(source.message()));
        }
        TransferError::Unreadable { source, .. } | TransferError::Unwritable { source, .. } => {
            wrong.add("file", Problem::Unreadable(ErrorChain(&*source).to_string()));
        }
        TransferError::File { source, .. } => wrong.add("file", Problem::Unreadable(ErrorChain(&source).to_string())),
        TransferError::Problems { files, .. } => {
            let more = files.iter().any(|(_, problems)| problems.further() > 0);
            if more {
                let count: usize = files.iter().map(|(_, problems)| problems.count()).sum();
                wrong.add("file", Problem::Format(Message::new("import-too-many-problems").with("count", count)));
            }
            for problem in files.iter().flat_map(|(_, problems)| problems) {
                wrong.add(problem.path.clone(), Problem::Format(problem.message()));
            }
        }
    }
    Refusal::Invalid(wrong).into()
}
