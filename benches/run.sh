#!/usr/bin/env bash
# Speed of the main work, as ratios against a peer in the same run. Nothing is asserted. Needs python3 and sqlite3.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
cargo build --release --locked --quiet
ata="${CARGO_TARGET_DIR:-$root/target}/release/ata"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cases=${1:-100000}
rows=${2:-100000}

# Median of the wall time of two commands run in turn, and their ratio.
pair() {
    python3 - "$@" <<'PY'
import statistics, subprocess, sys, time
label, times, ours, theirs, before = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5] if len(sys.argv) > 5 else ""
def run(command):
    if before:
        subprocess.run(before, shell=True, check=True, stdout=subprocess.DEVNULL)
    begun = time.perf_counter()
    subprocess.run(command, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun
mine, peer = [], []
for _ in range(times):
    mine.append(run("exec " + ours)); peer.append(run("exec " + theirs))
a, b = statistics.median(mine), statistics.median(peer)
print(f"{label:<44} {a * 1000:9.2f} ms   peer {b * 1000:9.2f} ms   ratio {a / b:5.2f}")
PY
}

"$ata" init --quiet big.db >/dev/null
python3 "$root/benches/fill.py" big.db "$cases"
cat > list.sql <<'SQL'
SELECT count(*) FROM cases;
SELECT c.*, g.name, p.year, m.year, (SELECT count(*) FROM commitment k WHERE k.case_id = c.id AND k.status IN ('open', 'in_progress')),
  (SELECT json_group_array(json_object('id', s.id, 'state', s.state, 'start', s.start_at, 'end', s.end_at)) FROM session s WHERE s.case_id = c.id)
FROM cases c LEFT JOIN organisation g ON g.id = c.group_id LEFT JOIN cases p ON p.id = c.parent_id
LEFT JOIN cases m ON m.id = c.merged_into ORDER BY c.id DESC LIMIT 50;
SQL
cat > show.sql <<'SQL'
SELECT c.*, g.name FROM cases c LEFT JOIN organisation g ON g.id = c.group_id WHERE c.id = 777;
SELECT * FROM session WHERE case_id = 777; SELECT * FROM message WHERE case_id = 777;
SELECT * FROM commitment WHERE case_id = 777; SELECT * FROM document WHERE case_id = 777; SELECT * FROM passage WHERE case_id = 777;
SQL
pair "list --limit 50 --json of $cases cases" 101 "$ata --db big.db list --limit 50 --json" "sqlite3 -json big.db '.read list.sql'"
reference=$(sqlite3 big.db "SELECT year || '-' || number FROM cases WHERE id = 777")
pair "show of one case" 101 "$ata --db big.db show $reference --json" "sqlite3 -json big.db '.read show.sql'"
pair "show of one case, text" 101 "$ata --db big.db show $reference" "sqlite3 -json big.db '.read show.sql'"
pair "--help" 101 "$ata --help" "sqlite3 --help"

python3 "$root/benches/rows.py" "$rows" > rows.csv
ATA_NOW=2026-03-02T09:00:00-05:00 "$ata" init --quiet base.db >/dev/null
ATA_NOW=2026-03-02T09:00:00-05:00 "$ata" --db base.db need add Prueba --quiet >/dev/null
ATA_NOW=2026-03-02T09:00:00-05:00 "$ata" --db base.db schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Sala --quiet >/dev/null 2>&1
pair "attendance of $rows rows" 5 "$ata --db one.db run attendance 1-S1 rows.csv --json" \
    "sqlite3 flat.db -cmd '.mode csv' '.import rows.csv attendance'" "rm -f one.db* flat.db; cp base.db one.db"
cp base.db twice.db
"$ata" --db twice.db run attendance 1-S1 rows.csv --json >/dev/null 2>&1 || true
pair "the same $rows rows again" 5 "$ata --db twice.db run attendance 1-S1 rows.csv --json" \
    "sqlite3 flat.db -cmd '.mode csv' '.import rows.csv attendance'" "rm -f flat.db"

"$root/benches/mail.sh"
