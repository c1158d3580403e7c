// Questions that need an answer before anything goes on.
import { html, nothing, render, type TemplateResult } from "lit";

/** One answer to choose. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly tone?: "strong" | "danger";
}

/**
 * Shows a dialogue until it is answered; `cancel` when it was closed. `content` is drawn again with each `update`; its
 * heading has the id `dialogue-title`.
 */
export function openDialogue<Value>(
  cancel: Value,
  content: (answer: (value: Value) => void, update: () => void) => TemplateResult,
): Promise<Value> {
  const dialogue = document.createElement("dialog");
  dialogue.className = "dialogue";
  dialogue.setAttribute("aria-labelledby", "dialogue-title");
  document.body.append(dialogue);
  return new Promise((resolve) => {
    const answer = (value: Value) => {
      dialogue.close();
      dialogue.remove();
      resolve(value);
    };
    const update = () => void render(content(answer, update), dialogue);
    dialogue.addEventListener("cancel", () => answer(cancel));
    update();
    dialogue.showModal();
    // What has the focus may stand far below what is to be read first.
    dialogue.scrollTop = 0;
  });
}

/** Asks, and gives the value of what was chosen; `cancel` when the dialogue was closed. */
export function choose<Value>(
  title: string,
  text: string | readonly string[],
  choices: readonly Choice<Value>[],
  cancel: Value,
): Promise<Value> {
  const lines =
    typeof text === "string" ? html`<p>${text}</p>` : html`<ul>${text.map((line) => html`<li>${line}</li>`)}</ul>`;
  return openDialogue(
    cancel,
    (answer) =>
      html`<h2 id="dialogue-title">${title}</h2>${lines}
        <div class="acts">
          ${choices.map(
            ({ value, label, tone }) =>
              html`<button type="button" class=${tone ?? nothing} @click=${() => answer(value)}>${label}</button>`,
          )}
        </div>`,
  );
}
