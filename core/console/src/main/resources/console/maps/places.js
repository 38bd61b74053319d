import { html } from 'lit';
import { Element } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { button } from '../kit/button.js';
import { drawMap, NETHERLANDS } from './base.js';
import texts from '../texts/maps.js';

const t = dictionary(texts);
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 80;
/** No closer than this when all is shown: a single place says more with its surroundings. */
const CLOSEST = 15;
let numbers = 0;

/**
 * Places and areas on a map, drawn on a canvas so that thousands move fluently. Beside it always stands a table with the same.
 *
 * - areas: [{ geometry (GeoJSON, WGS 84), words, look: 'in' }]
 * - places: [{ id, keys, lat, lon, kind: 'observation' or 'datum', words, faded }]; a new array when they change
 * - picks: Map of key → letter
 * - picked by pointing or by keys: event `kp-pick` with detail the key
 */
class PlaceMap extends Element {
  static properties = {
    areas: { attribute: false },
    places: { attribute: false },
    picks: { attribute: false },
    label: { type: String },
    said: { state: true },
  };

  constructor() {
    super();
    this.areas = [];
    this.places = [];
    this.picks = new Map();
    this.label = '';
    this.said = '';
    this.number = ++numbers;
    this.drawn = new Map();
  }

  render() {
    return html`<div
        class="kp-map kp-map--places"
        role="application"
        tabindex="0"
        aria-label=${this.label}
        aria-describedby="kp-map-keys-${this.number}"
        @keydown=${(e) => this.key(e)}
      ></div>
      <p class="kp-hidden" id="kp-map-keys-${this.number}">${t('keys')}</p>
      <p class="kp-hidden" role="status">${this.said}</p>
      <div class="kp-actions kp-map__acts">
        ${button(t('whole'), { kind: 'quiet', small: true, icon: 'maximize', click: () => this.map && this.whole() })}
      </div>`;
  }

  async firstUpdated() {
    const element = this.querySelector('.kp-map');
    const { L, map } = await drawMap(element, { keyboard: false, preferCanvas: true });
    if (!this.isConnected) {
      map.remove();
      return;
    }
    this.L = L;
    this.map = map;
    map.createPane('places').classList.add('kp-map__places');
    this.canvas = L.canvas({ pane: 'places', padding: 0.2 });
    this.areaLayer = L.featureGroup().addTo(map);
    this.placeLayer = L.featureGroup().addTo(map);
    this.letterLayer = L.layerGroup().addTo(map);
    this.drawAreas();
    this.drawPlaces();
    this.whole();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = null;
  }

  updated(changed) {
    if (!this.map) {
      return;
    }
    if (changed.has('areas')) {
      this.drawAreas();
    }
    if (changed.has('places')) {
      this.drawPlaces();
    } else if (changed.has('picks')) {
      this.mark(changed.get('picks'));
    }
  }

  drawAreas() {
    const { L } = this;
    this.areaLayer.clearLayers();
    for (const area of this.areas) {
      const shape = L.geoJSON(area.geometry, {
        interactive: false,
        renderer: L.svg({ padding: 0.3 }),
        style: { className: `kp-area kp-area--${area.look}` },
      });
      shape.eachLayer((layer) => layer.addTo(this.areaLayer));
      const outlines = area.geometry.type === 'MultiPolygon' ? area.geometry.coordinates : [area.geometry.coordinates];
      for (const [outline] of outlines) {
        const words = document.createElement('span');
        words.textContent = area.words;
        L.marker(top(outline), {
          interactive: false,
          keyboard: false,
          icon: L.divIcon({ className: `kp-map__flag kp-map__flag--${area.look}`, html: words, iconSize: null }),
        }).addTo(this.areaLayer);
      }
    }
  }

  drawPlaces() {
    const { L } = this;
    this.placeLayer.clearLayers();
    this.drawn.clear();
    this.colours = colours(this);
    for (const place of this.places) {
      const dot = L.circleMarker([place.lat, place.lon], { renderer: this.canvas, bubblingMouseEvents: false, ...this.look(place) });
      dot.on('click', () => this.choose(place));
      dot.on('mouseover', () => this.tell(dot, place));
      dot.addTo(this.placeLayer);
      this.drawn.set(place, dot);
    }
    this.letters();
  }

  /** A line with a place that is pointed at; made when it is needed, since most never are. Text, never markup. */
  tell(dot, place) {
    if (!dot.getTooltip()) {
      const words = document.createElement('span');
      words.textContent = place.words;
      dot.bindTooltip(words, { className: 'kp-map__label', direction: 'top', offset: [0, -6] }).openTooltip();
    }
  }

  look(place) {
    const { ink, brand, surface } = this.colours;
    const picked = place.keys.some((key) => this.picks.has(key));
    const filled = place.kind === 'observation';
    return {
      radius: picked ? 9 : 6,
      weight: picked || !filled ? 2.5 : 1.5,
      color: picked ? ink : filled ? surface : brand,
      opacity: place.faded ? 0.45 : 1,
      fillColor: filled ? brand : surface,
      fillOpacity: place.faded ? 0.35 : 0.95,
    };
  }

  /** Only what is picked now or was before looks different. */
  mark(before = new Map()) {
    const changed = (key) => this.picks.get(key) !== before.get(key);
    for (const [place, dot] of this.drawn) {
      if (place.keys.some(changed)) {
        const look = this.look(place);
        dot.setRadius(look.radius);
        dot.setStyle(look);
      }
    }
    this.letters();
  }

  letters() {
    const { L } = this;
    this.letterLayer.clearLayers();
    for (const place of this.places) {
      const letters = place.keys.map((key) => this.picks.get(key)).filter(Boolean);
      if (letters.length > 0) {
        L.marker([place.lat, place.lon], {
          keyboard: false,
          title: place.words,
          icon: L.divIcon({ className: 'kp-pick', html: letters.join(''), iconSize: [24, 24] }),
        })
          .on('click', () => this.choose(place))
          .addTo(this.letterLayer);
      }
    }
  }

  choose(place) {
    this.dispatchEvent(new CustomEvent('kp-pick', { detail: place.keys[0] }));
  }

  key(event) {
    const { map } = this;
    if (!map || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) {
      return;
    }
    const arrow = ARROWS[event.key];
    if (arrow && event.altKey) {
      map.panBy(arrow.map((way) => way * STEP), { animate: false });
    } else if (arrow) {
      this.goTo(this.next(arrow));
    } else if (event.key === 'Home' || event.key === 'End') {
      this.goTo(this.places.at(event.key === 'Home' ? 0 : -1));
    } else if ((event.key === 'Enter' || event.key === ' ') && this.at) {
      this.choose(this.at);
    } else if (event.key === '+' || event.key === '=') {
      map.zoomIn();
    } else if (event.key === '-') {
      map.zoomOut();
    } else if (event.key === '0') {
      this.whole();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The nearest place that way. */
  next([x, y]) {
    if (!this.at || !this.places.includes(this.at)) {
      return this.places[0];
    }
    const from = this.map.latLngToLayerPoint([this.at.lat, this.at.lon]);
    let best = null;
    let least = Infinity;
    for (const place of this.places) {
      const to = this.map.latLngToLayerPoint([place.lat, place.lon]);
      const along = (to.x - from.x) * x + (to.y - from.y) * y;
      const aside = Math.abs((to.x - from.x) * y) + Math.abs((to.y - from.y) * x);
      const far = along + 2 * aside;
      if (place !== this.at && along > 0 && far < least) {
        least = far;
        best = place;
      }
    }
    return best ?? this.at;
  }

  goTo(place) {
    if (!place) {
      return;
    }
    this.at = place;
    this.cursor?.remove();
    this.cursor = this.L.circleMarker([place.lat, place.lon], { radius: 14, weight: 3, color: this.colours.ink, fill: false, interactive: false }).addTo(this.map);
    if (!this.map.getBounds().contains([place.lat, place.lon])) {
      this.map.panTo([place.lat, place.lon], { animate: false });
    }
    const letters = place.keys.map((key) => this.picks.get(key)).filter(Boolean);
    this.said = [...letters, place.words, t('of', { n: this.places.indexOf(place) + 1, all: this.places.length })].join(', ');
  }

  whole() {
    const bounds = this.areaLayer.getBounds().extend(this.placeLayer.getBounds());
    if (bounds.isValid()) {
      this.map.fitBounds(bounds.pad(0.1), { animate: false, maxZoom: CLOSEST });
    } else {
      this.map.fitBounds(NETHERLANDS, { animate: false });
    }
  }
}

/** Where the name of an area stands: in the middle of its upper edge. */
function top(outline) {
  const lons = outline.map(([lon]) => lon);
  return [Math.max(...outline.map(([, lat]) => lat)), (Math.min(...lons) + Math.max(...lons)) / 2];
}

function colours(element) {
  const style = getComputedStyle(element);
  const token = (name) => style.getPropertyValue(`--kp-${name}`).trim();
  return { ink: token('ink'), brand: token('brand'), surface: token('surface') };
}

customElements.define('kp-place-map', PlaceMap);

/** @param pick called with the key of what somebody chose */
export function placeMap({ areas = [], places = [], picks = new Map(), label, pick }) {
  return html`<kp-place-map .areas=${areas} .places=${places} .picks=${picks} .label=${label} @kp-pick=${(e) => pick?.(e.detail)}></kp-place-map>`;
}
