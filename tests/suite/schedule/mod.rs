//! Stage 3 from outside.

mod add;
mod calendar;
mod change;
mod repeat;
mod room;
mod undo;
