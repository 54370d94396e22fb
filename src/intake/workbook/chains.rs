//! The chains of sectors of an old workbook, followed before a parser does: one that comes back to itself would never end.

use std::collections::HashSet;

use super::super::codes::Container;
use super::super::fault::IntakeError;
use super::damaged;

/// Sector numbers from here on are marks (end of chain, free, table) and no sectors.
const MARKS: u32 = 0xFFFF_FFFA;
/// Places in the header for the numbers of the table's own sectors.
const IN_HEADER: usize = 109;

/// Refuses a file with a chain that is a ring ([MS-CFB] 2.3).
pub(super) fn check(bytes: &[u8]) -> Result<(), IntakeError> {
    let word =
        |at: usize| bytes.get(at..at + 4).and_then(|word| word.try_into().ok()).map_or(u32::MAX, u32::from_le_bytes);
    let shift = u32::from(bytes.get(30).copied().unwrap_or_default());
    if !matches!(shift, 9 | 12) {
        return Err(damaged(Container::Xls, "sectors"));
    }
    let size = 1_usize << shift;
    let start = |sector: u32| (sector as usize + 1).saturating_mul(size);
    let mut table: Vec<u32> = (0..IN_HEADER).map(|at| word(76 + 4 * at)).collect();
    let (mut more, mut seen) = (word(68), HashSet::new());
    while more < MARKS && start(more) < bytes.len() {
        if !seen.insert(more) {
            return Err(damaged(Container::Xls, "ring"));
        }
        let at = start(more);
        table.extend((0..size / 4 - 1).map(|entry| word(at + 4 * entry)));
        more = word(at + size - 4);
    }
    let sectors =
        table.into_iter().filter(|sector| *sector < MARKS && start(*sector) < bytes.len()).take(bytes.len() / size);
    let next: Vec<u32> = sectors
        .flat_map(|sector| (0..size / 4).map(move |entry| (sector, entry)))
        .map(|(sector, entry)| word(start(sector) + 4 * entry))
        .collect();
    if has_ring(&next) { Err(damaged(Container::Xls, "ring")) } else { Ok(()) }
}

/// Does a chain come back to a sector it has passed?
fn has_ring(next: &[u32]) -> bool {
    // In which walk each sector was met; 0 = not yet.
    let mut met = vec![0_usize; next.len()];
    for begin in 0..next.len() {
        let mut at = begin;
        while met.get(at) == Some(&0) {
            met[at] = begin + 1;
            at = next[at] as usize;
        }
        if met.get(at) == Some(&(begin + 1)) {
            return true;
        }
    }
    false
}
