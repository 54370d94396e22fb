//! Reading one file of a bag against the digests it must give.

use std::io::Read;

use super::super::digest::{Hashers, pump};
use super::super::{Algorithm, BagError};
use super::ProblemKind;
use super::shelf::{Shelf, unreadable};

/// One file to read.
pub(super) struct Job<'a> {
    pub(super) path: &'a str,
    /// As the folder or the ZIP declares them.
    pub(super) bytes: u64,
    pub(super) expected: &'a [(Algorithm, String)],
}

impl Job<'_> {
    /// What is wrong with the content, if anything.
    pub(super) fn fault(&self, shelf: &mut Shelf, chunk: &mut [u8], tell: &dyn Fn(u64)) -> Option<ProblemKind> {
        let mut hashers = Hashers::new(self.expected.iter().map(|(algorithm, _)| *algorithm));
        let unread = |source| BagError::io(self.path)(source);
        let read = shelf.read(self.path, |file| {
            let mut within = file.take(self.bytes.saturating_add(1));
            pump(&mut within, chunk, unread, |bytes| {
                hashers.update(bytes);
                tell(bytes.len() as u64);
                Ok(())
            })
        });
        match read {
            Err(kind) => Some(kind),
            Ok(Err(BagError::Io { source, .. })) => Some(unreadable(source)),
            Ok(Err(error)) => Some(unreadable(error)),
            Ok(Ok(found)) if found != self.bytes => {
                let declared = self.bytes;
                Some(ProblemKind::Length { declared, found })
            }
            Ok(Ok(_)) => {
                let mut algorithms: Vec<Algorithm> = hashers
                    .finish()
                    .iter()
                    .zip(self.expected)
                    .filter(|((_, digest), (_, expected))| digest != expected)
                    .map(|((algorithm, _), _)| *algorithm)
                    .collect();
                algorithms.sort_unstable();
                (!algorithms.is_empty()).then_some(ProblemKind::Changed { algorithms })
            }
        }
    }
}
