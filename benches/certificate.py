#!/usr/bin/env python3
"""What certificates are compared on: benches/certificate.py roster N | fodt DIR N | reportlab DIR N

`roster` writes an attendance list of N people; `fodt` writes N letters of LibreOffice, one a certificate, as a mail merge would;
`reportlab` makes N certificates as PDF itself (PyPI reportlab; a font of Debian's fonts-dejavu-core).
"""

import os
import sys

FIRST = "María Fernanda,José Ángel,Luz Dary,Édgar,Íngrid,Ramón".split(",")
LAST = "Ñáñez Peñaloza,Güiza Ibáñez,Quintero Bohórquez,Ortiz Rangel,Núñez Acuña".split(",")
EVENT = "Rutas integrales de atención en salud materna y perinatal"
WHEN = "realizada el miércoles 18 de marzo de 2026, de 08:00 a 12:00 (4 h), en el siguiente lugar: Auditorio."


def name(n):
    return f"{FIRST[n % 6]} {LAST[n // 6 % 5]} {n}"


def roster(count):
    print("documento;nombre;correo;minutos")
    for n in range(count):
        print(f"CC:{1_000_000_000 + n};{name(n)};persona{n}@example.org;230")


def fodt(folder, count):
    os.makedirs(folder, exist_ok=True)
    for n in range(count):
        lines = ["Secretaría de Salud de Santander", "Hace constar que", name(n), f"CC {1_000_000_000 + n}",
                 "asistió a la jornada de asistencia técnica", f"«{EVENT}»", WHEN, "Se expide el 18 de marzo de 2026.", "Marcela Rueda Pinilla"]
        text = "".join(f"<text:p>{line}</text:p>" for line in lines)
        with open(f"{folder}/{n:04}.fodt", "w", encoding="utf-8") as out:
            out.write('<?xml version="1.0" encoding="UTF-8"?><office:document '
                      'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" '
                      'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
                      f"{text}</office:text></office:body></office:document>")


def reportlab(folder, count):
    from reportlab.lib.pagesizes import landscape, letter
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(TTFont("D", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    os.makedirs(folder, exist_ok=True)
    width, height = landscape(letter)
    for n in range(count):
        page = canvas.Canvas(f"{folder}/{n:04}.pdf", pagesize=(width, height))
        page.rect(22, 22, width - 44, height - 44)
        for at, (line, size) in enumerate([("Secretaría de Salud de Santander", 15), ("Hace constar que", 10), (name(n), 25),
                                           (f"CC {1_000_000_000 + n}", 10), ("asistió a la jornada de asistencia técnica", 12),
                                           (f"«{EVENT}»", 16), (WHEN, 12), ("Se expide el 18 de marzo de 2026.", 10)]):
            page.setFont("D", size)
            page.drawCentredString(width / 2, height - 110 - 44 * at, line)
        page.save()


if __name__ == "__main__":
    mode, *rest = sys.argv[1:]
    {"roster": lambda: roster(int(rest[0])), "fodt": lambda: fodt(rest[0], int(rest[1])),
     "reportlab": lambda: reportlab(rest[0], int(rest[1]))}[mode]()
