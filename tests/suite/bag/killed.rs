//! A run that is killed in the middle, and the run after it.

use std::env;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use ata::bag::Payload;

use super::refuse::reader;
use super::{FILES, FORMS, Room, assert_valid, spec};

/// Where the run that is to be killed writes to.
const TARGET: &str = "ATA_TEST_BAG_TARGET";

/// Gives more than any buffer holds and then nothing, for ever.
struct Stuck(usize);

impl Read for Stuck {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.0 > 1 << 20 {
            loop {
                thread::park();
            }
        }
        self.0 += into.len();
        Ok(into.len())
    }
}

#[test]
#[ignore = "the half of the next test that is killed"]
fn a_run_that_never_ends() {
    let Some(out) = env::var_os(TARGET).map(PathBuf::from) else {
        return;
    };
    let mut bag = spec(&FILES);
    let open = || -> io::Result<Box<dyn Read>> { Ok(Box::new(Stuck(0))) };
    bag.payload.push(Payload::new("sin fin.mp4", reader(Some(1 << 30), Box::new(open))));
    for (write, name) in FORMS {
        if out.ends_with(name) {
            drop(write(&out, &bag, &mut |_| {}));
        }
    }
}

/// Killed however the test ends.
struct Doomed(Child);

impl Drop for Doomed {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
fn a_killed_run_leaves_no_package_and_the_next_one_makes_it() {
    for (write, name) in FORMS {
        let room = Room::new();
        let out = room.at(name);
        let run = Command::new(env::current_exe().unwrap())
            .args(["--ignored", "--exact", "bag::killed::a_run_that_never_ends"])
            .env(TARGET, &out)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut run = Doomed(run);
        let left = room.at(&format!("{name}.partial"));
        let sign = if name.contains('.') { left } else { left.join("data/sin fin.mp4") };
        // Written to, and therefore past whatever comes first.
        while !sign.metadata().is_ok_and(|found| found.len() > 0) {
            assert!(run.0.try_wait().unwrap().is_none(), "the run has ended");
            thread::sleep(Duration::from_millis(2));
        }
        drop(run);
        assert_eq!(room.names(), [format!("{name}.partial")]);
        assert!(write(&out, &spec(&FILES), &mut |_| {}).unwrap().changed);
        assert_valid(&out);
        assert_eq!(room.names(), [name]);
    }
}
