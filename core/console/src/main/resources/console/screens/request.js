import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, download, get } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { category, loadNames, participantName } from '../app/names.js';
import { requestBadge } from './rights.js';
import { badge, button, card, choice, day, dayOfInstant, due, field, formDialog, pairs, sub } from '../kit/index.js';
import texts from '../texts/request.js';
import rightsTexts from '../texts/rights.js';

const t = dictionary(texts);
const tr = dictionary(rightsTexts);
const EXCEPTIONS = [
  'NATIONAL_SECURITY', 'DEFENCE', 'PUBLIC_SECURITY', 'CRIMINAL_OFFENCES', 'PUBLIC_INTEREST', 'INDEPENDENCE_OF_THE_JUDICIARY', 'PROFESSIONAL_ETHICS',
  'SUPERVISION', 'RIGHTS_OF_OTHERS', 'CIVIL_CLAIMS',
];

/** One request of a data subject. */
class Request extends Screen {
  static follows = ['rights-request.', 'request.'];

  title() {
    return this.request ? tr(`kind_${this.request.kind}`) : t('requests');
  }

  get path() {
    return `/v1/rights-requests/${this.params.request}`;
  }

  async load() {
    await loadNames();
    this.request = await get(this.path);
  }

  content() {
    const r = this.request;
    const open = r.state === 'OPEN';
    const contact = session.is('CONTACT_POINT');
    return html`
      ${head({
        crumbs: [{ name: t('requests'), href: '/verzoeken' }, { name: r.reference ?? tr('forgotten') }],
        title: tr(`kind_${r.kind}`),
        sub: open ? t('due', { day: day(r.due) }) : r.decision ? t('decided', { outcome: tr(`state_${r.state}`), day: dayOfInstant(r.decision.at) }) : nothing,
        badges: html`${requestBadge(r.state)} ${open ? due(r.due) : nothing} ${open && r.ambiguous ? badge('warn', t('possibly')) : nothing}`,
        actions: html`${open && contact && !r.extension ? button(t('extend'), { click: () => this.extend() }) : nothing}
        ${open && contact ? button(t('decide'), { kind: 'primary', icon: 'gavel', click: () => this.decide() }) : nothing}
        ${r.decision ? button(t('letter'), { icon: 'file-text', click: () => download(`${this.path}/letter`, 'text/html') }) : nothing}`,
      })}
      <div class="kp-columns">
        <div class="kp-stack">${this.consultations(r)}</div>
        <div class="kp-stack">
          ${card({
            id: 'verzoek',
            title: t('facts'),
            body: pairs([
              [t('reference'), r.reference],
              [t('law'), tr(`law_${r.kind}`)],
              [t('wish'), r.wish],
              [t('identity'), r.identity ? tr(`check_${r.identity.how}`) : undefined],
              [t('received'), dayOfInstant(r.received)],
              [t('found'), r.found ? t('foundWords', r.found) : undefined],
              [t('certainty'), r.ambiguous ? t('certaintyWords') : undefined],
              [t('recipients'), r.found?.recipients?.join(', ')],
              [t('extended'), r.extension?.reasons],
              [t('forget'), r.forgetOn ? day(r.forgetOn) : undefined],
            ]),
          })}
          ${r.decision ? card({ id: 'besluit', title: t('decision'), tools: requestBadge(r.state), body: html`<p class="kp-text">${r.decision.text}</p>` }) : nothing}
        </div>
      </div>
    `;
  }

  consultations(r) {
    const mine = r.consultations.find((c) => c.participant === session.account.participant);
    const answers = session.is('WORKER') && mine;
    return card({
      id: 'raadpleging',
      title: t('consultations'),
      number: r.consultations.length,
      body: r.consultBy ? html`<p class="kp-note">${t('consultBy', { day: day(r.consultBy) })}</p>` : nothing,
      flush:
        r.consultations.length === 0
          ? html`<p class="kp-empty">${t('nobody')}</p>`
          : html`<ul class="kp-tasks">
              ${r.consultations.map(
                (c) => html`<li class="kp-line kp-line--top">
                  <div>
                    <strong>${participantName(c.participant)}</strong>
                    ${c.exception ? sub(`${t(`exception_${c.exception}`)}${c.mayTell ? '' : `, ${t('mayNotTell')}`}`) : nothing}
                    ${c.motivation ? html`<p class="kp-text">${c.motivation}</p>` : nothing}
                    ${c.recheckBy && !c.lapsed ? sub(t('recheck', { day: day(c.recheckBy) })) : nothing}
                  </div>
                  ${!c.answered
                    ? html`<span class="kp-note">${t('silent')}</span>`
                    : c.lapsed
                      ? badge('ok', t('lapsed'))
                      : c.exception
                        ? badge('warn', t('exception'), 'lock')
                        : badge('ok', t('noException'))}
                </li>`,
              )}
            </ul>`,
      foot: answers ? html`<span></span>${button(t('answer'), { small: true, kind: mine.answered ? 'second' : 'primary', click: () => this.answer(mine) })}` : nothing,
    });
  }

  send(path, body) {
    return change(this, () => call('POST', this.path + path, { version: this.request.version, body }));
  }

  answer(mine) {
    return formDialog({
      title: t('answerTitle'),
      intro: t('answerWords'),
      submit: t('answer'),
      value: { exception: mine.exception ?? '', motivation: mine.motivation ?? '', mayTell: mine.mayTell ?? true, data: mine.data ?? [] },
      fields: (v, set) => html`${field({
          id: 'uitzondering',
          label: t('ground'),
          type: 'select',
          value: v.exception,
          options: [['', t('noGround')], ...EXCEPTIONS.map((e) => [e, t(`exception_${e}`)])],
          change: (exception) => set({ exception }),
        })}
        ${v.exception
          ? html`${field({ id: 'motivering', label: t('motivation'), type: 'area', value: v.motivation, change: (motivation) => set({ motivation }) })}
            ${field({ id: 'mag-vertellen', type: 'check', label: t('mayTell'), value: v.mayTell, change: (mayTell) => set({ mayTell }) })}`
          : this.request.ambiguous
            ? html`<fieldset class="kp-field">
                <legend class="utrecht-form-label">${t('whose')}</legend>
                <span class="kp-field__hint">${t('whoseHint')}</span>
                ${this.request.own.map((d, i) =>
                  field({
                    id: `eigen-${i}`,
                    type: 'check',
                    label: `${both(category(d.category)?.name)} · ${d.id}`,
                    value: v.data.includes(d.id),
                    change: (on) => set({ data: on ? [...v.data, d.id] : v.data.filter((id) => id !== d.id) }),
                  }),
                )}
              </fieldset>`
            : nothing}`,
      act: ({ data, ...v }) =>
        this.send('/consultations', { ...(v.exception ? v : {}), ...(!v.exception && this.request.ambiguous ? { data } : {}) }),
    });
  }

  extend() {
    return formDialog({
      title: t('extend'),
      intro: t('extendWords'),
      submit: t('extend'),
      value: { reasons: '' },
      fields: (v, set) => field({ id: 'redenen', label: t('reasons'), type: 'area', value: v.reasons, change: (reasons) => set({ reasons }) }),
      act: (v) => this.send('/extension', v),
    });
  }

  decide() {
    return formDialog({
      title: t('decideTitle'),
      submit: t('decide'),
      value: { granted: 'true', text: '' },
      fields: (v, set) => html`${choice({
          id: 'besluit-keuze',
          legend: t('decision'),
          value: v.granted,
          options: [
            ['true', t('grant')],
            ['false', t('refuse')],
          ],
          change: (granted) => set({ granted }),
        })}
        ${field({ id: 'besluit-tekst', label: t('text'), hint: t('textHint'), type: 'area', rows: 6, value: v.text, change: (text) => set({ text }) })}`,
      act: (v) => this.send('/decision', { ...v, granted: v.granted === 'true' }),
    });
  }
}

customElements.define('kp-request', Request);
export default Request;
