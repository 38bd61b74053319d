import { html } from 'lit';
import { Element } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { button } from './button.js';
import { drawMap, NETHERLANDS } from '../maps/base.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);
/** So many times its own size is seen around what was picked. */
const PICKED = 2.5;

/**
 * Areas on a map: own ones without internet, over the configured tiles when there are any. Beside it always stands a table with the same.
 *
 * - areas: [{ id, name, geometry (GeoJSON, WGS 84), look: CSS class such as kp-area--3, mark: a few characters, picked }]
 * - label: says what is shown and picked
 * - picked by pointing: event `kp-pick` with detail the id
 */
class AreaMap extends Element {
  static properties = { areas: { attribute: false }, label: { type: String } };

  constructor() {
    super();
    this.areas = [];
    this.label = '';
  }

  render() {
    return html`<div class="kp-map" role="region" aria-label=${this.label}></div>
      <div class="kp-actions kp-map__acts">${button(t('wholeMap'), { kind: 'quiet', small: true, icon: 'maximize', click: () => this.map && this.whole() })}</div>`;
  }

  async firstUpdated() {
    const { L, map } = await drawMap(this.querySelector('.kp-map'));
    if (!this.isConnected) {
      map.remove();
      return;
    }
    this.L = L;
    this.map = map;
    this.layer = L.featureGroup().addTo(this.map);
    this.draw(true);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.map?.remove();
    this.map = null;
  }

  updated(changed) {
    if (this.map && changed.has('areas')) {
      const known = (changed.get('areas') ?? []).map((a) => a.id).join();
      this.draw(known !== this.areas.map((a) => a.id).join());
    }
  }

  draw(fit) {
    const { L } = this;
    this.layer.clearLayers();
    for (const area of this.areas.filter((a) => a.geometry)) {
      const shape = L.geoJSON(area.geometry, {
        style: { className: `kp-area ${area.look ?? ''} ${area.picked ? 'is-picked' : ''}` },
      });
      shape.on('click', () => this.dispatchEvent(new CustomEvent('kp-pick', { detail: area.id })));
      // Text, never markup: it may be what somebody typed.
      const words = document.createElement('span');
      words.textContent = area.picked || !area.mark ? area.name : area.mark;
      shape.bindTooltip(words, {
        permanent: area.picked || Boolean(area.mark),
        direction: 'center',
        className: `kp-map__label ${area.picked ? 'is-picked' : ''}`,
      });
      shape.addTo(this.layer);
      if (area.picked && this.seen !== area.id) {
        this.seen = area.id;
        this.map.fitBounds(shape.getBounds().pad(PICKED), { animate: false });
        fit = false;
      }
    }
    if (fit) {
      this.whole();
    }
  }

  whole() {
    const bounds = this.layer.getBounds();
    this.map.fitBounds(bounds.isValid() ? bounds.pad(0.15) : NETHERLANDS, { animate: false });
  }
}

customElements.define('kp-area-map', AreaMap);

export function areaMap({ areas, label, pick }) {
  return html`<kp-area-map .areas=${areas} .label=${label} @kp-pick=${(e) => pick?.(e.detail)}></kp-area-map>`;
}
