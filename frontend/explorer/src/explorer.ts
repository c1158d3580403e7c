// The explorer at /graphql: GraphiQL takes the place of the help, which stays where scripts do not run.
//
// GraphiQL 4 is taken for its editor: CodeMirror needs no exception from the policy of the pages, no worker, a
// quarter of the bytes, and works on telephones. Nothing typed here outlives the page.
import { createGraphiQLFetcher, type Fetcher, type Storage } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { type DocumentNode, parse } from "graphql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./explorer.css";

/** What the page says to the explorer. */
interface Said {
  /** What the directory is called. */
  readonly title: string;
  /** The question to begin with. */
  readonly question: string;
  /** Where the style of the explorer is. */
  readonly style: string;
}

/** Keeps tabs, history and settings as long as the page is open, and no longer. */
function forgetful(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    get length() {
      return kept.size;
    },
  };
}

/** Questions and changes go by POST, with the session of whoever is signed in; subscriptions over the WebSocket. */
function fetcher(): Fetcher {
  const listening = new URL("/graphql/ws", location.href);
  listening.protocol = listening.protocol.replace("http", "ws");
  const send = createGraphiQLFetcher({
    url: "/graphql",
    wsClient: createClient({ url: listening.href }),
    enableIncrementalDelivery: false,
  });
  // The editor reads what is typed a moment later: what it knows may be the question before.
  return (question, options) => send(question, { ...options, ...read(question.query) });
}

/** The question as the editor should know it; where it cannot be read, the service says why. */
function read(question: string): { documentAST?: DocumentNode } {
  try {
    return { documentAST: parse(question) };
  } catch {
    return {};
  }
}

function explorer({ title, question }: Said) {
  const home = createElement("a", { href: "/" }, title);
  return createElement(
    GraphiQL,
    {
      fetcher: fetcher(),
      defaultQuery: question,
      inputValueDeprecation: true,
      schemaDescription: true,
      shouldPersistHeaders: false,
      showPersistHeadersSettings: false,
      storage: forgetful(),
    },
    createElement(GraphiQL.Logo, null, createElement("h1", null, home)),
  );
}

/** Names the fields of the editors as the panes around them are named. */
function name(place: HTMLElement): void {
  let panes = 0;
  const unnamed = new MutationObserver(() => {
    for (const field of place.querySelectorAll(".CodeMirror textarea:not([aria-labelledby])")) {
      const pane = field.closest("section");
      if (!pane) continue;
      panes += 1;
      pane.id ||= `pane-${panes}`;
      field.setAttribute("aria-labelledby", pane.id);
    }
  });
  unnamed.observe(place, { childList: true, subtree: true });
}

/** Gives the window to the explorer once its style is there. */
async function begin(said: Said): Promise<void> {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = said.style;
  await new Promise((ready, failed) => {
    style.addEventListener("load", ready);
    style.addEventListener("error", failed);
    document.head.append(style);
  });
  for (const other of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    if (other !== style) other.remove();
  }
  // The explorer speaks English, whatever the language of the help.
  document.documentElement.lang = "en";
  document.documentElement.dir = "ltr";
  const place = document.createElement("main");
  document.body.replaceChildren(place);
  name(place);
  createRoot(place).render(explorer(said));
}

const help = document.querySelector<HTMLElement>("[data-explorer]");
if (help) void begin(JSON.parse(help.dataset.explorer ?? "{}") as Said);
