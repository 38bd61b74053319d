import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { post } from '../app/api.js';
import { session } from '../app/session.js';
import { go } from '../app/router.js';
import { category, loadNames } from '../app/names.js';
import { badge, button, card, dayOfInstant, due, field, formDialog, Paged, sub, table } from '../kit/index.js';
import texts from '../texts/rights.js';

const t = dictionary(texts);
const KINDS = ['ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'INFORMATION'];
const CHECKS = ['DOCUMENT_SHOWN', 'ELECTRONIC', 'QUESTIONS', 'REPRESENTATIVE'];
const BY = ['BSN', 'IDENTIFICATION', 'CONTACT'];
const LOOKS = { OPEN: ['info', 'clock'], GRANTED: ['ok', 'circle-check'], REFUSED: ['neutral', 'x'] };

export function requestBadge(state) {
  return badge(LOOKS[state][0], t(`state_${state}`), LOOKS[state][1]);
}

/** Requests of data subjects: for the contact point all, for a participant those that it is consulted on. */
class Rights extends Screen {
  static follows = ['rights-request.', 'request.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    this.list ??= new Paged(this);
    await this.list.load('/v1/rights-requests');
  }

  content() {
    const contact = session.is('CONTACT_POINT');
    return html`${head({
      title: t('title'),
      sub: t('sub'),
      actions: contact ? button(t('register'), { icon: 'plus', kind: 'primary', click: () => this.register() }) : nothing,
    })}
    ${card({
      id: 'verzoeken',
      title: t('list'),
      flush: table({
        caption: t('list'),
        rows: this.list.items,
        empty: contact ? t('none') : t('noneWorker'),
        columns: [
          {
            name: t('request'),
            cell: (r) => html`<a href="/verzoeken/${r.id}">${t(`kind_${r.kind}`)}</a>${sub(r.forgotten ? t('forgotten') : `${r.reference} · ${t(`law_${r.kind}`)}`)}`,
          },
          { name: t('received'), cell: (r) => dayOfInstant(r.received) },
          { name: t('due'), cell: (r) => (r.state === 'OPEN' ? due(r.due) : '–') },
          {
            name: t('consulted'),
            cell: (r) => (r.consultations.length === 0 ? '–' : t('answered', { n: r.consultations.filter((c) => c.answered).length, all: r.consultations.length })),
          },
          { name: t('state'), cell: (r) => requestBadge(r.state) },
        ],
      }),
      foot: this.list.items.length > 0 ? this.list.foot() : nothing,
    })}`;
  }

  async register() {
    const made = await formDialog({
      title: t('register'),
      intro: t('registerWords'),
      submit: t('register'),
      wide: true,
      value: { kind: 'ACCESS', reference: '', wish: '', identity: 'DOCUMENT_SHOWN', identifiers: [{ category: 'BSN', content: '' }] },
      check: (v) => [
        ...(v.reference.trim() ? [] : [{ id: 'verzoek-kenmerk', message: t('fillReference') }]),
        ...(v.identifiers.some((i) => i.content.trim()) ? [] : [{ id: 'verzoek-waarde-0', message: t('fillIdentifier') }]),
      ],
      fields: (v, set, errors) => {
        const message = (id) => errors.find((e) => e.id === id)?.message;
        const wrong = (id) => (message(id) ? 'wrong' : '');
        const change = (i, part) => set({ identifiers: v.identifiers.map((x, j) => (j === i ? { ...x, ...part } : x)) });
        return html`${field({
            id: 'verzoek-soort',
            label: t('kind'),
            type: 'select',
            value: v.kind,
            options: KINDS.map((k) => [k, `${t(`kind_${k}`)} (${t(`law_${k}`)})`]),
            change: (kind) => set({ kind }),
          })}
          ${field({
            id: 'verzoek-kenmerk',
            label: t('reference'),
            hint: t('referenceHint'),
            value: v.reference,
            message: message('verzoek-kenmerk'),
            state: wrong('verzoek-kenmerk'),
            change: (reference) => set({ reference }),
          })}
          ${field({ id: 'verzoek-wens', label: t('wish'), optional: true, type: 'area', value: v.wish, change: (wish) => set({ wish }) })}
          ${field({
            id: 'verzoek-identiteit',
            label: t('identity'),
            type: 'select',
            value: v.identity,
            options: CHECKS.map((c) => [c, t(`check_${c}`)]),
            change: (identity) => set({ identity }),
          })}
          <fieldset class="kp-field">
            <legend class="utrecht-form-label">${t('identifiers')}</legend>
            <span class="kp-field__hint">${t('identifiersHint')}</span>
            ${v.identifiers.map(
              (x, i) => html`<div class="kp-fields">
                ${field({
                  id: `verzoek-wat-${i}`,
                  label: t('what'),
                  type: 'select',
                  value: x.category,
                  options: BY.map((c) => [c, both(category(c)?.name)]),
                  change: (chosen) => change(i, { category: chosen }),
                })}
                ${field({
                  id: `verzoek-waarde-${i}`,
                  label: t('identifier'),
                  value: x.content,
                  message: i === 0 ? message('verzoek-waarde-0') : undefined,
                  state: i === 0 ? wrong('verzoek-waarde-0') : '',
                  change: (content) => change(i, { content }),
                })}
              </div>`,
            )}
            <div class="kp-actions">
              ${button(t('addIdentifier'), {
                small: true,
                icon: 'plus',
                click: () => set({ identifiers: [...v.identifiers, { category: 'IDENTIFICATION', content: '' }] }),
              })}
            </div>
          </fieldset>`;
      },
      act: (v) => post('/v1/rights-requests', { ...v, wish: v.wish || undefined, identifiers: v.identifiers.filter((i) => i.content.trim()) }),
    });
    if (made?.id) {
      go(`/verzoeken/${made.id}`);
    }
  }
}

customElements.define('kp-rights', Rights);
export default Rights;
