"""Reads a calendar with a parser that is not ours, and prints it as JSON: instants in UTC, whole days as days."""
import json
import sys
from datetime import datetime, timezone
from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}


def instant(value):
    if not isinstance(value.dt, datetime):
        return value.dt.isoformat()
    # The zone is the one the calendar itself describes, never the reader's own.
    zone = zones[value.params["TZID"]]
    return zone.localize(value.dt.replace(tzinfo=None), is_dst=True).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


json.dump({
    "name": calendar["X-WR-CALNAME"],
    "events": [{
        "uid": event["UID"],
        "stamp": event["DTSTAMP"].dt.isoformat(),
        "start": instant(event["DTSTART"]),
        "end": instant(event["DTEND"]),
        "sequence": event["SEQUENCE"],
        "status": event["STATUS"],
        "summary": event["SUMMARY"],
        "location": event.get("LOCATION", ""),
        "description": event.get("DESCRIPTION", ""),
    } for event in calendar.walk("VEVENT")],
}, sys.stdout)
