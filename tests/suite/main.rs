//! The tests of the `ata` package: one binary, one file or folder per stage and per adapter.

mod intake;
