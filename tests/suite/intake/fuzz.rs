//! Files that were cut, mixed or damaged: every door answers, none panics.

use ata::intake::{CanonicalReader, Input, Options, Source, attendance, listing, sniff, survey};
use proptest::prelude::*;

use super::fixtures::{bytes, truths};

fn every_door(file: &[u8], options: &Options) {
    let input = Input::Bytes(file);
    let _ = sniff(input, options);
    let _ = survey(input, options);
    for of_people in [false, true] {
        let _ = listing(input, options, of_people, |_| false);
    }
    let _ = attendance(input, options);
    if let Ok(mut reader) = CanonicalReader::open(input, options) {
        while let Ok(Some(_)) = reader.read() {}
    }
}

fn samples() -> Vec<Vec<u8>> {
    truths("attendance")
        .iter()
        .chain(&truths("evaluation"))
        .map(|truth| bytes(truth["file"].as_str().unwrap()))
        .collect()
}

/// One change to a file.
#[derive(Debug, Clone)]
enum Damage {
    Set(usize, u8),
    Cut(usize, usize),
    Repeat(usize, usize),
    Insert(usize, &'static str),
    End(usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let signs = [
        "\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\0",
        "sep=;\n",
        "=1+1",
        "1. Summary\n",
        "2. X\n",
        "<table>",
        "\u{feff}",
        "Ã±",
        "99999999999999999999",
        "NaN",
        "12/31/9999",
        "--",
    ];
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        (any::<usize>(), 0_usize..200).prop_map(|(at, length)| Damage::Cut(at, length)),
        (any::<usize>(), 0_usize..200).prop_map(|(at, length)| Damage::Repeat(at, length)),
        (any::<usize>(), proptest::sample::select(signs.to_vec())).prop_map(|(at, sign)| Damage::Insert(at, sign)),
        any::<usize>().prop_map(Damage::End),
    ]
}

fn damaged(mut file: Vec<u8>, changes: &[Damage]) -> Vec<u8> {
    for change in changes {
        let place = |at: usize| at % (file.len() + 1);
        match *change {
            Damage::Set(at, byte) => {
                let at = place(at);
                if let Some(slot) = file.get_mut(at) {
                    *slot = byte;
                }
            }
            Damage::Cut(at, length) => {
                let at = place(at);
                file.drain(at..(at + length).min(file.len()));
            }
            Damage::Repeat(at, length) => {
                let at = place(at);
                let again = file[at..(at + length).min(file.len())].to_vec();
                file.splice(at..at, again);
            }
            Damage::Insert(at, sign) => {
                let at = place(at);
                file.splice(at..at, sign.bytes());
            }
            Damage::End(at) => file.truncate(place(at)),
        }
    }
    file
}

#[test]
fn every_reader_answers_for_every_sample() {
    for sample in samples() {
        for &source in Source::ALL {
            every_door(&sample, &Options { source: Some(source), ..Options::default() });
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_samples_never_panic(which in any::<proptest::sample::Index>(), changes in proptest::collection::vec(damage(), 1..6), source in proptest::option::weighted(0.2, proptest::sample::select(Source::ALL.to_vec()))) {
        let samples = samples();
        let file = damaged(which.get(&samples).clone(), &changes);
        every_door(&file, &Options { source, ..Options::default() });
    }

    #[test]
    fn arbitrary_bytes_never_panic(file in proptest::collection::vec(any::<u8>(), 0..300)) {
        every_door(&file, &Options::default());
    }

    #[test]
    fn arbitrary_pages_never_panic(inside in "(<(table|tr|td|th colspan=[0-9]{1,9}|/td|/tr|/table|script|!--)>?|&(amp|#[0-9]{1,9}|#x[0-9a-f]{1,6});?|nombre|[a-z<>&;\n\"]){0,40}") {
        every_door(format!("<html><table><tr><td>nombre<td>correo{inside}").as_bytes(), &Options::default());
    }

    /// Everybody in a list is there once, whatever the order of the rows.
    #[test]
    fn people_are_counted_once_in_any_order(order in Just((0_usize..12).collect::<Vec<_>>()).prop_shuffle()) {
        let mut text = String::from("N°;NOMBRE COMPLETO;DOCUMENTO DE IDENTIDAD;CORREO\n");
        for (number, row) in order.iter().enumerate() {
            let person = row % 4;
            let name = ["Aurelia Ficticia", "Bruno Inventado", "Camila Prueba", "Darío Quimera"][person];
            text.push_str(&format!("{};{name};{};p{person}@example.org\n", number + 1, 1_000_000 + person));
        }
        let found = attendance(Input::Bytes(text.as_bytes()), &Options::default()).unwrap();
        prop_assert_eq!(found.people.len(), 4);
        prop_assert!(found.people.iter().all(|person| person.lines.len() == 3));
    }
}
