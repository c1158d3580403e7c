// Steady edits: `send ADDRESS TOKEN RATE SECONDS PID FILE` writes what was acknowledged into FILE,
// `verify ADDRESS FILE` makes sure that the server still has it.
import { readFileSync, writeFileSync } from "node:fs";

const [command, address, ...rest] = process.argv.slice(2);

async function ask(query, variables, token) {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** The first hundred actors, with what an edit needs to know of them. */
const ACTORS = "{ actors(first: 100) { nodes { id slug version phone } } }";
const EDIT = `mutation($input: EditActorInput!) { editActor(input: $input) {
  entry { version } userErrors { code message } } }`;

async function send(token, rate, seconds, pid, file) {
  const { actors } = await ask(ACTORS);
  const acknowledged = new Map();
  const durations = [];
  const failures = new Map();
  const idle = [...actors.nodes];
  let sent = 0;
  let missed = 0;
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
  const edit = async (actor) => {
    const phone = `+49 2323 ${String(++sent).padStart(7, "0")}`;
    const started = performance.now();
    try {
      const input = { id: actor.id, expectedVersion: actor.version, phone };
      const { editActor } = await ask(EDIT, { input }, token);
      if (editActor.userErrors.length > 0) throw new Error(JSON.stringify(editActor.userErrors));
      actor.version = editActor.entry.version;
      acknowledged.set(actor.slug, phone);
      durations.push(performance.now() - started);
    } catch (error) {
      failures.set(error.message, (failures.get(error.message) ?? 0) + 1);
    }
    idle.push(actor);
  };
  const begun = performance.now();
  const running = new Set();
  let reported = 0;
  for (let turn = 0; performance.now() - begun < seconds * 1000; turn++) {
    const due = begun + (turn * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const actor = idle.shift();
    if (actor) {
      const one = edit(actor).finally(() => running.delete(one));
      running.add(one);
    } else {
      // All hundred are being edited: the server is behind.
      missed++;
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (performance.now() - begun > (reported + 1) * 10_000) {
      reported++;
      const sorted = durations.splice(0).sort((a, b) => a - b);
      const at = (share) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
      console.log(
        `${reported * 10} s: ${sorted.length} acknowledged, median ${at(0.5)} ms, p99 ${at(0.99)} ms, ` +
          `${missed} not sent, ${memory().toFixed(0)} MiB`,
      );
      missed = 0;
    }
  }
  await Promise.all(running);
  for (const [message, count] of failures) console.log(`${count} failed: ${message}`);
  writeFileSync(file, JSON.stringify([...acknowledged]));
  process.exitCode = failures.size > 0 ? 1 : 0;
}

async function verify(file) {
  const acknowledged = JSON.parse(readFileSync(file, "utf8"));
  const { actors } = await ask(ACTORS);
  const phones = new Map(actors.nodes.map(({ slug, phone }) => [slug, phone]));
  const lost = acknowledged.filter(([slug, phone]) => phones.get(slug) !== phone);
  console.log(`${acknowledged.length} entries edited, ${lost.length} of them without their last edit`);
  process.exitCode = lost.length > 0 ? 1 : 0;
}

if (command === "send") await send(rest[0], Number(rest[1]), Number(rest[2]), rest[3], rest[4]);
else await verify(rest[0]);
