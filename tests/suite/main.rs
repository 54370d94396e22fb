//! Everything that people touch, tested from outside; one module per stage and per adapter.

mod archive;
mod bag;
mod desk;
mod followup;
mod intake;
mod judge;
mod locale;
mod mail;
mod need;
mod plan;
mod schedule;
mod tidy;
