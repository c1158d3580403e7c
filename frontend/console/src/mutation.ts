// Changes: what came of them, in one shape for all views.
import type { Question } from "@bruecke/shared/question";
import { request, type UserError } from "./client";
import type { Notice } from "./notice";
import { language, t } from "./words";

interface Payload {
  readonly userErrors: readonly UserError[];
}

/** Makes a change; its payload, whatever came of it. */
export async function mutate<P extends Payload, Input>(
  question: Question<{ readonly [field: string]: P | null }, { input: Input; language: string }>,
  input: Input,
  timeout?: number,
): Promise<P> {
  const answer = await request(question, { input, language: language() }, timeout);
  const [payload] = Object.values(answer);
  if (!payload) throw new Error("a change without a payload");
  return payload;
}

/** What stands in the way as a message, with the view in which it can be put right where there is one. */
export function refusalOf(errors: readonly UserError[]): Notice {
  const way = errors.some(({ code }) => code === "MERGED")
    ? { way: { label: t("nav-duplicates"), address: "/console/duplicates#merges" } }
    : {};
  return { tone: "bad", text: describeErrors(errors), ...way };
}

/** What stands in the way, as one sentence; empty when nothing does. */
export const describeErrors = (errors: readonly UserError[]) => errors.map(({ message }) => message).join(" ");
