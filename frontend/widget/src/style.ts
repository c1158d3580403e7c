// The widget's own look, as one constructed style sheet: a policy without inline styles allows it. What a page may
// change are the custom properties `--bruecke-…` and everything that has a `part`. Lengths follow the text around the
// element, not the root of the page, which many pages shrink (62.5 %).
import { css } from "lit";

export const style = css`
  :host {
    --accent: var(--bruecke-accent, #0b4f5c);
    --paper: var(--bruecke-background, #fff);
    --ink: var(--bruecke-text, #1b2629);
    --soft: var(--bruecke-muted, #4c5a5e);
    --line: var(--bruecke-border, #d9d6cd);
    --edge: var(--bruecke-field-border, #7b878a);
    --round: var(--bruecke-radius, 0.6em);
    --map-organisation: var(--accent);
    --map-focus: var(--accent);
    --map-district: var(--paper);
    --map-ink: var(--ink);
    --map-text: var(--soft);
    --map-edge: var(--edge);
    --map-on: var(--paper);
    --open: #1c6b3c;
    display: block !important;
    container-type: inline-size !important;
    /* Where the page around is as wide as what is in it: a telephone. */
    contain-intrinsic-inline-size: 320px !important;
    inline-size: 100%;
    min-inline-size: min(100%, 240px);
    /* What goes down to children is not taken from the page around, whose rules for every element meet this one too: only
       important ones of a shadow root are stronger than those. */
    color: var(--ink) !important;
    background: var(--paper) !important;
    font: var(--bruecke-font, max(1em, 16px)/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif) !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-decoration: none !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    overflow-wrap: break-word !important;
    hyphens: manual !important;
    writing-mode: horizontal-tb !important;
    cursor: auto !important;
    -webkit-text-fill-color: currentcolor !important;
  }
  /* A page that is dark for whoever likes it so says color-scheme, and the widget goes along. */
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --accent: var(--bruecke-accent, light-dark(#0b4f5c, #86d3e0));
      --paper: var(--bruecke-background, light-dark(#fff, #1a2326));
      --ink: var(--bruecke-text, light-dark(#1b2629, #e8eeee));
      --soft: var(--bruecke-muted, light-dark(#4c5a5e, #aebbbe));
      --line: var(--bruecke-border, light-dark(#d9d6cd, #324044));
      --edge: var(--bruecke-field-border, light-dark(#7b878a, #84949a));
      --open: light-dark(#1c6b3c, #86d6a3);
      --map-ground: light-dark(#f3f1ea, #11181a);
      --map-border: light-dark(#a9b4b6, #84949a);
      --map-institution: light-dark(#a34d0b, #f0a860);
      --map-network: light-dark(#6b3a86, #cfa6e8);
      --map-land: light-dark(#f3f1ea, #171f22);
      --map-green: light-dark(#dfe8d3, #1d2b23);
      --map-water: light-dark(#b9d7e3, #15303b);
      --map-building: light-dark(#dedad0, #263034);
      --map-road: light-dark(#c9c4b8, #3b484c);
    }
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* What is meant for screen readers alone is placed absolutely: it has to scroll with what it belongs to, or it makes the
     page as long as the list inside. */
  section,
  .panes {
    position: relative;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    padding: var(--bruecke-padding, 1em);
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  :host([data-fixed]) section {
    block-size: var(--bruecke-height);
    overflow: auto;
  }
  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.18em;
  }
  :focus-visible {
    outline: 3px solid var(--bruecke-focus, #b3540a);
    outline-offset: 2px;
    border-radius: 0.25em;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  .field {
    display: grid;
    gap: 0.2em;
    font-size: 0.9em;
    flex: 1 1 9em;
    min-inline-size: 0;
  }
  .field span {
    color: var(--soft);
  }
  .wide {
    flex-basis: 100%;
  }
  summary {
    padding-block: 0.7em;
    cursor: pointer;
  }
  input,
  textarea,
  select {
    font: inherit;
    /* As large as the text around; browsers on phones zoom into fields that are smaller than 16 pixels. */
    font-size: max(16px, 1em / 0.9);
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: calc(var(--round) * 0.7);
    padding: 0.5em 0.6em;
    min-block-size: max(44px, 2.75em);
    inline-size: 100%;
    min-inline-size: 0;
  }
  input::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  .place-of-suggestions {
    position: relative;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .chips .button {
    gap: 0.4em;
  }
  .locked {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .locked li {
    border: 1px solid var(--line);
    border-radius: 2em;
    padding: 0.1em 0.7em;
    font-weight: 600;
    font-size: 0.95em;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4em 1em;
  }
  .count {
    font-weight: 600;
    min-block-size: 1.5em;
  }
  .switch {
    display: flex;
  }
  .switch .button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .switch .button:last-child {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    border-inline-start: 0;
  }
  .switch [aria-pressed="true"] {
    color: var(--paper);
    background: var(--accent);
  }
  .plain {
    display: inline-flex;
    align-items: center;
    min-block-size: max(44px, 2.75em);
    padding: 0;
    font: inherit;
    font-size: 0.9em;
    color: var(--soft);
    background: none;
    border: 0;
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  .panes {
    display: grid;
    flex: none;
    gap: 0.9em;
    min-block-size: 0;
  }
  .map {
    display: block;
    position: relative;
    block-size: min(34em, 75vh);
    border: 1px solid var(--line);
    border-radius: calc(var(--round) * 0.7);
    overflow: hidden;
    background: var(--map-ground, #f3f1ea);
  }
  .canvas {
    block-size: 100%;
  }
  .picture {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    background: var(--map-ground, #f3f1ea);
  }
  .list {
    display: grid;
  }
  .entry {
    padding-block: 0.8em;
    border-block-end: 1px solid var(--line);
    display: grid;
    gap: 0.25em;
  }
  .entry:first-child {
    padding-block-start: 0.2em;
  }
  .entry[aria-current] {
    border-inline-start: 4px solid var(--accent);
    padding-inline-start: 0.7em;
  }
  .kind {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75em;
    font-size: 0.875em;
    color: var(--soft);
  }
  .open,
  .shut {
    font-weight: 600;
  }
  .open {
    color: var(--open);
  }
  .name {
    font-size: 1.1em;
    font-weight: 600;
    line-height: 1.3;
  }
  .summary {
    color: var(--ink);
  }
  .facts,
  .match,
  .themes {
    font-size: 0.9em;
    color: var(--soft);
  }
  .match::before {
    content: "✓ ";
  }
  .facts > span + span::before {
    content: " · ";
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.35em;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: max(44px, 2.75em);
    padding: 0.4em 1em;
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    color: var(--accent);
    background: transparent;
    border: 1px solid var(--accent);
    border-radius: calc(var(--round) * 0.7);
    cursor: pointer;
  }
  .button:not([aria-pressed="true"]):hover {
    background: color-mix(in srgb, var(--accent) 9%, transparent);
  }
  .button[disabled] {
    opacity: 0.6;
    cursor: progress;
  }
  .more {
    inline-size: 100%;
    margin-block-start: 0.9em;
  }
  .message {
    padding: 1em;
    border: 1px solid var(--line);
    border-radius: calc(var(--round) * 0.7);
    display: grid;
    gap: 0.6em;
    justify-items: start;
  }
  .message + .message {
    margin-block-start: 0.75em;
  }
  .message .list {
    gap: 0.6em;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
    font-size: 0.875em;
    color: var(--soft);
  }
  .footer a {
    padding-block: 0.3em;
  }
  /* Where both do not stand beside each other, the list comes first and the map in its place. */
  @container (inline-size < 46em) {
    .shows-both.pane-list .map,
    .shows-both.pane-map .results {
      display: none;
    }
  }
  /* On all but phones as high as a page has room for; whatever is longer scrolls inside. */
  @media (width >= 46em) {
    section {
      max-block-size: 46em;
      overflow: hidden;
    }
    :host([data-fixed]) section {
      max-block-size: none;
    }
    .panes {
      flex: 0 1 auto;
      overflow: auto;
    }
  }
  @container (inline-size >= 46em) {
    .switch {
      display: none;
    }
    .shows-both {
      block-size: 46em;
    }
    .shows-both .panes,
    :host([data-fixed]) .panes {
      flex: 1 1 auto;
    }
    .shows-both .panes {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
    .shows-both .map {
      position: sticky;
      inset-block-start: 0;
      order: 1;
      block-size: 100%;
      min-block-size: 12em;
    }
  }
  :host([data-fixed]) .shows-map .panes {
    flex: 1 1 auto;
    grid-template-rows: minmax(16em, 1fr) auto;
  }
  :host([data-fixed]) .shows-map .map {
    block-size: 100%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .button {
      transition: background 0.15s;
    }
  }
  @media (forced-colors: active) {
    .entry[aria-current] {
      border-inline-start-color: Highlight;
    }
  }
`;
