import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { get, post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { loadNames } from '../app/names.js';
import { loadPeople, personName } from '../app/people.js';
import { badge, button, card, day, due, field, formDialog, notice, sub, table, today } from '../kit/index.js';
import texts from '../texts/duties.js';
import appTexts from '../texts/app.js';

const t = dictionary(texts);
const ta = dictionary(appTexts);
const RECORDS = ['PRIVACY_OFFICER', 'COORDINATING_FG', 'ADMIN'];
const SEES_NAMES = ['ADMIN', 'PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER'];

/** What the law asks of the RIEC at set times, and who is to be trained. */
class Duties extends Screen {
  title() {
    return t('title');
  }

  async load() {
    await Promise.all([loadNames(), loadPeople()]);
    this.calendar = await get('/v1/duties');
  }

  content() {
    const { items, training, feedbackOverdue } = this.calendar;
    const byDay = [...items].sort((one, other) => (one.next ?? '9999').localeCompare(other.next ?? '9999'));
    return html`
      ${head({ title: t('title'), sub: t('sub') })}
      ${feedbackOverdue > 0 ? notice(t('feedback', { n: feedbackOverdue }), { status: 'warn', action: session.is('RAC_MEMBER', 'CASE_DIRECTOR') ? button(t('toResults'), { small: true, href: '/resultaten' }) : nothing }) : nothing}
      ${card({
        id: 'plichten',
        title: t('list'),
        number: items.length,
        flush: table({
          caption: t('list'),
          rows: byDay,
          empty: t('none'),
          columns: [
            { name: t('duty'), cell: (d) => html`<strong>${both(d.what)}</strong>${sub(`${d.article} · ${every(d.every)}`)}` },
            { name: t('who'), cell: (d) => d.roles.map((r) => ta(`role_${r}`)).join(', ') },
            { name: t('next'), cell: (d) => (d.next ? html`${due(d.next)}${sub(d.next < today() ? '' : day(d.next))}` : html`<span class="kp-note">${t('notNow')}</span>`) },
            {
              name: t('last'),
              cell: (d) =>
                d.last
                  ? html`${day(d.last.on)}${sub(html`<span class="kp-text">${d.last.evidence}</span>`)}${d.last.failures ? badge('warn', t('failures')) : nothing}`
                  : html`<span class="kp-note">${t('never')}</span>`,
            },
            {
              name: '',
              cell: (d) =>
                session.is(...RECORDS) && session.is(...d.roles)
                  ? button(t('record'), { small: true, label: `${t('record')}: ${both(d.what)}`, click: () => this.fulfil(d) })
                  : nothing,
            },
          ],
        }),
      })}
      ${card({
        id: 'opleiding',
        title: t('training'),
        number: training.length,
        flush: !session.is(...SEES_NAMES)
          ? html`<p class="kp-empty">${training.length === 0 ? t('allTrained') : t('someUntrained', { n: training.length })}</p>`
          : table({
              caption: t('training'),
              rows: training,
              empty: t('allTrained'),
              columns: [
                { name: t('person'), cell: (x) => personName(x.account) },
                { name: t('trainedUntil'), cell: (x) => (x.trainedUntil ? due(x.trainedUntil) : badge('bad', t('notTrained'))) },
              ],
            }),
      })}
    `;
  }

  fulfil(duty) {
    return formDialog({
      title: t('record'),
      intro: both(duty.what),
      submit: t('record'),
      value: { on: today(), evidence: '', failures: false },
      check: (v) => (v.evidence.trim() ? [] : [{ id: 'plicht-bewijs', message: t('fillEvidence') }]),
      fields: (v, set, errors) => html`
        ${field({ id: 'plicht-dag', label: t('on'), type: 'date', value: v.on, change: (on) => set({ on }) })}
        ${field({
          id: 'plicht-bewijs',
          label: t('evidence'),
          hint: t('evidenceHint'),
          value: v.evidence,
          message: errors[0]?.message,
          state: errors[0] ? 'wrong' : '',
          change: (evidence) => set({ evidence }),
        })}
        ${duty.duty.startsWith('AUDIT') ? field({ id: 'plicht-tekort', label: t('failuresLabel'), type: 'check', value: v.failures, change: (failures) => set({ failures }) }) : nothing}
      `,
      act: (v) => change(this, () => post('/v1/duties', { duty: duty.duty, on: v.on, evidence: v.evidence, failures: v.failures, confirmations: v.confirmations })),
    });
  }
}

/** P1Y as words. */
function every(period) {
  const [, n, unit] = /^P(\d+)([YMD])$/.exec(period) ?? [];
  return n ? t(`every_${unit}`, { n: Number(n) }) : period;
}

customElements.define('kp-duties', Duties);
export default Duties;
