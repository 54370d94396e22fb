#!/usr/bin/env bash
# Attendance of many sessions of one case taken in, as a ratio against the shell of SQLite loading the same file into one text table,
# which does none of the job. Nothing is asserted. Needs python3 and sqlite3. Usage: benches/import.sh [ROWS] [RUNS]; ATA_BIN names a
# program built already.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
[ -n "${ATA_BIN:-}" ] || cargo build --release --locked --quiet
ata="${ATA_BIN:-${CARGO_TARGET_DIR:-$root/target}/release/ata}"
rows=${1:-1000000}; runs=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export ATA_NOW=2026-03-02T09:00:00-05:00 ATA_LANG=es
turn() { python3 "$root/benches/turn.py" "$runs" "$@"; }

python3 "$root/benches/rows.py" "$rows" 2> people > rows.csv
# A tenth of the size, of people most of whom are not known yet: in the same case, and in another one.
python3 "$root/benches/rows.py" $((rows / 10)) 1 "$((rows * 7 / 10))" 1 > more.csv 2>/dev/null
sed 's/^AT-2026-0001/AT-2026-0002/' more.csv > other.csv
cat people
"$ata" init --quiet base.db >/dev/null
for case in 1 2; do
    "$ata" --db base.db need add "Prueba $case" --quiet >/dev/null
    "$ata" --db base.db schedule add "$case" --start '2026-03-18 08:00' --duration 4h --place "Sala $case" --quiet >/dev/null 2>&1
done
# As many sessions as the files name; how they came to be is not what is measured.
sqlite3 base.db "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < $((rows / 100 + 100)))
    INSERT INTO session (case_id, number, start_at, end_at, zone, place, place_fold, uid)
    SELECT case_id, i, start_at, end_at, zone, place || i, place_fold || i, uid || i FROM session, n WHERE number = 1"

flat="sqlite3 flat.db -cmd '.mode csv' '.import rows.csv attendance'"
turn "$rows rows into an empty register" --before 'rm -f one.db* flat.db; cp base.db one.db' \
    "sqlite3 .import::$flat" "ata run attendance::$ata --db one.db run attendance 1 rows.csv --json"
"$ata" --db base.db run attendance 1 rows.csv --json > first.json || true
python3 -c 'import json; r = json.load(open("first.json")); print({k: r[k] for k in ("rows", "people", "new_people", "matched", "rejected", "review")})'
turn "the same file again" --before 'rm -f flat.db' "sqlite3 .import::$flat" "ata run attendance::$ata --db base.db run attendance 1 rows.csv --json"
more() {
    turn "$((rows / 10)) rows into the register of that file, $1" --before 'rm -f one.db* flat.db; cp base.db one.db; cat one.db > /dev/null' \
        "sqlite3 .import::sqlite3 flat.db -cmd '.mode csv' '.import $3 attendance'" \
        "ata run attendance::$ata --db one.db run attendance $2 $3 --json"
}
more 'another case' 2 other.csv
more 'the same case' 1 more.csv
