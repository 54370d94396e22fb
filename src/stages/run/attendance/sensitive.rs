//! Columns of the differential approach, read by the profile's categories. What a list says is looked up once for all who say the same.

use ata_model::differential::{Answers, Differential, Unread, VARIABLES};
use ata_model::name::fold;
use std::collections::HashMap;
use std::sync::Arc;

/// Different rows of answers that are remembered; a list of categories has far fewer.
const REMEMBERED: usize = 4096;

/// The answers of a row, and the columns that were not understood.
type Read = (Option<Arc<Answers>>, Vec<(usize, Unread)>);

pub(super) struct Sensitive<'p> {
    approach: Option<&'p Differential>,
    known: HashMap<[String; 6], Read>,
    /// What a lone `M` stands for in this list; nothing where it may be either.
    letter: Option<&'static str>,
}

impl<'p> Sensitive<'p> {
    pub fn new(approach: Option<&'p Differential>) -> Sensitive<'p> {
        Sensitive { approach, known: HashMap::new(), letter: None }
    }

    /// `M` is *mujer* beside `H`, and *masculino* beside `F`.
    pub fn letters<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        let (mut h, mut f) = (false, false);
        for cell in cells {
            let folded = fold(cell);
            h |= folded == "h";
            f |= folded == "f";
        }
        self.letter = match (h, f) {
            (true, false) => Some("female"),
            (false, true) => Some("male"),
            _ => None,
        };
    }

    /// None when the row says nothing at all.
    pub fn read(&mut self, cells: &[&str; 6]) -> Option<Read> {
        if cells.iter().all(|cell| cell.is_empty()) {
            return None;
        }
        // A whole story in a cell is no category; it is not kept to be looked up again.
        let key = cells.map(|cell| cell.chars().take(120).collect::<String>());
        if let Some(known) = self.known.get(&key) {
            return Some(known.clone());
        }
        let read = self.look_up(&key);
        if self.known.len() < REMEMBERED {
            self.known.insert(key, read.clone());
        }
        Some(read)
    }

    fn look_up(&self, cells: &[String; 6]) -> Read {
        let mut answers = Answers::default();
        let mut doubts = Vec::new();
        for (variable, cell) in cells.iter().enumerate() {
            let read = match self.approach {
                Some(approach) => self.answer(approach, variable, cell),
                None if cell.is_empty() => Ok(String::new()),
                None => Err(Unread::NotAsked),
            };
            match read {
                Ok(answer) => answers[variable] = answer,
                Err(unread) => doubts.push((variable, unread)),
            }
        }
        let says = answers.iter().any(|answer| !answer.is_empty());
        (says.then(|| Arc::new(answers)), doubts)
    }

    fn answer(&self, approach: &Differential, variable: usize, cell: &str) -> Result<String, Unread> {
        let read = approach.read(variable, cell);
        let is_sex = VARIABLES[variable] == "sex" || VARIABLES[variable] == "gender";
        match self.letter {
            Some(key) if read == Err(Unread::Unknown) && is_sex && fold(cell) == "m" => approach.read(variable, key),
            _ => read,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ata_model::profile::Profile;

    #[test]
    fn a_lone_m_is_what_the_other_letters_of_the_list_make_it() {
        let profile = Profile::parse(include_str!("../../../../profiles/santander.toml")).expect("a profile");
        for (list, expected) in [
            (vec!["F", "M"], Some("male")),
            (vec!["H", "M"], Some("female")),
            (vec!["M"], None),
            (vec!["F", "H", "M"], None),
        ] {
            let mut sensitive = Sensitive::new(profile.differential.as_ref());
            sensitive.letters(list.iter().copied());
            let (answers, doubts) = sensitive.read(&["M", "", "", "", "", ""]).expect("an answer");
            assert_eq!(answers.map(|answers| answers[0].clone()).as_deref(), expected, "{list:?}");
            assert_eq!(doubts.is_empty(), expected.is_some(), "{list:?}");
        }
    }
}
