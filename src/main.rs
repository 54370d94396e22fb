//! The command `ata`; everything is in the library.

// Rows of long files are made on one thread and given up on another, which the usual allocator pays for dearly.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    ata::run()
}
