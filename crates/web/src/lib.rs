//! What people see: the public pages, rendered on the server from one [`directory::Snapshot`].
//!
//! Every page works without scripts; what `frontend` adds only makes it handier. Nothing is loaded from
//! elsewhere and nothing stands in the page that its [`headers`] would not allow.
//!
//! The rooms:
//! - [`page`]: which pages there are and where; [`filters`]: what the search asks, as it stands in addresses
//! - [`visit`]: one request for a page; [`answer()`] gives its bytes
//! - [`locale`], [`words`]: the languages of the interface and its strings
//! - `pages`: one file per page; `parts`: what several pages are made of
//! - [`assets`]: the files that npm bundled, with hashed names
//! - [`embedding`]: the directory on other sites; [`console`]: the program for staff
//! - [`reminder`]: what is behind the links of reminder mail; [`sign_in`]: why somebody is not signed in
//! - [`mail`]: what other mail says; [`link_reply`]: what is behind its links
//! - [`account`]: signing in, one's own account, invitations
//! - [`my`]: the entries that members look after
//! - [`suggestion`]: the form by which anybody suggests a change
//!
//! To add a page: a variant of [`page::Page`] with its address, a file in `pages`, a line in [`answer()`], and
//! its strings in every file of `locales`; tests tell what is missing.

pub mod account;
pub mod answer;
pub mod assets;
pub mod console;
pub mod embedding;
pub mod filters;
pub mod headers;
pub mod link_reply;
pub mod locale;
pub mod mail;
pub mod my;
pub mod page;
mod pages;
mod parts;
pub mod person_package;
pub mod preview;
mod query;
pub mod reminder;
pub mod sign_in;
pub mod site;
pub mod suggestion;
pub mod visit;
pub mod words;

pub use answer::{Answer, Lasts, answer};
pub use locale::Locale;
pub use page::Page;
pub use pages::search::actors_matching;
pub use site::{HelpNumber, Partner, QuickExit, Site};
pub use visit::Visit;
