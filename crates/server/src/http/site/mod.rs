//! People: pages, their forms and files, one's account and entries, what links of mails lead to.

pub mod account;
pub mod assets;
mod form;
pub mod mail_links;
pub mod my;
pub mod pages;
pub mod person_package;
pub mod preview;
pub mod reminder_links;
pub mod response;
pub mod suggestions;
