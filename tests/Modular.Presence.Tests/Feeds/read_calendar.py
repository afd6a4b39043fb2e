"""Reads a calendar with a parser that is not ours, and prints one event a line: uid, start and end in UTC (or days), sequence, status, summary."""
import sys
from datetime import datetime, timezone
from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}


def instant(value):
    if not isinstance(value.dt, datetime):
        return value.dt.isoformat()
    # The zone is the one the calendar itself describes, never the reader's own.
    wall = value.dt.replace(tzinfo=None)
    zone = zones[value.params["TZID"]]
    return zone.localize(wall, is_dst=True).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


print("name", calendar["X-WR-CALNAME"], sep="\t")
for event in calendar.walk("VEVENT"):
    assert event["DTSTAMP"].dt.tzinfo is not None
    print("event", event["UID"], instant(event["DTSTART"]), instant(event["DTEND"]), event["SEQUENCE"], event["STATUS"], event["SUMMARY"],
          event.get("LOCATION", ""), event.get("DESCRIPTION", ""), sep="\t")
