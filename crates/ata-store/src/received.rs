//! Case files that come from another register, in a package: taken in whole, sealed again, and marked with where they come from.
//!
//! The rows are those that the seal there is the hash of (see `seal`). The people and organisations that they refer to by number are
//! among them, as they were called there, and are looked for here first, so that nobody stands in the register twice.

use crate::engine::{Db, Val};
use crate::error::{Result, StoreError};
use crate::register::maybe;
use crate::seal::tables;
use crate::transact::Tx;
use crate::vals;
use ata_model::identity::Document;
use ata_model::name::{fold, key};
use ata_model::profile::Profile;
use ata_model::reference::case_id;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

/// What a package says of a case.
pub struct Parcel<'a> {
    /// What [`Db::origin`] said there.
    pub origin: &'a Value,
    /// The lines that the seal is the hash of.
    pub register: &'a str,
    /// The log of the case there, with its chain.
    pub log: &'a str,
    pub seal: &'a str,
    /// SHA-256 of the package's `manifest-sha256.txt`.
    pub manifest: &'a str,
    /// Name of its folder or file.
    pub package: &'a str,
    pub bagged_on: &'a str,
    /// Everything that lies in it, by its path below `data/`, with its SHA-256. The content must be kept already.
    pub files: &'a [(String, String)],
    /// The procedure the case followed: itself, its text, and the SHA-256 of the text.
    pub profile: (&'a Profile, &'a str, &'a str),
}

/// Where a case came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Provenance {
    pub institution: String,
    /// Of the register it was kept in.
    pub instance: String,
    /// Its reference there.
    pub reference: String,
    pub seal: String,
    pub manifest: String,
    pub package: String,
    pub bagged_on: Option<String>,
    /// UTC.
    pub taken_at: String,
}

/// What in a package cannot be taken in; `line` of the register from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// Not a row of a table that belongs to a case, or with columns this program does not know.
    Line { line: usize },
    /// It names a row that the package does not hold.
    Reference { line: usize, column: String },
    /// What says where it comes from lacks this.
    Origin { field: &'static str },
}

type Fit<T> = Result<std::result::Result<T, Unfit>>;

/// The case `c` of a query was not taken in from elsewhere: it is this institution's own work.
pub(crate) const OWN: &str = "NOT EXISTS (SELECT 1 FROM provenance v WHERE v.case_id = c.id)";

/// Unwraps what fits, returns what does not.
macro_rules! fit {
    ($value:expr) => {
        match $value {
            Ok(value) => value,
            Err(unfit) => return Ok(Err(unfit)),
        }
    };
}

impl Db {
    /// Where a case came from, if it was taken in from a package.
    pub fn provenance(&self, case: i64) -> Result<Option<Provenance>> {
        let sql =
            "SELECT institution, instance, reference, seal, manifest, package, bagged_on, taken_at FROM provenance
                   WHERE case_id = $1";
        self.row(sql, vals![case], |row| {
            Ok(Provenance {
                institution: row.text("institution")?,
                instance: row.text("instance")?,
                reference: row.text("reference")?,
                seal: row.text("seal")?,
                manifest: row.text("manifest")?,
                package: row.text("package")?,
                bagged_on: maybe(row.text("bagged_on")?),
                taken_at: row.text("taken_at")?,
            })
        })
    }

    /// What lay in the package a case was taken in from: path below `data/`, SHA-256 and bytes of each file.
    pub fn received_files(&self, case: i64) -> Result<Vec<(String, String, i64)>> {
        let sql = "SELECT f.path, f.sha256, b.size FROM received_file f JOIN blob b ON b.sha256 = f.sha256
                   WHERE f.case_id = $1 ORDER BY f.path";
        self.rows(sql, vals![case], |row| Ok((row.text("path")?, row.text("sha256")?, row.int("size")?)))
    }

    /// Is content with this SHA-256 kept?
    pub fn keeps(&self, sha256: &str) -> Result<bool> {
        Ok(self.count("SELECT count(*) AS n FROM blob WHERE sha256 = $1", vals![sha256])? > 0)
    }

    /// The case that a reference of another register (or of this one) stands for here.
    pub fn find_received(&self, instance: &str, reference: &str) -> Result<Option<i64>> {
        let sql = "SELECT case_id FROM provenance WHERE instance = $1 AND reference = $2";
        if let Some(case) = self.row(sql, vals![instance, reference], |row| row.int("case_id"))? {
            return Ok(Some(case));
        }
        let sql = "SELECT c.id, c.year, c.number, k.prefix FROM cases c JOIN desk k ON k.instance = $1
                   WHERE NOT EXISTS (SELECT 1 FROM provenance p WHERE p.case_id = c.id)
                     AND k.prefix || '-' || c.year || '-' || printf('%04d', c.number) = $2";
        self.row(sql, vals![instance, reference], |row| row.int("id"))
    }

    /// What another register needs to take a case in, besides its rows: whose it is.
    pub fn origin(&self, case: i64) -> Result<Value> {
        let desk = self.desk()?;
        let sql =
            "SELECT c.year, c.number, p.name, p.version, p.sha256 FROM cases c JOIN profile p ON p.id = c.profile_id
                   WHERE c.id = $1";
        let known = self.row(sql, vals![case], |row| {
            Ok(json!({
                "format": "ata-case",
                "version": 1,
                "reference": case_id(&desk.prefix, row.int("year")?, row.int("number")?),
                "institution": desk.institution,
                "instance": desk.instance,
                "prefix": desk.prefix,
                "language": desk.language,
                "zone": desk.zone,
                "country": desk.country,
                "profile": {"name": row.text("name")?, "version": row.int("version")?, "sha256": row.text("sha256")?},
            }))
        })?;
        Ok(known.unwrap_or_default())
    }

    /// The procedure that a case taken in from elsewhere followed there: its document types and folders are named by that one.
    pub fn foreign_profile(&self, case: i64) -> Result<Option<Profile>> {
        let sql = "SELECT p.compiled FROM cases c JOIN profile p ON p.id = c.profile_id
                   JOIN provenance v ON v.case_id = c.id WHERE c.id = $1";
        let compiled = self.row(sql, vals![case], |row| row.text("compiled"))?;
        let read = |text: String| serde_json::from_str(&text);
        let profile = compiled.map(read).transpose();
        profile.map_err(|error| StoreError::Stored { what: "profile", detail: error.to_string() })
    }

    /// The text of the procedure a case follows.
    pub fn profile_source(&self, case: i64) -> Result<String> {
        let sql = "SELECT p.source FROM cases c JOIN profile p ON p.id = c.profile_id WHERE c.id = $1";
        Ok(self.row(sql, vals![case], |row| row.text("source"))?.unwrap_or_default())
    }
}

/// The rows of one table among the lines of a register, with the number of their line. Lines that are none are found when all rows
/// are taken in.
fn named(register: &str, table: &str) -> Vec<(usize, Value)> {
    let rows = register.lines().zip(1..).filter_map(|(line, number)| {
        let mut value: Value = serde_json::from_str(line).ok()?;
        (value["table"] == table).then(|| (number, value["row"].take()))
    });
    rows.collect()
}

/// Old number → new number, for each table.
type Numbers = HashMap<String, HashMap<i64, i64>>;

impl Tx<'_> {
    /// Keeps content under its hash, which must be the one given, and so must the longer one where it is known.
    pub fn keep_content(&self, sha256: &str, sha512: Option<&str>, content: &[u8]) -> Result<()> {
        let is_other = |known: &str| crate::document::sha512(content) != known;
        if crate::sha256(content) != sha256 || sha512.is_some_and(is_other) {
            return Err(StoreError::Damaged(format!("blob {sha256}")));
        }
        self.exec(
            "INSERT INTO blob (sha256, size, content) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING",
            vals![sha256, content.len() as i64, content],
        )?;
        Ok(())
    }

    /// Takes a case in: under its own reference where that is free, else under the year's next number; sealed at once. The
    /// content of its documents must be kept already.
    ///
    /// # Errors
    /// Of the store; the inner error says what does not fit.
    pub fn receive(&mut self, parcel: &Parcel<'_>, import: i64) -> Fit<i64> {
        let (profile, source, sha256) = parcel.profile;
        let profile = self.keep_profile(profile, source, sha256)?;
        let mut numbers = Numbers::new();
        fit!(self.receive_organisations(&named(parcel.register, "sealed_organisation"), &mut numbers, import)?);
        fit!(self.receive_persons(&named(parcel.register, "sealed_person"), &mut numbers, import)?);
        let mut rows = Rows { numbers, profile, import, later: Vec::new(), origin: parcel.origin, case: None };
        for (text, line) in parcel.register.lines().zip(1..) {
            fit!(self.receive_row(&mut rows, text, line)?);
        }
        for (document, replaced_by, line) in std::mem::take(&mut rows.later) {
            let Some(later) = rows.number("document", replaced_by) else {
                return Ok(Err(Unfit::Reference { line, column: "replaced_by".to_owned() }));
            };
            self.exec("UPDATE document SET replaced_by = $2 WHERE id = $1", vals![document, later])?;
        }
        let Some(case) = rows.case else { return Ok(Err(Unfit::Line { line: 1 })) };
        fit!(self.note_provenance(parcel, case)?);
        for (path, sha256) in parcel.files {
            let sql = "INSERT INTO received_file (case_id, path, sha256) VALUES ($1, $2, $3)";
            self.exec(sql, vals![case, path, sha256])?;
        }
        let seal = self.case_seal(case)?;
        self.exec("UPDATE cases SET state = 'closed', seal = $2 WHERE id = $1", vals![case, &seal])?;
        self.about(case);
        self.say(format!("{} sealed sha256:{seal} from sha256:{}", self.case_ref(case)?, parcel.seal));
        Ok(Ok(case))
    }

    fn note_provenance(&self, parcel: &Parcel<'_>, case: i64) -> Fit<()> {
        let text = |field: &'static str| parcel.origin[field].as_str().ok_or(Unfit::Origin { field });
        let (institution, instance) = (fit!(text("institution")), fit!(text("instance")));
        self.exec(
            "INSERT INTO provenance (case_id, institution, instance, reference, seal, manifest, package, bagged_on, taken_at,
                                     register, log) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            vals![
                case,
                institution,
                instance,
                fit!(text("reference")),
                parcel.seal,
                parcel.manifest,
                parcel.package,
                parcel.bagged_on,
                &self.stamp.instant(),
                parcel.register,
                parcel.log
            ],
        )?;
        Ok(Ok(()))
    }

    /// The upper ones first. One of the same name under the same one above it is the same.
    fn receive_organisations(&self, named: &[(usize, Value)], numbers: &mut Numbers, import: i64) -> Fit<()> {
        let is_known = |id: &Value| named.iter().any(|(_, row)| row["organisation_id"] == *id);
        let mut waiting: Vec<&(usize, Value)> = named.iter().collect();
        while !waiting.is_empty() {
            let given = numbers.get("organisation").cloned().unwrap_or_default();
            let is_next = |(_, row): &&(usize, Value)| {
                let above = &row["parent_id"];
                !is_known(above) || above.as_i64().is_some_and(|above| given.contains_key(&above))
            };
            let (next, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(is_next);
            if next.is_empty() {
                return Ok(Err(Unfit::Line { line: others[0].0 }));
            }
            for (line, row) in next {
                fit!(self.receive_organisation(*line, row, numbers, import)?);
            }
            waiting = others;
        }
        Ok(Ok(()))
    }

    fn receive_organisation(&self, line: usize, row: &Value, numbers: &mut Numbers, import: i64) -> Fit<()> {
        let (Some(id), Some(name)) = (row["organisation_id"].as_i64(), row["name"].as_str()) else {
            return Ok(Err(Unfit::Line { line }));
        };
        let parent = row["parent_id"].as_i64().and_then(|parent| numbers.get("organisation")?.get(&parent).copied());
        let folded = fold(name);
        let sql = "SELECT id FROM organisation WHERE fold = $1 AND parent_id IS NOT DISTINCT FROM $2";
        let known = self.row(sql, vals![&folded, parent], |row| row.int("id"))?;
        let here = match known {
            Some(here) => here,
            None => {
                let text = |field: &str| row[field].as_str().unwrap_or_default();
                let code = row["code"].as_str();
                let taken = "SELECT count(*) AS n FROM organisation WHERE code = $1";
                let code = if self.count(taken, vals![code])? > 0 { None } else { code };
                self.exec(
                    "INSERT INTO organisation (code, name, fold, kind, parent_id, territory, email, import_id)
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    vals![code, name, &folded, text("kind"), parent, text("territory"), text("email"), import],
                )?;
                self.last_id()
            }
        };
        numbers.entry("organisation".to_owned()).or_default().insert(id, here);
        Ok(Ok(()))
    }

    /// A person with the same identity document is the same; so is one with the same name and e-mail address where one of
    /// the two has no document. Two of the package are never taken for one.
    fn receive_persons(&self, named: &[(usize, Value)], numbers: &mut Numbers, import: i64) -> Fit<()> {
        let mut taken = HashSet::new();
        for (line, row) in named {
            let (Some(id), Some(name)) = (row["person_id"].as_i64(), row["name"].as_str()) else {
                return Ok(Err(Unfit::Line { line: *line }));
            };
            let text = |field: &str| row[field].as_str().unwrap_or_default();
            let (kind, number, email, folded) = (text("doc_kind"), text("doc_number"), text("email"), fold(name));
            let document = Document { kind: kind.to_owned(), number: number.to_owned() };
            let by_name = "SELECT k.id FROM person p JOIN person k ON k.id = coalesce(p.merged_into, p.id)
                           WHERE p.fold = $1 AND p.email = $2 AND p.email <> '' AND (k.doc_number = '' OR $3 = '')
                           ORDER BY p.merged_into IS NOT NULL, k.id LIMIT 1";
            let known = match self.person_with_document(&document)? {
                Some(known) => Some(known),
                None => self.row(by_name, vals![&folded, email, number], |row| row.int("id"))?,
            };
            let here = match known.filter(|known| !taken.contains(known)) {
                Some(known) => known,
                None => {
                    let body = row["organisation_id"].as_i64();
                    let body = body.and_then(|body| numbers.get("organisation")?.get(&body).copied());
                    self.exec(
                        "INSERT INTO person (name, fold, match_key, doc_kind, doc_number, email, phone, post, organisation_id,
                                             territory, import_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                        vals![
                            name,
                            &folded,
                            &key(name),
                            kind,
                            number,
                            email,
                            text("phone"),
                            text("post"),
                            body,
                            text("territory"),
                            import
                        ],
                    )?;
                    self.last_id()
                }
            };
            taken.insert(here);
            numbers.entry("person".to_owned()).or_default().insert(id, here);
        }
        Ok(Ok(()))
    }

    fn receive_row(&self, rows: &mut Rows<'_>, text: &str, line: usize) -> Fit<()> {
        let unfit = || Unfit::Line { line };
        let parsed: Option<Value> = serde_json::from_str(text).ok();
        let Some((table, Value::Object(row))) =
            parsed.as_ref().and_then(|value| Some((value["table"].as_str()?, &value["row"])))
        else {
            return Ok(Err(unfit()));
        };
        // The case itself comes first, and once.
        if !tables().any(|known| known == table) || (table == "cases") != rows.case.is_none() {
            return Ok(Err(unfit()));
        }
        let old = row.get("id").and_then(Value::as_i64);
        let mut filled = fit!(self.filled(rows, table, row, line)?);
        self.adapt(rows, table, &mut filled)?;
        let names: Vec<String> = filled.keys().map(|name| format!("\"{name}\"")).collect();
        let marks: Vec<String> = (1..=names.len()).map(|at| format!("${at}")).collect();
        let sql = format!("INSERT INTO \"{table}\" ({}) VALUES ({})", names.join(", "), marks.join(", "));
        let mut values = Vec::with_capacity(filled.len());
        for value in filled.values() {
            values.push(match value {
                Value::Null => Val::Null,
                Value::String(text) => Val::Text(text),
                Value::Number(number) => Val::Int(fit!(number.as_i64().ok_or_else(unfit))),
                _ => return Ok(Err(unfit())),
            });
        }
        self.exec(&sql, &values)?;
        if let Some(old) = old {
            let new = filled.get("id").and_then(Value::as_i64).unwrap_or_else(|| self.last_id());
            rows.numbers.entry(table.to_owned()).or_default().insert(old, new);
            if table == "cases" {
                rows.case = Some(new);
            }
            if let Some(later) = row.get("replaced_by").and_then(Value::as_i64) {
                rows.later.push((new, later, line));
            }
        }
        Ok(Ok(()))
    }

    /// The row with the numbers it has here. Columns that another table owns are told by the schema itself.
    fn filled(&self, rows: &Rows<'_>, table: &str, row: &Map<String, Value>, line: usize) -> Fit<Map<String, Value>> {
        let sql = "SELECT name FROM pragma_table_info($1)";
        let columns = self.rows(sql, vals![table], |row| row.text("name"))?;
        let sql = "SELECT \"from\" AS name, \"table\" AS other FROM pragma_foreign_key_list($1)";
        let owned = self.rows(sql, vals![table], |row| Ok((row.text("name")?, row.text("other")?)))?;
        let mut filled = Map::new();
        for (name, value) in row {
            if !columns.contains(name) || matches!(name.as_str(), "import_id" | "seal") {
                return Ok(Err(Unfit::Line { line }));
            }
            let other = owned.iter().find(|(column, _)| column == name).map(|(_, other)| other.as_str());
            let value = match (other, value.as_i64()) {
                (None, _) | (Some("blob" | "series"), _) | (Some(_), None) => value.clone(),
                (Some("profile"), _) => rows.profile.into(),
                // Other cases are not in the package; a later version is looked up when all are there.
                (Some("cases"), Some(old)) if table == "cases" => rows.number("cases", old).into(),
                (Some("document"), _) if table == "document" => Value::Null,
                (Some(other), Some(old)) => match rows.number(other, old) {
                    Some(new) => new.into(),
                    None => return Ok(Err(Unfit::Reference { line, column: name.clone() })),
                },
            };
            filled.insert(name.clone(), value);
        }
        filled.remove("id");
        if columns.iter().any(|column| column == "import_id") {
            filled.insert("import_id".to_owned(), rows.import.into());
        }
        Ok(Ok(filled))
    }

    /// What a row needs here besides what it was there: search keys, and names that must not be given twice.
    fn adapt(&self, rows: &Rows<'_>, table: &str, row: &mut Map<String, Value>) -> Result<()> {
        let text = |row: &Map<String, Value>, field: &str| {
            row.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        match table {
            "cases" => {
                let folded = fold(&format!("{} {}", text(row, "title"), text(row, "topic")));
                row.insert("fold".to_owned(), folded.into());
                self.place(rows, row)?;
                self.find_place_in_schedule(row)?;
            }
            "session" => {
                row.insert("place_fold".to_owned(), fold(&text(row, "place")).into());
                let uid = text(row, "uid");
                let taken = self.count("SELECT count(*) AS n FROM session WHERE uid = $1", vals![&uid])?;
                if taken > 0 {
                    row.insert("uid".to_owned(), format!("{}.{uid}", self.stamp.at.timestamp()).into());
                }
            }
            "logistics" => drop(row.insert("fold".to_owned(), fold(&text(row, "item")).into())),
            "retention" => self.tell_series(row)?,
            "commitment" => drop(row.insert("fold".to_owned(), fold(&text(row, "text")).into())),
            "message" => {
                // Keys are made of numbers of that register, which mean others here.
                let instance = rows.origin["instance"].as_str().unwrap_or_default();
                row.insert("key".to_owned(), format!("{instance} {}", text(row, "key")).into());
                row.insert("id".to_owned(), self.next_number("message")?.into());
            }
            _ => {}
        }
        Ok(())
    }

    /// The reference it had, where that is free and of this register's kind; else the year's next one.
    fn place(&self, rows: &Rows<'_>, row: &mut Map<String, Value>) -> Result<()> {
        let year = row.get("year").and_then(Value::as_i64).unwrap_or_default();
        let number = row.get("number").and_then(Value::as_i64).unwrap_or_default();
        let sql = "SELECT count(*) AS n FROM cases WHERE year = $1 AND number = $2";
        let same_kind = rows.origin["prefix"].as_str() == Some(self.prefix()?.as_str());
        let counter = format!("case:{year}");
        if same_kind && number > 0 && self.count(sql, vals![year, number])? == 0 {
            self.exec(
                "INSERT INTO counter (name, value) VALUES ($1, $2)
                 ON CONFLICT (name) DO UPDATE SET value = max(counter.value, excluded.value)",
                vals![&counter, number],
            )?;
            return Ok(());
        }
        row.insert("number".to_owned(), self.next_number(&counter)?.into());
        Ok(())
    }

    /// The line it stands under is added where the schedule here does not know its code: empty but for the code, for what the
    /// file is kept by comes with it.
    fn find_place_in_schedule(&self, row: &Map<String, Value>) -> Result<()> {
        let Some(code) = row.get("series_code").and_then(Value::as_str) else { return Ok(()) };
        self.exec(
            "INSERT INTO series (code, series, office_years, central_years, disposal, source) VALUES ($1, $1, 0, 0, 'CT', '')
             ON CONFLICT (code) DO NOTHING",
            vals![code],
        )?;
        Ok(())
    }
}

impl Tx<'_> {
    /// A line that came with a case says what the case is kept by.
    fn tell_series(&self, row: &Map<String, Value>) -> Result<()> {
        let text = |field: &str| row.get(field).and_then(Value::as_str).unwrap_or_default();
        let years = |field: &str| row.get(field).and_then(Value::as_i64).unwrap_or_default();
        self.exec(
            "UPDATE series SET series = $2, subseries = $3, office_years = $4, central_years = $5, disposal = $6, procedure = $7,
                source = $8 WHERE code = $1 AND series = code AND source = ''",
            vals![
                text("code"),
                text("series"),
                text("subseries"),
                years("office_years"),
                years("central_years"),
                text("disposal"),
                text("procedure"),
                text("source")
            ],
        )?;
        Ok(())
    }
}

/// What is known while the rows of one case are taken in.
struct Rows<'a> {
    numbers: Numbers,
    profile: i64,
    import: i64,
    /// Documents that a later version replaces: (number here, number of the later one there, line).
    later: Vec<(i64, i64, usize)>,
    origin: &'a Value,
    case: Option<i64>,
}

impl Rows<'_> {
    fn number(&self, table: &str, old: i64) -> Option<i64> {
        self.numbers.get(table)?.get(&old).copied()
    }
}
