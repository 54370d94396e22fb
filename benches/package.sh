#!/usr/bin/env bash
# Speed of packages (1 GiB in 2,000 files), as ratios against the reference reader and writer of BagIt in the same run. Nothing is
# asserted. Needs python3 with `bagit` (ATA_TEST_PYTHON names it), sqlite3, zip, and about 6 GiB of disk.
# Usage: benches/package.sh [RUNS] [FILES] [MIB]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
runs=${1:-5}; files=${2:-2000}; mib=${3:-1024}
cargo build --release --locked --quiet -p ata --no-default-features
ours=$(cargo bench --bench package --no-run --locked --no-default-features --message-format=json 2>/dev/null |
    python3 -c 'import json,sys
for line in sys.stdin:
    made = json.loads(line)
    if made.get("executable") and made["target"]["name"] == "package": print(made["executable"])')
ata="${CARGO_TARGET_DIR:-$root/target}/release/ata"
python="${ATA_TEST_PYTHON:-python3}"
[ -d "$python" ] && python="$python/bin/python3"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 "$root/benches/payload.py" papeles "$files" "$mib"

# Label, what to remove before each run, commands.
turn() { python3 "$root/benches/turn.py" "$runs" "$1" --before "rm -rf $2" "${@:3}"; }

bagit="$python -m bagit --processes 2"
turn "Package as a copy, SHA-256 and SHA-512" "suya nuestra nuestra.partial nuestra.zip nuestra.tar solo" \
    "cp -r + bagit.py, 2 processes::cp -r papeles suya && $bagit suya" \
    "ata, folder::$ours folder papeles nuestra" \
    "ata, tar::$ours tar papeles nuestra.tar" \
    "ata, zip (stored)::$ours zip papeles nuestra.zip" \
    "cp -r alone::cp -r papeles solo" \
    "zip -0 alone::zip -0 -r -q nuestra.zip papeles"

rm -rf solo suya nuestra*
"$ours" folder papeles nuestra && "$ours" tar papeles nuestra.tar && "$ours" zip papeles nuestra.zip
turn "Check of a package" "nada" \
    "bagit.py --validate, 2 processes::$bagit --validate nuestra" \
    "ata, folder::$ours verify nuestra" \
    "ata, tar::$ours verify nuestra.tar" \
    "ata, zip::$ours verify nuestra.zip" \
    "sha256sum -c::(cd nuestra && sha256sum -c --quiet manifest-sha256.txt)"
rm -rf nuestra*

# The same through the program: documents in the register, a whole case file around them.
export ATA_NOW=2026-03-02T09:00:00-05:00 ATA_BY=Banco
"$ata" init --quiet caso.db >/dev/null
"$ata" --db caso.db --quiet need add Prueba >/dev/null
find papeles -type f | sort | split -l 50 - lista-
for lista in lista-*; do xargs -a "$lista" "$ata" --db caso.db --quiet archive attach 1 >/dev/null; done
"$ata" --db caso.db --quiet archive classify 1 >/dev/null
# The stages before are not what is measured.
sqlite3 caso.db "UPDATE cases SET stage = 'archive' WHERE id = 1"
"$ata" --db caso.db --quiet archive close 1 --waive 'records_complete=banco de pruebas' >/dev/null
turn "Case file of the same documents" "suya paquetes" \
    "cp -r + bagit.py, 2 processes::cp -r papeles suya && $bagit suya" \
    "ata archive package::$ata --db caso.db archive package 1 --out paquetes"
"$ata" --db caso.db archive package 1 --out paquetes >/dev/null
turn "Check of that package" "nada" \
    "bagit.py --validate, 2 processes::$bagit --validate paquetes/AT-2026-0001" \
    "ata archive verify::$ata archive verify paquetes/AT-2026-0001"
