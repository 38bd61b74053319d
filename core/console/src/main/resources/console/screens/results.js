import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { session } from '../app/session.js';
import { setQuery } from '../app/router.js';
import { viewChips } from '../app/views.js';
import { loadNames } from '../app/names.js';
import { KINDS, provisionBadge, recipientName, STATES, TYPES } from '../app/provisions.js';
import { badge, button, card, dayOfInstant, due, field, Paged, sub, table } from '../kit/index.js';
import texts from '../texts/results.js';

const t = dictionary(texts);
/** In the address, and at the API. */
const FILTERS = { stand: 'state', soort: 'kind', ontvanger: 'recipientType', laat: 'overdue' };

/** The register: what was provided to whom, and what came of it. */
class Results extends Screen {
  static follows = ['provision.', 'result.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    this.list ??= new Paged(this);
    const search = {};
    for (const [ours, theirs] of Object.entries(FILTERS)) {
      if (this.query.get(ours)) {
        search[theirs] = ours === 'laat' ? true : this.query.get(ours);
      }
    }
    await this.list.load('/v1/provisions/_search', search);
  }

  /** The filters that are set, in words. */
  chosen(query) {
    const words = { stand: (v) => t(`state_${v}`), soort: (v) => t(`kind_${v}`), ontvanger: (v) => t(`type_${v}`), laat: () => t('overdueOnly') };
    return Object.keys(FILTERS).filter((f) => query.get(f)).map((f) => words[f](query.get(f)));
  }

  content() {
    const filtered = Object.keys(FILTERS).some((f) => this.query.get(f));
    const q = (name) => this.query.get(name) ?? '';
    const set = (name) => (value) => setQuery({ [name]: value });
    const select = (name, label, options) => field({ id: `filter-${name}`, label, type: 'select', empty: t('all'), value: q(name), options, change: set(name) });
    return html`${head({
      title: t('title'),
      sub: t('sub'),
      actions: session.is('CASE_DIRECTOR')
        ? html`${button(t('rac'), { icon: 'scale', href: '/rac' })} ${button(t('make'), { icon: 'plus', kind: 'primary', href: '/resultaten/nieuw' })}`
        : nothing,
    })}
    ${viewChips(this, '/resultaten', [['', t('viewAll')], ['laat=ja', t('overdueOnly')]], (query) => this.chosen(query))}
    ${card({
      id: 'filters',
      title: t('filters'),
      tools: filtered
        ? button(t('clear'), { kind: 'quiet', icon: 'x', click: () => setQuery(Object.fromEntries(Object.keys(FILTERS).map((f) => [f, '']))) })
        : nothing,
      body: html`<div class="kp-fields">
          ${select('stand', t('state'), STATES.map((s) => [s, t(`state_${s}`)]))} ${select('soort', t('kind'), KINDS.map((k) => [k, t(`kind_${k}`)]))}
          ${select('ontvanger', t('recipientType'), TYPES.map((x) => [x, t(`type_${x}`)]))}
        </div>
        ${field({ id: 'filter-laat', label: t('overdueOnly'), type: 'check', value: q('laat') === 'ja', change: (on) => set('laat')(on ? 'ja' : '') })}`,
    })}
    ${card({
      id: 'register',
      title: t('list'),
      flush: table({
        caption: t('list'),
        rows: this.list.items,
        empty: filtered ? t('noneFound') : t('none'),
        columns: [
          { name: t('result'), cell: (p) => html`<a href="/resultaten/${p.id}">${p.description ?? t(`kind_${p.kind}`)}</a>${sub(t(`kind_${p.kind}`))}` },
          { name: t('recipient'), cell: (p) => html`${recipientName(p.recipient)}${sub(t(`type_${p.recipient.type}`))}` },
          { name: t('state'), cell: (p) => provisionBadge(p.state) },
          { name: t('provided'), cell: (p) => (p.provided ? dayOfInstant(p.provided) : html`<span class="kp-note">${t('notYet')}</span>`) },
          {
            name: t('feedback'),
            cell: (p) =>
              p.feedback
                ? badge(p.feedback.followedUp ? 'ok' : 'neutral', p.feedback.followedUp ? t('followedUp') : t('notFollowedUp'), p.feedback.followedUp ? 'check' : 'x')
                : p.feedbackDue
                  ? due(p.feedbackDue)
                  : '–',
          },
        ],
      }),
      foot: this.list.items.length > 0 ? this.list.foot() : nothing,
    })}`;
  }
}

customElements.define('kp-results', Results);
export default Results;
