//! Everything that people touch, tested from outside; one module per stage and per adapter.

mod bag;
mod desk;
mod intake;
mod mail;
mod need;
