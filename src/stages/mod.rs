//! The walk: one room a stage, and what all of them share.

pub mod archive;
pub mod attachment;
pub mod brief;
pub mod evaluate;
pub mod followup;
pub mod imported;
pub mod need;
pub mod notify;
pub mod passage;
pub mod plan;
pub mod queue;
pub mod reading;
pub mod refused;
pub mod run;
pub mod schedule;
pub mod sheet;
pub mod unreadable;
