#!/usr/bin/env bash
# Invitations with calendar entries handed to a mail server on this machine, outbox included, against a Python script on one
# connection that keeps no outbox. Nothing is asserted. Needs rustc and python3. COUNT TIMES; ATA_BIN names a program built already.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
[ -n "${ATA_BIN:-}" ] || cargo build --release --locked --quiet
ata="${ATA_BIN:-${CARGO_TARGET_DIR:-$root/target}/release/ata}"
count=${1:-10000}
times=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rustc --edition 2024 -O -o "$work/sink" benches/sink.rs
cd "$work"
export ATA_NOW=2026-03-02T09:00:00-05:00 ATA_LANG=es

quiet() { "$ata" --db base.db "$@" --quiet >/dev/null; }
"$ata" init --quiet base.db >/dev/null
quiet org add 'Alcaldía de Vetas' --code AVE --kind municipality
quiet person add 'Marcela Rueda' --email marcela@example.org --role staff --post Coordinadora
python3 -c "print('name,email,org'); [print(f'Persona {n},persona{n}@example.org,AVE') for n in range($count)]" > people.csv
quiet person import people.csv
quiet need add 'Vigilancia del dengue'
quiet schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --agenda '08:00 Situación | Marcela Rueda' --invite AVE

python3 - "$ata" "$root/benches/smtplib_peer.py" "$count" "$times" <<'PY'
import os, resource, shutil, statistics, subprocess, sys, time
ata, script, count, times = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])

def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime

def timed(command):
    begun, before = time.perf_counter(), spent()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"{command}: {done.stderr}")
    return time.perf_counter() - begun, spent() - before

def sunk(run):
    sink = subprocess.Popen(["./sink"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    took = run(sink.stdout.readline().strip())
    sink.stdin.close()
    taken = int(sink.stdout.readline())
    if taken != count:
        sys.exit(f"{taken} of {count} arrived")
    return took

def fresh(source):
    for name in os.listdir("."):
        if name.startswith("one.db"):
            os.remove(name)
    shutil.copy(source, "one.db")

draft = [ata, "--db", "one.db", "notify", "draft", "1", "--as", "convocation", "--signed-by", "P-1", "--quiet"]
send = lambda port: timed([ata, "--db", "one.db", "notify", "send", "--via", f"smtp://127.0.0.1:{port}?tls=none", "--quiet"])
peer = lambda port: timed([sys.executable, script, port, str(count)])
drafts, ours, theirs = [], [], []
for at in range(times):
    fresh("base.db")
    drafts.append(timed(draft))
    ours.append(sunk(send))
    theirs.append(sunk(peer))
for what, at in ("wall", 0), ("processor", 1):
    composed, handed, other = (statistics.median(one[at] for one in all) for all in (drafts, ours, theirs))
    print(f"{what}: draft {composed:.2f} s, send by SMTP {handed:.2f} s ({count / handed:,.0f} a second), smtplib {other:.2f} s ({count / other:,.0f} a second)")
    print(f"{what}: send {other / handed:.1f} × smtplib, draft and send {other / (composed + handed):.1f} ×")
PY

if command -v strace >/dev/null; then
    rm -f one.db* && cp base.db one.db
    "$ata" --db one.db notify draft 1 --as convocation --signed-by P-1 --quiet >/dev/null
    coproc SINK { ./sink; }
    read -r port <&"${SINK[0]}"
    strace -f -c -e trace=fsync,fdatasync -o syncs.txt "$ata" --db one.db notify send --via "smtp://127.0.0.1:$port?tls=none" --quiet >/dev/null
    awk -v lots=$(((count + 99) / 100)) '/fsync|fdatasync/ {n += $4} END {printf "waits for the disk: %d, %.2f a hundred messages\n", n, n / lots}' syncs.txt
fi
