//! The records schedule (tabla de retención documental), and the case files classified by it.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::register::{maybe, named_organisation};
use crate::transact::Tx;
use crate::vals;
use ata_model::document::{CaseFile, Kept, SeriesLine};
use ata_model::import::ImportResult;
use ata_model::profile::Profile;
use ata_model::reference::case_id;

fn line(row: &Row<'_>) -> Result<SeriesLine> {
    Ok(SeriesLine {
        code: row.text("code")?,
        series: row.text("series")?,
        subseries: maybe(row.text("subseries")?),
        types: serde_json::from_str(&row.text("types")?)
            .map_err(|error| StoreError::Stored { what: "series", detail: error.to_string() })?,
        office_years: row.int("office_years")?,
        central_years: row.int("central_years")?,
        disposal: row.text("disposal")?,
        procedure: maybe(row.text("procedure")?),
        source: maybe(row.text("source")?),
    })
}

impl Db {
    pub fn series(&self) -> Result<Vec<SeriesLine>> {
        let sql = "SELECT code, series, subseries, types, office_years, central_years, disposal, procedure, source
                   FROM series ORDER BY code";
        self.rows(sql, vals![], line)
    }

    /// A line by its code, whatever the case.
    pub fn find_series(&self, code: &str) -> Result<SeriesLine> {
        let sql = "SELECT code, series, subseries, types, office_years, central_years, disposal, procedure, source
                   FROM series WHERE lower(code) = $1 ORDER BY code = $2 DESC LIMIT 1";
        let code = code.trim();
        self.row(sql, vals![&code.to_lowercase(), code], line)?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Series, text: code.to_owned() })
    }

    /// The classified case files in the order of their numbers: of one group, year and case, or of all.
    pub fn case_files(&self, group: Option<i64>, year: Option<i64>, case: Option<i64>) -> Result<Vec<CaseFile>> {
        let prefix = self.prefix()?;
        let sql = "SELECT c.id, c.year, c.number, c.title, c.state, c.closed_at, c.group_id, g.name AS group_name,
                          s.code, s.series, s.subseries, s.types, s.office_years, s.central_years, s.disposal, s.procedure, s.source,
                          (SELECT h.reason FROM legal_hold h WHERE h.case_id = c.id AND h.lifted_on = '') AS held,
                          (SELECT max(i.elimination_id) FROM elimination_item i JOIN elimination e ON e.id = i.elimination_id
                           WHERE i.case_id = c.id AND e.state <> 'withdrawn') AS listed,
                          EXISTS (SELECT 1 FROM provenance v WHERE v.case_id = c.id) AS is_copy
                   FROM cases c JOIN series s ON s.code = c.series_code LEFT JOIN organisation g ON g.id = c.group_id
                   WHERE ($1 IS NULL OR c.group_id = $1) AND ($2 IS NULL OR c.year = $2) AND ($3 IS NULL OR c.id = $3)
                   ORDER BY c.year, c.number";
        let mut files = self.rows(sql, vals![group, year, case], |row| {
            Ok(CaseFile {
                key: row.int("id")?,
                id: case_id(&prefix, row.int("year")?, row.int("number")?),
                title: row.text("title")?,
                group: named_organisation(row, "group_id", "group_name")?,
                is_closed: row.text("state")? == "closed",
                closed_at: maybe(row.text("closed_at")?),
                series: line(row)?,
                kept: None,
                held: row.maybe_text("held")?,
                listed: row.maybe_int("listed")?.map(|list| format!("E-{list}")),
                is_copy: row.flag("is_copy")?,
            })
        })?;
        for file in files.iter_mut().filter(|file| file.is_closed) {
            if let Some(kept) = self.kept(file.key)? {
                file.series = kept.in_force(Some(&file.series)).clone();
                file.kept = Some(kept);
            }
        }
        Ok(files)
    }

    /// Code of the series that a rule of the profile puts a case under.
    pub fn series_by_rule(&self, case: i64, profile: &Profile) -> Result<Option<String>> {
        let sql = "SELECT c.origin, p.activity, g.code AS group_code FROM cases c LEFT JOIN plan p ON p.case_id = c.id
                   LEFT JOIN organisation g ON g.id = c.group_id WHERE c.id = $1";
        let found = self.row(sql, vals![case], |row| {
            let (activity, group) = (row.maybe_text("activity")?, row.maybe_text("group_code")?);
            let series = profile.series_for(activity.as_deref(), &row.text("origin")?, group.as_deref());
            Ok(series.map(str::to_owned))
        })?;
        Ok(found.flatten())
    }

    /// What was fixed of a case file when it was closed.
    pub fn kept(&self, case: i64) -> Result<Option<Kept>> {
        let sql = "SELECT code, series, subseries, '[]' AS types, office_years, central_years, disposal, procedure, source, closed_on
                   FROM retention WHERE case_id = $1";
        self.row(sql, vals![case], |row| {
            let day = row.text("closed_on")?;
            let closed_on = day.parse().map_err(|_| StoreError::Stored { what: "retention", detail: day })?;
            Ok(Kept { line: line(row)?, closed_on })
        })
    }
}

impl Tx<'_> {
    /// Puts a case under a line of the records schedule.
    pub fn classify(&mut self, case: i64, code: &str) -> Result<()> {
        self.about(case);
        self.exec("UPDATE cases SET series_code = $2 WHERE id = $1", vals![case, code])?;
        self.say(format!("{} {code}", self.case_ref(case)?));
        Ok(())
    }

    /// Fixes the line a case is kept by, and its days, on the day it is closed.
    pub(crate) fn fix_retention(&self, case: i64) -> Result<()> {
        let sql = "SELECT s.code, s.series, s.subseries, s.types, s.office_years, s.central_years, s.disposal, s.procedure, s.source
                   FROM cases c JOIN series s ON s.code = c.series_code WHERE c.id = $1";
        let Some(line) = self.row(sql, vals![case], line)? else { return Ok(()) };
        let kept = Kept { line, closed_on: self.stamp.today };
        let days = kept.retention(&kept.line);
        self.exec(
            "INSERT INTO retention (case_id, code, series, subseries, office_years, central_years, disposal, procedure, source,
                                    closed_on, office_until, central_until)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            vals![
                case,
                &kept.line.code,
                &kept.line.series,
                kept.line.subseries.as_deref().unwrap_or_default(),
                kept.line.office_years,
                kept.line.central_years,
                &kept.line.disposal,
                kept.line.procedure.as_deref().unwrap_or_default(),
                kept.line.source.as_deref().unwrap_or_default(),
                &kept.closed_on.to_string(),
                &days.office_until.to_string(),
                &days.central_until.to_string()
            ],
        )?;
        Ok(())
    }

    /// Takes lines of a file in. The result gets the number of the import, and says what was new; a file that says
    /// nothing new leaves no trace.
    pub fn import_series(&mut self, lines: &[SeriesLine], result: &mut ImportResult) -> Result<()> {
        let known = self.series()?;
        let is_known = |line: &SeriesLine| known.iter().any(|other| other == line);
        let fresh: Vec<&SeriesLine> = lines.iter().filter(|line| !is_known(line)).collect();
        result.unchanged = (lines.len() - fresh.len()) as i64;
        result.changed = !fresh.is_empty();
        let is_new = |line: &SeriesLine| known.iter().all(|other| other.code != line.code);
        result.added = Some(fresh.iter().filter(|line| is_new(line)).count() as i64);
        result.updated = fresh.iter().filter(|line| !is_new(line)).count() as i64;
        if fresh.is_empty() {
            return Ok(());
        }
        let import = self.add_import("series", None, &result.file, &result.sha256, &result.source)?;
        result.import = Some(format!("I-{import}"));
        for line in fresh {
            self.put_series(line, Some(import))?;
        }
        self.finish_import(import, result)
    }

    /// Adds lines of the records schedule; a known code takes the new values.
    pub fn put_series(&self, line: &SeriesLine, import: Option<i64>) -> Result<()> {
        let types = serde_json::json!(line.types).to_string();
        self.exec(
            "INSERT INTO series (code, series, subseries, types, office_years, central_years, disposal, procedure, source, import_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (code) DO UPDATE SET series = excluded.series, subseries = excluded.subseries, types = excluded.types,
                office_years = excluded.office_years, central_years = excluded.central_years, disposal = excluded.disposal,
                procedure = excluded.procedure, source = excluded.source",
            vals![
                &line.code,
                &line.series,
                line.subseries.as_deref().unwrap_or_default(),
                &types,
                line.office_years,
                line.central_years,
                &line.disposal,
                line.procedure.as_deref().unwrap_or_default(),
                line.source.as_deref().unwrap_or_default(),
                import
            ],
        )?;
        Ok(())
    }
}
