//! A desk to test at: a folder of its own, no environment but what is set here, a fixed clock, and the real binary.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder, a clock and a language.
pub struct TestDesk {
    folder: tempfile::TempDir,
    now: String,
    lang: String,
}

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
    line: String,
}

impl Ran {
    /// What a command did that was started otherwise.
    pub fn new(stdout: String, stderr: String, code: i32, line: String) -> Ran {
        Ran { stdout, stderr, code, line }
    }

    /// Demands an exit code.
    #[track_caller]
    pub fn exits(self, code: i32) -> Ran {
        assert_eq!(self.code, code, "ata {}\n{}\n{}", self.line, self.stdout, self.stderr);
        self
    }

    /// Demands success.
    #[track_caller]
    pub fn ok(self) -> Ran {
        self.exits(0)
    }

    /// The answer as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("ata {}: {error}\n{}\n{}", self.line, self.stdout, self.stderr))
    }

    /// The error as JSON (from stderr).
    #[track_caller]
    pub fn error(&self) -> Value {
        let line = self.stderr.lines().find(|line| line.starts_with('{')).unwrap_or("");
        let value: Value = serde_json::from_str(line)
            .unwrap_or_else(|error| panic!("ata {}: {error}\n{}\n{}", self.line, self.stdout, self.stderr));
        value["error"].clone()
    }
}

impl TestDesk {
    /// An empty folder, on Monday 2 March 2026 at nine in Bogotá, in Spanish.
    pub fn empty() -> TestDesk {
        let folder = tempfile::tempdir().expect("a temporary folder");
        TestDesk { folder, now: "2026-03-02T09:00:00-05:00".to_owned(), lang: "es".to_owned() }
    }

    /// A folder with a fresh register of Santander.
    pub fn new() -> TestDesk {
        let desk = TestDesk::empty();
        desk.run("init").ok();
        desk
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Sets the clock: RFC 3339.
    pub fn at(&mut self, now: &str) -> &mut TestDesk {
        self.now = now.to_owned();
        self
    }

    pub fn speaks(&mut self, lang: &str) -> &mut TestDesk {
        self.lang = lang.to_owned();
        self
    }

    /// Writes a file into the folder.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).expect("a folder");
        }
        std::fs::write(&path, content).expect("a file");
        path
    }

    /// The command, ready to be started otherwise (killed, fed through a pipe …).
    pub fn command(&self, args: &[String]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ata"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_clear()
            .env("ATA_NOW", &self.now)
            .env("ATA_LANG", &self.lang)
            .env("ATA_BY", "Prueba")
            .env("HOME", self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// Runs `ata` with a line as typed in a shell: blanks separate, single and double quotes keep together.
    pub fn run(&self, line: &str) -> Ran {
        self.run_args(&words(line))
    }

    /// What a line shows on a terminal of so many columns.
    pub fn drawn(&self, line: &str, columns: u16) -> String {
        let mut command = self.command(&words(line));
        let output = command.env("ATA_COLUMNS", columns.to_string()).output().expect("ata runs");
        String::from_utf8(output.stdout).expect("text")
    }

    pub fn run_args(&self, args: &[String]) -> Ran {
        let output = self.command(args).output().expect("ata runs");
        Ran {
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            code: output.status.code().unwrap_or(-1),
            line: args.join(" "),
        }
    }

    /// Runs with `--json` and demands success.
    #[track_caller]
    pub fn json(&self, line: &str) -> Value {
        self.run(&format!("{line} --json")).ok().json()
    }

    /// The register, opened beside the program.
    pub fn database(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path("ata.db")).expect("a register")
    }

    /// Every row of every table, but for the log, numbers given, content and sensitive answers, which nothing copies: what `undo` must bring back.
    pub fn dump(&self) -> Vec<String> {
        let database = self.database();
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN
                      ('operation', 'operation_case', 'operation_detail', 'log_head', 'counter', 'blob', 'import_print',
                       'differential_answer') ORDER BY name";
        let mut statement = database.prepare(tables).expect("tables");
        let names: Vec<String> =
            statement.query_map([], |row| row.get(0)).expect("names").map(|name| name.expect("a name")).collect();
        let mut all = Vec::new();
        for name in names {
            let mut rows = database.prepare(&format!("SELECT * FROM \"{name}\"")).expect("a table");
            let count = rows.column_count();
            let found = rows
                .query_map([], |row| {
                    let cells: Vec<String> =
                        (0..count).map(|at| format!("{:?}", row.get_ref(at).expect("a cell"))).collect();
                    Ok(format!("{name}: {}", cells.join(" | ")))
                })
                .expect("rows");
            let mut found: Vec<String> = found.map(|row| row.expect("a row")).collect();
            found.sort();
            all.extend(found);
        }
        all
    }
}

/// Splits a line as a shell would.
pub fn words(line: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut word = String::new();
    let mut quote = None;
    let mut begun = false;
    for c in line.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), c) => word.push(c),
            (None, '\'' | '"') => {
                quote = Some(c);
                begun = true;
            }
            (None, c) if c.is_whitespace() => {
                if begun {
                    all.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            (None, c) => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        all.push(word);
    }
    all
}
