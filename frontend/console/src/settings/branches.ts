// Themes and districts as rows of one shape: what each says, how it is read and how it is written.

import { request, type UserError } from "../client";
import {
  ConsoleCreateDistrict,
  ConsoleCreateTheme,
  ConsoleDistrictTable,
  ConsoleEditDistrict,
  ConsoleEditTheme,
  ConsoleReinstateDistrict,
  ConsoleReinstateTheme,
  ConsoleRetireDistrict,
  ConsoleRetireTheme,
  ConsoleThemeTable,
} from "../generated/questions";
import { mutate } from "../mutation";

export type BranchKind = "themes" | "districts";
export type DistrictLevel = "CITY" | "BOROUGH" | "QUARTER";

/** What of a theme or district is edited by hand. */
export interface BranchFields {
  /** What it is called, by language. */
  readonly names: Readonly<Record<string, string>>;
  /** Other words for it. */
  readonly words: readonly string[];
  /** Of a theme. */
  readonly fieldsOfAction: readonly string[];
  /** Of a district. */
  readonly level: DistrictLevel;
}

/** A theme or district in the order of its tree. */
export interface Branch extends BranchFields {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly depth: number;
  readonly parent: string | null;
  readonly actors: number;
}

interface BranchNode {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly actorCount: number;
  readonly labels?: readonly { readonly language: string; readonly text: string }[];
  readonly names?: readonly { readonly language: string; readonly text: string }[];
  readonly alternativeLabels?: readonly string[];
  readonly alternativeNames?: readonly string[];
  readonly fieldsOfAction?: readonly string[];
  readonly level?: DistrictLevel;
  readonly children?: readonly BranchNode[];
}

function flatten(nodes: readonly BranchNode[], parent: string | null = null, depth = 0): Branch[] {
  return nodes.flatMap((node) => [
    {
      id: node.id,
      slug: node.slug,
      version: node.version,
      depth,
      parent,
      actors: node.actorCount,
      names: Object.fromEntries((node.labels ?? node.names ?? []).map(({ language, text }) => [language, text])),
      words: node.alternativeLabels ?? node.alternativeNames ?? [],
      fieldsOfAction: node.fieldsOfAction ?? [],
      level: node.level ?? "QUARTER",
    },
    ...flatten(node.children ?? [], node.id, depth + 1),
  ]);
}

/** All of a kind that are in use. */
export async function fetchBranches(kind: BranchKind): Promise<Branch[]> {
  if (kind === "themes") return flatten((await request(ConsoleThemeTable, {})).themes);
  return flatten((await request(ConsoleDistrictTable, {})).districts);
}

/** What came of a change. */
export interface BranchResult {
  readonly entry: { readonly id: string; readonly version: number } | null;
  readonly userErrors: readonly UserError[];
}

const texts = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([language, text]) => ({ language, text: text.trim() || null }));

/** Writes what has changed of one. */
export function editBranch(
  kind: BranchKind,
  { id, version }: Branch,
  changes: Partial<BranchFields>,
): Promise<BranchResult> {
  const { names, words, fieldsOfAction, level } = changes;
  const seen = { id, expectedVersion: version };
  return kind === "themes"
    ? mutate(ConsoleEditTheme, {
        ...seen,
        ...(names ? { label: texts(names) } : {}),
        ...(words ? { alternativeLabels: words } : {}),
        ...(fieldsOfAction ? { fieldsOfAction } : {}),
      })
    : mutate(ConsoleEditDistrict, {
        ...seen,
        ...(names ? { name: texts(names) } : {}),
        ...(words ? { alternativeNames: words } : {}),
        ...(level ? { level } : {}),
      });
}

/** Makes one below another; of a root `parent` is null. */
export function createBranch(
  kind: BranchKind,
  parent: string | null,
  { names, words, fieldsOfAction, level }: BranchFields,
): Promise<BranchResult> {
  return kind === "themes"
    ? mutate(ConsoleCreateTheme, { label: texts(names), alternativeLabels: words, fieldsOfAction, parent })
    : mutate(ConsoleCreateDistrict, { name: texts(names), alternativeNames: words, level, parent });
}

/** Lets another stand in for one from now on. */
export const retireBranch = (kind: BranchKind, { id, version }: Branch, replacement: string): Promise<BranchResult> =>
  mutate(kind === "themes" ? ConsoleRetireTheme : ConsoleRetireDistrict, { id, expectedVersion: version, replacement });

/** Brings one back that was retired. */
export const reinstateBranch = (kind: BranchKind, id: string, version: number): Promise<BranchResult> =>
  mutate(kind === "themes" ? ConsoleReinstateTheme : ConsoleReinstateDistrict, { id, expectedVersion: version });
