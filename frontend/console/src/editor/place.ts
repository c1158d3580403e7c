// Where an entry is, and who may know: a hidden place is said in words, before anything is published.

import { parseCoordinates } from "@bruecke/shared/coordinates";
import type { Position } from "@bruecke/shared/map/place-pin";
import { html, nothing, type TemplateResult } from "lit";
import { request } from "../client";
import { ConsoleAddressPosition } from "../generated/questions";
import type { Taxonomy } from "../taxonomy";
import { attempt } from "../view";
import { t } from "../words";
import type { Place } from "./form";
import { type Context, controlId, framed, line, unreadMessage } from "./inputs";
import "./place-map";
import "./place-district";

const PRECISIONS = ["exact", "street", "quarter", "hidden"] as const;

/** Where it is said that an address was not found: at the button, which is in sight then. */
const LOCATED = "location.address";

/** The parts of an address, of `field`. */
export const addressLines = (context: Context, field: string) =>
  ["street", "postcode", "city", "extra"].map((part) => line(context, `${field}.${part}`));

/** The address and the place. */
export function placeSection(context: Context, terms: Taxonomy): TemplateResult {
  const { form } = context;
  const complain = (message: string) => context.complain("location", message);
  const place = form.value("location") as Place | null;
  const typed = form.typed("location");
  const meant = typed === null ? null : parseCoordinates(typed);
  const isMeant =
    typed !== null && (!meant || (meant.latitude === place?.latitude && meant.longitude === place.longitude));
  const shown = isMeant ? typed : place ? `${place.latitude}, ${place.longitude}` : "";
  const isHidden = place?.precision === "hidden";
  const read = (event: Event) => {
    const text = (event.target as HTMLInputElement).value;
    const position = parseCoordinates(text);
    form.keepText("location", text, position !== null || !text.trim());
    context.complain(LOCATED, "");
    if (position) context.set("location", { ...position, precision: place?.precision ?? "exact" });
    else if (!text.trim()) context.set("location", null);
    else complain("");
  };
  const part = (name: string) => String(form.value(`address.${name}`) ?? "").trim() || null;
  const locate = () =>
    attempt(async () => {
      const answer = await request(ConsoleAddressPosition, {
        street: part("street") ?? "",
        postcode: part("postcode"),
        city: part("city"),
      });
      const found = answer.viewer?.addressPosition;
      context.complain(LOCATED, found ? "" : t("place-locate-none"));
      if (!found) return;
      complain("");
      context.set("location", { ...found, precision: place?.precision ?? "exact" });
    });
  const leave = () => complain(form.unreadFields.includes("location") ? unreadMessage("location") : "");
  const wrong = context.errors.get("location") ?? "";
  const pick = ({ latitude, longitude }: Position) => {
    // Six digits are finer than a house.
    const [north, east] = [Number(latitude.toFixed(6)), Number(longitude.toFixed(6))];
    form.keepText("location", `${north}, ${east}`, true);
    complain("");
    context.complain(LOCATED, "");
    context.set("location", { latitude: north, longitude: east, precision: place?.precision ?? "exact" });
  };
  return html`
    ${isHidden ? html`<p class="hidden-place"><strong>${t("place-hidden-title")}</strong> ${t("place-hidden-text")}</p>` : nothing}
    ${addressLines(context, "address")}
    <p><button type="button" ?disabled=${!part("street")} @click=${locate}>${t("place-locate")}</button></p>
    <p class="error" role="status" data-part="located">${context.errors.get(LOCATED) ?? ""}</p>
    ${framed(
      context,
      "location",
      html`<input
        id=${controlId("location")}
        inputmode="decimal"
        autocomplete="off"
        .value=${shown}
        aria-describedby="f-location-help f-location-error"
        aria-invalid=${wrong !== ""}
        @input=${read}
        @change=${leave}
      />`,
    )}
    <console-place-map .place=${place} .pick=${pick}></console-place-map>
    <console-place-district .place=${place} .basedIn=${String(form.value("basedIn") ?? "")} .terms=${terms} .take=${(id: string) => context.set("basedIn", id)}></console-place-district>
    ${
      place && (place.farAway || context.codes.get("location") === "FAR_AWAY")
        ? html`<label class="check" data-part="far-away">
          <input
            type="checkbox"
            .checked=${place.farAway ?? false}
            @change=${(event: Event) => context.set("location", { ...place, farAway: (event.target as HTMLInputElement).checked })}
          />
          ${t("place-far-away")}
        </label>`
        : nothing
    }
    <fieldset class="field" ?disabled=${!place}>
      <legend>${t("precision")}</legend>
      <p class="help">${place ? t("precision-help") : t("precision-none")}</p>
      ${PRECISIONS.map(
        (precision) =>
          html`<label class=${precision === "hidden" ? "check secret" : "check"}>
            <input
              type="radio"
              name="precision"
              value=${precision}
              .checked=${place?.precision === precision}
              @change=${() => place && context.set("location", { ...place, precision })}
            />
            ${t(`precision-${precision.toUpperCase()}`)}
          </label>`,
      )}
    </fieldset>
  `;
}
