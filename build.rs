//! How the program is linked.
//!
//! A position-independent program is put right in memory at each start: with the typesetter linked in that is a hundred thousand
//! addresses, written one by one over two megabytes, before `ata list` has read its arguments. Linked to a fixed place it
//! starts without any of that, typesetter or not. The price is that the program's own code lies where it always lies; heap, stack and
//! libraries stay random, and the code has no unsafe part of its own.

// Cargo speaks to a build script through the environment.
#![allow(clippy::disallowed_methods)]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
