import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { all, call, get } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { go, setQuery } from '../app/router.js';
import { upload } from '../app/upload.js';
import { loadNames } from '../app/names.js';
import { knelpuntBadge } from './knelpunten.js';
import { titleDialog } from './cases.js';
import { areaMap } from '../kit/areamap.js';
import {
  badge, button, card, choice, day, field, fileField, formDialog, moment, notice, number, segmented, sub, table, today,
} from '../kit/index.js';
import texts from '../texts/scans.js';

const t = dictionary(texts);
const SHADES = 5;

/** One scan: its tables, and areas compared by weights that people chose, with all that the comparison rests on. */
class Scan extends Screen {
  static properties = { chosen: { state: true } };
  static follows = ['knelpunt.scan-changed', 'knelpunt.'];

  constructor() {
    super();
    this.chosen = [];
  }

  concerns(event) {
    return event.subject === this.params.scan;
  }

  title() {
    return this.scan?.title ?? t('title');
  }

  get path() {
    return `/v1/scans/${this.params.scan}`;
  }

  async load() {
    await loadNames();
    const [scan, dataSets, outcomes] = await Promise.all([
      get(`/v1/knelpunten/${this.params.scan}`),
      all(`${this.path}/data-sets`),
      all(`${this.path}/outcomes`),
    ]);
    this.scan = scan;
    this.dataSets = dataSets;
    this.outcomes = outcomes.reverse();
    const id = this.query.get('uitkomst') ?? this.outcomes[0]?.id;
    if (id && this.outcome?.id !== id) {
      this.outcome = await this.whole(id);
    }
  }

  /** An outcome with all its areas. */
  async whole(id) {
    let page = await get(`${this.path}/outcomes/${id}?limit=100`);
    const outcome = { ...page, areas: [...page.areas] };
    while (page.links?.next) {
      page = await get(page.links.next);
      outcome.areas.push(...page.areas);
    }
    return outcome;
  }

  content() {
    const k = this.scan;
    const runs = k.state === 'DESIGNATED';
    const analyst = session.is('ANALYST');
    return html`
      ${head({
        crumbs: [{ name: t('title'), href: '/scans' }, { name: k.title }],
        title: k.title,
        sub: k.description ?? nothing,
        badges: html`${knelpuntBadge(k.state)} ${k.abuse ? badge('neutral', k.abuse.sector) : nothing}`,
        actions: html`${button(t('dossier'), { icon: 'waypoints', href: `/knelpunten/${k.id}` })}
        ${analyst && runs ? button(t('import'), { icon: 'upload', click: () => this.import() }) : nothing}
        ${analyst && runs && this.dataSets.length > 0 ? button(t('compare'), { icon: 'scale', kind: 'primary', click: () => this.compare() }) : nothing}`,
      })}
      ${this.outcome ? this.outcomeCards() : nothing}
      <div class="kp-cards">${this.outcomesCard()} ${this.dataSetsCard()}</div>
    `;
  }

  outcomesCard() {
    return card({
      id: 'vergelijkingen',
      title: t('outcomes'),
      number: this.outcomes.length,
      flush:
        this.outcomes.length === 0
          ? html`<p class="kp-empty">${t('noOutcomes')}</p>`
          : html`<ul class="kp-tasks">
              ${this.outcomes.map(
                (o) => html`<li class="kp-line">
                  <div>
                    <a href="?uitkomst=${o.id}" aria-current=${o.id === this.outcome?.id ? 'true' : nothing}>${t('outcomeOf', { when: moment(o.at) })}</a>
                    ${sub(`${o.dataSet.name}, ${t('version', { n: o.dataSet.version })}`)}
                  </div>
                </li>`,
              )}
            </ul>`,
    });
  }

  dataSetsCard() {
    return card({
      id: 'tabellen',
      title: t('dataSets'),
      number: this.dataSets.length,
      flush: table({
        caption: t('dataSets'),
        rows: this.dataSets,
        empty: t('noDataSets'),
        columns: [
          { name: t('dataSet'), cell: (d) => html`<strong>${d.name}</strong>${sub(t('version', { n: d.version }))}` },
          { name: t('source'), cell: (d) => d.source },
          { name: t('date'), cell: (d) => day(d.date) },
          { name: t('rows'), cell: (d) => number(d.rows), number: true },
        ],
      }),
    });
  }

  label(code) {
    return this.outcome.dataSet.indicators.find((i) => i.code === code)?.label ?? code;
  }

  areaName(a) {
    return a.name ?? a.code;
  }

  outcomeCards() {
    const o = this.outcome;
    const picked = o.areas.find((a) => a.code === this.query.get('gebied'));
    const picture = this.query.get('als') === 'beeld';
    return html`
      ${o.note ? notice(both(o.note)) : nothing}
      <div class="kp-columns">
        ${card({
          id: 'gebieden',
          title: t('areas'),
          number: o.areas.length,
          tools: html`${badge('neutral', t('ranked', { n: o.ranked, all: o.areas.length }), 'list')}
          ${segmented(
            t('view'),
            [
              ['beeld', t('picture')],
              ['tabel', t('table')],
            ],
            picture ? 'beeld' : 'tabel',
            (als) => setQuery({ als: als === 'beeld' ? als : '' }),
          )}
          ${button(t('export'), { small: true, kind: 'quiet', icon: 'download', click: () => this.export() })}`,
          body: picture ? this.map(o, picked) : nothing,
          flush: picture ? nothing : this.areas(o, picked),
          foot: this.proposing(o),
        })}
        <div class="kp-stack">${this.detail(o, picked)} ${this.weights(o)}</div>
      </div>
    `;
  }

  areas(o, picked) {
    const director = session.is('CASE_DIRECTOR');
    return table({
      caption: t('areas'),
      rows: o.areas,
      empty: '',
      rowClass: (a) => (a === picked ? 'is-selected' : ''),
      columns: [
        { name: t('rank'), cell: (a) => (a.rank ? html`<strong>${a.rank}</strong>` : html`<span class="kp-note">${t('noRank')}</span>`) },
        {
          name: t('area'),
          cell: (a) => html`<a href=${this.picking(a)} aria-current=${a === picked ? 'true' : nothing}>${this.areaName(a)}</a>${sub(t('size', { n: number(a.size) }))}`,
        },
        { name: t('index'), cell: (a) => (a.index === undefined || a.index === null ? '–' : html`${decimals(a.index)} ${bar(this.strength(o, a))}`) },
        { name: t('covered'), cell: (a) => `${Math.round(a.coverage * 100)} %`, number: true },
        { name: t('missing'), cell: (a) => (a.missing.length === 0 ? t('nothingMissing') : a.missing.map((m) => this.label(m)).join(', ')) },
        ...(director
          ? [
              {
                name: t('take'),
                cell: (a) =>
                  html`<input
                    type="checkbox"
                    aria-label="${t('take')}: ${this.areaName(a)}"
                    .checked=${this.chosen.includes(a.code)}
                    @change=${(e) => (this.chosen = e.target.checked ? [...this.chosen, a.code] : this.chosen.filter((c) => c !== a.code))}
                  />`,
              },
            ]
          : []),
      ],
    });
  }

  picking(a) {
    const query = new URLSearchParams(location.search);
    query.set('gebied', a.code);
    return `?${query}`;
  }

  /** Where an index lies between the lowest and the highest, 0 to 1. */
  strength(o, a) {
    const all = o.areas.map((x) => x.index).filter((x) => x !== undefined && x !== null);
    const least = Math.min(...all);
    const most = Math.max(...all);
    return most === least ? 1 : (a.index - least) / (most - least);
  }

  map(o, picked) {
    const drawn = o.areas.filter((a) => a.geometry);
    if (drawn.length === 0) {
      return html`<p class="kp-second">${t('noMap')}</p>`;
    }
    const gone = o.areas.filter((a) => !a.geometry);
    return html`${areaMap({
        label: t('mapLabel', { n: drawn.length, picked: picked ? this.areaName(picked) : t('nonePicked') }),
        areas: drawn.map((a) => ({
          id: a.code,
          name: a.rank ? `${a.rank}. ${this.areaName(a)}` : this.areaName(a),
          mark: a.rank ? String(a.rank) : '–',
          geometry: a.geometry,
          picked: a === picked,
          look: a.rank ? `kp-area--${Math.min(SHADES, 1 + Math.floor(this.strength(o, a) * SHADES))}` : 'kp-area--none',
        })),
        pick: (gebied) => setQuery({ gebied }),
      })}
      <ul class="kp-legend">
        <li><span class="kp-legend__box kp-legend__box--1"></span>${t('lightest')}</li>
        <li><span class="kp-legend__box kp-legend__box--5"></span>${t('darkest')}</li>
        <li><span class="kp-legend__box kp-legend__box--none"></span>${t('withoutRank')}</li>
      </ul>
      ${gone.length > 0 ? html`<p class="kp-note">${t('someNotOnMap', { names: gone.map((a) => this.areaName(a)).join(', ') })}</p>` : nothing}`;
  }

  detail(o, a) {
    if (!a) {
      return html`<div class="kp-card kp-panel"><p class="kp-second">${t('chooseArea')}</p></div>`;
    }
    return card({
      id: 'gebied',
      title: t('details', { name: this.areaName(a) }),
      body: html`${a.rank ? nothing : notice(t('noRankWhy'), { status: 'warn' })}
        ${a.missing.length > 0 ? html`<p>${badge('warn', `${t('missing')}: ${a.missing.map((m) => this.label(m)).join(', ')}`)}</p>` : nothing}
        <dl class="kp-inputs">
          ${a.inputs.map((i) => {
            const unit = o.dataSet.indicators.find((x) => x.code === i.indicator)?.unit ?? '';
            return html`<dt>${this.label(i.indicator)}</dt>
              <dd>
                ${t('value')} <strong>${decimals(i.value)} ${unit}</strong>, ${t('normalised').toLowerCase()} ${decimals(i.normalised)}, ${t('weightOf').toLowerCase()}
                ${decimals(i.weight)}
                <span class="kp-inputs__part">${t('contribution')} ${decimals(i.contribution)} ${bar(a.index ? Math.max(0, Math.min(1, i.contribution / a.index)) : 0)}</span>
              </dd>`;
          })}
        </dl>`,
    });
  }

  weights(o) {
    return card({
      id: 'gewichten',
      title: t('weights'),
      body: html`<dl class="kp-inputs">
          ${o.choice.weights.map((w) => {
            const indicator = o.dataSet.indicators.find((i) => i.code === w.indicator);
            return html`<dt>${this.label(w.indicator)}</dt>
              <dd>${decimals(w.weight)}, ${t(indicator?.direction === 'LOWER_IS_MORE_VULNERABLE' ? 'lowerIsMore' : 'higherIsMore')}</dd>`;
          })}
        </dl>
        <p class="kp-note">
          ${t(`norm_${o.choice.normalisation}`)}. ${t('source')}: ${o.dataSet.source}, ${day(o.dataSet.date)}, ${t('version', { n: o.dataSet.version })}.
        </p>`,
    });
  }

  proposing() {
    return session.is('CASE_DIRECTOR') && this.scan.state === 'DESIGNATED'
      ? html`<span>${t('chosenAreas', { n: this.chosen.length })}</span>
          ${this.chosen.length > 0 ? button(t('propose'), { small: true, kind: 'primary', click: () => this.propose() }) : nothing}`
      : nothing;
  }

  async propose() {
    const made = await titleDialog(
      t('propose'),
      t('proposeWords'),
      async (v) =>
        (
          await call('POST', `${this.path}/proposals`, {
            version: this.scan.version,
            body: { outcome: this.outcome.id, areas: this.chosen, title: v.title, deficit: v.deficit, confirmations: v.confirmations },
          })
        ).body,
      (v, set) => field({ id: 'scan-tekort', label: t('deficit'), type: 'area', value: v.deficit, change: (deficit) => set({ deficit }) }),
      { deficit: '' },
    );
    if (made?.id) {
      go(`/knelpunten/${made.id}`);
    }
  }

  async import() {
    const mappings = await all('/v1/scan-mappings');
    return formDialog({
      title: t('import'),
      intro: mappings.length === 0 ? t('noMapping') : t('importWords'),
      submit: t('import'),
      value: { mapping: mappings[0]?.id ?? '', name: '', source: '', date: today(), file: null, sent: null },
      check: (v) => [
        ...(v.mapping ? [] : [{ id: 'tabel-koppeling', message: t('fillMapping') }]),
        ...(v.file ? [] : [{ id: 'tabel', message: t('fillFile') }]),
        ...(v.name.trim() ? [] : [{ id: 'tabel-naam', message: t('fillName') }]),
      ],
      fields: (v, set) => {
        this.sending = (sent) => set({ sent });
        return html`${field({
            id: 'tabel-koppeling',
            label: t('mapping'),
            type: 'select',
            empty: t('choose'),
            value: v.mapping,
            options: mappings.map((m) => [m.id, m.content.name]),
            change: (mapping) => set({ mapping }),
          })}
          ${fileField({ id: 'tabel', label: t('file'), accept: '.csv,text/csv', sent: v.sent, change: (file) => set({ file }) })}
          ${field({ id: 'tabel-naam', label: t('name'), hint: t('nameHint'), value: v.name, change: (name) => set({ name }) })}
          ${field({ id: 'tabel-bron', label: t('source'), hint: t('sourceHint'), value: v.source, change: (source) => set({ source }) })}
          ${field({ id: 'tabel-datum', label: t('date'), type: 'date', value: v.date, change: (date) => set({ date }) })}`;
      },
      act: (v) => {
        const query = new URLSearchParams({ mapping: v.mapping, name: v.name, source: v.source, date: v.date });
        return change(this, () => upload(`${this.path}/data-sets?${query}`, v.file, 'text/csv', this.sending)).finally(() => this.sending(null));
      },
    });
  }

  async compare() {
    const latest = this.dataSets.at(-1);
    const made = await formDialog({
      title: t('compare'),
      intro: t('compareWords'),
      submit: t('compare'),
      value: { dataSet: latest.id, weights: {}, normalisation: 'MIN_MAX', coverage: '50' },
      check: (v) => (Object.values(v.weights).some((w) => Number(w) > 0) ? [] : [{ id: 'gewicht-0', message: t('fillWeights') }]),
      fields: (v, set) => {
        const dataSet = this.dataSets.find((d) => d.id === v.dataSet);
        return html`${field({
            id: 'vergelijk-tabel',
            label: t('dataSet'),
            type: 'select',
            value: v.dataSet,
            options: this.dataSets.map((d) => [d.id, `${d.name}, ${t('version', { n: d.version })}`]),
            change: (chosen) => set({ dataSet: chosen, weights: {} }),
          })}
          <div class="kp-fields">
            ${dataSet.indicators.map((i, n) =>
              field({
                id: `gewicht-${n}`,
                label: t('weight', { name: i.label }),
                hint: t('weightHint'),
                type: 'number',
                step: 'any',
                inputmode: 'decimal',
                value: v.weights[i.code] ?? '',
                change: (w) => set({ weights: { ...v.weights, [i.code]: w } }),
              }),
            )}
          </div>
          ${choice({
            id: 'vergelijk-norm',
            legend: t('normalisation'),
            value: v.normalisation,
            options: ['MIN_MAX', 'Z_SCORE'].map((x) => [x, t(`norm_${x}`)]),
            change: (normalisation) => set({ normalisation }),
          })}
          ${field({ id: 'vergelijk-dekking', label: t('coverage'), type: 'number', value: v.coverage, change: (coverage) => set({ coverage }) })}`;
      },
      act: async (v) =>
        (
          await call('POST', `${this.path}/outcomes`, {
            version: this.scan.version,
            body: {
              dataSet: v.dataSet,
              weights: Object.entries(v.weights)
                .filter(([, w]) => Number(w) > 0)
                .map(([indicator, weight]) => ({ indicator, weight: Number(weight) })),
              normalisation: v.normalisation,
              leastCoverage: Number(v.coverage) / 100,
            },
          })
        ).body,
    });
    if (made?.id) {
      setQuery({ uitkomst: made.id, gebied: '' });
      this.again();
    }
  }

  /** What the table shows, with inputs and weights, as CSV. */
  export() {
    const o = this.outcome;
    const codes = o.choice.weights.map((w) => w.indicator);
    const quoted = (value) => `"${String(value ?? '').replaceAll('"', '""')}"`;
    const rows = [
      [t('rank'), t('area'), t('index'), t('covered'), ...codes.map((c) => this.label(c)), t('missing')],
      ...o.areas.map((a) => [
        a.rank,
        this.areaName(a),
        a.index,
        a.coverage,
        ...codes.map((c) => a.inputs.find((i) => i.indicator === c)?.value),
        a.missing.map((m) => this.label(m)).join(', '),
      ]),
      [],
      [t('source'), o.dataSet.source, o.dataSet.date, o.dataSet.version],
      ...o.choice.weights.map((w) => [t('weightOf'), this.label(w.indicator), w.weight]),
    ];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([rows.map((r) => r.map(quoted).join(';')).join('\n')], { type: 'text/csv' }));
    link.download = 'scan.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

function decimals(value) {
  return number(Math.round(value * 1000) / 1000);
}

function bar(part) {
  return html`<svg class="kp-part" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="kp-part__track" x="0" y="0" width="100" height="8" rx="2"></rect>
    <rect class="kp-part__fill" x="0" y="0" width=${Math.max(1, part * 100)} height="8" rx="2"></rect>
  </svg>`;
}

customElements.define('kp-scan', Scan);
export default Scan;
