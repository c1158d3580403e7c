// Parts of the widget's style sheet that come with what they are for, so that the first page is small.

const sheets = new Map<string, CSSStyleSheet>();

/** Gives a shadow root a style sheet, once. */
export function adoptSheet(root: ShadowRoot, style: string): void {
  const sheet = sheets.get(style) ?? new CSSStyleSheet();
  if (!sheets.has(style)) {
    sheet.replaceSync(style);
    sheets.set(style, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
