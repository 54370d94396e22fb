//! Stage 3 from outside.

mod add;
mod calendar;
mod change;
mod room;
mod undo;
