//! The press of a program that was built without the typesetter: says so.

use super::{Archival, Logo, Paper, PaperError, Printed};
use crate::papers::{Templates, Voice};

pub struct Engine {
    pub archival: Archival,
}

impl Engine {
    pub fn new(_: &Voice, _: Templates, _: Option<Logo>) -> Engine {
        Engine { archival: Archival::default() }
    }

    pub fn print(&self, _: &Paper) -> Result<Printed, PaperError> {
        Err(PaperError::WithoutPdf)
    }

    pub fn print_each(
        &self,
        _: &[Paper],
        _: &(dyn Fn(usize, Result<Printed, PaperError>) + Sync),
    ) -> Result<(), PaperError> {
        Err(PaperError::WithoutPdf)
    }
}
