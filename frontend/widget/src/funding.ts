// Who funds the directory: a line and logos, or names where there are none. A script of its own, since few directories
// have any.
import type { Funder, Funding } from "@bruecke/shared/words";

const style = new CSSStyleSheet();
style.replaceSync(`
  .funders {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    font-size: 0.875em;
    color: var(--soft);
    overflow-wrap: anywhere;
  }
  .funders p {
    inline-size: 100%;
    margin: 0;
  }
  .funders img {
    box-sizing: border-box;
    display: block;
    inline-size: auto;
    block-size: auto;
    max-inline-size: min(10em, 100%);
    max-block-size: 3.5em;
    padding: 0.3em;
    border-radius: 0.3em;
    background: #fff;
  }
`);

/** An element with what it says. */
function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}

/** Fills a place in the widget; `newTab` is what a link says that opens one. */
export function showFunding(
  root: ShadowRoot,
  place: HTMLElement,
  { line, funders }: Funding,
  base: URL,
  newTab: string,
): void {
  if (!root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets.push(style);
  const picture = ({ name, logo }: Funder) => {
    const [lang, text] = [name?.language ?? place.lang, name?.text ?? ""];
    if (!logo) return element("span", { lang, dir: "auto", textContent: text });
    const src = new URL(`.${logo.path}`, base).href;
    return element("img", {
      lang,
      alt: text,
      width: logo.width,
      height: logo.height,
      loading: "lazy",
      decoding: "async",
      src,
    });
  };
  const linked = (funder: Funder) => {
    if (!funder.website) return picture(funder);
    const link = element("a", { href: funder.website, target: "_blank", rel: "noopener" });
    link.append(picture(funder), element("span", { className: "unseen", textContent: ` (${newTab})` }));
    return link;
  };
  const first = line ? [element("p", { lang: line.language, dir: "auto", textContent: line.text })] : [];
  place.replaceChildren(...first, ...funders.map(linked));
}
