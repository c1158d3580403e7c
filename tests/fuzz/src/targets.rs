//! The targets: one for each reader.

use std::{
    io::{Cursor, Write},
    ops::ControlFlow,
    sync::{Arc, LazyLock},
};

use async_graphql_value::{ConstValue, Name, Variables};
use chrono::TimeDelta;
use chrono_tz::Europe::Berlin;
use curation::{
    Curation, CurationSettings, Machine,
    commands::{LinkReplyState, MailStopState, ReminderAnswer, ReminderLink},
};
use domain::{OpeningHours, Recurrence};
use formats::{
    actors_table::{ActorsTable, TableFormat, TableOptions},
    districts_geojson, interchange,
};
use graphql::{GraphqlRequest, RequestBody};
use store::Store;
use tempfile::TempDir;
use web::filters::{Filters, Search};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::engine::{ENGINE, SNAPSHOT, answer_request, block_on, request_time};

/// A request body as it comes over the wire, else a document: answered or refused, never by a fault.
pub fn graphql(data: &[u8]) {
    let requests = match RequestBody::from_json(data, ENGINE.limits()) {
        Ok(RequestBody::One(request)) => vec![*request],
        Ok(RequestBody::Batch(requests)) => requests,
        Err(_) => {
            let Ok(query) = std::str::from_utf8(data) else { return };
            vec![GraphqlRequest { query: query.to_owned(), ..GraphqlRequest::default() }]
        }
    };
    for request in &requests {
        answer_request(request);
    }
}

/// The query part of a search's address: answered, and written in a normal form that reads the same.
pub fn filters(data: &[u8]) {
    let Ok(query) = std::str::from_utf8(data) else { return };
    let (search, _) = Search::from_query(query);
    let normal = search.to_query();
    let (again, mistakes) = Search::from_query(&normal);
    assert!(mistakes.is_empty(), "{normal}: {mistakes:?}");
    assert_eq!(again.to_query(), normal);
    let _ = SNAPSHOT.interpret(search.typed_text(), None, request_time());
    let _ = SNAPSHOT.actors(&search.actor_question(request_time()));
    if let Ok(filters) = Filters::from_query(query) {
        let _ = SNAPSHOT.matching_actors_by_name(filters.actor_type, &filters.actor_filter(request_time()));
    }
}

/// Cursors and ids, as arguments of everything that takes them.
pub fn cursors(data: &[u8]) {
    const QUERY: &str = "query($c: String, $id: ID!) {
      byName: actors(first: 2, after: $c) { nodes { id } pageInfo { endCursor } }
      newest: actors(first: 2, orderBy: UPDATED, before: $c) { nodes { id } }
      offers(first: 2, after: $c) { nodes { id } }
      events(first: 2, after: $c) { nodes { id } }
      changes(first: 2, after: $c) { nodes { __typename } }
      node(id: $id) { id }
      cooperationPath(from: $id, to: $id) { length }
    }";
    let Ok(text) = std::str::from_utf8(data) else { return };
    let is_refused = text.contains('\0');
    let mut variables = Variables::default();
    for name in ["c", "id"] {
        variables.insert(Name::new(name), ConstValue::String(text.to_owned()));
    }
    let outcome = answer_request(&GraphqlRequest { query: QUERY.to_owned(), variables, ..GraphqlRequest::default() });
    // A text with the character NUL is none that the databases take: it is refused before anything is looked for.
    assert_eq!(outcome.executed, !is_refused, "{}", String::from_utf8_lossy(&outcome.body));
}

/// A table of actors, in whatever encoding: every row is handed on.
pub fn csv(data: &[u8]) {
    read_table(data, TableFormat::Csv);
}

/// A workbook: a file as it is, or the sheet of one that is otherwise sound.
pub fn xlsx(data: &[u8]) {
    let file = if data.starts_with(b"PK") { data.to_vec() } else { workbook_with(data) };
    read_table(&file, TableFormat::Xlsx);
}

/// A workbook of OpenDocument: a file as it is, or the rows of one that is otherwise sound.
pub fn ods(data: &[u8]) {
    let file = if data.starts_with(b"PK") { data.to_vec() } else { document_with(data) };
    read_table(&file, TableFormat::Ods);
}

fn read_table(data: &[u8], format: TableFormat) {
    let Ok(table) = ActorsTable::read(data, format, &SNAPSHOT, TableOptions::default()) else { return };
    let mut rows = 0;
    let reading = table.entries(|_| {
        rows += 1;
        ControlFlow::Continue(())
    });
    assert_eq!((reading.entries, table.len()), (rows, rows));
}

fn workbook_with(sheet: &[u8]) -> Vec<u8> {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const SHEETS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let book = format!(
        "<workbook xmlns=\"{SHEETS}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"A\" sheetId=\"1\" \
         r:id=\"r1\"/></sheets></workbook>"
    );
    let (start, end) = (format!("<worksheet xmlns=\"{SHEETS}\"><sheetData>"), "</sheetData></worksheet>");
    let sheet = [start.as_bytes(), sheet, end.as_bytes()].concat();
    zip_of(&[
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn document_with(rows: &[u8]) -> Vec<u8> {
    const OPEN_DOCUMENT: &str = "urn:oasis:names:tc:opendocument:xmlns";
    let spaces =
        ["office", "table", "text"].map(|name| format!(" xmlns:{name}=\"{OPEN_DOCUMENT}:{name}:1.0\"")).concat();
    let start =
        format!("<office:document-content{spaces}><office:body><office:spreadsheet><table:table table:name=\"A\">");
    let end = "</table:table></office:spreadsheet></office:body></office:document-content>";
    let content = [start.as_bytes(), rows, end.as_bytes()].concat();
    zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("files can be added in memory");
        zip.write_all(content).expect("memory can be written");
    }
    zip.finish().expect("memory can be written").into_inner()
}

/// A file of the directory format: every entry is handed on.
pub fn json(data: &[u8]) {
    let mut entries = 0;
    let read = interchange::read(data, |_| {
        entries += 1;
        ControlFlow::Continue(())
    });
    if let Ok(reading) = read {
        assert_eq!(reading.entries, entries);
    }
}

/// Boundaries of districts.
pub fn geojson(data: &[u8]) {
    let _ = districts_geojson::read(data);
}

/// Opening hours: whatever is accepted can be asked about, and each change lies behind the one before.
pub fn opening_hours(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(hours) = text.parse::<OpeningHours>() else { return };
    let schedule = hours.schedule(&domain::hours::Locality::default());
    let mut at = request_time();
    schedule.is_open(at);
    for _ in 0..3 {
        let Some(next) = schedule.next_change(at) else { break };
        assert!(next > at, "{text:?}: {next} after {at}");
        at = next;
    }
}

/// Recurrence rules: starts lie in the window that was asked for, in order, and never more than asked for. The first
/// eight bytes say when the series begins, within two centuries.
pub fn recurrence(data: &[u8]) {
    let Some((minutes, rule)) = data.split_first_chunk::<8>() else { return };
    let Ok(Ok(rule)) = std::str::from_utf8(rule).map(Recurrence::parse) else { return };
    let (from, until) = (request_time(), request_time() + TimeDelta::days(730));
    let first = from.naive_utc() + TimeDelta::minutes(i64::from_le_bytes(*minutes) % (200 * 366 * 24 * 60));
    let starts = rule.starts(first, Berlin, from, until, 50);
    assert!(starts.len() <= 50);
    assert!(starts.iter().all(|start| (from..=until).contains(start)), "{rule}: {starts:?}");
    assert!(starts.is_sorted(), "{rule}: {starts:?}");
}

/// What stands behind the links of mails. No mail was ever sent from this store, so no link is ours.
pub fn signed_links(data: &[u8]) {
    static CURATION: LazyLock<(TempDir, Curation)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let address = format!("sqlite://{}", folder.path().join("fuzz.db").display());
        let store = block_on(async {
            let store = Store::open(&address).await.expect("the file can be made");
            store.migrate().await.expect("the tables can be made");
            store
        });
        (folder, Curation::new(store, CurationSettings::default(), Arc::new(Machine)))
    });
    let Ok(token) = std::str::from_utf8(data) else { return };
    for purpose in [ReminderAnswer::StillRight, ReminderAnswer::Archive] {
        let answer = block_on(CURATION.1.look_at_reminder(purpose, token)).expect("the store answers");
        assert!(matches!(answer, ReminderLink::NotOurs), "{token:?}");
    }
    let answer = block_on(CURATION.1.look_at_link_mail(token)).expect("the store answers");
    assert!(matches!(answer, LinkReplyState::NotOurs), "{token:?}");
    let answer = block_on(CURATION.1.look_at_mail_stop(token)).expect("the store answers");
    assert!(matches!(answer, MailStopState::NotOurs), "{token:?}");
}
