//! Everything that people touch, tested from outside; one module per stage and per adapter.

// The tests set the scene themselves; only the program keeps to `env`.
#![allow(clippy::disallowed_methods)]

mod answers;
mod archive;
mod bag;
mod contract;
mod desk;
mod differential;
mod evaluate;
mod faults;
mod followup;
mod help;
mod holiday;
mod identity;
mod import;
mod intake;
mod judge;
mod lists;
mod locale;
mod look;
mod mail;
mod need;
mod notify;
mod paper;
mod papers;
mod plan;
mod profile;
mod received;
mod references;
mod register;
mod report;
mod run;
mod schedule;
mod state;
mod taken_back;
mod template;
mod tidy;
mod undo;
mod walk;
