// The reference evaluator of OpenStreetMap's opening hours: what it says of each text at each instant, a letter each:
// o for open, u for unknown, c for closed. A text that it does not read is told as null; warnings count what it repaired
// or has doubts of.
process.env.TZ = 'Europe/Berlin';
const { default: OpeningHours } = await import('opening_hours');

const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const { texts, first, stepMinutes, count } = JSON.parse(process.argv[2]);
// It takes coordinates as text; of numbers it would take the sun to rise at six.
const place = { lat: '51.5369', lon: '7.2197', address: { country_code: 'de', state: 'Nordrhein-Westfalen' } };
const instants = Array.from({ length: count }, (_, at) => new Date(Date.parse(first) + at * stepMinutes * 60_000));

function read(text) {
  try {
    return new OpeningHours(text, place, { locale: 'de' });
  } catch {
    return null;
  }
}

// Its intervals rather than its state at an instant: after an open end that depends on what was asked before.
function states(hours) {
  const from = new Date(instants[0].getTime() - 86_400_000);
  const intervals = hours.getOpenIntervals(from, new Date(instants.at(-1).getTime() + 86_400_000));
  const letter = (at) => {
    const interval = intervals.find(([start, end]) => start <= at && at < end);
    return interval ? (interval[2] ? 'u' : 'o') : 'c';
  };
  return instants.map(letter).join('');
}

tell({ ready: true });
for (const text of texts) {
  const hours = read(text);
  tell({ text, states: hours && states(hours), warnings: hours ? hours.getWarnings().length : 0 });
}
