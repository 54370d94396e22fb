//! Everything that people touch, tested from outside; one module per stage and per adapter.

mod bag;
mod desk;
mod help;
mod locale;
mod look;
mod mail;
mod need;
mod tidy;
