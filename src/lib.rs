//! `ata`: technical assistance, from the first request to the archived file, over one SQLite file.
//!
//! How a command flows: `args` says what may be typed and where it goes; a stage (`stages/`) or a daily command (`desk/`)
//! opens the register through `env`, runs the rules of `ata-model` inside one transaction of `ata-store`, and returns an
//! `Answer`; `view` shows it as text, JSON or CSV; `error` words what failed. Adapters (`mail`, `intake`, `bag`, `papers`) are
//! functions between bytes and plain values: no store, no arguments, no terminal. Every word people read is in
//! `locale`. Three floors, one stair: `ata` → `ata-store` → `ata-model`.

mod args;
pub mod bag;
mod desk;
mod env;
mod error;
pub mod intake;
mod locale;
pub mod mail;
pub mod papers;
mod stages;
mod typed;
mod view;

use env::Env;
use error::{Fault, Kind};
use std::process::ExitCode;

/// Reads the arguments, does what they say, shows the answer, and says how it went.
pub fn run() -> ExitCode {
    // Everything on disk is whole at any moment, so an interrupt may end the program wherever it is.
    let at_once = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let exit = i32::from(Kind::Interrupted.exit());
    let _ = signal_hook::flag::register_conditional_shutdown(signal_hook::consts::SIGINT, exit, at_once);
    // A file that outgrows what the system allows is an error like a full disk, not the end of the program.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Default::default());
    let cli = match args::read(env::arguments()) {
        Ok(cli) => cli,
        Err(error) => return desk::help::usage(&error),
    };
    let env = match Env::new(cli.globals) {
        Ok(env) => env,
        Err(fault) => return desk::help::early(fault),
    };
    match env.check_language().and_then(|()| args::dispatch(&cli.command, &env)) {
        Ok(answer) => finish(&answer, &env),
        Err(fault) => fail(&fault.or_help(desk::help::typed_command), &env),
    }
}

fn finish(answer: &view::Answer, env: &Env) -> ExitCode {
    if let Err(error) = view::show(answer, env) {
        // Whoever read the answer has seen enough.
        if error.kind() != std::io::ErrorKind::BrokenPipe {
            return fail(&error::shown_fault(&error), env);
        }
    }
    if !env.globals.quiet {
        let is_rehearsal = env.globals.dry_run;
        for note in answer.notes.iter().chain(answer.next.iter().filter(|_| !is_rehearsal)) {
            env.say(&env.words().say(note));
        }
        if is_rehearsal {
            env.say(&env.words().word("look-rehearsal"));
        }
    }
    ExitCode::from(answer.exit)
}

/// Tells what failed, and gives its exit code.
pub(crate) fn fail(fault: &Fault, env: &Env) -> ExitCode {
    if env.format() == args::Format::Json || env.format() == args::Format::Jsonl {
        env.say(&fault.json(env.words()).to_string());
    } else {
        for line in fault.lines(env.words()) {
            env.say(&line);
        }
    }
    ExitCode::from(fault.kind.exit())
}
