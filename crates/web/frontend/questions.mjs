// Makes src/generated/questions.ts of the schema and of every src/**/*.graphql: the text of each operation, checked
// against the schema, with the types of its variables and of its answer. Nothing of it is committed.
//
// Run as `node questions.mjs SCHEMA`.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  typeFromAST,
  validate,
} from "graphql";

const scalars = { ID: "string", String: "string", Int: "number", Float: "number", Boolean: "boolean", Date: "string", DateTime: "string" };
const schema = buildSchema(await readFile(process.argv[2] ?? "schema.graphql", "utf8"));
const sources = (await readdir("src", { recursive: true })).filter((name) => name.endsWith(".graphql")).sort();
const document = parse((await Promise.all(sources.map((name) => readFile(`src/${name}`, "utf8")))).join("\n"));
const mistakes = validate(schema, document);
if (mistakes.length > 0) {
  console.error(`${sources.join(", ")}: ${mistakes.map(({ message }) => message).join("; ")}`);
  process.exit(1);
}

const fragments = new Map();
const operations = [];
for (const definition of document.definitions) {
  if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  else operations.push(definition);
}
/** Inputs that variables need, each declared once. */
const inputs = new Map();

/** The type of a value; `named` gives that of what is inside lists. */
function wrapped(type, named) {
  if (isNonNullType(type)) return isListType(type.ofType) ? list(type.ofType, named) : named(type.ofType);
  return `${isListType(type) ? list(type, named) : named(type)} | null`;
}

const list = (type, named) => `readonly (${wrapped(type.ofType, named)})[]`;

function input(type) {
  if (isScalarType(type)) return scalars[type.name] ?? "unknown";
  if (isEnumType(type)) return union(type.getValues().map(({ name }) => name));
  if (isInputObjectType(type) && !inputs.has(type.name)) {
    inputs.set(type.name, "");
    inputs.set(type.name, `export interface ${type.name} {\n${parameters(Object.values(type.getFields()))}}\n`);
  }
  return type.name;
}

/** Members of an input; what may be null, or has a value of its own, may be left out. */
function parameters(fields) {
  const isRequired = ({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined;
  return fields.map((field) => `  ${field.name}${isRequired(field) ? "" : "?"}: ${wrapped(field.type, input)};\n`).join("");
}

const union = (names) => names.map((name) => JSON.stringify(name)).join(" | ");

/** What a selection answers. What is asked of some types only makes it a union, one member for each type. */
function output(type, selections) {
  if (isScalarType(type)) return scalars[type.name] ?? "unknown";
  if (isEnumType(type)) return union(type.getValues().map(({ name }) => name));
  if (isAbstractType(type) && conditions(selections).some((condition) => condition !== type.name)) {
    return schema.getPossibleTypes(type).map((possible) => output(possible, selections)).join(" | ");
  }
  const members = new Map();
  const collect = ({ selections }) => {
    for (const selection of selections) {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (selection.kind === Kind.FIELD) members.set((selection.alias ?? selection.name).value, member(type, selection));
      else if (meets(type, fragment.typeCondition?.name.value)) collect(fragment.selectionSet);
    }
  };
  collect(selections);
  return `{ ${[...members].map(([name, type]) => `readonly ${name}: ${type}`).join("; ")} }`;
}

/** The types of which some of a selection is asked. */
function conditions({ selections }) {
  const all = selections.filter(({ kind }) => kind !== Kind.FIELD);
  const named = all.map((selection) => (selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection));
  return named.flatMap((fragment) => [fragment.typeCondition?.name.value ?? [], conditions(fragment.selectionSet)].flat());
}

/** Whether a type is one that a fragment asks of. */
function meets(type, condition) {
  if (!condition || condition === type.name) return true;
  const asked = schema.getType(condition);
  return isAbstractType(asked) && schema.isSubType(asked, type);
}

function member(type, { name, selectionSet }) {
  if (name.value === "__typename") {
    return union((isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map((possible) => possible.name));
  }
  const field = type.getFields()[name.value];
  return wrapped(field.type, (inner) => output(getNamedType(inner), selectionSet));
}

/** The fragments that an operation uses, directly or through others. */
function used(node, found = new Set()) {
  for (const [, name] of print(node).matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
    if (!found.has(name)) used(fragments.get(name), found.add(name));
  }
  return found;
}

const made = operations.map((operation) => {
  const name = operation.name.value;
  const root = schema.getRootType(operation.operation);
  const variables = operation.variableDefinitions.map(({ variable, type }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type),
  }));
  const text = [operation, ...[...used(operation)].map((fragment) => fragments.get(fragment))].map(print).join("\n");
  return (
    `export interface ${name}Variables {\n${parameters(variables)}}\n` +
    `export type ${name}Answer = ${output(root, operation.selectionSet)};\n` +
    `export const ${name}: Question<${name}Answer, ${name}Variables> = { text: ${JSON.stringify(stripIgnoredCharacters(text))} };\n`
  );
});
const head =
  "/** A question whose answer and variables are known; the two types exist for the compiler only. */\n" +
  "export interface Question<Answer, Variables> {\n  readonly text: string;\n  readonly answer?: Answer;\n  readonly variables?: Variables;\n}\n";
await mkdir("src/generated", { recursive: true });
await writeFile("src/generated/questions.ts", [head, ...inputs.values(), ...made].join("\n"));
