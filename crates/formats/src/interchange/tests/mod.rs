//! The directory format as a whole: what is written is read, what is private stays, what is wrong
//! is told.

mod reading;
mod records;
mod refused;
mod round_trip;
mod scope;
mod speed;
