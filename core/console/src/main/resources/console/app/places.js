// Where in the console something of the API is. A screen for another kind of thing adds its line.

const PLACES = [
  [/^\/v1\/signals\/([^/]+)/, (id) => `/signalen/${id}`],
  [/^\/v1\/meetings\/([^/]+)/, (id) => `/stuurgroep/${id}`],
  [/^\/v1\/knelpunten\/([^/]+)/, (id) => `/knelpunten/${id}`],
];

/** Address of the screen that shows this; null when there is none. */
export function place(href) {
  for (const [pattern, address] of PLACES) {
    const found = pattern.exec(href ?? '');
    if (found) {
      return address(found[1]);
    }
  }
  return null;
}
