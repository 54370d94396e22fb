//! At most so many messages a minute, evenly: what a server's owner allows.

use std::thread;
use std::time::{Duration, Instant};

pub struct Pace {
    per_minute: u32,
    next: Option<Instant>,
}

impl Pace {
    pub fn new(per_minute: u32) -> Pace {
        Pace { per_minute: per_minute.max(1), next: None }
    }

    pub fn per_minute(&self) -> usize {
        self.per_minute as usize
    }

    /// Waits until the next message may go out.
    pub fn wait(&mut self) {
        let now = Instant::now();
        let at = self.next.map_or(now, |next| next.max(now));
        thread::sleep(at - now);
        self.next = Some(at + Duration::from_secs(60) / self.per_minute);
    }
}
