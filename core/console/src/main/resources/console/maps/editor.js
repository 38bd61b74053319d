import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Element } from '../app/element.js';
import { dictionary, language } from '../app/language.js';
import { button } from '../kit/button.js';
import { segmented } from '../kit/segmented.js';
import { drawMap, NETHERLANDS } from './base.js';
import texts from '../texts/maps.js';

const t = dictionary(texts);
const METRES_PER_DEGREE = 111_320;
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const STEP = 10;
const SMALL_STEP = 1;
const DIGITS = 6;

/**
 * Draws an area: on the map by pointing or by keys, or by its coordinates in a table; each is the other's equal.
 *
 * - parts: as `beginArea` gives them
 * - errors: [{ part, corner, message }] of the API, shown at the corner
 * - event `kp-area` with detail the parts, after every change
 */
class AreaEditor extends Element {
  static properties = {
    parts: { attribute: false },
    errors: { attribute: false },
    at: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    this.parts = [];
    this.errors = [];
    this.at = 0;
    this.said = '';
  }

  get part() {
    return this.parts[Math.min(this.at, this.parts.length - 1)];
  }

  render() {
    const corners = this.parts.reduce((sum, p) => sum + p.corners.length, 0);
    return html`<div
        class="kp-map kp-map--editor"
        role="application"
        tabindex="0"
        aria-label=${t('editorLabel', { n: corners, parts: this.parts.length })}
        aria-describedby="kp-editor-keys"
        @keydown=${(e) => this.key(e)}
      ></div>
      <p class="kp-hidden" id="kp-editor-keys">${t('editorKeys')}</p>
      <p class="kp-hidden" role="status">${this.said}</p>
      <p class="kp-note">${t('editorHint')}</p>
      <div class="kp-actions">
        ${this.parts.length > 1
          ? segmented(
              t('parts'),
              this.parts.map((_, i) => [i, t('part', { n: i + 1 })]),
              this.at,
              (at) => {
                this.at = at;
              },
            )
          : nothing}
        ${button(t('addPart'), { small: true, icon: 'plus', click: () => this.addPart() })}
        ${this.part.corners.length > 0 ? button(t('clearPart'), { small: true, kind: 'quiet', icon: 'undo-2', click: () => this.change([]) }) : nothing}
        ${this.parts.length > 1 ? button(t('dropPart'), { small: true, kind: 'quiet', icon: 'x', click: () => this.dropPart() }) : nothing}
      </div>
      ${this.part.holes.length > 0 ? html`<p class="kp-note">${t('holes')}</p>` : nothing} ${this.table()}`;
  }

  table() {
    const { corners } = this.part;
    return html`<table class="kp-corners">
      <caption>
        ${t('cornersOf', { n: this.at + 1 })}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="kp-hidden">${t('cornerN', { n: '' })}</span></th>
          <th scope="col">${t('latitude')}</th>
          <th scope="col">${t('longitude')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${corners.length === 0 ? html`<tr><td colspan="4">${t('noCorners')}</td></tr>` : nothing}
        ${corners.map((corner, i) => this.row(corner, i))}
      </tbody>
    </table>
    <div class="kp-actions">${button(t('addCorner'), { small: true, icon: 'plus', click: () => this.addCorner() })}</div>`;
  }

  row(corner, i) {
    const found = this.errors.filter((e) => e.part === this.at && e.corner === i);
    const id = `hoek-${this.at}-${i}`;
    const cell = (axis, name) => html`<td>
      <input
        class="utrecht-textbox utrecht-textbox--html-input"
        id="${id}-${axis}"
        inputmode="decimal"
        autocomplete="off"
        aria-label="${t('cornerN', { n: i + 1 })}: ${name}"
        aria-describedby=${found.length > 0 ? `${id}-fout` : nothing}
        aria-invalid=${found.length > 0 || corner[axis] === null ? 'true' : nothing}
        .value=${live(corner.typed?.[axis] ?? written(corner[axis]))}
        @input=${(e) => this.type(i, axis, e.target.value)}
      />
    </td>`;
    const wrong = [
      ...found.map((e) => e.message),
      ...(corner.lat === null || corner.lon === null ? [t('wrongNumber', { example: written(52.9391) })] : []),
    ];
    return html`<tr class=${wrong.length > 0 ? 'is-wrong' : ''}>
        <th scope="row">${i + 1}</th>
        ${cell('lat', t('latitude'))} ${cell('lon', t('longitude'))}
        <td>
          ${button(t('drop'), { small: true, kind: 'quiet', icon: 'x', label: t('dropCorner', { n: i + 1 }), click: () => this.change(without(this.part.corners, i)) })}
        </td>
      </tr>
      ${wrong.length > 0
        ? html`<tr class="is-wrong">
            <td></td>
            <td colspan="3"><div class="kp-message kp-message--wrong" id="${id}-fout">${wrong.join(' ')}</div></td>
          </tr>`
        : nothing}`;
  }

  // What changes it

  tell(parts) {
    this.parts = parts;
    this.dispatchEvent(new CustomEvent('kp-area', { detail: parts }));
  }

  change(corners) {
    this.tell(this.parts.map((part, i) => (i === this.at ? { ...part, corners } : part)));
  }

  type(i, axis, text) {
    const corner = this.part.corners[i];
    const made = { ...corner, [axis]: degrees(text, axis), typed: { ...corner.typed, [axis]: text } };
    this.change(this.part.corners.map((c, j) => (j === i ? made : c)));
  }

  add(lat, lon) {
    const corner = { lat: rounded(lat), lon: rounded(lon) };
    this.change([...this.part.corners, corner]);
    this.said = t('cornerSaid', { n: this.part.corners.length, lat: written(corner.lat), lon: written(corner.lon) });
  }

  /** In the table: beside the last, so that there is something to change. */
  async addCorner() {
    const last = this.part.corners.at(-1);
    const centre = this.map?.getCenter() ?? { lat: 52.9, lng: 4.9 };
    this.add(last?.lat ?? centre.lat, last ? (last.lon ?? centre.lng) + 0.001 : centre.lng);
    await this.updateComplete;
    this.querySelector(`#hoek-${this.at}-${this.part.corners.length - 1}-lat`)?.focus();
  }

  addPart() {
    this.at = this.parts.length;
    this.tell([...this.parts, { corners: [], holes: [] }]);
  }

  dropPart() {
    const at = this.at;
    this.at = Math.max(0, at - 1);
    this.tell(without(this.parts, at));
  }

  // The map

  async firstUpdated() {
    const { L, map } = await drawMap(this.querySelector('.kp-map'), { keyboard: false, doubleClickZoom: false });
    if (!this.isConnected) {
      map.remove();
      return;
    }
    this.L = L;
    this.map = map;
    this.layer = L.featureGroup().addTo(map);
    map.on('click', (event) => this.add(event.latlng.lat, event.latlng.lng));
    map.invalidateSize();
    this.draw();
    const bounds = this.layer.getBounds();
    map.fitBounds(bounds.isValid() ? bounds.pad(0.3) : NETHERLANDS, { animate: false });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = null;
  }

  updated(changed) {
    if (this.map && (changed.has('parts') || changed.has('at'))) {
      this.draw();
    }
  }

  draw() {
    const { L } = this;
    this.layer.clearLayers();
    this.parts.forEach((part, i) => {
      const whole = part.corners.filter((c) => c.lat !== null && c.lon !== null);
      const line = whole.map((c) => [c.lat, c.lon]);
      const look = { className: `kp-area kp-area--in ${i === this.at ? '' : 'is-other'}`, interactive: false };
      (line.length > 2 ? L.polygon(line, look) : L.polyline(line, look)).addTo(this.layer);
    });
    this.part.corners.forEach((corner, i) => {
      if (corner.lat !== null && corner.lon !== null) {
        L.marker([corner.lat, corner.lon], {
          draggable: true,
          keyboard: false,
          icon: L.divIcon({ className: 'kp-corner', html: String(i + 1), iconSize: [22, 22] }),
        })
          .on('dragend', (e) => this.moveTo(i, e.target.getLatLng()))
          .addTo(this.layer);
      }
    });
  }

  moveTo(i, { lat, lng }) {
    this.change(this.part.corners.map((c, j) => (j === i ? { lat: rounded(lat), lon: rounded(lng) } : c)));
  }

  key(event) {
    const { map } = this;
    if (!map || event.target !== event.currentTarget || event.ctrlKey || event.metaKey) {
      return;
    }
    const arrow = ARROWS[event.key];
    if (arrow) {
      this.moveCross(arrow, event.shiftKey ? SMALL_STEP : STEP);
    } else if (event.key === 'Enter') {
      const { lat, lng } = this.cross();
      this.add(lat, lng);
    } else if (event.key === 'Backspace') {
      this.change(this.part.corners.slice(0, -1));
      this.said = t('cornerGone', { n: this.part.corners.length });
    } else if (event.key === '+' || event.key === '=') {
      map.setZoomAround(this.cross(), map.getZoom() + 1);
    } else if (event.key === '-') {
      map.setZoomAround(this.cross(), map.getZoom() - 1);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Where the keys are on the map; in the middle at first. */
  cross() {
    return this.mark?.getLatLng() ?? this.map.getCenter();
  }

  moveCross([east, north], metres) {
    const from = this.cross();
    const lat = from.lat + (north * metres) / METRES_PER_DEGREE;
    const lon = from.lng + (east * metres) / (METRES_PER_DEGREE * Math.cos((from.lat * Math.PI) / 180));
    this.mark ??= this.L.marker(from, {
      keyboard: false,
      interactive: false,
      icon: this.L.divIcon({ className: 'kp-cross', iconSize: [24, 24] }),
    }).addTo(this.map);
    this.mark.setLatLng([lat, lon]);
    if (!this.map.getBounds().contains([lat, lon])) {
      this.map.panTo([lat, lon], { animate: false });
    }
    this.said = t('crossSaid', { lat: written(lat), lon: written(lon) });
  }
}

function without(list, i) {
  return list.filter((_, j) => j !== i);
}

function rounded(value) {
  return Number(value.toFixed(DIGITS));
}

/** As the language writes it; nothing when it is no number. */
function written(value) {
  return value === null || value === undefined
    ? ''
    : value.toLocaleString(language() === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: DIGITS, useGrouping: false });
}

function degrees(text, axis) {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) || Math.abs(value) > (axis === 'lat' ? 90 : 180) ? null : value;
}

customElements.define('kp-area-editor', AreaEditor);

/** What the editor works on, of a GeoJSON geometry; one empty part when there is none. */
export function beginArea(geometry) {
  const polygons = !geometry ? [] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  return polygons.length === 0
    ? [{ corners: [], holes: [] }]
    : polygons.map(([outline, ...holes]) => ({ corners: outline.slice(0, -1).map(([lon, lat]) => ({ lat, lon })), holes }));
}

/** The geometry of parts; null when nothing is drawn. Parts without corners are left out. */
export function geometryOf(parts) {
  const polygons = parts
    .filter((p) => p.corners.length > 0)
    .map((p) => {
      const ring = p.corners.map((c) => [c.lon, c.lat]);
      return [[...ring, ring[0]], ...p.holes];
    });
  return polygons.length === 0 ? null : polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
}

/** What is to be mended before it can be sent: [{ id, message }]. */
export function checkArea(parts) {
  return parts.flatMap((part, i) => {
    const wrong = part.corners.findIndex((c) => c.lat === null || c.lon === null);
    if (wrong >= 0) {
      const axis = part.corners[wrong].lat === null ? 'lat' : 'lon';
      return [{ id: `hoek-${i}-${wrong}-${axis}`, message: `${t('part', { n: i + 1 })}, ${t('cornerN', { n: wrong + 1 })}: ${t('wrongNumber', { example: written(52.9391) })}` }];
    }
    return part.corners.length > 0 && part.corners.length < 3 ? [{ id: `hoek-${i}-0-lat`, message: t('fewCorners', { n: i + 1 }) }] : [];
  });
}

const PLACE = /^scope\.area(?:\.coordinates((?:\[\d+\])*))?/;

/** Where in the parts an error of the API is: [{ part, corner, message }]; corner is undefined when it is about the whole. */
export function errorsOfArea(problem, parts) {
  const sent = parts.map((p, i) => ({ p, i })).filter(({ p }) => p.corners.length > 0);
  return (problem?.errors ?? [])
    .filter((e) => PLACE.test(e.field ?? ''))
    .map((e) => {
      const numbers = [...(PLACE.exec(e.field)[1] ?? '').matchAll(/\d+/g)].map((m) => Number(m[0]));
      const [polygon, ring, corner] = sent.length === 1 ? [0, ...numbers] : numbers;
      const part = sent[polygon]?.i ?? 0;
      const count = parts[part]?.corners.length ?? 1;
      return { part, corner: ring === 0 && corner !== undefined ? corner % count : undefined, message: e.message };
    });
}

export function areaEditor({ parts, errors = [], change }) {
  return html`<kp-area-editor .parts=${parts} .errors=${errors} @kp-area=${(e) => change(e.detail)}></kp-area-editor>`;
}
