// What ical.js makes of a calendar: the starts of each event by UID, local to Berlin, of those in a period.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const { file, from, until } = JSON.parse(process.argv[2]);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
const first = ICAL.Time.fromDateTimeString(from);
const last = ICAL.Time.fromDateTimeString(until);

for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);

function starts(event) {
  const found = [];
  const dates = event.iterator();
  for (let at = dates.next(); at && at.toString() <= last.toString(); at = dates.next()) {
    const local = at.isDate ? `${at}T00:00:00` : at.toString();
    if (local >= first.toString()) found.push(local);
  }
  return found;
}

const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
const told = Object.fromEntries(events.map((event) => [event.uid, starts(event)]));
process.stdout.write(`${JSON.stringify({ ready: true })}\n${JSON.stringify(told)}\n`);
