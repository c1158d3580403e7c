// Coordinates as people copy them from maps.

/** Reads "51.53, 7.21" as maps copy it: latitude first. Null for anything else. */
export function parseCoordinates(text: string): { readonly latitude: number; readonly longitude: number } | null {
  const found = text.trim().match(/^(-?\d{1,2}(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)$/);
  if (!found) return null;
  const [latitude, longitude] = [found[1], found[2]].map((part) => Number((part ?? "").replace(",", ".")));
  if (latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    return null;
  return { latitude, longitude };
}
