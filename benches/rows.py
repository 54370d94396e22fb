#!/usr/bin/env python3
"""Writes an attendance list as the main job meets it: benches/rows.py ROWS [SEED [FIRST_PERSON [FIRST_SESSION]]] > list.csv

The canonical columns with a leading `session`. Sessions of 40 to 360 rows. 70 % of the rows are people met for the first time,
28 % people met before in this file (5 % of them with another address and telephone), 2 % a second line of somebody of the same
session. 5 % of the document numbers are written with dots, 0.4 % of the rows are not valid; organisations hold commas and are quoted;
some names are in capitals or hold two blanks.
"""

import random
import sys

rows = int(sys.argv[1])
random.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 2)
person = int(sys.argv[3]) if len(sys.argv) > 3 else 0
session = int(sys.argv[4]) if len(sys.argv) > 4 else 1
first = "Ana Beatriz Camila Darío Édgar Fabián Gloria Hernán Íngrid Joaquín Liliana Marcela Óscar Pilar Ramón Yolanda".split()
second = "María José Andrés Lucía Andrea Alberto Patricia Milena".split()
last = "Ñáñez Ardila Bautista Carreño Delgado Güiza Lizcano Mantilla Ortiz Pinilla Quintero Rueda Serrano Villamizar".split()
towns = [f"68{n:03d}" for n in (1, 13, 20, 51, 77, 79, 81, 92, 101, 121, 132, 147, 152, 160, 162, 167, 169, 176, 179, 190)]
out = sys.stdout


def name(n):
    """The same for the same person."""
    text = f"{first[n % 16]} {second[n // 16 % 8]} {last[n // 128 % 14]} {last[n // 1792 % 14]}"
    if n % 31 == 0:
        return text.upper()
    return text.replace(" ", "  ", 1) if n % 37 == 0 else text


def row(n, changed=False):
    number = 1_000_000_000 + n
    shown = f"{number:,}".replace(",", ".") if random.random() < 0.05 else str(number)
    minutes = "muchos" if random.random() < 0.004 else str(random.randint(20, 240))
    mail = f"otro{n}@example.org" if changed else f"persona{n}@example.org"
    phone = 3_200_000_000 + n if changed else 3_000_000_000 + n
    return (f'AT-2026-0001-S{session},{name(n)},CC,{shown},{mail},{phone},"Alcaldía de ejemplo, sede {n % 50}",Profesional universitario,'
            f"{towns[n % 20]},present,{minutes},asistente\n")


out.write("session,name,doc_type,doc_number,email,phone,organisation,post,territory,status,minutes,role\n")
here, left, begin = [], random.randint(40, 360), person
for _ in range(rows):
    if left == 0:
        session, here, left = session + 1, [], random.randint(40, 360)
    left -= 1
    dice = random.random()
    if dice < 0.70 or not here or person - begin < 200:
        out.write(row(person))
        here.append(person)
        person += 1
    elif dice < 0.98:
        again = random.randrange(begin, person)
        out.write(row(again, random.random() < 0.05))
        here.append(again)
    else:
        out.write(row(random.choice(here)))
print(f"{session} sessions, people {begin} to {person}", file=sys.stderr)
