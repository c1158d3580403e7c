//! What a driver's error means in plain words. Its own text names tables, addresses and sometimes values: it belongs in
//! the log and before nobody else.

use std::{error::Error, io::ErrorKind};

use sea_orm::{DbErr, sqlx};

/// What an error says in plain words, where it is a database driver's; `None` for every other error.
pub fn plain_cause(error: &(dyn Error + 'static)) -> Option<&'static str> {
    if !error.is::<DbErr>() && !error.is::<sqlx::Error>() {
        return None;
    }
    let driver = error.downcast_ref::<sqlx::Error>().or_else(|| of_orm(error));
    Some(driver.and_then(explain).unwrap_or("the database refused it; what it said stands in the log"))
}

/// The driver's error inside of the mapper's, which shares it.
fn of_orm<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a sqlx::Error> {
    use sea_orm::RuntimeErr::SqlxError;
    match error.downcast_ref::<DbErr>()? {
        DbErr::Conn(SqlxError(cause)) | DbErr::Exec(SqlxError(cause)) | DbErr::Query(SqlxError(cause)) => Some(cause),
        _ => None,
    }
}

fn explain(error: &sqlx::Error) -> Option<&'static str> {
    match error {
        sqlx::Error::PoolTimedOut => Some("the database did not answer in time"),
        sqlx::Error::Configuration(_) => Some("the address of the database cannot be read"),
        sqlx::Error::Tls(_) => Some("the encrypted connection to the database failed"),
        sqlx::Error::Io(error) => Some(match error.kind() {
            ErrorKind::ConnectionRefused | ErrorKind::NotFound => "no database answers at that address",
            ErrorKind::PermissionDenied => "this user may not open it",
            _ => "the connection to the database failed",
        }),
        sqlx::Error::Database(error) if error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() => {
            // The lowest byte is what the extended codes share (sqlite.org/rescode.html).
            match error.code()?.parse::<u32>().ok()? & 0xff {
                5 | 6 => Some("another process is writing to it"),
                8 => Some("it may only be read"),
                10 => Some("the disk could not be read or written"),
                11 => Some("the file is damaged"),
                13 => Some("the disk is full"),
                14 => Some("the file cannot be opened"),
                26 => Some("the file is no SQLite database"),
                _ => None,
            }
        }
        // Classes and codes: PostgreSQL, appendix A.
        sqlx::Error::Database(error) => match &*error.code()? {
            "28000" | "28P01" => Some("the server does not accept this user or password"),
            "3D000" => Some("the server has no database of that name"),
            "25006" => Some("the server may only be read"),
            "42501" => Some("this user may not do that on the server"),
            "53100" => Some("the server's disk is full"),
            "53300" => Some("the server has no connection left"),
            "57P01" | "57P02" | "57P03" => Some("the server is starting or stopping"),
            _ => None,
        },
        _ => None,
    }
}
