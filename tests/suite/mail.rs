//! Mail: what is written here is read back by programs that are not ours.

mod calendar;
mod html;
mod language;
mod letters;
mod maildir;
mod message;
pub mod python;
mod read;
mod sample;
mod sendmail;
pub mod smtp;
