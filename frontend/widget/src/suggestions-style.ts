// The part of the widget's style sheet for the list of suggestions, which comes once somebody types.
import { adoptSheet } from "./sheets";

const STYLE = `
.suggestions {
  position: absolute;
  z-index: 20;
  inset-block-start: calc(100% + 0.25em);
  inset-inline: 0;
  max-block-size: min(26em, 60vh);
  overflow-y: auto;
  overscroll-behavior: contain;
  padding-block: 0.35em;
  font-size: calc(1em / 0.9);
  color: var(--ink);
  background: var(--paper);
  border: 1px solid var(--edge);
  border-radius: calc(var(--round) * 0.7);
  box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 25%);
}
.sort {
  padding: 0.4em 0.9em 0.1em;
  font-size: 0.85em;
  font-weight: 600;
  color: var(--soft);
}
[role="option"] {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  align-content: center;
  column-gap: 0.6em;
  min-block-size: max(44px, 2.75em);
  padding: 0.3em 0.9em;
  cursor: pointer;
  overflow-wrap: anywhere;
}
[role="option"] .label {
  color: var(--ink);
}
.context {
  font-size: 0.9em;
  color: var(--soft);
}
[role="option"]:hover,
[aria-selected="true"] {
  background: color-mix(in srgb, var(--accent) 14%, var(--paper));
}
[aria-selected="true"] {
  outline: 2px solid var(--bruecke-focus, #b3540a);
  outline-offset: -2px;
}
@media (forced-colors: active) {
  [aria-selected="true"] {
    background: Highlight;
    forced-color-adjust: none;
  }
  [aria-selected="true"] * {
    color: HighlightText;
  }
}
`;

/** Gives a shadow root the style of the list, once. */
export const adoptSuggestionsStyle = (root: ShadowRoot): void => adoptSheet(root, STYLE);
