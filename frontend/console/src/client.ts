// Asks the service as whoever is signed in. Whatever goes wrong has one of four kinds, and each view shows them alike.
import type { Question } from "@bruecke/shared/question";
import { renewSession } from "./session";

/** How long an answer may take, milliseconds. */
const TIMEOUT_MS = 30_000;
/** The same of a file with its rows, milliseconds. */
export const IMPORT_TIMEOUT_MS = 300_000;
/** The same of a file that is made, milliseconds. */
const FILE_TIMEOUT_MS = 120_000;

/**
 * Why there is no answer: the service cannot be reached, had a fault, allows no more for now, does not allow this, or
 * takes nothing as large.
 */
export type FailureKind = "offline" | "fault" | "busy" | "refused" | "large";

/** There is no answer. */
export class RequestFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}

/** What stands in the way of a change, at a field or at all. */
export interface UserError {
  readonly field: string | null;
  readonly message: string;
  readonly code: string;
}

interface Body<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * The answer to a question or a change. When the session has ended it waits until somebody has signed in again, then
 * goes on, so that callers never lose what they were about to send.
 */
export async function request<Answer, Variables>(
  question: Question<Answer, Variables>,
  variables: Variables,
  timeout = TIMEOUT_MS,
): Promise<Answer> {
  for (;;) {
    const body = await send<Answer>(question.text, variables, timeout);
    if (body !== null && !hasSessionEnded(body.data)) return answerOf(body);
    await renewSession();
  }
}

/** A file that the service makes of what it is sent. Waits for a new session as `request` does. */
export async function requestFile(address: string, content: unknown): Promise<Blob> {
  for (;;) {
    const response = await post(address, "*/*", content, FILE_TIMEOUT_MS);
    if (response?.ok) return response.blob();
    if (response?.status === 403) throw new RequestFailure("refused", "HTTP 403");
    if (response)
      throw new RequestFailure(
        response.status === 429 || response.status === 503 ? "busy" : "fault",
        `HTTP ${response.status}`,
      );
    await renewSession();
  }
}

/** Sends something; null when nobody is signed in. */
async function post(address: string, accept: string, content: unknown, timeout: number): Promise<Response | null> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify(content),
      signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    window.dispatchEvent(new CustomEvent("console-offline", { detail: true }));
    throw new RequestFailure("offline", String(error));
  }
  window.dispatchEvent(
    new CustomEvent("console-offline", { detail: response.status === 502 || response.status === 504 }),
  );
  if (response.status === 401) return null;
  if (response.status === 413) throw new RequestFailure("large", "HTTP 413");
  return response;
}

/** One attempt; null when nobody is signed in. */
async function send<Answer>(query: string, variables: unknown, timeout: number): Promise<Body<Answer> | null> {
  const response = await post("/graphql", "application/graphql-response+json", { query, variables }, timeout);
  if (!response) return null;
  let body: Body<Answer>;
  try {
    body = (await response.json()) as Body<Answer>;
  } catch {
    throw new RequestFailure(
      response.status === 502 || response.status === 504 ? "offline" : "fault",
      `HTTP ${response.status}`,
    );
  }
  if (response.status === 429 || response.status === 503) throw new RequestFailure("busy", `HTTP ${response.status}`);
  return body;
}

function answerOf<Answer>({ data, errors }: Body<Answer>): Answer {
  const [error] = errors ?? [];
  const code = error?.extensions?.code ?? "";
  // An address typed by hand: there is nothing of that id.
  if (data && code === "INVALID_ID") return data;
  if (error) throw new RequestFailure(code.startsWith("FORBIDDEN") ? "refused" : "fault", error.message);
  if (!data) throw new RequestFailure("fault", "an answer without data");
  return data;
}

/** Whether an answer is one that nobody who is signed in gets. */
function hasSessionEnded(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  return Object.entries(data).some(([field, value]) => {
    if (field === "viewer") return value === null;
    const errors = (value as { userErrors?: readonly { code?: string }[] } | null)?.userErrors;
    return errors?.some(({ code }) => code === "UNAUTHENTICATED") ?? false;
  });
}
