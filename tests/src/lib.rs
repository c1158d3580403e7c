//! End-to-end tests: the real binary, real databases, spoken to as users do.
//!
//! [`bruecke()`] finds the binary, built if need be; [`Server`] runs it on a free port and speaks HTTP to it;
//! [`databases()`] gives an empty SQLite file and an empty PostgreSQL database; [`accounts`] are people
//! with tokens; [`worlds()`] are servers over demo directories; [`Peer`] is a server that the program talks to;
//! [`files`] looks at files that commands leave; [`mail`] is what they are sent; [`npm`] installs what tests need of it; [`python`] runs programs of calendar libraries; [`session`] asks for pages as somebody who is signed in; [`tables`] imports lists; [`tile_file`] writes files of map tiles; [`Subscriber`] listens for changes. A test takes what it needs and leaves nothing behind.

pub mod accounts;
mod binary;
mod databases;
pub mod files;
pub mod mail;
pub mod npm;
mod peers;
pub mod python;
mod secrets;
mod server;
pub mod session;
mod subscriber;
pub mod tables;
pub mod tile_file;
pub mod world;

pub use binary::{Finished, bruecke, run, run_reading, run_with};
pub use databases::databases;
pub use peers::Peer;
pub use secrets::Secrets;
pub use server::{Answer, Server};
pub use store::testing::{Backend, Database};
pub use subscriber::{Heard, Subscriber};
pub use world::{World, worlds};
