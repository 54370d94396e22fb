//! The command `ata`; everything is in the library.

fn main() -> std::process::ExitCode {
    ata::run()
}
