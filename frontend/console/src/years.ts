// The years that figures and the diary can be looked at for: this one and some before.

/** So many years can be chosen. */
const YEARS = 6;

/** The years that can be chosen, this one first. */
export function recentYears(): readonly number[] {
  const present = new Date().getFullYear();
  return Array.from({ length: YEARS }, (_, back) => present - back);
}

/** The year that the address asks for, else this one. */
export function askedYear(): number {
  const asked = Number(new URLSearchParams(location.search).get("year"));
  const years = recentYears();
  return years.find((year) => year === asked) ?? new Date().getFullYear();
}
