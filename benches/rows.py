#!/usr/bin/env python3
"""Writes an attendance list of the canonical columns: benches/rows.py ROWS > list.csv"""

import random
import sys

rows = int(sys.argv[1])
random.seed(2)
first = "Ana Beatriz Camila Darío Édgar Fabián Gloria Hernán Íngrid Joaquín Liliana Marcela Óscar Pilar Ramón Yolanda".split()
last = "Ñáñez Ardila Bautista Carreño Delgado Güiza Lizcano Mantilla Ortiz Pinilla Quintero Rueda Serrano Villamizar".split()
print("name,doc_type,doc_number,email,phone,organisation,post,territory,minutes,role,sex")
for n in range(rows):
    name = f"{random.choice(first)} {random.choice(last)} {random.choice(last)}"
    number = 1_000_000_000 + n
    shown = f"{number:,}".replace(",", ".") if n % 20 == 0 else str(number)
    minutes = "muchos" if n % 250 == 0 else str(random.randint(20, 240))
    organisation = f'"Alcaldía de ejemplo, sede {n % 50}"'
    print(f"{name},CC,{shown},p{n}@example.org,300{n:07d},{organisation},Profesional,68{n % 900:03d},{minutes},asistente,")
