import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { get, post } from '../app/api.js';
import { session } from '../app/session.js';
import { go } from '../app/router.js';
import { loadNames, participantName, word } from '../app/names.js';
import { knelpuntBadge } from './knelpunten.js';
import { button, card, field, formDialog, Paged, sub, table } from '../kit/index.js';
import texts from '../texts/cases.js';

const t = dictionary(texts);

/** Case consultations that I may see. */
class Cases extends Screen {
  static follows = ['knelpunt.', 'case-meeting.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    const meeting = this.query.get('bijeenkomst');
    if (meeting) {
      const { consultation } = await get(`/v1/case-meetings/${meeting}`);
      go(`/casusoverleg/${consultation}#bijeenkomst-${meeting}`, { replace: true });
      return;
    }
    this.list ??= new Paged(this);
    await this.list.load('/v1/case-consultations');
  }

  content() {
    if (!this.list) {
      return nothing; // On the way to the case of a meeting.
    }
    return html`${head({
      title: t('title'),
      sub: t('sub'),
      actions: session.is('CASE_DIRECTOR') ? button(t('make'), { icon: 'plus', kind: 'primary', click: () => this.make() }) : nothing,
    })}
    ${card({
      id: 'casussen',
      title: t('list'),
      flush: table({
        caption: t('list'),
        rows: this.list.items,
        empty: t('none'),
        columns: [
          { name: t('consultation'), cell: (k) => html`<a href="/casusoverleg/${k.id}">${k.title}</a>${sub(k.manifestations.map((m) => word('manifestation', m)).join(', '))}` },
          { name: t('about'), cell: (k) => (k.objectType ? word('object', k.objectType) : '–') },
          { name: t('participants'), cell: (k) => k.involved.map((i) => participantName(i.participant)).join(', ') },
          { name: t('state'), cell: (k) => knelpuntBadge(k.state) },
        ],
      }),
      foot: this.list.items.length > 0 ? this.list.foot() : nothing,
    })}`;
  }

  async make() {
    const made = await titleDialog(t('make'), t('makeWords'), (body) => post('/v1/case-consultations', body));
    if (made?.id) {
      go(`/casusoverleg/${made.id}`);
    }
  }
}

/** Asks for a title; resolves with what `act` gave. */
export function titleDialog(title, intro, act, more = () => nothing, value = {}) {
  return formDialog({
    title,
    intro,
    submit: title,
    value: { title: '', ...value },
    check: (v) => (v.title.trim() ? [] : [{ id: 'nieuwe-titel', message: t('fillTitle') }]),
    fields: (v, set, errors) => html`${field({
      id: 'nieuwe-titel',
      label: t('name'),
      hint: t('nameHint'),
      value: v.title,
      max: 200,
      message: errors[0]?.message,
      state: errors[0] ? 'wrong' : '',
      change: (chosen) => set({ title: chosen }),
    })}
    ${more(v, set)}`,
    act,
  });
}

customElements.define('kp-cases', Cases);
export default Cases;
