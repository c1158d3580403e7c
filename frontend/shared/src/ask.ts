// Asks the service over GraphQL: questions by GET, so that answers are kept on the way and no preflight is needed.
import type { Question } from "./question";

/** How long an answer may take, milliseconds. */
const PATIENCE = 20_000;

/** The service answered that the question is wrong, and said how. */
export class Mistake extends Error {}

interface Body<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The answer to a question; a {@link Mistake} where the question cannot be answered, else why there is none. */
export async function ask<Answer, Variables>(
  base: URL,
  question: Question<Answer, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Answer> {
  const address = new URL("graphql", base);
  address.searchParams.set("query", question.text);
  address.searchParams.set("variables", JSON.stringify(variables));
  return answer(address, {}, signal);
}

/** The answer to what changes something, which is sent by POST. */
export async function send<Answer, Variables>(
  base: URL,
  { text: query }: Question<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const body = JSON.stringify({ query, variables });
  return answer(new URL("graphql", base), { method: "POST", body, headers: { "content-type": "application/json" } });
}

async function answer<Answer>(address: URL, request: RequestInit, signal?: AbortSignal): Promise<Answer> {
  const patience = new AbortController();
  const giveUp = () => patience.abort(signal?.reason);
  const timer = setTimeout(() => patience.abort(new Error("no answer in time")), PATIENCE);
  signal?.addEventListener("abort", giveUp);
  try {
    const headers = { accept: "application/graphql-response+json", ...request.headers };
    const response = await fetch(address, { ...request, credentials: "omit", headers, signal: patience.signal });
    const body = (await response.json()) as Body<Answer>;
    const [error] = body.errors ?? [];
    if (error && response.status < 500 && response.status !== 429) throw new Mistake(error.message);
    if (!body.data || error) throw new Error(error?.message ?? `answered with ${response.status}`);
    return body.data;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}
