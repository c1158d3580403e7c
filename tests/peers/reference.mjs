// The reference implementation of GraphQL, over the same schema and the same answers: it is given documents that are
// made at random from a seed, valid and broken ones, and says of each what it makes of it beside what the server says.
import { buildSchema, execute, getNamedType, isAbstractType, isLeafType, isNonNullType, parse, validate } from 'graphql';

const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const { address, seed, documents } = JSON.parse(process.argv[2]);

/** A sequence of numbers from 0 to below 1 that is the same for the same seed (mulberry32). */
function random(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const next = random(seed);
const below = (count) => Math.floor(next() * count);
const chance = (share) => next() < share;
const pick = (list) => list[below(list.length)];

tell({ asking: address });
const schema = buildSchema(await (await fetch(`${address}/schema`)).text());

/** What the server answers to a document. */
async function ask(query, variables = {}) {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return response.json();
}

// What is asked for once, whole: every document that is made selects a part of it.
const ROOTS = {
  actors: '(first: 3)',
  events: '(first: 3)',
  networks: '(first: 2)',
  institutions: '(first: 2)',
  organisations: '(first: 3)',
  offers: '(first: 2)',
  themes: '',
  districts: '',
  directory: '',
};
const DEPTH = 3;

const isPlain = (field) => field.args.every((argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined);
const isConnection = (type) => type.name.endsWith('Connection');
/** The fields of a type that need no argument; lists behind lists are left out, so that the whole stays small. */
const fieldsOf = (type, depth) =>
  Object.values(type.getFields()).filter((field) => {
    const named = getNamedType(field.type);
    return isPlain(field) && (isLeafType(named) || (depth > 1 && !(isConnection(named) && depth < DEPTH)));
  });

function whole(type, depth) {
  if (isAbstractType(type)) {
    const parts = schema.getPossibleTypes(type).map((possible) => `... on ${possible.name} { ${aliased(possible, depth)} }`);
    return `__typename ${parts.join(' ')}`;
  }
  return `__typename ${fieldsOf(type, depth).map((field) => selected(field, depth)).join(' ')}`;
}
// Fields of one name may be of two kinds in two types.
const aliased = (type, depth) => fieldsOf(type, depth).map((field) => `${type.name}_${field.name}: ${selected(field, depth)}`).join(' ');
function selected(field, depth) {
  const named = getNamedType(field.type);
  return isLeafType(named) ? field.name : `${field.name} { ${whole(named, depth - 1)} }`;
}

/** The answer as objects whose keys are the names of fields. */
function named(value) {
  if (Array.isArray(value)) return value.map(named);
  if (value === null || typeof value !== 'object') return value;
  const prefix = `${value.__typename}_`;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.startsWith(prefix) ? key.slice(prefix.length) : key, named(part)]));
}

const rootValue = {};
for (const [root, call] of Object.entries(ROOTS)) {
  const field = schema.getQueryType().getFields()[root];
  if (!field) continue;
  const { data, errors } = await ask(`{ ${root}${call} { ${whole(getNamedType(field.type), DEPTH)} } }`);
  if (errors) throw new Error(`${root}: ${JSON.stringify(errors).slice(0, 500)}`);
  rootValue[root] = named(data[root]);
}

/** A document that selects a part of the whole, in all the ways in which a part can be selected. */
class Maker {
  fragments = [];
  variables = new Map();

  document() {
    const roots = Object.keys(rootValue).filter(() => chance(0.3));
    if (roots.length === 0) roots.push(pick(Object.keys(rootValue)));
    const query = schema.getQueryType();
    const parts = roots.map((root) => {
      const field = query.getFields()[root];
      return `${this.alias(root)}${root}${ROOTS[root]}${this.directives()} { ${this.selection(getNamedType(field.type), DEPTH)} }`;
    });
    if (chance(0.1)) parts.push('__typename');
    const declared = [...this.variables].map(([name]) => `$${name}: Boolean!`);
    const head = declared.length > 0 ? `query Made(${declared.join(', ')})` : pick(['', 'query', 'query Made']);
    return { text: `${head} { ${parts.join(' ')} }\n${this.fragments.join('\n')}`, variables: Object.fromEntries(this.variables) };
  }

  // An alias is made of the field's name, so that equal ones can be merged.
  alias(name) {
    return chance(0.2) ? `${name}${below(2)}: ` : '';
  }

  directives() {
    if (!chance(0.12)) return '';
    const value = chance(0.5) ? String(chance(0.5)) : `$${this.variable()}`;
    return ` @${pick(['include', 'skip'])}(if: ${value})`;
  }

  variable() {
    const name = pick(['a', 'b', 'c']);
    if (!this.variables.has(name)) this.variables.set(name, chance(0.5));
    return name;
  }

  selection(type, depth) {
    if (isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type).filter(() => chance(0.7));
      const parts = possible.map((one) => `... on ${one.name}${this.directives()} { ${this.fields(one, depth, `${one.name}_`)} }`);
      return ['__typename', ...parts].join(' ');
    }
    return this.fields(type, depth, '');
  }

  fields(type, depth, prefix) {
    const fields = fieldsOf(type, depth);
    const chosen = fields.filter(() => chance(4 / Math.max(fields.length, 4)));
    if (chosen.length === 0) chosen.push(pick(fields));
    if (chance(0.15)) chosen.push(pick(chosen));
    const parts = chosen.map((field) => {
      const inner = getNamedType(field.type);
      const alias = prefix ? `${prefix}${field.name}: ` : this.alias(field.name);
      const head = `${alias}${field.name}${this.directives()}`;
      return isLeafType(inner) ? head : `${head} { ${this.selection(inner, depth - 1)} }`;
    });
    if (chance(0.15)) parts.splice(below(parts.length), 0, '__typename');
    if (prefix || !chance(0.15)) return parts.join(' ');
    const at = below(parts.length);
    const inside = parts.splice(at).join(' ');
    if (chance(0.5)) return [...parts, `...${pick([` on ${type.name}`, ''])}${this.directives()} { ${inside} }`].join(' ');
    const name = `Part${this.fragments.length}`;
    this.fragments.push('');
    this.fragments[Number(name.slice(4))] = `fragment ${name} on ${type.name} { ${inside} }`;
    return [...parts, `...${name}`].join(' ');
  }
}

// Ways in which somebody gets a document wrong, or writes it otherwise than it was.
const WORDS = ['name', 'nodes', 'first', 'query', 'fragment', 'on', 'true', 'null', 'id', '__typename', '__schema', 'Actor', 'Made', 'Part0', '$a', '$x', '1', '-1', '1.5', '"x"', '{', '}', '(', ')', '[', ']', ':', '...', '@include(if: true)', '@skip', '@once', '!', '=', '|', '&', ',', '#', '"""x"""', '""', '"\\u{1F600}"', '\\', '€'];
const tokensOf = (text) => text.match(/"(?:[^"\\]|\\.)*"|\.\.\.|[\w$@]+|[^\s\w]/g) ?? [];
function broken(text) {
  const tokens = tokensOf(text);
  for (let count = 1 + below(2); count > 0; count -= 1) {
    const at = below(tokens.length);
    const ways = [
      () => tokens.splice(at, 1),
      () => tokens.splice(at, 0, pick(WORDS)),
      () => tokens.splice(at, 1, pick(WORDS)),
      () => tokens.splice(at, 0, tokens[below(tokens.length)]),
      () => tokens.splice(at, 2, tokens[at + 1] ?? '', tokens[at] ?? ''),
      () => tokens.push(pick(['fragment Part0 on Actor { id }', 'query Made { __typename }', '{ __typename }', 'fragment Loop on Actor { ...Loop }', 'subscription { __typename }', 'mutation { __typename }', 'type X { y: Int }', 'query Other($x: Int) { __typename }', 'query Other($x: Nothing) { __typename }'])),
    ];
    pick(ways)();
  }
  return tokens.join(' ');
}

/** What the reference makes of a document: refused, or the data. */
function reference(text, variables) {
  let document;
  try {
    document = parse(text);
  } catch {
    return { refused: 'syntax' };
  }
  const errors = validate(schema, document);
  if (errors.length > 0) return { refused: errors[0].message };
  const answer = execute({ schema, document, rootValue, variableValues: variables, typeResolver: ({ __typename }) => __typename });
  return { data: answer.data, errors: answer.errors?.map(({ message }) => message) };
}

const REFUSALS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
const counts = { equal: 0, refused: 0, taken: 0, limited: 0 };
const differences = [];
for (let number = 1; number <= documents; number += 1) {
  const { text: made, variables } = new Maker().document();
  const isBroken = chance(0.5);
  const text = isBroken ? broken(made) : made;
  const expected = reference(text, variables);
  const answer = await ask(text, variables);
  const codes = answer.errors?.map(({ extensions }) => extensions?.code) ?? [];
  const isRefused = codes.some((code) => REFUSALS.has(code));
  // Limits are the server's own, and so is which of several operations is meant.
  const isLimited = codes.length > 0 && !isRefused;
  if (isLimited && !answer.data) counts.limited += 1;
  else if (Boolean(expected.refused) !== isRefused) differences.push({ text, variables, expected, answer });
  else if (isRefused) counts.refused += 1;
  else if (isBroken) counts.taken += 1;
  // The order of the fields is part of an answer.
  else if (JSON.stringify(expected.data) === JSON.stringify(answer.data)) counts.equal += 1;
  else differences.push({ text, variables, expected, answer });
  if (number % 100 === 0) tell({ ...counts, differences: differences.length, first: differences.slice(0, 5) });
}
process.stdin.resume().on('end', () => process.exit());
