#!/usr/bin/env python3
"""Fills a register, made by `ata init`, with many cases by SQL: what listing and showing are measured on."""

import sqlite3
import sys

path, cases = sys.argv[1], int(sys.argv[2])
db = sqlite3.connect(path)
db.execute("PRAGMA foreign_keys = OFF")
db.executemany(
    "INSERT INTO organisation (name, fold, kind) VALUES (?, ?, 'group')",
    ((f"Grupo {n}", f"grupo {n}") for n in range(40)),
)
stages = ["need", "plan", "schedule", "notify", "run", "evaluate", "followup", "archive"]
db.executemany(
    """INSERT INTO cases (year, number, title, fold, description, stage, origin, received, due, group_id, profile_id, opened_at)
       VALUES (?, ?, ?, ?, ?, ?, 'request', '2026-01-15', '2026-06-30', ?, 1, '2026-01-15T12:00:00Z')""",
    (
        (2000 + n // 4000, n % 4000 + 1, f"Asistencia técnica número {n}", f"asistencia tecnica numero {n}",
         "Descripción de la necesidad. " * 8, stages[n % 8], n % 40 + 1)
        for n in range(cases)
    ),
)
db.executemany(
    """INSERT INTO session (case_id, number, start_at, end_at, zone, place, place_fold, uid)
       VALUES (?, 1, ?, ?, 'America/Bogota', ?, ?, ?)""",
    # Sixty rooms: each place has a long history, as real ones do.
    (
        (n + 1, f"20{n // 4380 % 80:02}-{n // 365 % 12 + 1:02}-{n % 28 + 1:02}T14:00:00Z",
         f"20{n // 4380 % 80:02}-{n // 365 % 12 + 1:02}-{n % 28 + 1:02}T17:00:00Z",
         f"Salón {n % 60}", f"salon {n % 60}", f"bench-{n}")
        for n in range(cases)
    ),
)
db.executemany(
    """INSERT INTO commitment (case_id, number, text, fold, organisation_id, due)
       VALUES (?, 1, 'Enviar el informe', 'enviar el informe', ?, '2026-04-30')""",
    ((n + 1, n % 40 + 1) for n in range(0, cases, 2)),
)
db.commit()
db.execute("ANALYZE")
db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
