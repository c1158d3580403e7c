// Makes PACKAGE/src/generated/questions.ts of the schema and of every PACKAGE/src/**/*.graphql: the text of each
// operation, checked against the schema, with the types of its variables and of its answer. Nothing of it is committed.
//
// The variable SCHEMA names the schema where it does not lie beside this folder.
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

const scalars = {
  ID: "string",
  String: "string",
  Int: "number",
  Float: "number",
  Boolean: "boolean",
  Date: "string",
  DateTime: "string",
};
const schema = buildSchema(await readFile(process.env.SCHEMA ?? "../schema.graphql", "utf8"));

/** Fragments of the package that is read. */
const fragments = new Map();
/** Inputs that its variables need, each declared once. */
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
  return fields
    .map((field) => `  ${field.name}${isRequired(field) ? "" : "?"}: ${wrapped(field.type, input)};\n`)
    .join("");
}

const union = (names) => names.map((name) => JSON.stringify(name)).join(" | ");

/** What a selection answers. What is asked of some types only makes it a union, one member for each type. */
function output(type, selections) {
  if (isScalarType(type)) return scalars[type.name] ?? "unknown";
  if (isEnumType(type)) return union(type.getValues().map(({ name }) => name));
  if (isAbstractType(type) && conditions(selections).some((condition) => condition !== type.name)) {
    return schema
      .getPossibleTypes(type)
      .map((possible) => output(possible, selections))
      .join(" | ");
  }
  const members = new Map();
  const collect = ({ selections }) => {
    for (const selection of selections) {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (selection.kind === Kind.FIELD)
        members.set((selection.alias ?? selection.name).value, member(type, selection));
      else if (meets(type, fragment.typeCondition?.name.value)) collect(fragment.selectionSet);
    }
  };
  collect(selections);
  return `{ ${[...members].map(([name, type]) => `readonly ${name}: ${type}`).join("; ")} }`;
}

/** The types of which some of a selection is asked. */
function conditions({ selections }) {
  const all = selections.filter(({ kind }) => kind !== Kind.FIELD);
  const named = all.map((selection) =>
    selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection,
  );
  return named.flatMap((fragment) =>
    [fragment.typeCondition?.name.value ?? [], conditions(fragment.selectionSet)].flat(),
  );
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

/** An operation with its two types. */
function question(operation) {
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
}

const { workspaces } = JSON.parse(await readFile("package.json", "utf8"));
for (const folder of workspaces.map((name) => `${name}/src`)) {
  const sources = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".graphql")).sort();
  if (sources.length === 0) continue;
  const document = parse((await Promise.all(sources.map((name) => readFile(`${folder}/${name}`, "utf8")))).join("\n"));
  const mistakes = validate(schema, document);
  if (mistakes.length > 0) {
    console.error(`${folder}, ${sources.join(", ")}: ${mistakes.map(({ message }) => message).join("; ")}`);
    process.exit(1);
  }
  fragments.clear();
  inputs.clear();
  const operations = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else operations.push(definition);
  }
  const made = operations.map(question);
  const head = `import type { Question } from "${folder === "shared/src" ? "../question" : "@bruecke/shared/question"}";\n`;
  await mkdir(`${folder}/generated`, { recursive: true });
  await writeFile(`${folder}/generated/questions.ts`, [head, ...inputs.values(), ...made].join("\n"));
}
