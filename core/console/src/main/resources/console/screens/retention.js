import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { all, get, post } from '../app/api.js';
import { session } from '../app/session.js';
import { go, setQuery } from '../app/router.js';
import { category, loadNames } from '../app/names.js';
import { badge, button, card, count, day, dayOfInstant, due, field, formDialog, notice, number, Paged, sub, table, today } from '../kit/index.js';
import texts from '../texts/retention.js';

const t = dictionary(texts);
const LOOKS = { DRAFT: ['neutral', 'file-pen'], IN_REVIEW: ['info', 'clock'], APPROVED: ['warn', 'check'], EXECUTED: ['ok', 'trash-2'], LAPSED: ['neutral', 'trash-2'] };

export function listBadge(state) {
  return badge(LOOKS[state][0], t(`state_${state}`), LOOKS[state][1]);
}

/** What goes and why: a dry run, the lists that people make, and what has gone. */
class Retention extends Screen {
  static follows = ['retention.', 'destruction.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    const on = this.query.get('op') ?? today();
    this.lists ??= new Paged(this);
    this.runs ??= new Paged(this);
    const [dryRun, titles] = await Promise.all([
      get(`/v1/retention/dry-run?on=${on}`),
      this.dossiers(),
      this.lists.load('/v1/destruction-lists'),
      this.runs.load('/v1/retention/runs?limit=10'),
    ]);
    this.dryRun = dryRun;
    this.titles = titles;
  }

  /** Titles of dossiers, for who may see them; others see their references. */
  async dossiers() {
    if (!session.is('CASE_DIRECTOR')) {
      return new Map();
    }
    const [signals, ...dossiers] = await Promise.all(['/v1/signals', '/v1/knelpunten', '/v1/case-consultations', '/v1/scans'].map((list) => all(list)));
    this.own = dossiers.flat();
    return new Map([...signals, ...this.own].map((k) => [k.id, k.title]));
  }

  dossier(id) {
    return this.titles.get(id) ?? html`<code>${id}</code>`;
  }

  content() {
    return html`${head({
      title: t('title'),
      sub: t('sub'),
      actions: session.is('CASE_DIRECTOR')
        ? html`${button(t('duties'), { icon: 'calendar', href: '/kalender' })} ${button(t('make'), { icon: 'plus', kind: 'primary', click: () => this.make() })}`
        : nothing,
    })}
    ${this.trial()} ${this.listsCard()} ${this.runsCard()}`;
  }

  trial() {
    const d = this.dryRun;
    return card({
      id: 'proefdraai',
      title: t('dryRun'),
      tools: d.total > 0 ? badge('warn', t('going', { n: d.total }), 'trash-2') : badge('ok', t('nothingGoes')),
      body: html`<p class="kp-note">${t('dryRunNote')}</p>
        ${field({ id: 'op-dag', label: t('on'), type: 'date', value: d.on, change: (on) => on && setQuery({ op: on === today() ? '' : on }) })}
        ${d.drafts > 0 ? notice(t('drafts', { n: d.drafts })) : nothing}`,
      flush: html`${d.going.length > 0
        ? table({
            caption: t('dryRun'),
            rows: d.going,
            empty: '',
            columns: [
              { name: t('dossier'), cell: (g) => this.dossier(g.dossier) },
              { name: t('why'), cell: (g) => html`${t(`why_${g.why}`)}${g.list ? html` <a href="/bewaren/${g.list}">${t('list')}</a>` : nothing}` },
              { name: t('categories'), cell: (g) => categories(g.categories) },
              { name: t('number'), cell: (g) => number(g.total), number: true },
            ],
          })
        : nothing}
      ${d.held.length > 0
        ? html`<h3 class="kp-group">${t('held')} ${count(d.held.length)}</h3>
            <p class="kp-empty">${t('heldNote')}</p>
            ${table({
              caption: t('held'),
              rows: d.held,
              empty: '',
              columns: [
                { name: t('dossier'), cell: (h) => this.dossier(h.dossier) },
                { name: t('datum'), cell: (h) => html`<code>${h.datum}</code>` },
                { name: t('ground'), cell: (h) => t(`ground_${h.ground}`) },
                { name: t('until'), cell: (h) => (h.until ? day(h.until) : '–') },
              ],
            })}`
        : nothing}`,
    });
  }

  listsCard() {
    return card({
      id: 'lijsten',
      title: t('lists'),
      flush: table({
        caption: t('lists'),
        rows: this.lists.items,
        empty: t('noLists'),
        columns: [
          { name: t('list'), cell: (l) => html`<a href="/bewaren/${l.id}">${l.reason ?? t('list')}</a>${sub(l.whole ? t('whole') : t('part'))}` },
          { name: t('dossier'), cell: (l) => this.dossier(l.dossier) },
          { name: t('due'), cell: (l) => (l.executed ? dayOfInstant(l.executed) : due(l.due)) },
          { name: t('state'), cell: (l) => listBadge(l.state) },
        ],
      }),
      foot: this.lists.items.length > 0 ? this.lists.foot() : nothing,
    });
  }

  runsCard() {
    const planned = (r) => Object.values(r.planned ?? {}).reduce((sum, n) => sum + n, 0);
    return card({
      id: 'rondes',
      title: t('runs'),
      flush: table({
        caption: t('runs'),
        rows: this.runs.items,
        empty: t('noRuns'),
        columns: [
          { name: t('day'), cell: (r) => html`${day(r.day)}${sub(r.nightly ? t('nightly') : t('between'))}` },
          { name: t('planned'), cell: (r) => number(planned(r)), number: true },
          { name: t('total'), cell: (r) => number(r.total), number: true },
          { name: t('held'), cell: (r) => number(r.held), number: true },
          { name: t('backups'), cell: (r) => number(r.backupsRemoved), number: true },
        ],
      }),
      foot: this.runs.items.length > 0 ? this.runs.foot() : nothing,
    });
  }

  async make() {
    let data = [];
    const made = await formDialog({
      title: t('makeTitle'),
      intro: t('makeWords'),
      submit: t('make'),
      wide: true,
      value: { dossier: '', reason: '', data: [] },
      check: (v) => [
        ...(v.reason.trim() ? [] : [{ id: 'lijst-reden', message: t('fillReason') }]),
        ...(v.data.length > 0 ? [] : [{ id: 'lijst-dossier', message: t('fillData') }]),
      ],
      fields: (v, set, errors) => html`${field({
          id: 'lijst-dossier',
          label: t('dossier'),
          type: 'select',
          empty: t('chooseDossier'),
          value: v.dossier,
          options: this.own.map((k) => [k.id, k.title]),
          change: async (dossier) => {
            set({ dossier, data: [] });
            data = dossier ? await all(`/v1/knelpunten/${dossier}/data`, 2000) : [];
            set({});
          },
        })}
        ${field({
          id: 'lijst-reden',
          label: t('reason'),
          type: 'area',
          value: v.reason,
          message: errors.find((e) => e.id === 'lijst-reden')?.message,
          state: errors.some((e) => e.id === 'lijst-reden') ? 'wrong' : '',
          change: (reason) => set({ reason }),
        })}
        ${v.dossier
          ? html`<fieldset class="kp-field">
              <legend class="utrecht-form-label">${t('chooseData')}</legend>
              ${data.length === 0 ? html`<p>${t('noData')}</p>` : nothing}
              ${data.map((d) =>
                field({
                  id: `lijst-${d.id}`,
                  type: 'check',
                  label: html`${d.content ?? d.id} <span class="kp-note">${both(category(d.category)?.name)}</span>`,
                  value: v.data.includes(d.id),
                  change: (on) => set({ data: on ? [...v.data, d.id] : v.data.filter((x) => x !== d.id) }),
                }),
              )}
            </fieldset>`
          : nothing}`,
      act: (v) => post(`/v1/knelpunten/${v.dossier}/destruction-lists`, { data: v.data, reason: v.reason, confirmations: v.confirmations }),
    });
    if (made?.id) {
      go(`/bewaren/${made.id}`);
    }
  }
}

/** `{ COMPANY: 2 }` in words. */
export function categories(counted) {
  return Object.entries(counted ?? {})
    .map(([code, n]) => `${both(category(code)?.name) || code.toLowerCase()}: ${number(n)}`)
    .join(', ');
}

customElements.define('kp-retention', Retention);
export default Retention;
