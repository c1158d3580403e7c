// Dates and times that are typed halfway: browsers give no value of them, so that nobody would see them get lost.
import { notify } from "./notice";
import { t } from "./words";

/** Goes to the first input of a form that is typed halfway and says what is missing; whether there is one. */
export function refuseIncomplete(form: ParentNode): boolean {
  const input = [...form.querySelectorAll<HTMLInputElement>("input")].find(({ validity }) => validity.badInput);
  if (!input) return false;
  const label =
    input.getAttribute("aria-label") ??
    [...(input.labels?.[0]?.childNodes ?? [])].find(({ nodeType }) => nodeType === Node.TEXT_NODE)?.textContent ??
    "";
  notify({ tone: "bad", text: t(`incomplete-${input.type}`, { field: label.trim() }) });
  input.focus();
  return true;
}
