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
rows=${2:-1000000}

turn() { python3 "$root/benches/turn.py" "$@"; }

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
reference=$(sqlite3 big.db "SELECT year || '-' || number FROM cases WHERE id = 777")
turn 101 "50 of $cases cases" "sqlite3, the same query::sqlite3 -json big.db '.read list.sql'" "ata list --limit 50 --json::$ata --db big.db list --limit 50 --json"
turn 101 "one case" "sqlite3, the same tables::sqlite3 -json big.db '.read show.sql'" "ata show --json::$ata --db big.db show $reference --json" \
    "ata show::$ata --db big.db show $reference"
turn 101 "help" "sqlite3 --help::sqlite3 --help" "ata --help::$ata --help"

ATA_BIN="$ata" "$root/benches/import.sh" "$rows"
"$root/benches/mail.sh"
(cd "$root" && cargo bench --quiet --locked --bench workbook)
