"""The peer of `mail.sh`: the same invitations from a script, over one connection, with no outbox. PORT COUNT."""

import smtplib
import sys
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from datetime import datetime, timezone

port, count = int(sys.argv[1]), int(sys.argv[2])
TEXT = """Cordial saludo:

De manera atenta nos permitimos convocarle a la siguiente actividad de asistencia técnica:

Actividad: Taller
Tema: Vigilancia del dengue
Objetivo: Fortalecer la notificación
Fecha: miércoles 18 de marzo de 2026
Hora: de 08:00 a 12:00 (hora de Colombia)
Modalidad: presencial
Lugar: Auditorio

Agenda:

1. 08:00 – Situación. Responsable: Marcela Rueda

Agradecemos confirmar su asistencia respondiendo a este correo o a la invitación de calendario adjunta.

Atentamente,

Marcela Rueda
Coordinadora
Grupo de Vigilancia
"""
ICS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//peer//ES\r
METHOD:REQUEST\r
BEGIN:VEVENT\r
UID:{uid}\r
SEQUENCE:0\r
DTSTAMP:20260302T140000Z\r
DTSTART:20260318T130000Z\r
DTEND:20260318T170000Z\r
SUMMARY:Vigilancia del dengue\r
LOCATION:Auditorio\r
ORGANIZER;CN="Marcela Rueda":mailto:marcela@example.org\r
ATTENDEE;CN="Persona {n}";RSVP=TRUE:mailto:persona{n}@example.org\r
END:VEVENT\r
END:VCALENDAR\r
"""

with smtplib.SMTP("127.0.0.1", port) as server:
    for n in range(count):
        message = EmailMessage()
        message["From"] = "Marcela Rueda <marcela@example.org>"
        message["To"] = f"Persona {n} <persona{n}@example.org>"
        message["Subject"] = "Convocatoria: Vigilancia del dengue – miércoles 18 de marzo de 2026"
        message["Date"] = format_datetime(datetime.now(timezone.utc))
        message["Message-ID"] = make_msgid(domain="example.org")
        message.set_content(TEXT)
        message.add_alternative(TEXT.replace("\n", "<br>"), subtype="html")
        ics = ICS.format(uid=n, n=n)
        message.add_alternative(ics, subtype="calendar", params={"method": "REQUEST"})
        message.add_attachment(ics.encode(), maintype="application", subtype="ics", filename="invitacion.ics")
        server.send_message(message)
