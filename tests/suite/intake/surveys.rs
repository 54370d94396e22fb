//! Evaluation answers: every sample against its known truth, our own CSV, and nothing of who answered.

use std::collections::BTreeMap;

use ata::intake::{ColumnKind, Input, IntakeError, Options, Source, Survey, WarnCode, survey};
use serde_json::Value;

use super::fixtures::{bytes, truths};

fn read(file: &str) -> Survey {
    survey(Input::Bytes(&bytes(file)), &Options::default()).unwrap_or_else(|fault| panic!("{file}: {fault:?}"))
}

fn answers(survey: &Survey, column: usize) -> Vec<&str> {
    survey
        .rows
        .iter()
        .flat_map(|row| &row.answers)
        .filter(|(at, _)| *at == column)
        .map(|(_, text)| text.as_str())
        .collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn counts<'t>(values: impl Iterator<Item = &'t str>) -> BTreeMap<String, u64> {
    values.fold(BTreeMap::new(), |mut counts, value| {
        *counts.entry(value.to_owned()).or_default() += 1;
        counts
    })
}

fn expected(question: &Value) -> BTreeMap<String, u64> {
    question["counts"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(value, count)| (value.clone(), count.as_u64().unwrap()))
        .collect()
}

#[test]
fn every_evaluation_sample_is_told_and_its_rows_and_respondents_counted() {
    for truth in truths("evaluation") {
        let file = truth["file"].as_str().unwrap();
        let found = read(file);
        assert_eq!(found.source.as_str(), truth["format"], "{file}");
        assert_eq!(found.header_line, truth["header_line"].as_u64().unwrap(), "{file}");
        assert_eq!(found.rows.len() as u64, truth["data_rows"].as_u64().unwrap(), "{file}");
        assert_eq!(found.respondents as u64, truth["respondents"].as_u64().unwrap(), "{file}");
        let complete = found.rows.iter().filter(|row| row.complete).count() as u64;
        assert_eq!(complete, truth["complete"].as_u64().unwrap_or(found.rows.len() as u64), "{file}");
        assert_eq!(found.sheet.as_deref(), truth["sheet"].as_str(), "{file}");
        for issue in truth["expected_field_issues"].as_array().unwrap() {
            assert!(found.warnings.iter().any(|warning| warning.line == issue["line"].as_u64()), "{file}: {issue}");
        }
    }
}

#[test]
fn every_question_of_the_evaluation_samples_has_its_answers() {
    for truth in truths("evaluation") {
        let file = truth["file"].as_str().unwrap();
        let found = read(file);
        for question in truth["questions"].as_array().unwrap() {
            let header = squeezed(question["header"].as_str().unwrap());
            if question["columns"].is_array() {
                // One column a choice.
                let parts = found.columns.iter().enumerate().filter(|(_, column)| column.question == header);
                let seen: BTreeMap<String, u64> = parts
                    .map(|(at, column)| (column.part.clone().unwrap(), answers(&found, at).len() as u64))
                    .filter(|(_, count)| *count > 0)
                    .collect();
                assert_eq!(seen, expected(question), "{file}: {header}");
                continue;
            }
            let at =
                found.columns.iter().position(|column| column.text == header && column.kind == ColumnKind::Question);
            let at = at.unwrap_or_else(|| panic!("{file}: {header} in {:#?}", found.columns));
            let given = answers(&found, at);
            match question["kind"].as_str() {
                Some("multi") => assert_eq!(
                    counts(given.iter().flat_map(|answer| found.choices(answer))),
                    expected(question),
                    "{file}: {header}"
                ),
                Some("text") => {
                    assert_eq!(given.len() as u64, question["answered"].as_u64().unwrap(), "{file}: {header}")
                }
                _ => assert_eq!(counts(given.into_iter()), expected(question), "{file}: {header}"),
            }
        }
    }
}

#[test]
fn nothing_that_says_who_answered_is_handed_out() {
    for truth in truths("evaluation") {
        let file = truth["file"].as_str().unwrap();
        let text = serde_json::to_string(&read(file).rows).unwrap();
        for person in truth["people"].as_array().unwrap() {
            for said in [&person["name"], &person["email"]]
                .into_iter()
                .filter_map(Value::as_str)
                .filter(|said| *said != "Bruno")
            {
                assert!(!text.to_lowercase().contains(&said.to_lowercase()), "{file}: {said}");
            }
        }
    }
}

#[test]
fn a_second_answer_of_the_same_person_has_the_same_number() {
    let found = read("v13_gforms_evaluation_es.csv");
    let numbers: Vec<usize> = found.rows.iter().map(|row| row.respondent).collect();
    assert_eq!(numbers, [0, 1, 2, 3, 0]);
    assert!(found.warnings.iter().any(|warning| warning.code == WarnCode::RepeatedAnswer && warning.line == Some(7)));
    assert_eq!(found.rows[0].submitted.unwrap().to_string(), "2025-08-14 12:05:09");
}

#[test]
fn our_own_answers_are_keys_or_labels_over_one_row_a_sheet() {
    let text = "topic_clear;Dominio del tema ;comments\n5;Bueno;\"Útil; gracias\"\n;;\n4;;\n";
    let found = survey(Input::Bytes(text.as_bytes()), &Options::default()).unwrap();
    assert_eq!(found.source, Source::Canonical);
    assert_eq!(
        found.columns.iter().map(|column| column.key.as_str()).collect::<Vec<_>>(),
        ["topic_clear", "dominio_del_tema", "comments"]
    );
    let rows: Vec<_> = found.rows.iter().map(|row| (row.line, row.answers.clone())).collect();
    assert_eq!(
        rows,
        [(2, vec![(0, "5".into()), (1, "Bueno".into()), (2, "Útil; gracias".into())]), (4, vec![(0, "4".into())])]
    );
    assert_eq!((found.respondents, found.ignored.len()), (2, 1));
}

#[test]
fn answers_are_given_to_items_by_hand() {
    let text = "Fecha,Qué tal,Nota\n2026-01-02,bien,5\n";
    let map = vec![("overall".to_owned(), "nota".to_owned())];
    let found = survey(Input::Bytes(text.as_bytes()), &Options { map, ..Options::default() }).unwrap();
    assert_eq!(found.columns[2].key, "overall");
    let map = vec![("overall".to_owned(), "puntaje".to_owned())];
    let fault = survey(Input::Bytes(text.as_bytes()), &Options { map, ..Options::default() }).unwrap_err();
    assert!(matches!(fault, IntakeError::UnknownColumn { column, .. } if column == "puntaje"));
}

#[test]
fn columns_of_the_system_and_single_choices_are_no_questions() {
    let kinds = |text: &str| -> Vec<String> {
        let found = survey(Input::Bytes(text.as_bytes()), &Options::default()).unwrap();
        found
            .columns
            .iter()
            .filter(|column| column.kind == ColumnKind::Question)
            .map(|column| column.text.clone())
            .collect()
    };
    let odk = "SubmissionDate,start,end,grupo-utilidad,sitio-Latitude,meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,\
        AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion\n2025-08-14T13:11:00.000Z,,,5,4.0,uuid:1,uuid:1,9,X,0,0,,,,0,1\n";
    assert_eq!(kinds(odk), ["grupo-utilidad"]);
    let kobo = "\"start\";\"Utilidad\";\"Temas\";\"Temas/Agua\";\"Temas/Suelo\";\"Nombre completo\";\"_id\";\"_uuid\";\"_submission_time\"\n\
        \"#date\";\"#score\";\"#topic\";\"\";\"\";\"\";\"\";\"\";\"\"\n\
        \"2025-08-14T08:01:10.123-05:00\";\"5\";\"Agua Suelo\";\"1\";\"1\";\"Aurelia\";\"1\";\"u\";\"2025-08-14T13:01:59\"\n";
    assert_eq!(kinds(kobo), ["Utilidad", "Temas"]);
    let found = survey(Input::Bytes(kobo.as_bytes()), &Options::default()).unwrap();
    assert_eq!(found.ignored.iter().map(|row| (row.line, row.reason.as_str())).collect::<Vec<_>>(), [(2, "hxl_tags")]);
    assert_eq!(found.choices(&found.rows[0].answers[1].1), ["Agua", "Suelo"]);
}
