import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, get, once } from '../app/api.js';
import { change } from '../app/change.js';
import { loadNames, participantName, word } from '../app/names.js';
import { badge, button, card, day, dayOfInstant, field, formDialog, icon, pairs, sub, table, today } from '../kit/index.js';
import { interventionBadge, interventionBody, interventionFields } from './knelpunt/plan.js';
import texts from '../texts/intervention.js';

const t = dictionary(texts);
const OUTCOMES = ['RESULT', 'INTENDED_EFFECT', 'UNINTENDED_EFFECT'];

/** One intervention of a plan: what, on which power, under which conditions, and what came of it. */
class Intervention extends Screen {
  static follows = ['intervention.'];

  concerns(event) {
    return event.subject === this.params.intervention;
  }

  get path() {
    return `/v1/interventions/${this.params.intervention}`;
  }

  title() {
    return this.intervention ? both(this.intervention.name) : t('title');
  }

  async load() {
    await loadNames();
    const { body, version } = await call('GET', this.path);
    this.intervention = body;
    this.version = version;
    this.knelpunt = await get(`/v1/knelpunten/${body.knelpunt}`).catch(() => null);
  }

  content() {
    const i = this.intervention;
    return html`
      ${head({
        crumbs: [
          { name: t('knelpunten'), href: '/knelpunten' },
          { name: this.knelpunt?.title ?? t('knelpunt'), href: `/knelpunten/${i.knelpunt}#plan` },
          { name: both(i.name) },
        ],
        title: both(i.name),
        badges: html`${interventionBadge(i)} ${i.overdue ? badge('bad', t('overdue')) : nothing} ${badge('neutral', word('category', i.category), 'target')}`,
        actions: this.acts(),
      })}
      <div class="kp-columns">
        <div class="kp-stack">${this.what()} ${this.conditions()} ${this.outcomes()}</div>
        <div class="kp-stack">${this.course()}</div>
      </div>
    `;
  }

  acts() {
    const { next } = this.intervention;
    const offers = [
      ['AGREE_INTERVENTION', t('agree'), () => this.agree()],
      ['START_INTERVENTION', t('start'), () => this.start()],
      ['CARRY_OUT_INTERVENTION', t('carryOut'), () => this.carryOut()],
      ['KEEP_UP_INTERVENTION', t('planning'), () => this.keepUp()],
      ['AMEND_INTERVENTION', t('amend'), () => this.amend()],
      ['STOP_INTERVENTION', this.intervention.state === 'PROPOSED' ? t('disagree') : t('stop'), () => this.because('stop', this.intervention.state === 'PROPOSED' ? t('disagree') : t('stop')), 'danger'],
      ['WITHDRAW_INTERVENTION', t('withdraw'), () => this.because('withdrawal', t('withdraw')), 'danger'],
    ].filter(([act]) => next.includes(act));
    return offers.map(([, words, click, kind], i) => button(words, { kind: kind ?? (i === 0 ? 'primary' : 'second'), click }));
  }

  what() {
    const i = this.intervention;
    return card({
      id: 'wat',
      title: t('what'),
      body: html`${i.description ? html`<p class="kp-text">${i.description}</p>` : nothing}
      ${pairs([
        [t('by'), participantName(i.participant)],
        [t('organ'), i.organ ? word('organ', i.organ) : ''],
        [t('basis'), i.basis ? html`${i.basis.text} ${i.basis.checkedByJurist ? nothing : badge('warn', t('jurist'))}` : ''],
        [t('when'), i.from || i.until ? t('period', { from: i.from ? day(i.from) : '…', until: i.until ? day(i.until) : '…' }) : t('open')],
        [t('effect'), both(i.expectedEffect)],
        [t('side'), both(i.sideEffect)],
        [t('public'), i.publicDescription],
      ])}`,
    });
  }

  conditions() {
    const { conditions, next } = this.intervention;
    return card({
      id: 'voorwaarden',
      title: t('conditions'),
      number: conditions.length,
      body:
        conditions.length === 0
          ? html`<p class="kp-second">${t('noConditions')}</p>`
          : html`<ul class="kp-checklist">
              ${conditions.map(
                (c) => html`<li class=${c.met ? 'is-ok' : 'is-open'}>
                  ${icon(c.met ? 'circle-check' : 'circle-dashed')}<span
                    >${both(c.text)} <span class="kp-note">${c.met ? t('metOn', { day: dayOfInstant(c.at) }) : t('notMet')}</span></span
                  >
                  ${next.includes('KEEP_UP_INTERVENTION') && !c.met
                    ? button(t('isMet'), { small: true, label: `${t('isMet')}: ${both(c.text)}`, click: () => this.meet(c) })
                    : nothing}
                </li>`,
              )}
            </ul>`,
    });
  }

  outcomes() {
    const { execution, outcomes, next } = this.intervention;
    const kinds = OUTCOMES.filter((k) => next.includes(k === 'RESULT' ? 'REPORT_RESULT' : 'OBSERVE_EFFECT'));
    return card({
      id: 'uitkomsten',
      title: t('outcomes'),
      tools: kinds.length > 0 ? button(t('report'), { small: true, icon: 'plus', click: () => this.report(kinds) }) : nothing,
      body: execution
        ? html`<div>
            <h3>${t('doneOn', { day: day(execution.date) })}</h3>
            <p class="kp-text">${execution.report ?? ''}</p>
          </div>`
        : html`<p class="kp-second">${t('notDone')}</p>`,
      flush:
        outcomes.length === 0
          ? nothing
          : table({
              caption: t('outcomes'),
              rows: outcomes,
              empty: nothing,
              columns: [
                { name: t('seen'), cell: (o) => html`<span class="kp-nowrap">${day(o.date)}</span>` },
                { name: t('kind'), cell: (o) => t(`outcome_${o.kind}`) },
                { name: t('words'), cell: (o) => html`<span class="kp-text">${o.text}</span>${sub(participantName(o.participant))}` },
              ],
            }),
    });
  }

  course() {
    return card({
      id: 'verloop',
      title: t('course'),
      body: html`<ul class="kp-feed">
        ${this.intervention.moves.map(
          (m) => html`<li>
            ${icon('history')}
            <div>
              ${t(`state_${m.to}`)}${m.reason ? html`: <span class="kp-text">${m.reason}</span>` : nothing}
              <p class="kp-note">${dayOfInstant(m.at)}</p>
            </div>
          </li>`,
        )}
      </ul>`,
    });
  }

  send(path, body, method = 'POST') {
    return change(this, () => call(method, `${this.path}${path}`, { version: this.version, body }));
  }

  agree() {
    return formDialog({ title: t('agree'), intro: t('agreeWords'), submit: t('agree'), act: () => this.send('/agreement', {}) });
  }

  start() {
    return formDialog({ title: t('start'), intro: t('startWords'), submit: t('start'), act: () => this.send('/start') });
  }

  meet(condition) {
    const i = this.intervention;
    return formDialog({
      title: t('isMet'),
      intro: both(condition.text),
      submit: t('isMet'),
      act: () => this.send('/progress', { from: i.from, until: i.until, conditions: [{ number: condition.number, met: true }] }, 'PUT'),
    });
  }

  keepUp() {
    const i = this.intervention;
    return formDialog({
      title: t('planning'),
      submit: t('save'),
      value: { from: i.from ?? '', until: i.until ?? '' },
      fields: (v, set) => html`<div class="kp-fields">
        ${field({ id: 'int-van', label: t('from'), type: 'date', optional: true, value: v.from, change: (from) => set({ from }) })}
        ${field({ id: 'int-tot', label: t('until'), type: 'date', optional: true, value: v.until, change: (until) => set({ until }) })}
      </div>`,
      act: (v) => this.send('/progress', { from: v.from || undefined, until: v.until || undefined, conditions: [] }, 'PUT'),
    });
  }

  carryOut() {
    return formDialog({
      title: t('carryOut'),
      intro: t('carryOutWords'),
      submit: t('reportIt'),
      value: { date: today(), report: '', effect: '' },
      fields: (v, set) => html`
        ${field({ id: 'uitgevoerd-op', label: t('doneDay'), type: 'date', value: v.date, change: (date) => set({ date }) })}
        ${field({ id: 'uitgevoerd-wat', label: t('doneWhat'), hint: t('noNames'), type: 'area', value: v.report, change: (report) => set({ report }) })}
        ${field({ id: 'uitgevoerd-effect', label: t('doneEffect'), type: 'area', optional: true, value: v.effect, change: (effect) => set({ effect }) })}
      `,
      act: (v) => this.send('/execution', { date: v.date || undefined, report: v.report, effect: v.effect || undefined, confirmations: v.confirmations }),
    });
  }

  report(kinds) {
    return formDialog({
      title: t('report'),
      submit: t('reportIt'),
      value: { kind: kinds[0], date: today(), text: '' },
      fields: (v, set) => html`
        ${field({ id: 'uitkomst-soort', label: t('kind'), type: 'select', value: v.kind, options: kinds.map((k) => [k, t(`outcome_${k}`)]), change: (kind) => set({ kind }) })}
        ${field({ id: 'uitkomst-dag', label: t('seen'), type: 'date', value: v.date, change: (date) => set({ date }) })}
        ${field({ id: 'uitkomst-tekst', label: t('words'), hint: t('noNames'), type: 'area', value: v.text, change: (text) => set({ text }) })}
      `,
      act: (v) => this.send('/outcomes', { kind: v.kind, date: v.date, text: v.text, confirmations: v.confirmations }),
    });
  }

  async amend() {
    const i = this.intervention;
    const types = (await once('/v1/intervention-types')).items;
    const involved = this.knelpunt?.involved.map((x) => x.participant) ?? [i.participant];
    await formDialog({
      title: t('amend'),
      intro: t('amendWords'),
      wide: true,
      submit: t('save'),
      value: { participant: i.participant, type: i.type, organ: i.organ ?? '', description: i.description ?? '', from: i.from ?? '', until: i.until ?? '' },
      fields: (v, set) => interventionFields(types, involved, v, set),
      act: (v) => this.send('', interventionBody(v), 'PATCH'),
    });
  }

  because(path, title) {
    return formDialog({
      title,
      submit: title,
      danger: true,
      value: { reason: '' },
      fields: (v, set) => field({ id: 'reden', label: t('reason'), hint: t('noNames'), type: 'area', value: v.reason, change: (reason) => set({ reason }) }),
      act: (v) => this.send(`/${path}`, { reason: v.reason, confirmations: v.confirmations }),
    });
  }
}

customElements.define('kp-intervention', Intervention);
export default Intervention;
