// What /widget.js loads: the element, once, however often the script stands on a page.
import { BrueckeDirectory } from "./element";

if (!customElements.get("bruecke-directory")) customElements.define("bruecke-directory", BrueckeDirectory);
