// The styles that dialogs add while they are open, as an adopted sheet: the policy of the pages lets no element
// with styles in it count. Stands in for the package `react-style-singleton`; see build.mjs.
import { useEffect } from "react";

/** One sheet for as long as anybody needs it. */
export function stylesheetSingleton() {
  let users = 0;
  const sheet = new CSSStyleSheet();
  return {
    add(style: string): void {
      if (users === 0) {
        sheet.replaceSync(style);
        document.adoptedStyleSheets.push(sheet);
      }
      users += 1;
    },
    remove(): void {
      users -= 1;
      if (users === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((known) => known !== sheet);
    },
  };
}

/** A hook that has the styles counted as long as its component is there. */
export function styleHookSingleton() {
  const sheet = stylesheetSingleton();
  return (styles: string, isDynamic?: boolean): void => {
    // biome-ignore lint/correctness/useExhaustiveDependencies: only what is dynamic is put in again when it changes.
    useEffect(() => {
      sheet.add(styles);
      return () => sheet.remove();
    }, [isDynamic ? styles : null]);
  };
}

/** A component that does the same. */
export function styleSingleton() {
  const useStyle = styleHookSingleton();
  return ({ styles, dynamic }: { styles: string; dynamic?: boolean }): null => {
    useStyle(styles, dynamic);
    return null;
  };
}
