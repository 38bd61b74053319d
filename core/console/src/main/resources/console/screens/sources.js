import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { all, call, get, post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { areaMap } from '../kit/areamap.js';
import { button, card, field, formDialog, sub, table } from '../kit/index.js';
import texts from '../texts/sources.js';

const t = dictionary(texts);
const CODES = ['MUNICIPALITY', 'DISTRICT', 'NEIGHBOURHOOD', 'BAG_TOWN', 'BAG_STREET', 'OWN', 'SBI'];
const DIRECTIONS = ['HIGHER_IS_MORE_VULNERABLE', 'LOWER_IS_MORE_VULNERABLE'];
const NEW = { code: '', column: '', label: '', unit: '', direction: DIRECTIONS[0] };

/** Own areas, and how tables are read. */
class Sources extends Screen {
  static follows = ['mapping.', 'area.'];

  title() {
    return t('title');
  }

  async load() {
    const [areas, mappings] = await Promise.all([everyArea(), all('/v1/scan-mappings')]);
    this.areas = areas;
    this.mappings = mappings;
  }

  get writes() {
    return session.is('ANALYST', 'ADMIN');
  }

  content() {
    return html`${head({ crumbs: [session.is('ADMIN') ? { name: t('scans') } : { name: t('scans'), href: '/scans' }, { name: t('title') }], title: t('title'), sub: t('sub') })}
    ${card({
      id: 'gebieden',
      title: t('areas'),
      number: this.areas.length,
      tools: this.writes ? button(t('import'), { icon: 'upload', click: () => this.import() }) : nothing,
      body:
        this.areas.length > 0
          ? areaMap({
              label: t('mapLabel', { n: this.areas.length }),
              areas: this.areas.map((a) => ({ id: a.properties.code, name: a.properties.name, geometry: a.geometry, look: 'kp-area--2' })),
            })
          : nothing,
      flush: table({
        caption: t('areas'),
        rows: this.areas,
        empty: t('noAreas'),
        columns: [
          { name: t('area'), cell: (a) => html`<strong>${a.properties.name}</strong>` },
          { name: t('code'), cell: (a) => html`<code>${a.properties.code}</code>` },
        ],
      }),
    })}
    ${card({
      id: 'koppelingen',
      title: t('mappings'),
      number: this.mappings.length,
      tools: this.writes ? button(t('make'), { icon: 'plus', kind: 'primary', click: () => this.map() }) : nothing,
      flush: table({
        caption: t('mappings'),
        rows: this.mappings,
        empty: t('noMappings'),
        columns: [
          { name: t('mapping'), cell: (m) => html`<strong>${m.content.name}</strong>${sub(m.content.codeColumn)}` },
          { name: t('codes'), cell: (m) => t(`codes_${m.content.codes}`) },
          { name: t('indicators'), cell: (m) => m.content.indicators.map((i) => i.label).join(', ') },
          {
            name: '',
            cell: (m) => (this.writes ? button(t('change'), { small: true, label: `${t('change')}: ${m.content.name}`, click: () => this.map(m) }) : nothing),
          },
        ],
      }),
    })}`;
  }

  import() {
    return formDialog({
      title: t('import'),
      intro: t('importWords'),
      submit: t('import'),
      value: { file: null, content: undefined },
      check: (v) => (!v.file ? [{ id: 'geojson', message: t('fillFile') }] : v.content ? [] : [{ id: 'geojson', message: t('notJson') }]),
      fields: (v, set) => html`<div class="kp-field">
        <label class="utrecht-form-label" for="geojson">${t('file')}</label>
        <input
          id="geojson"
          type="file"
          accept=".geojson,.json,application/geo+json,application/json"
          @change=${async (e) => {
            const file = e.target.files[0] ?? null;
            set({ file, content: file ? parsed(await file.text()) : null });
          }}
        />
      </div>`,
      act: (v) => change(this, () => post('/v1/areas', v.content)),
    });
  }

  map(mapping) {
    const c = mapping?.content;
    return formDialog({
      title: mapping ? c.name : t('make'),
      submit: mapping ? t('save') : t('make'),
      wide: true,
      value: {
        name: c?.name ?? '',
        codes: c?.codes ?? 'OWN',
        codeColumn: c?.codeColumn ?? '',
        sizeColumn: c?.sizeColumn ?? '',
        separator: c?.separator ?? ';',
        decimalComma: c?.decimalComma ?? true,
        missing: (c?.missing ?? ['.']).join(' '),
        indicators: c?.indicators ?? [{ ...NEW }],
      },
      fields: (v, set) => {
        const alter = (i, part) => set({ indicators: v.indicators.map((x, j) => (j === i ? { ...x, ...part } : x)) });
        return html`${field({ id: 'kop-naam', label: t('name'), value: v.name, change: (name) => set({ name }) })}
          <div class="kp-fields">
            ${field({ id: 'kop-codes', label: t('codes'), type: 'select', value: v.codes, options: CODES.map((x) => [x, t(`codes_${x}`)]), change: (codes) => set({ codes }) })}
            ${field({ id: 'kop-code', label: t('codeColumn'), value: v.codeColumn, change: (codeColumn) => set({ codeColumn }) })}
            ${field({ id: 'kop-aantal', label: t('sizeColumn'), value: v.sizeColumn, change: (sizeColumn) => set({ sizeColumn }) })}
            ${field({ id: 'kop-teken', label: t('separator'), value: v.separator, max: 1, change: (separator) => set({ separator }) })}
            ${field({ id: 'kop-leeg', label: t('missing'), value: v.missing, change: (missing) => set({ missing }) })}
          </div>
          ${field({ id: 'kop-komma', type: 'check', label: t('decimalComma'), value: v.decimalComma, change: (decimalComma) => set({ decimalComma }) })}
          ${v.indicators.map(
            (x, i) => html`<fieldset class="kp-field kp-inset">
              <legend class="utrecht-form-label">${t('indicator', { n: i + 1 })}</legend>
              <div class="kp-fields">
                ${field({ id: `kol-${i}`, label: t('column'), value: x.column, change: (column) => alter(i, { column }) })}
                ${field({ id: `kol-code-${i}`, label: t('code'), value: x.code, change: (code) => alter(i, { code }) })}
                ${field({ id: `kol-woord-${i}`, label: t('label'), value: x.label, change: (label) => alter(i, { label }) })}
                ${field({ id: `kol-eenheid-${i}`, label: t('unit'), value: x.unit, change: (unit) => alter(i, { unit }) })}
                ${field({
                  id: `kol-richting-${i}`,
                  label: t('direction'),
                  type: 'select',
                  value: x.direction,
                  options: DIRECTIONS.map((d) => [d, t(`direction_${d}`)]),
                  change: (direction) => alter(i, { direction }),
                })}
              </div>
              ${v.indicators.length > 1
                ? html`<div class="kp-actions">
                    ${button(t('drop'), { small: true, kind: 'quiet', icon: 'x', click: () => set({ indicators: v.indicators.filter((_, j) => j !== i) }) })}
                  </div>`
                : nothing}
            </fieldset>`,
          )}
          <div class="kp-actions">${button(t('add'), { small: true, icon: 'plus', click: () => set({ indicators: [...v.indicators, { ...NEW }] }) })}</div>`;
      },
      act: (v) => {
        const body = { ...v, sizeColumn: v.sizeColumn || undefined, missing: v.missing.split(' ').filter(Boolean) };
        return change(this, () =>
          mapping ? call('PUT', `/v1/scan-mappings/${mapping.id}`, { version: mapping.version, body }) : post('/v1/scan-mappings', body),
        );
      },
    });
  }
}

function parsed(text) {
  try {
    const content = JSON.parse(text);
    return Array.isArray(content.features) ? { type: 'FeatureCollection', features: content.features } : undefined;
  } catch {
    return undefined;
  }
}

async function everyArea() {
  const found = [];
  let next = '/v1/areas?limit=100';
  while (next) {
    const page = await get(next);
    found.push(...page.features);
    next = page.links?.next;
  }
  return found;
}

customElements.define('kp-sources', Sources);
export default Sources;
