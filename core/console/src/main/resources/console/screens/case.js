import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { all, call, get } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { go } from '../app/router.js';
import { loadNames, participantName } from '../app/names.js';
import { knelpuntBadge } from './knelpunten.js';
import { titleDialog } from './cases.js';
import { badge, button, card, day, due, field, formDialog, plusDays, sub, today } from '../kit/index.js';
import texts from '../texts/cases.js';

const t = dictionary(texts);
const LOOKS = { PLANNED: ['info', 'calendar'], HELD: ['ok', 'circle-check'], CANCELLED: ['neutral', 'x'] };

/** One case: its meetings, and what was agreed at each. */
class Case extends Screen {
  static follows = ['case-meeting.', 'knelpunt.'];

  title() {
    return this.consultation?.title ?? t('title');
  }

  async load() {
    await loadNames();
    const id = this.params.consultation;
    const [consultation, meetings] = await Promise.all([
      get(`/v1/knelpunten/${id}`),
      session.is('WORKER', 'CASE_DIRECTOR', 'ANALYST') ? all(`/v1/case-consultations/${id}/meetings`) : [],
    ]);
    this.consultation = consultation;
    this.meetings = meetings.sort((one, other) => other.date.localeCompare(one.date));
  }

  content() {
    const k = this.consultation;
    const director = session.is('CASE_DIRECTOR');
    const runs = k.state === 'DESIGNATED';
    return html`
      ${head({
        crumbs: [{ name: t('title'), href: '/casusoverleg' }, { name: k.title }],
        title: k.title,
        sub: k.description ?? nothing,
        badges: knelpuntBadge(k.state),
        actions: html`${button(t('dossier'), { icon: 'waypoints', href: `/knelpunten/${k.id}` })}
        ${director && runs ? button(t('convert'), { icon: 'arrow-right', click: () => this.convert() }) : nothing}
        ${director && runs ? button(t('plan'), { icon: 'calendar', kind: 'primary', click: () => this.plan() }) : nothing}`,
      })}
      ${this.meetings.length === 0
        ? card({ id: 'bijeenkomsten', title: t('meetings'), flush: html`<p class="kp-empty">${runs ? t('noMeetings') : t('notDesignated')}</p>` })
        : this.meetings.map((m) => this.meeting(m, director))}
    `;
  }

  /** A text of a meeting, with what its references stand for. */
  read(meeting, fieldName, text) {
    return meeting.readable?.find((r) => r.field === fieldName)?.text.text ?? text;
  }

  meeting(m, director) {
    const planned = m.state === 'PLANNED';
    return card({
      id: `bijeenkomst-${m.id}`,
      title: day(m.date),
      tools: html`${badge(LOOKS[m.state][0], t(`state_${m.state}`), LOOKS[m.state][1])}
      ${director && planned
        ? html`${button(t('cancel'), { small: true, kind: 'danger', label: `${t('cancel')}: ${day(m.date)}`, click: () => this.cancel(m) })}
            ${button(t('change'), { small: true, label: `${t('change')}: ${day(m.date)}`, click: () => this.plan(m) })}
            ${button(t('record'), { small: true, kind: 'primary', label: `${t('record')}: ${day(m.date)}`, click: () => this.record(m) })}`
        : nothing}`,
      body: html`${m.cancelled ? html`<p class="kp-text">${this.read(m, 'cancelled', m.cancelled)}</p>` : nothing}
      <div class="kp-halves">
        <div>
          <h3>${t('agenda')}</h3>
          <ol class="kp-numbers">
            ${m.agenda.map((item) => html`<li>${item}</li>`)}
          </ol>
        </div>
        ${m.present.length > 0
          ? html`<div>
              <h3>${t('present')}</h3>
              <p>${m.present.map(participantName).join(', ')}</p>
            </div>`
          : nothing}
      </div>`,
      flush:
        m.state === 'HELD'
          ? html`<h3 class="kp-group">${t('agreements')}</h3>
              ${m.agreements.length === 0
                ? html`<p class="kp-empty">${t('noAgreements')}</p>`
                : html`<ul class="kp-tasks">
                    ${m.agreements.map((a, i) => this.agreement(m, a, i))}
                  </ul>`}`
          : nothing,
    });
  }

  agreement(m, a, i) {
    const settles = !a.done && (session.is('CASE_DIRECTOR') || (session.is('WORKER') && a.participant === session.account.participant));
    return html`<li class="kp-line kp-line--top">
      <div>
        <strong>${participantName(a.participant)}</strong>
        <p class="kp-text">${this.read(m, `agreements[${i}].text`, a.text)}</p>
        ${a.done ? sub(this.read(m, `agreements[${i}].done.text`, a.done.text)) : nothing}
      </div>
      ${a.done ? badge('ok', t('done')) : due(a.due)}
      ${settles ? button(t('settle'), { small: true, label: `${t('settle')}: ${participantName(a.participant)}`, click: () => this.settle(m, a) }) : nothing}
    </li>`;
  }

  plan(m) {
    return formDialog({
      title: m ? t('change') : t('plan'),
      submit: m ? t('save') : t('plan'),
      value: { date: m?.date ?? plusDays(today(), 14), agenda: m?.agenda.join('\n') ?? '' },
      check: (v) => (v.agenda.trim() ? [] : [{ id: 'casus-agenda', message: t('fillAgenda') }]),
      fields: (v, set, errors) => html`${field({ id: 'casus-datum', label: t('date'), type: 'date', value: v.date, change: (date) => set({ date }) })}
      ${field({
        id: 'casus-agenda',
        label: t('agenda'),
        hint: t('agendaHint'),
        type: 'area',
        value: v.agenda,
        message: errors[0]?.message,
        state: errors[0] ? 'wrong' : '',
        change: (agenda) => set({ agenda }),
      })}`,
      act: (v) => {
        const body = { date: v.date, agenda: lines(v.agenda) };
        return change(this, () =>
          m
            ? call('PUT', m.href, { version: m.version, body })
            : call('POST', `/v1/case-consultations/${this.consultation.id}/meetings`, { version: this.consultation.version, body }),
        );
      },
    });
  }

  cancel(m) {
    return formDialog({
      title: t('cancel'),
      submit: t('cancel'),
      danger: true,
      value: { reason: '' },
      fields: (v, set) => field({ id: 'casus-reden', label: t('cancelReason'), type: 'area', value: v.reason, change: (reason) => set({ reason }) }),
      act: (v) => change(this, () => call('POST', `${m.href}/cancellation`, { version: m.version, body: v })),
    });
  }

  record(m) {
    const involved = this.consultation.involved.map((i) => i.participant);
    return formDialog({
      title: t('record'),
      submit: t('record'),
      wide: true,
      value: { date: m.date, present: involved, agreements: [] },
      check: (v) => (v.agreements.every((a) => a.participant && a.text.trim()) ? [] : [{ id: 'afspraak-0', message: t('fillAgreement') }]),
      fields: (v, set) => {
        const alter = (i, part) => set({ agreements: v.agreements.map((a, j) => (j === i ? { ...a, ...part } : a)) });
        return html`${field({ id: 'casus-datum', label: t('date'), type: 'date', value: v.date, change: (date) => set({ date }) })}
          <fieldset class="kp-field">
            <legend class="utrecht-form-label">${t('present')}</legend>
            ${involved.map((p) =>
              field({
                id: `aanwezig-${p}`,
                type: 'check',
                label: participantName(p),
                value: v.present.includes(p),
                change: (on) => set({ present: on ? [...v.present, p] : v.present.filter((x) => x !== p) }),
              }),
            )}
          </fieldset>
          ${v.agreements.map(
            (a, i) => html`<fieldset class="kp-field kp-inset">
              <legend class="utrecht-form-label">${t('agreement', { n: i + 1 })}</legend>
              <div class="kp-fields">
                ${field({
                  id: `afspraak-wie-${i}`,
                  label: t('who'),
                  type: 'select',
                  value: a.participant,
                  options: involved.map((p) => [p, participantName(p)]),
                  change: (participant) => alter(i, { participant }),
                })}
                ${field({ id: `afspraak-dag-${i}`, label: t('due'), type: 'date', value: a.due, change: (last) => alter(i, { due: last }) })}
              </div>
              ${field({ id: `afspraak-${i}`, label: t('what'), hint: t('whatHint'), type: 'area', value: a.text, change: (text) => alter(i, { text }) })}
              <div class="kp-actions">
                ${button(t('drop'), { small: true, kind: 'quiet', icon: 'x', click: () => set({ agreements: v.agreements.filter((_, j) => j !== i) }) })}
              </div>
            </fieldset>`,
          )}
          <div class="kp-actions">
            ${button(t('add'), {
              small: true,
              icon: 'plus',
              click: () => set({ agreements: [...v.agreements, { participant: involved[0], text: '', due: plusDays(v.date, 14) }] }),
            })}
          </div>`;
      },
      act: (v) => change(this, () => call('POST', `${m.href}/minutes`, { version: m.version, body: v })),
    });
  }

  settle(m, a) {
    return formDialog({
      title: t('settle'),
      submit: t('settle'),
      value: { text: '' },
      fields: (v, set) => field({ id: 'afspraak-kwam', label: t('cameOf'), hint: t('whatHint'), type: 'area', value: v.text, change: (text) => set({ text }) }),
      act: (v) => change(this, () => call('POST', `${m.href}/agreements/${a.id}/settlement`, { version: m.version, body: v })),
    });
  }

  async convert() {
    const made = await titleDialog(t('convert'), t('convertWords'), async (body) => {
      const answer = await call('POST', `/v1/case-consultations/${this.consultation.id}/proposals`, { version: this.consultation.version, body });
      return answer.body;
    });
    if (made?.id) {
      go(`/knelpunten/${made.id}`);
    }
  }
}

function lines(text) {
  return text.split('\n').map((line) => line.trim()).filter(Boolean);
}

customElements.define('kp-case', Case);
export default Case;
