// The question before something typed is left behind.
import { choose } from "../dialogue";
import { t } from "../words";
import type { EntryForm } from "./form";

/** Asks whether a form is left, and whether what is typed stays on the device; whether it may be left. */
export async function confirmLeave(form: EntryForm): Promise<boolean> {
  const answer = await choose(
    t("leave-title"),
    t("leave-text"),
    [
      { value: "stay", label: t("leave-stay"), tone: "strong" },
      { value: "keep", label: t("leave-keep") },
      { value: "discard", label: t("leave-discard"), tone: "danger" },
    ],
    "stay",
  );
  if (answer === "discard") form.discard();
  return answer !== "stay";
}
