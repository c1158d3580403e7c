"""What calendar libraries of Python make of rules and of a calendar.

read.py rules     takes [[rule, first start], …], gives for each the starts, or why dateutil does not read it
read.py calendar  takes {"text": …, "from": …, "until": …}, gives what icalendar and vobject find: starts by UID

Input and output are JSON; times are local to Berlin without a zone, starts of days are dates.
"""
import json
import sys
from datetime import datetime, time
from itertools import islice

import icalendar
import vobject
from dateutil import rrule, tz

ZONE = tz.gettz("Europe/Berlin")
STARTS = 60


def local(moment):
    if isinstance(moment, datetime):
        return moment.astimezone(ZONE).replace(tzinfo=None) if moment.tzinfo else moment
    return datetime.combine(moment, time())


def of_rule(rule, first):
    # An end in UTC can be compared with a start that has a zone only, a local one with one that has none.
    is_utc = any(part.startswith("UNTIL=") and part.endswith("Z") for part in rule.split(";"))
    start = datetime.fromisoformat(first).replace(tzinfo=ZONE if is_utc else None)
    try:
        return {"starts": [local(at).isoformat() for at in islice(rrule.rrulestr(rule, dtstart=start), STARTS)]}
    except (ValueError, TypeError, KeyError) as error:
        return {"error": str(error)}


def series(start, rule, excluded):
    dates = rrule.rruleset()
    dates.rdate(local(start))
    if rule:
        dates.rrule(rrule.rrulestr(rule, dtstart=local(start)))
    for day in excluded:
        dates.exdate(local(day))
    return dates


def by_icalendar(text):
    found = {}
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        excluded = event.get("EXDATE", [])
        excluded = excluded if isinstance(excluded, list) else [excluded]
        days = [day.dt for some in excluded for day in some.dts]
        rule = event["RRULE"].to_ical().decode() if "RRULE" in event else None
        found[str(event["UID"])] = series(event["DTSTART"].dt, rule, days)
    return found


def by_vobject(text):
    found = {}
    for event in vobject.readOne(text).vevent_list:
        rules = event.contents.get("rrule", [])
        days = [day for some in event.contents.get("exdate", []) for day in some.value]
        found[event.uid.value] = series(event.dtstart.value, rules[0].value if rules else None, days)
    return found


def of_calendar(asked):
    begin, end = datetime.fromisoformat(asked["from"]), datetime.fromisoformat(asked["until"])
    readers = {"icalendar": by_icalendar, "vobject": by_vobject}
    return {
        name: {uid: [at.isoformat() for at in dates.between(begin, end, inc=True)] for uid, dates in read(asked["text"]).items()}
        for name, read in readers.items()
    }


asked = json.load(sys.stdin)
answer = [of_rule(*one) for one in asked] if sys.argv[1] == "rules" else of_calendar(asked)
json.dump(answer, sys.stdout)
