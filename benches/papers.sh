#!/usr/bin/env bash
# A thousand certificates as a thousand files by the real command, against LibreOffice headless and, where ATA_TEST_PYTHON has it,
# reportlab; and one letter end to end. Nothing is asserted. Needs python3 and soffice.
# ATA_BIN names a program built already.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
[ -n "${ATA_BIN:-}" ] || cargo build --release --locked --quiet
ata="${ATA_BIN:-${CARGO_TARGET_DIR:-$root/target}/release/ata}"
python="${ATA_TEST_PYTHON:+$ATA_TEST_PYTHON/bin/}python3"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
count=${1:-1000}
export ATA_BY=Banco ATA_NOW=2026-03-02T09:00:00-05:00

"$ata" init --quiet >/dev/null
"$ata" person add 'Marcela Rueda Pinilla' --email marcela@example.org --quiet >/dev/null
"$ata" need add 'Rutas integrales de atención en salud materna y perinatal' --quiet >/dev/null
"$ata" schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --facilitator marcela@example.org \
    --invite marcela@example.org --quiet >/dev/null 2>&1
python3 "$root/benches/certificate.py" roster "$count" > roster.csv
# Nothing is certified before it was held.
export ATA_NOW=2026-03-18T14:00:00-05:00
"$ata" run attendance 1-S1 roster.csv --quiet >/dev/null
python3 "$root/benches/certificate.py" fodt letters "$count"

"$python" - "$ata" "$root" "$count" <<'PY'
import glob, os, resource, shutil, statistics, subprocess, sys, time
ata, root, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

def timed(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun

def certificates():
    # Into a new folder each time: ext4 looks for room among what was just deleted, for minutes.
    folder = f"ours{len(glob.glob('ours*'))}"
    return timed(lambda: subprocess.run([ata, "paper", "certificate", "1-S1", "--out", f"{folder}/"], check=True, **quiet))

def libreoffice():
    # Given more names at once it stops on the way and reports no failure.
    files = sorted(glob.glob("letters/*.fodt"))
    batches = [files[at:at + 200] for at in range(0, len(files), 200)]
    run = lambda: [subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", "theirs", *one], **quiet) for one in batches]
    return timed(run)

def reportlab():
    return timed(lambda: subprocess.run([sys.executable, f"{root}/benches/certificate.py", "reportlab", "lab", str(count)], check=True, **quiet))

def median(work, times):
    return statistics.median(work() for _ in range(times))

ours = median(certificates, 5)
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
made = len(glob.glob("ours0/*.pdf"))
print(f"{made} certificates, one file each            {ours * 1000:9.0f} ms   {ours * 1000 / max(made, 1):.2f} ms each   {memory:.0f} MiB")
merged = median(lambda: timed(lambda: subprocess.run([ata, "paper", "certificate", "1-S1", "--merged", "--out", "all.pdf"], check=True, **quiet)), 3)
print(f"the same as one file                          {merged * 1000:9.0f} ms")
letter = median(lambda: timed(lambda: subprocess.run([ata, "paper", "letter", "1", "--out", "-"], check=True, **quiet)), 21)
print(f"one letter, end to end                        {letter * 1000:9.1f} ms")
if shutil.which("soffice"):
    theirs = libreoffice()
    print(f"LibreOffice headless: {len(glob.glob('theirs/*.pdf'))} files              {theirs * 1000:9.0f} ms   ratio {ours / theirs:5.3f}")
try:
    import reportlab as _
except ImportError:
    pass
else:
    theirs = median(reportlab, 3)
    print(f"reportlab: {len(glob.glob('lab/*.pdf'))} files                         {theirs * 1000:9.0f} ms   ratio {ours / theirs:5.3f}")
PY
