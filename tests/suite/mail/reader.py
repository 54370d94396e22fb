"""Reads a calendar or a message from stdin and tells as JSON what is in it.

Knows nothing of the program under test: only the standard library and PyPI `icalendar`.
"""

import email
import email.policy
import json
import sys
from datetime import timezone

import icalendar


def people(event, name):
    found = event.get(name, [])
    found = found if isinstance(found, list) else [found]
    return [{"cn": str(p.params.get("CN", "")), "uri": str(p), "params": sorted(p.params)} for p in found]


def instant(event, name):
    return event.decoded(name).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_own_rules(calendar, event):
    """The offset of DTSTART in minutes, from the VTIMEZONE in the file and no other knowledge."""
    tzid = event["DTSTART"].params.get("TZID")
    if tzid is None:
        return None
    (zone,) = [z for z in calendar.walk("VTIMEZONE") if str(z["TZID"]) == tzid]
    local = event.decoded("DTSTART").replace(tzinfo=zone.to_tz(lookup_tzid=False))
    return int(local.utcoffset().total_seconds() // 60)


def read_calendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    events = []
    for event in calendar.walk("VEVENT"):
        alarms = [str(a["TRIGGER"].to_ical(), "ascii") for a in event.walk("VALARM")]
        events.append({
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "start": instant(event, "DTSTART"),
            "end": instant(event, "DTEND"),
            "summary": str(event["SUMMARY"]),
            "description": str(event.get("DESCRIPTION", "")),
            "location": str(event.get("LOCATION", "")),
            "url": str(event.get("URL", "")),
            "status": str(event.get("STATUS", "")),
            "organizer": people(event, "ORGANIZER"),
            "attendees": people(event, "ATTENDEE"),
            "alarms": alarms,
            "offset": by_own_rules(calendar, event),
            "properties": sorted(set(event.keys())),
        })
    zones = [
        {"tzid": str(z["TZID"]), "parts": [part.name for part in z.subcomponents]}
        for z in calendar.walk("VTIMEZONE")
    ]
    errors = [str(e) for part in calendar.walk() for e in getattr(part, "errors", [])]
    return {
        "method": str(calendar["METHOD"]),
        "prodid": str(calendar["PRODID"]),
        "components": [part.name for part in calendar.subcomponents],
        "events": events,
        "zones": zones,
        "errors": errors,
    }


def read_message(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts, defects = [], []
    for part in message.walk():
        defects += [repr(d) for d in part.defects]
        if part.is_multipart():
            parts.append({"type": part.get_content_type()})
            continue
        content = part.get_content()
        if isinstance(content, bytes):
            content = content.decode("utf-8")
        parts.append({
            "type": part.get_content_type(),
            "method": part.get_param("method"),
            "charset": part.get_content_charset(),
            "file": part.get_filename(),
            "text": content,
        })
    return {
        "headers": [[name, str(value)] for name, value in message.items()],
        "to": [[a.display_name, a.addr_spec] for a in message["To"].addresses],
        "from": [[a.display_name, a.addr_spec] for a in message["From"].addresses],
        "date": message["Date"].datetime.isoformat(),
        "parts": parts,
        "defects": defects,
    }


READERS = {"calendar": read_calendar, "message": read_message}
json.dump(READERS[sys.argv[1]](sys.stdin.buffer.read()), sys.stdout)
