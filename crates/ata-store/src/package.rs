//! Packages made of closed cases.

use crate::error::Result;
use crate::transact::Tx;
use crate::vals;

impl Tx<'_> {
    /// Notes a package that was written. The same package of the same case is noted once.
    pub fn note_package(&mut self, case: i64, name: &str, manifest: &str) -> Result<()> {
        self.about(case);
        let added = self.exec(
            "INSERT INTO package (case_id, name, manifest, at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (case_id, name, manifest) DO NOTHING",
            vals![case, name, manifest, &self.stamp.instant()],
        )?;
        if added > 0 {
            self.say(format!("{name} sha256:{manifest}"));
        }
        Ok(())
    }
}
