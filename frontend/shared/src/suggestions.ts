// What readers may mean who are still typing, as the service suggests it: on the pages and in the widget.
import { ask } from "./ask";
import { Suggest, type SuggestAnswer } from "./generated/questions";

/** The sorts of things that are suggested, in the order in which their groups are shown. */
export const SORTS = ["question", "theme", "district", "language", "offer", "event", "actor"] as const;
export type Sort = (typeof SORTS)[number];

/** An actor's page is found by its type and slug. */
export interface ActorRef {
  readonly type: string;
  readonly slug: string;
}

export interface Suggestion {
  readonly sort: Sort;
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly context: string | null;
  /** The slug of a theme or district, the tag of a language, the text of a question. */
  readonly value: string;
  /** Whose it is: an actor itself, or who gives an offer or event. */
  readonly actor: ActorRef | null;
  /** Where its own page is, below the language; none where it leads to the search. */
  readonly page: string | null;
}

/** Suggestions in the order of their groups; those of a group stay as the service ranks them. */
export const inGroups = (suggestions: readonly Suggestion[]): readonly Suggestion[] =>
  [...suggestions].sort((one, other) => SORTS.indexOf(one.sort) - SORTS.indexOf(other.sort));

/** From how many characters on something is suggested. */
const SHORTEST = 2;
/** As long as the longest name. */
const LONGEST = 200;

/** Asks for suggestions in a language; the same text is asked for once. */
export function suggestionSource(
  base: URL,
  language: string,
): (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]> {
  const answers = new Map<string, readonly Suggestion[]>();
  return async (text, signal) => {
    const length = [...text.trim()].length;
    if (length < SHORTEST || length > LONGEST) return [];
    const known = answers.get(text);
    if (known) return known;
    const { suggest } = await ask(base, Suggest, { text, language }, signal);
    const suggestions = suggest.map(suggestionOf);
    answers.set(text, suggestions);
    return suggestions;
  };
}

function suggestionOf(node: SuggestAnswer["suggest"][number]): Suggestion {
  const { label, slug: value } = node;
  switch (node.__typename) {
    case "QuestionSuggestion":
      return { sort: "question", label, value, context: null, actor: null, page: null };
    case "LanguageSuggestion":
      return { sort: "language", label, value, context: null, actor: null, page: null };
    case "Theme":
      return { sort: "theme", label, value, context: node.context, actor: null, page: null };
    case "District":
      return { sort: "district", label, value, context: node.context, actor: null, page: null };
    case "Offer": {
      const actor = { type: node.actor.__typename, slug: node.actor.slug };
      return { sort: "offer", label, value, context: node.context, actor, page: `offer/${node.pageSlug}` };
    }
    case "Event": {
      const [host] = node.hosts;
      const actor = host ? { type: host.__typename, slug: host.slug } : null;
      return { sort: "event", label, value, context: node.context, actor, page: `event/${node.pageSlug}` };
    }
    default:
      return {
        sort: "actor",
        label,
        value,
        context: node.context,
        actor: { type: node.__typename, slug: value },
        page: `${node.__typename.toLowerCase()}/${value}`,
      };
  }
}
