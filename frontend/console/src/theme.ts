// Light or dark: as the device has it, or as somebody chose here.
export const THEMES = ["device", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const STORED = "bruecke-console-theme";

/** What was chosen. */
export function currentTheme(): Theme {
  return THEMES.find((theme) => theme === localStorage.getItem(STORED)) ?? "device";
}

/** Chooses. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(STORED, theme);
  applyTheme();
}

/** Shows the page in what was chosen. */
export function applyTheme(): void {
  const theme = currentTheme();
  if (theme === "device") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
