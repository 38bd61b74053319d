import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, get } from '../app/api.js';
import { go } from '../app/router.js';
import { loadNames, word } from '../app/names.js';
import { button, card, choice, doubts, errorSummary, field, focusSummary, number, problem } from '../kit/index.js';
import texts from '../texts/evaluate.js';

const t = dictionary(texts);
const GROUNDS = ['necessity', 'proportionality', 'subsidiarity', 'deficit', 'seriousness'];
const TEXTS = ['findings', 'displacement', 'sideEffects', 'dataQuality'];

/** The yearly evaluation: each goal, what was seen, and what the case director advises. */
class Evaluate extends Screen {
  static properties = { value: { state: true }, errors: { state: true }, refused: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.errors = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.keepTyped(() => this.typed && !this.done);
  }

  title() {
    return t('title');
  }

  get path() {
    return `/v1/knelpunten/${this.params.knelpunt}`;
  }

  async load() {
    await loadNames();
    const { body, version } = await call('GET', this.path);
    this.knelpunt = body;
    this.version = version;
    this.interventions = (await get(body.plan).catch(() => null))?.interventions.filter((i) => i.state === 'DONE') ?? [];
    this.value ??= {
      recommendation: '',
      goalReached: '',
      ...Object.fromEntries(TEXTS.map((f) => [f, ''])),
      ...Object.fromEntries(GROUNDS.map((g) => [`renewedGrounds.${g}`, body.grounds?.[g] ?? ''])),
    };
  }

  set(change) {
    this.typed = true;
    this.value = { ...this.value, ...change };
  }

  wrong(id) {
    return this.errors.find((e) => e.id === id)?.message;
  }

  area(name, options = {}) {
    const id = `ev-${name.replaceAll('.', '-')}`;
    const message = this.wrong(id);
    return field({
      id,
      label: t(`f_${name}`),
      type: 'area',
      value: this.value[name],
      message,
      state: message ? 'wrong' : '',
      change: (value) => this.set({ [name]: value }),
      ...options,
    });
  }

  content() {
    const k = this.knelpunt;
    return html`
      ${head({
        crumbs: [{ name: t('knelpunten'), href: '/knelpunten' }, { name: k.title, href: `/knelpunten/${k.id}#evaluatie` }, { name: t('title') }],
        title: t('title'),
        sub: t('sub'),
      })}
      ${errorSummary(this.errors)}
      <form class="kp-stack" novalidate @submit=${(e) => this.send(e)}>
        ${k.goals.length > 0 ? k.goals.map((goal, n) => this.goal(goal, n)) : this.withoutGoals()}
        ${card({ id: 'bevindingen', title: t('found'), body: html`${this.area('findings', { hint: t('noNames') })} ${this.effects()} ${this.area('displacement', { optional: true })} ${this.area('sideEffects', { optional: true })} ${this.area('dataQuality')}` })}
        ${this.advice()}
        ${this.refused ? problem(this.refused) : nothing}
        ${doubts(this.refused, { ...this.value, ...this.byField() }, (confirmations) => {
          this.value = { ...this.value, confirmations };
          this.send();
        })}
        <div class="kp-actions">
          ${button(t('record'), { kind: 'primary', submit: true, busy: this.busy ? t('busy') : '' })}
          ${button(t('back'), { kind: 'quiet', href: `/knelpunten/${k.id}#evaluatie` })}
        </div>
      </form>
    `;
  }

  goal(goal, n) {
    const outcome = `goal.${goal.id}.outcome`;
    const why = `goal.${goal.id}.explanation`;
    const id = `ev-doel-${n}`;
    return card({
      id: `doel-${n}`,
      title: t('goalN', { n: n + 1 }),
      body: html`<p class="kp-text">${goal.text}</p>
        ${choice({
          id,
          legend: t('reached'),
          value: this.value[outcome],
          options: ['REACHED', 'PARTLY', 'NOT'].map((o) => [o, word('outcome', o)]),
          message: this.wrong(id),
          state: this.wrong(id) ? 'wrong' : '',
          change: (chosen) => this.set({ [outcome]: chosen }),
        })}
        <div class="kp-fields">
          ${goal.indicators.map((i, m) => {
            const name = `measured.${i.id}`;
            return field({
              id: `ev-meting-${n}-${m}`,
              label: i.name,
              hint: t('measured', { baseline: shown(i.baseline), target: shown(i.target), unit: i.unit ?? '' }),
              inputmode: 'decimal',
              optional: true,
              value: this.value[name],
              message: this.wrong(`ev-meting-${n}-${m}`),
              state: this.wrong(`ev-meting-${n}-${m}`) ? 'wrong' : '',
              change: (typed) => this.set({ [name]: typed }),
            });
          })}
        </div>
        ${field({
          id: `ev-uitleg-${n}`,
          label: t('explanation'),
          hint: t('noNames'),
          type: 'area',
          value: this.value[why],
          message: this.wrong(`ev-uitleg-${n}`),
          state: this.wrong(`ev-uitleg-${n}`) ? 'wrong' : '',
          change: (words) => this.set({ [why]: words }),
        })}`,
    });
  }

  withoutGoals() {
    return card({
      id: 'doel',
      title: t('reached'),
      body: choice({
        id: 'ev-bereikt',
        legend: t('reached'),
        value: this.value.goalReached,
        options: [
          ['true', t('yes')],
          ['false', t('no')],
        ],
        change: (goalReached) => this.set({ goalReached }),
      }),
    });
  }

  effects() {
    return this.interventions.map((i) =>
      field({
        id: `ev-effect-${i.id}`,
        label: t('effectOf', { name: both(i.name) }),
        type: 'area',
        optional: true,
        value: this.value[`effect.${i.id}`],
        change: (words) => this.set({ [`effect.${i.id}`]: words }),
      }),
    );
  }

  advice() {
    const prolongs = this.value.recommendation === 'PROLONG';
    return card({
      id: 'advies',
      title: t('advice'),
      body: html`${choice({
        id: 'ev-advies',
        legend: t('advice'),
        value: this.value.recommendation,
        options: [
          ['PROLONG', word('recommendation', 'PROLONG'), t('prolongHint')],
          ['CLOSE', word('recommendation', 'CLOSE'), t('closeHint')],
        ],
        message: this.wrong('ev-advies'),
        state: this.wrong('ev-advies') ? 'wrong' : '',
        change: (recommendation) => this.set({ recommendation }),
      })}
      ${prolongs ? html`<p class="kp-note">${t('renewedNote')}</p>${GROUNDS.map((g) => this.area(`renewedGrounds.${g}`))}` : nothing}`,
    });
  }

  check() {
    const v = this.value;
    return [
      ...this.knelpunt.goals.flatMap((goal, n) => [
        ...(v[`goal.${goal.id}.outcome`] ? [] : [{ id: `ev-doel-${n}`, message: t('fillOutcome', { n: n + 1 }) }]),
        ...goal.indicators.flatMap((i, m) => (Number.isNaN(measuredValue(v[`measured.${i.id}`])) ? [{ id: `ev-meting-${n}-${m}`, message: t('fillNumber') }] : [])),
        ...(v[`goal.${goal.id}.explanation`]?.trim() ? [] : [{ id: `ev-uitleg-${n}`, message: t('fillWhy', { n: n + 1 }) }]),
      ]),
      ...(v.findings.trim() ? [] : [{ id: 'ev-findings', message: t('fillFindings') }]),
      ...(v.recommendation ? [] : [{ id: 'ev-advies', message: t('fillAdvice') }]),
    ];
  }

  /** Texts of lists, as refusals name them. */
  byField() {
    const { goals, effects } = this.body();
    return Object.fromEntries([
      ...goals.map((g, i) => [`goals[${i}].explanation`, g.explanation]),
      ...effects.map((e, i) => [`effects[${i}].text`, e.text]),
    ]);
  }

  body() {
    const v = this.value;
    const { goals } = this.knelpunt;
    return {
      ...(goals.length > 0 ? {} : { goalReached: v.goalReached === 'true' }),
      recommendation: v.recommendation,
      ...Object.fromEntries(TEXTS.map((f) => [f, v[f] || undefined])),
      ...(v.recommendation === 'PROLONG' ? { renewedGrounds: Object.fromEntries(GROUNDS.map((g) => [g, v[`renewedGrounds.${g}`]])) } : {}),
      goals: goals.map((goal) => ({
        goal: goal.id,
        outcome: v[`goal.${goal.id}.outcome`],
        explanation: v[`goal.${goal.id}.explanation`],
        measured: goal.indicators
          .filter((i) => measuredValue(v[`measured.${i.id}`]) !== undefined)
          .map((i) => ({ indicator: i.id, value: measuredValue(v[`measured.${i.id}`]) })),
      })),
      effects: this.interventions.filter((i) => v[`effect.${i.id}`]?.trim()).map((i) => ({ intervention: i.id, text: v[`effect.${i.id}`] })),
      confirmations: v.confirmations,
    };
  }

  async send(event) {
    event?.preventDefault();
    this.errors = this.check();
    this.refused = null;
    if (this.errors.length > 0) {
      await focusSummary(this);
      return;
    }
    this.busy = true;
    try {
      await call('POST', `${this.path}/evaluations`, { version: this.version, body: this.body() });
      this.done = true;
      go(`/knelpunten/${this.params.knelpunt}#evaluatie`);
    } catch (e) {
      this.refused = e;
      if (e.isStale) {
        await this.again();
      }
    } finally {
      this.busy = false;
    }
  }
}

function shown(value) {
  return value === undefined || value === null ? '–' : number(value);
}

/** What was typed as a number; undefined without, NaN when it is none. */
function measuredValue(typed) {
  const words = String(typed ?? '').trim().replace(',', '.');
  return words === '' ? undefined : Number(words);
}

customElements.define('kp-evaluate', Evaluate);
export default Evaluate;
