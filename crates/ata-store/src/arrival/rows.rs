//! Rows on their way into a table, many to a statement.

use crate::engine::{Prepared, Val};
use crate::error::Result;
use crate::transact::Tx;

/// Gathers rows and writes them together.
pub(crate) struct Rows<'t, 'v> {
    tx: &'t Tx<'t>,
    begin: &'static str,
    width: usize,
    whole: Option<Prepared<'t>>,
    values: Vec<Val<'v>>,
}

/// Rows of one statement.
const AT_ONCE: usize = 128;

impl<'t, 'v> Rows<'t, 'v> {
    pub fn new(tx: &'t Tx<'t>, begin: &'static str, width: usize) -> Rows<'t, 'v> {
        Rows { tx, begin, width, whole: None, values: Vec::new() }
    }

    pub fn add(&mut self, row: &[Val<'v>]) -> Result<()> {
        self.values.extend_from_slice(row);
        if self.values.len() == self.width * AT_ONCE {
            let whole = match &mut self.whole {
                Some(whole) => whole,
                none => none.insert(self.tx.prepared(&statement(self.begin, self.width, AT_ONCE))?),
            };
            whole.run(&self.values)?;
            self.values.clear();
        }
        Ok(())
    }

    pub fn finish(self) -> Result<()> {
        let left = self.values.len() / self.width;
        if left > 0 {
            self.tx.prepared(&statement(self.begin, self.width, left))?.run(&self.values)?;
        }
        Ok(())
    }
}

fn statement(begin: &str, width: usize, rows: usize) -> String {
    let row = |at: usize| {
        let marks: Vec<String> = (1..=width).map(|column| format!("${}", at * width + column)).collect();
        format!("({})", marks.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("{begin}{}", rows.join(", "))
}
