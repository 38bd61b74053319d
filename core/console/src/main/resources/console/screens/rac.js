import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { go } from '../app/router.js';
import { loadNames } from '../app/names.js';
import { adviceFields, checkAdvice, checkQuestion, matterWords, outcomeBadge, proposable, questionFields } from '../app/rac.js';
import { badge, button, card, day, dayOfInstant, field, formDialog, Paged, sub, table, today } from '../kit/index.js';
import texts from '../texts/rac.js';

const t = dictionary(texts);
const LOOKS = {
  DRAFT: ['neutral', 'file-pen'],
  SENT: ['info', 'clock'],
  ADVISED: ['warn', 'message-square-reply'],
  FOLLOWED: ['ok', 'circle-check'],
  DEVIATED: ['neutral', 'undo-2'],
  WITHDRAWN: ['neutral', 'x'],
};

/** How a question stands, as a badge. */
export function racBadge(request) {
  const [status, sign] = LOOKS[request.state] ?? ['neutral', 'tag'];
  return badge(status, both(request.stateLabel), sign);
}

/** Questions to the legality advisory committee, and the register of its advices. */
class Rac extends Screen {
  static follows = ['rac-request.', 'rac-advice.', 'advice.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    this.requests ??= new Paged(this);
    this.advices ??= new Paged(this);
    await Promise.all([this.requests.load('/v1/rac-requests'), this.advices.load('/v1/rac-advices')]);
  }

  content() {
    return html`
      ${head({
        title: t('title'),
        sub: t('sub'),
        actions: session.is('CASE_DIRECTOR', 'PRIVACY_OFFICER')
          ? button(t('ask'), { kind: 'primary', icon: 'plus', click: () => this.ask() })
          : session.is('RAC_MEMBER')
            ? button(t('register'), { kind: 'primary', icon: 'plus', click: () => this.register() })
            : nothing,
      })}
      ${card({
        id: 'vragen',
        title: t('requests'),
        flush: table({
          caption: t('requests'),
          rows: this.requests.items,
          empty: t('noRequests'),
          columns: [
            { name: t('question'), cell: (r) => html`<a href="/rac/${r.id}">${r.title}</a>${sub(matterWords(r.matter))}` },
            { name: t('made'), cell: (r) => html`<span class="kp-nowrap">${dayOfInstant(r.sent ?? r.made)}</span>` },
            { name: t('advice'), cell: (r) => (r.advice ? outcomeBadge(r.advice.outcome) : '–') },
            { name: t('state'), cell: (r) => racBadge(r) },
          ],
        }),
        foot: this.requests.items.length > 0 ? this.requests.foot() : nothing,
      })}
      ${card({
        id: 'adviezen',
        title: t('advices'),
        flush: table({
          caption: t('advices'),
          rows: this.advices.items,
          empty: t('noAdvices'),
          columns: [
            { name: t('reference'), cell: (a) => html`<code>${a.reference}</code>${sub(day(a.date))}` },
            { name: t('about'), cell: (a) => html`${a.request ? html`<a href="/rac/${a.request}">${a.about}</a>` : html`<span class="kp-text">${a.about}</span>`}${sub(matterWords(a.matter))}` },
            { name: t('outcome'), cell: (a) => html`${outcomeBadge(a.outcome)}${a.conditions ? sub(html`<span class="kp-text">${a.conditions}</span>`) : nothing}` },
            { name: t('used'), cell: (a) => (a.used ? t('usedOn', { day: dayOfInstant(a.used) }) : t('unused')) },
          ],
        }),
        foot: this.advices.items.length > 0 ? this.advices.foot() : nothing,
      })}
    `;
  }

  async ask() {
    const provisions = await proposable();
    const made = await formDialog({
      title: t('ask'),
      intro: t('askIntro'),
      wide: true,
      submit: t('makeDraft'),
      value: { title: '', question: '', papers: '', of: 'PROCESSING', provision: '', recipient: 'THIRD_PARTY', once: true },
      check: checkQuestion,
      fields: (v, set, errors) => questionFields(provisions, v, set, errors),
      act: (v) => post('/v1/rac-requests', questionBody(v)),
    });
    if (made?.id) {
      go(`/rac/${made.id}`);
    }
  }

  register() {
    return formDialog({
      title: t('register'),
      intro: t('registerIntro'),
      wide: true,
      submit: t('registerIt'),
      value: { about: '', reference: '', date: today(), outcome: '', reasons: '', conditions: '' },
      check: (v) => [...(v.about.trim() ? [] : [{ id: 'advies-over', message: t('fillAbout') }]), ...checkAdvice(v)],
      fields: (v, set, errors) => html`${field({ id: 'advies-over', label: t('about'), hint: t('noNames'), value: v.about, message: errors.find((e) => e.id === 'advies-over')?.message, change: (about) => set({ about }) })}
      ${adviceFields(v, set, errors)}`,
      act: (v) => change(this, () => post('/v1/rac-advices', { ...v, conditions: v.conditions || undefined, reasons: v.reasons || undefined })),
    });
  }
}

/** As the API takes a question. */
export function questionBody(v) {
  return {
    title: v.title,
    question: v.question,
    papers: v.papers.split('\n').map((p) => p.trim()).filter(Boolean),
    matter: {
      of: v.of,
      ...(v.of === 'PROVISION' ? { provision: v.provision } : {}),
      ...(v.of === 'PROVISIONS' ? { recipient: v.recipient } : {}),
      ...(v.of === 'PROCESSING' ? { once: v.once } : {}),
    },
    confirmations: v.confirmations,
  };
}

customElements.define('kp-rac', Rac);
export default Rac;
