import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { session } from '../app/session.js';
import { setQuery } from '../app/router.js';
import { viewChips } from '../app/views.js';
import { allParticipants, loadNames, participantName, word } from '../app/names.js';
import { badge, button, card, dayOfInstant, day, field, frozen, Paged, sub, table } from '../kit/index.js';
import texts from '../texts/signals.js';

const t = dictionary(texts);

const STATES = ['DRAFT', 'REPORTED', 'ASKED', 'RECOGNISED', 'WEIGHED', 'TAKEN_UP', 'LINKED'];
const MANIFESTATIONS = ['HUMAN_TRAFFICKING', 'DRUGS', 'REAL_ESTATE', 'MONEY_LAUNDERING', 'SERIOUS_ORGANISED', 'DESIGNATED'];
/** In the address, and at the API. */
const FILTERS = { stand: 'state', melder: 'reporter', vorm: 'manifestation', vanaf: 'receivedFrom', tot: 'receivedTo', wacht: 'waiting' };
const LOOKS = {
  DRAFT: ['neutral', 'file-pen'],
  REPORTED: ['info', 'send'],
  ASKED: ['info', 'clock'],
  RECOGNISED: ['ok', 'circle-check'],
  WEIGHED: ['info', 'scale'],
  TAKEN_UP: ['ok', 'check'],
  LINKED: ['brand', 'link'],
};

/** How a signal stands, as a badge. */
export function signalBadge(state) {
  const [status, sign] = LOOKS[state] ?? ['neutral', 'tag'];
  return badge(status, word('signal', state), sign);
}

/** All signals that I may see, with filters that stand in the address. */
class Signals extends Screen {
  static follows = ['signal.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    this.list ??= new Paged(this);
    const query = new URLSearchParams();
    for (const [ours, theirs] of Object.entries(FILTERS)) {
      if (this.query.get(ours)) {
        query.set(theirs, ours === 'wacht' ? 'true' : this.query.get(ours));
      }
    }
    await this.list.load(`/v1/signals?${query}`);
  }

  content() {
    const set = this.chosen();
    return html`
      ${head({
        title: t('title'),
        sub: t('sub'),
        actions: session.is('WORKER')
          ? html`${button(t('deliver'), { icon: 'upload', href: '/signalen/bestand' })}
            ${button(t('newSignal'), { icon: 'plus', kind: 'primary', href: '/signalen/nieuw' })}`
          : nothing,
      })}
      ${this.views()}
      ${card({
        id: 'filters',
        title: t('filters'),
        tools:
          set.length > 0
            ? button(t('clear'), {
                kind: 'quiet',
                icon: 'x',
                click: () => setQuery(Object.fromEntries(Object.keys(FILTERS).map((f) => [f, '']))),
              })
            : nothing,
        body: this.filters(),
      })}
      ${card({
        id: 'lijst',
        title: t('list'),
        flush: table({
          caption: t('list'),
          rows: this.list.items,
          empty: set.length > 0 ? t('noneFound') : t('none'),
          rowClass: (s) => (s.frozen ? 'is-frozen' : ''),
          columns: [
            {
              name: t('signal'),
              cell: (s) =>
                html`<a href="/signalen/${s.id}">${s.title ?? t('noTitle')}</a>${s.frozen
                    ? frozen(s.frozen)
                    : sub(s.manifestation ? word('manifestation', s.manifestation) : '')}`,
            },
            { name: t('state'), cell: (s) => signalBadge(s.state) },
            { name: t('reporter'), cell: (s) => participantName(s.reporter) },
            { name: t('recognised'), cell: (s) => this.recognisers(s) },
            { name: t('received'), cell: (s) => html`<span class="kp-nowrap">${dayOfInstant(s.received)}</span>` },
          ],
        }),
        foot: this.list.items.length > 0 ? this.list.foot(set.length > 0 ? t('filtered', { words: set.join(', ') }) : nothing) : nothing,
      })}
    `;
  }

  /** What people look at most, and what this person keeps; any other choice of filters is an address as well. */
  views() {
    return viewChips(
      this,
      '/signalen',
      [
        ['', t('viewAll')],
        ['wacht=ja', t('viewWaiting')],
        ...(session.is('WORKER') ? [['stand=DRAFT', t('viewDrafts')]] : []),
        ['stand=WEIGHED', t('viewWeighed')],
        ['stand=TAKEN_UP', t('viewTakenUp')],
      ],
      (query) => this.chosen(query),
    );
  }

  recognisers(signal) {
    const names = signal.recognitions.filter((r) => r.outcome === 'RECOGNISED').map((r) => participantName(r.participant));
    return names.length > 0 ? names.join(', ') : html`<span class="kp-note">${t('nobody')}</span>`;
  }

  filters() {
    const q = (name) => this.query.get(name) ?? '';
    const choose = (name) => (value) => setQuery({ [name]: value });
    return html`<div class="kp-fields">
        ${field({
          id: 'filter-stand',
          label: t('state'),
          type: 'select',
          empty: t('all'),
          value: q('stand'),
          options: STATES.map((s) => [s, word('signal', s)]),
          change: choose('stand'),
        })}
        ${field({
          id: 'filter-melder',
          label: t('reporter'),
          type: 'select',
          empty: t('all'),
          value: q('melder'),
          options: allParticipants().map((p) => [p.id, p.name]),
          change: choose('melder'),
        })}
        ${field({
          id: 'filter-vorm',
          label: t('manifestation'),
          type: 'select',
          empty: t('all'),
          value: q('vorm'),
          options: MANIFESTATIONS.map((m) => [m, word('manifestation', m)]),
          change: choose('vorm'),
        })}
        ${field({ id: 'filter-vanaf', label: t('from'), type: 'date', value: q('vanaf'), change: choose('vanaf') })}
        ${field({ id: 'filter-tot', label: t('to'), type: 'date', value: q('tot'), change: choose('tot') })}
      </div>
      ${field({
        id: 'filter-wacht',
        label: t('waiting'),
        type: 'check',
        value: q('wacht') === 'ja',
        change: (on) => setQuery({ wacht: on ? 'ja' : '' }),
      })}`;
  }

  /** The filters that are set, in words. */
  chosen(query = this.query) {
    const words = {
      stand: (v) => word('signal', v).toLowerCase(),
      melder: participantName,
      vorm: (v) => word('manifestation', v).toLowerCase(),
      vanaf: (v) => `${t('from').toLowerCase()} ${day(v)}`,
      tot: (v) => `${t('to').toLowerCase()} ${day(v)}`,
      wacht: () => t('waiting').toLowerCase(),
    };
    return Object.keys(FILTERS)
      .filter((f) => query.get(f))
      .map((f) => words[f](query.get(f)));
  }
}

customElements.define('kp-signals', Signals);
export default Signals;
