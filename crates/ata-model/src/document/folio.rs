//! Folio numbers (foliación): one series for a whole case file, and the folders it fills.

/// One folder (carpeta) of a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    pub from: i64,
    pub to: i64,
    /// Places of its first and last document in the list that was foliated.
    pub first: usize,
    pub last: usize,
}

/// The folio numbers of a case file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Foliation {
    /// First and last folio of each document; none for one that has no folios.
    pub ranges: Vec<Option<(i64, i64)>>,
    pub folders: Vec<Folder>,
}

/// Numbers the folios of documents given in their order: one series from 1 without gaps, that goes on from folder to folder. A
/// document that does not fit begins a new folder; one that is larger than a folder fills several. (AGN, Acuerdo 002 of 2014,
/// article 12; about 200 folios a folder.)
pub fn foliate(folios: &[i64], per_folder: i64) -> Foliation {
    let limit = per_folder.max(1);
    let mut foliation = Foliation::default();
    // Of the folder under way: its first folio, and its first document.
    let (mut start, mut first) = (1, 0);
    let mut next = 1;
    for (at, &count) in folios.iter().enumerate() {
        if count <= 0 {
            foliation.ranges.push(None);
            continue;
        }
        if next > start && next - start + count > limit {
            foliation.folders.push(Folder { from: start, to: next - 1, first, last: at.saturating_sub(1) });
            (start, first) = (next, at);
        }
        foliation.ranges.push(Some((next, next + count - 1)));
        next += count;
        while next - start > limit {
            foliation.folders.push(Folder { from: start, to: start + limit - 1, first, last: at });
            (start, first) = (start + limit, at);
        }
    }
    if next > start {
        foliation.folders.push(Folder { from: start, to: next - 1, first, last: folios.len().saturating_sub(1) });
    }
    foliation
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folders_hold_whole_documents_as_long_as_they_can() {
        for (folios, folders) in [
            (vec![], vec![]),
            (vec![1], vec![(1, 1, 0, 0)]),
            (vec![100, 100], vec![(1, 200, 0, 1)]),
            (vec![100, 101], vec![(1, 100, 0, 0), (101, 201, 1, 1)]),
            (vec![450], vec![(1, 200, 0, 0), (201, 400, 0, 0), (401, 450, 0, 0)]),
            (vec![10, 450, 10], vec![(1, 10, 0, 0), (11, 210, 1, 1), (211, 410, 1, 1), (411, 470, 1, 2)]),
            (vec![0, 5, 0], vec![(1, 5, 0, 2)]),
            (vec![200, 1], vec![(1, 200, 0, 0), (201, 201, 1, 1)]),
        ] {
            let found = foliate(&folios, 200);
            let found: Vec<_> = found.folders.iter().map(|one| (one.from, one.to, one.first, one.last)).collect();
            assert_eq!(found, folders, "{folios:?}");
        }
    }

    proptest! {
        #[test]
        fn every_folio_has_one_number_and_lies_in_one_folder(
            folios in proptest::collection::vec(0_i64..700, 0..40), limit in 1_i64..300
        ) {
            let found = foliate(&folios, limit);
            prop_assert_eq!(found.ranges.len(), folios.len());
            let mut next = 1;
            for (range, count) in found.ranges.iter().zip(&folios) {
                match range {
                    Some((from, to)) => {
                        prop_assert_eq!((*from, to - from + 1), (next, *count));
                        next = to + 1;
                    }
                    None => prop_assert_eq!(*count, 0),
                }
            }
            let mut start = 1;
            for folder in &found.folders {
                prop_assert_eq!(folder.from, start);
                prop_assert!(folder.to >= folder.from && folder.to - folder.from < limit);
                start = folder.to + 1;
            }
            prop_assert_eq!(start, next);
        }
    }
}
