//! Everything that people touch, tested from outside; one module per stage and per adapter.

mod archive;
mod bag;
mod desk;
mod evaluate;
mod followup;
mod help;
mod intake;
mod judge;
mod locale;
mod look;
mod mail;
mod need;
mod plan;
mod run;
mod schedule;
mod tidy;
mod walk;
