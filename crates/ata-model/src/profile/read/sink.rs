//! Where the problems of one file are gathered, and bytes become lines and columns.

use crate::profile::fault::{Named, Position, ProfileError, ProfileFault};
use std::cell::RefCell;
use std::collections::HashMap;

pub(super) struct Sink {
    text: String,
    /// The byte at which each line begins.
    lines: Vec<usize>,
    found: RefCell<Vec<(usize, ProfileFault)>>,
}

impl Sink {
    pub fn new(text: &str) -> Sink {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Sink { text: text.to_owned(), lines: std::iter::once(0).chain(breaks).collect(), found: RefCell::default() }
    }

    /// Notes a problem at this byte of the file.
    pub fn report(&self, at: usize, fault: ProfileFault) {
        self.found.borrow_mut().push((at, fault));
    }

    pub fn position(&self, at: usize) -> Position {
        let line = self.lines.partition_point(|begin| *begin <= at);
        let begin = self.lines[line - 1];
        let before = self.text.get(begin..at).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// All problems, from the top of the file to its end.
    pub fn finish(&self) -> Vec<ProfileError> {
        let mut found = self.found.take();
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(at, fault)| ProfileError { at: self.position(at), fault }).collect()
    }
}

/// The keys of one kind seen so far; the second use of one is reported.
pub(super) struct Seen {
    what: Named,
    keys: HashMap<String, usize>,
}

impl Seen {
    pub fn new(what: Named) -> Seen {
        Seen { what, keys: HashMap::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    pub fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    pub fn note(&mut self, sink: &Sink, key: &str, at: usize) {
        let first = *self.keys.entry(key.to_owned()).or_insert(at);
        if first != at {
            let fault = ProfileFault::Repeated { what: self.what, key: key.to_owned(), first: sink.position(first) };
            sink.report(at, fault);
        }
    }
}
