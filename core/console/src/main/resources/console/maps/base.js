import { dictionary } from '../app/language.js';
import texts from '../texts/maps.js';

const t = dictionary(texts);
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? '';

/** The European Netherlands, as [[south, west], [north, east]]. */
export const NETHERLANDS = [
  [50.7, 3.3],
  [53.6, 7.3],
];

/** From here on the coast of the sketch would lie beside the real one. */
const CLOSE = 12;

let library = null;

/** Leaflet and its style sheet, fetched when somebody first looks at a map. */
function leaflet() {
  library ??= (async () => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = `${meta('kp-base')}lib/leaflet/dist/leaflet.css`;
    await new Promise((resolve) => {
      sheet.onload = resolve;
      sheet.onerror = resolve;
      document.head.prepend(sheet);
    });
    return import('leaflet');
  })();
  return library;
}

/**
 * A map in an element: over the configured tiles, or else over a sketch of the coast and the borders, without asking anybody. The wheel
 * zooms only with Ctrl, so that a page scrolls on. Whoever makes it removes it.
 * @param options of Leaflet's map
 * @returns {Promise<{ L, map }>}
 */
export async function drawMap(element, options = {}) {
  const L = await leaflet();
  element.addEventListener('wheel', (event) => event.ctrlKey || event.stopPropagation(), { capture: true, passive: true });
  const map = L.map(element, { zoomControl: false, minZoom: 6, maxZoom: 19, ...options });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: t('zoomIn'), zoomOutTitle: t('zoomOut') }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (meta('kp-tiles')) {
    L.tileLayer(meta('kp-tiles'), { attribution: asMarkup(meta('kp-tiles-credit')) }).addTo(map);
  } else {
    await sketch(L, map, element);
  }
  return { L, map };
}

/** Leaflet takes a credit as markup; ours is text. */
function asMarkup(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function sketch(L, map, element) {
  const { AROUND, NETHERLANDS: ours } = await import('./land.js');
  map.createPane('land').classList.add('kp-land');
  const renderer = L.svg({ pane: 'land', padding: 0.5 });
  const shape = (polygons, className) =>
    L.polygon(
      polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lat, lon]))),
      { pane: 'land', renderer, interactive: false, className },
    ).addTo(map);
  shape(AROUND, 'kp-land__around');
  shape(ours, 'kp-land__ours');
  const near = () => element.classList.toggle('kp-map--close', map.getZoom() >= CLOSE);
  map.on('zoomend', near);
  map.attributionControl.addAttribution('Natural Earth');
}
