import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { call } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { loadNames } from '../app/names.js';
import { adviceFields, checkAdvice, checkQuestion, matterWords, outcomeBadge, proposable, questionFields } from '../app/rac.js';
import { badge, button, card, choice, confirm, day, dayOfInstant, field, formDialog, pairs, steps, today } from '../kit/index.js';
import { questionBody, racBadge } from './rac.js';
import texts from '../texts/racrequest.js';

const t = dictionary(texts);
const NOW = { DRAFT: 0, SENT: 1, ADVISED: 2, FOLLOWED: 4, DEVIATED: 4 };
const OVERSEERS = ['RAC', 'COORDINATING_FG'];

/** One question to the committee: what is asked, what it advises, and what was done with that. */
class RacRequest extends Screen {
  static follows = ['rac-request.', 'rac-advice.', 'advice.'];

  title() {
    return this.request?.title ?? t('title');
  }

  get path() {
    return `/v1/rac-requests/${this.params.question}`;
  }

  async load() {
    await loadNames();
    const { body, version } = await call('GET', this.path);
    this.request = body;
    this.version = version;
  }

  content() {
    const r = this.request;
    return html`
      ${head({
        crumbs: [{ name: t('rac'), href: '/rac' }, { name: r.title }],
        title: r.title,
        badges: html`${racBadge(r)} ${badge('neutral', matterWords(r.matter))}`,
        actions: this.acts(),
      })}
      ${r.state === 'WITHDRAWN'
        ? nothing
        : html`<section class="kp-card kp-panel">
            ${steps(
              [
                { name: t('stepDraft'), when: dayOfInstant(r.made) },
                { name: t('stepSent'), when: r.sent ? dayOfInstant(r.sent) : '' },
                { name: t('stepAdvised'), when: r.advice ? day(r.advice.date) : '' },
                { name: t('stepFollowed'), when: r.followUp ? dayOfInstant(r.followUp.at) : '' },
              ],
              NOW[r.state] ?? 0,
              { label: t('steps') },
            )}
          </section>`}
      ${card({
        id: 'vraag',
        title: t('question'),
        body: html`<p class="kp-text">${r.question}</p>
          ${r.papers.length > 0
            ? html`<h3>${t('papers')}</h3>
                <ul class="kp-plain">
                  ${r.papers.map((p) => html`<li class="kp-text">${p}</li>`)}
                </ul>`
            : nothing}
          ${r.matter.provision ? html`<p><a href="/resultaten/${r.matter.provision}">${t('toProvision')}</a></p>` : nothing}`,
      })}
      ${card({
        id: 'advies',
        title: t('advice'),
        body: r.advice
          ? html`<p>${outcomeBadge(r.advice.outcome)}</p>
              ${pairs([
                [t('reference'), r.advice.reference],
                [t('date'), day(r.advice.date)],
                [t('conditions'), r.advice.conditions],
                [t('reasons'), html`<span class="kp-text">${r.advice.reasons ?? ''}</span>`],
              ])}`
          : html`<p class="kp-second">${r.state === 'SENT' ? t('waits') : t('notSent')}</p>`,
      })}
      ${r.followUp
        ? card({
            id: 'opvolging',
            title: t('followUp'),
            body: html`<p>${r.followUp.followed ? badge('ok', t('isFollowed')) : badge('warn', t('isDeviated'))}</p>
              <p class="kp-text">${r.followUp.reasons ?? ''}</p>
              ${r.followUp.reportedTo?.length > 0 ? html`<p class="kp-note">${t('reportedTo', { who: r.followUp.reportedTo.map((o) => t(`overseer_${o}`)).join(', ') })}</p>` : nothing}`,
          })
        : nothing}
    `;
  }

  acts() {
    const { state } = this.request;
    const asks = session.is('CASE_DIRECTOR', 'PRIVACY_OFFICER');
    if (asks && state === 'DRAFT') {
      return html`${button(t('send'), { kind: 'primary', icon: 'send', click: () => this.put() })} ${button(t('amend'), { icon: 'pencil', click: () => this.amend() })}
      ${button(t('withdraw'), { kind: 'danger', click: () => this.withdraw() })}`;
    }
    if (asks && state === 'SENT') {
      return button(t('withdraw'), { kind: 'danger', click: () => this.withdraw() });
    }
    if (asks && state === 'ADVISED') {
      return button(t('follow'), { kind: 'primary', click: () => this.follow() });
    }
    return session.is('RAC_MEMBER') && state === 'SENT' ? button(t('advise'), { kind: 'primary', icon: 'message-square-reply', click: () => this.advise() }) : nothing;
  }

  post(path, body) {
    return change(this, () => call('POST', `${this.path}${path}`, { version: this.version, body }));
  }

  put() {
    return confirm(t('send'), t('sendWords'), () => this.post('/submission'), { submit: t('send'), danger: false });
  }

  withdraw() {
    return confirm(t('withdraw'), t('withdrawWords'), () => this.post('/withdrawal'), { submit: t('withdraw') });
  }

  async amend() {
    const r = this.request;
    const provisions = await proposable();
    return formDialog({
      title: t('amend'),
      wide: true,
      submit: t('save'),
      value: {
        title: r.title,
        question: r.question,
        papers: r.papers.join('\n'),
        of: r.matter.of,
        provision: r.matter.provision ?? '',
        recipient: r.matter.recipient ?? 'THIRD_PARTY',
        once: r.matter.once ?? true,
      },
      check: checkQuestion,
      fields: (v, set, errors) => questionFields(provisions, v, set, errors),
      act: (v) => change(this, () => call('PATCH', this.path, { version: this.version, body: questionBody(v) })),
    });
  }

  advise() {
    return formDialog({
      title: t('advise'),
      intro: t('adviseIntro'),
      wide: true,
      submit: t('adviseIt'),
      value: { reference: '', date: today(), outcome: '', reasons: '', conditions: '' },
      check: checkAdvice,
      fields: adviceFields,
      act: (v) => this.post('/advice', { ...v, conditions: v.conditions || undefined }),
    });
  }

  follow() {
    return formDialog({
      title: t('follow'),
      intro: t('followIntro'),
      wide: true,
      submit: t('record'),
      value: { followed: '', reasons: '', reported: [] },
      check: (v) => [
        ...(v.followed ? [] : [{ id: 'advies-gevolgd', message: t('fillFollowed') }]),
        ...(v.followed === 'nee' && !v.reasons.trim() ? [{ id: 'advies-waarom', message: t('fillReasons') }] : []),
      ],
      fields: (v, set, errors) => html`
        ${choice({
          id: 'advies-gevolgd',
          legend: t('followedLabel'),
          value: v.followed,
          options: [
            ['ja', t('yesFollow')],
            ['nee', t('noDeviate')],
          ],
          message: errors.find((e) => e.id === 'advies-gevolgd')?.message,
          change: (followed) => set({ followed }),
        })}
        ${field({
          id: 'advies-waarom',
          label: v.followed === 'nee' ? t('whyDeviate') : t('howConditions'),
          optional: v.followed !== 'nee',
          type: 'area',
          value: v.reasons,
          message: errors.find((e) => e.id === 'advies-waarom')?.message,
          state: errors.some((e) => e.id === 'advies-waarom') ? 'wrong' : '',
          change: (reasons) => set({ reasons }),
        })}
        ${v.followed === 'nee'
          ? html`<fieldset class="kp-field">
              <legend class="utrecht-form-label">${t('reportedLabel')}</legend>
              ${OVERSEERS.map((o) =>
                field({
                  id: `gemeld-${o}`,
                  type: 'check',
                  label: t(`overseer_${o}`),
                  value: v.reported.includes(o),
                  change: (on) => set({ reported: on ? [...v.reported, o] : v.reported.filter((x) => x !== o) }),
                }),
              )}
            </fieldset>`
          : nothing}
      `,
      act: (v) =>
        this.post('/follow-up', {
          followed: v.followed === 'ja',
          reasons: v.reasons || undefined,
          reportedTo: v.followed === 'nee' ? v.reported : undefined,
          confirmations: v.confirmations,
        }),
    });
  }
}

customElements.define('kp-rac-request', RacRequest);
export default RacRequest;
