//! Everything that people touch, tested from outside; one module per stage and per adapter.

mod archive;
mod bag;
mod desk;
mod followup;
mod help;
mod evaluate;
mod intake;
mod judge;
mod locale;
mod look;
mod mail;
mod need;
mod tidy;
mod run;
mod plan;
mod schedule;
