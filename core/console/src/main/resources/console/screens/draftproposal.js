import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, may, once } from '../app/api.js';
import { go } from '../app/router.js';
import { Draft } from '../app/draft.js';
import { Drafting, fieldId, saving } from '../app/drafting.js';
import { OBJECTS, proposableSignals, signalChecks } from '../app/newproposal.js';
import { allParticipants, loadNames, participant, participantName, word } from '../app/names.js';
import { areaMap } from '../kit/areamap.js';
import { button, card, confirm, field, focusField, formDialog, number, problem, readsAlong, sub, table } from '../kit/index.js';
import { knelpuntBadge } from './knelpunten.js';
import texts from '../texts/draftproposal.js';

const t = dictionary(texts);
const MANIFESTATIONS = ['HUMAN_TRAFFICKING', 'DRUGS', 'REAL_ESTATE', 'MONEY_LAUNDERING', 'SERIOUS_ORGANISED', 'DESIGNATED'];
const GROUNDS = ['necessity', 'proportionality', 'subsidiarity', 'deficit', 'seriousness'];
const PHASES = [1, 2, 3];
const JUDGE_PAUSE = 1000;
const EMPTY_INDICATOR = { name: '', baseline: '', target: '', unit: '', method: '' };

function fieldName(path) {
  return texts[`f_${path}`] ? t(`f_${path}`) : path;
}

/** Of `goals[0].indicators` the field `goals`: a list is one field on the screen. */
function onScreen(path) {
  return path.replace(/\[.*$/, '');
}

/** A proposal that the case director writes, while the Wgs-wacht reads along. What is typed saves itself at the server. */
class DraftProposal extends Screen {
  static follows = ['knelpunt.'];

  concerns(event) {
    return event.subject === this.params.knelpunt;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.draft?.save();
    this.draft?.end();
  }

  get path() {
    return `/v1/knelpunten/${this.params.knelpunt}`;
  }

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    const [{ body, version }, signals, branches] = await Promise.all([call('GET', this.path), proposableSignals(), once('/v1/branches')]);
    this.knelpunt = body;
    this.signals = signals;
    this.branches = branches.items;
    this.draft ??= new Draft(this, { label: fieldName, saved: () => this.judgeSoon() });
    this.drafting ??= new Drafting(this, {
      label: fieldName,
      hint: (path) => (texts[`h_${path}`] ? t(`h_${path}`) : undefined),
      onScreen,
    });
    this.draft.take(this.path, body, version);
    this.corners ??= cornersOf(body.scope?.area);
    await this.judge();
  }

  judgeSoon() {
    clearTimeout(this.judging);
    this.judging = setTimeout(() => this.judge(), JUDGE_PAUSE);
  }

  async judge() {
    this.judged = await may('SUBMIT_PROPOSAL', this.params.knelpunt).catch(() => null);
    this.requestUpdate();
  }

  get isWritten() {
    return this.knelpunt.state === 'PROPOSED' || this.knelpunt.state === 'SUBMITTED';
  }

  content() {
    const d = this.draft;
    if (!this.isWritten) {
      return html`${head({ crumbs: this.crumbs(), title: d.get('title') ?? t('title'), badges: knelpuntBadge(this.knelpunt.state) })}
        <p>${t('written')}</p>
        <div class="kp-actions">${button(t('toKnelpunt'), { kind: 'primary', href: `/knelpunten/${this.params.knelpunt}` })}</div>`;
    }
    return html`
      ${head({ crumbs: this.crumbs(), title: t('title'), sub: this.knelpunt.state === 'SUBMITTED' ? t('subSubmitted') : t('sub'), actions: saving(d) })}
      <div class="kp-columns">
        <form class="kp-stack" novalidate @submit=${(e) => this.submit(e)}>
          ${d.failure ? problem(d.failure) : nothing} ${this.about()} ${this.scope()} ${this.grounds()} ${this.involved()} ${this.phases()} ${this.goals()}
          <div class="kp-card kp-card--foot">
            <div class="kp-actions">
              ${button(t('submit'), { kind: 'primary', submit: true, busy: this.sending ? t('sending') : '' })}
              ${button(t('stop'), { click: () => this.stop() })}
            </div>
            <p class="kp-note">${t('keptWords')}</p>
            ${this.refused ? problem(this.refused, { id: 'wacht-indienen', link: (path) => (path ? `#${fieldId(onScreen(path))}` : null) }) : nothing}
          </div>
        </form>
        ${this.guard()}
      </div>
    `;
  }

  crumbs() {
    return [
      { name: t('crumb'), href: '/knelpunten' },
      { name: this.draft.get('title') ?? t('title'), href: `/knelpunten/${this.params.knelpunt}` },
      { name: t('title') },
    ];
  }

  ask(path, options) {
    return this.drafting.ask(path, options);
  }

  /** What the guard says of a list, under it. */
  told(path) {
    const { state, message } = this.drafting.told(path);
    return message
      ? html`<div class="kp-card__body">
          <div class="kp-message ${state === 'warn' ? 'kp-message--warn' : state === 'wrong' ? 'kp-message--wrong' : ''}">${message}</div>
        </div>`
      : nothing;
  }

  about() {
    const chosen = this.draft.get('manifestations') ?? [];
    return card({
      id: 'kern',
      title: t('part1'),
      body: html`
        ${this.ask('title', { max: 200 })}
        ${this.ask('objectType', {
          type: 'select',
          options: OBJECTS.map((o) => [o, word('object', o)]),
          change: (value) => this.changeObject(value),
        })}
        ${this.ask('description', { type: 'area', rows: 4 })}
        <fieldset class="kp-field" id=${fieldId('manifestations')} tabindex="-1">
          <legend class="utrecht-form-label">${t('f_manifestations')}</legend>
          ${MANIFESTATIONS.map((m) =>
            field({
              id: `vorm-${m}`,
              type: 'check',
              label: word('manifestation', m),
              value: chosen.includes(m),
              change: (on) => this.drafting.set('manifestations', on ? [...chosen, m] : chosen.filter((x) => x !== m)),
            }),
          )}
        </fieldset>
        ${signalChecks(this.signals, this.draft.get('signals') ?? [], (ids) => this.drafting.set('signals', ids))}
      `,
      flush: html`${this.told('manifestations')} ${this.told('signals')}`,
    });
  }

  /** What only another object has goes with it. */
  changeObject(value) {
    this.drafting.set('objectType', value);
    if (value !== 'AREA' && this.draft.get('scope.area')) {
      this.drafting.set('scope.area', null);
      this.corners = '';
    }
    if (value !== 'BRANCH' && this.draft.get('scope.branches')?.length > 0) {
      this.drafting.set('scope.branches', []);
    }
  }

  scope() {
    const object = this.draft.get('objectType');
    return card({
      id: 'afbakening',
      title: t('part2'),
      body: html`
        ${this.ask('scope.in', { type: 'area', rows: 4 })} ${this.ask('scope.out', { type: 'area', rows: 4 })}
        ${object === 'AREA' ? this.area() : nothing} ${object === 'BRANCH' ? this.branchList() : nothing}
        ${this.ask('displacement', { type: 'area' })}
      `,
    });
  }

  /** By its corners, which can be typed or pasted; the map shows what that is. */
  area() {
    const area = this.draft.get('scope.area');
    const { state, message } = this.drafting.told('scope.area');
    return html`${field({
        id: fieldId('scope.area'),
        type: 'area',
        rows: 5,
        label: t('f_scope.area'),
        hint: t('h_scope.area'),
        value: this.corners,
        state: this.cornersWrong ? 'wrong' : state,
        message: this.cornersWrong ?? message,
        change: (words) => this.changeCorners(words),
      })}
      ${area ? areaMap({ areas: [{ id: 'gebied', name: this.draft.get('title') ?? '', geometry: area, look: 'kp-area--3' }], label: t('mapLabel', { n: cornersOf(area).split('\n').length }) }) : nothing}`;
  }

  changeCorners(words) {
    this.corners = words;
    const { polygon, wrong } = polygonOf(words);
    this.cornersWrong = wrong;
    if (wrong) {
      this.requestUpdate();
    } else {
      this.drafting.set('scope.area', polygon);
    }
  }

  branchList() {
    const chosen = this.draft.get('scope.branches') ?? [];
    const set = (codes) => this.drafting.set('scope.branches', codes);
    return html`${this.ask('scope.branches', {
        type: 'select',
        empty: t('choose'),
        value: '',
        options: this.branches.filter((b) => !chosen.includes(b.code)).map((b) => [b.code, `${b.code} ${both(b.name)}`]),
        change: (code) => code && set([...chosen, code]),
      })}
      <ul class="kp-plain">
        ${chosen.map(
          (code) => html`<li>
            ${code} ${both(this.branches.find((b) => b.code === code)?.name)}
            ${button(t('remove'), { kind: 'quiet', small: true, icon: 'x', label: `${t('remove')}: ${code}`, click: () => set(chosen.filter((c) => c !== code)) })}
          </li>`,
        )}
      </ul>`;
  }

  grounds() {
    return card({ id: 'gronden', title: t('part3'), body: GROUNDS.map((g) => this.ask(`grounds.${g}`, { type: 'area' })) });
  }

  involved() {
    const list = this.draft.get('involved') ?? [];
    return card({
      id: 'deelnemers',
      title: t('part4'),
      number: list.length,
      tools: html`<span id=${fieldId('involved')} tabindex="-1"></span>${button(t('addParticipant'), { small: true, icon: 'plus', click: () => this.editInvolved(list, null) })}`,
      flush: html`${table({
        caption: t('part4'),
        rows: list,
        empty: t('noInvolved'),
        columns: [
          { name: t('participant'), cell: (i) => html`<strong>${participantName(i.participant)}</strong>${sub((i.tasks ?? []).map((code) => word('task', code)).join(', '))}` },
          { name: t('contributes'), cell: (i) => html`<span class="kp-text">${i.task ?? ''}</span>` },
          {
            name: '',
            cell: (i) => html`<div class="kp-actions">
              ${button(t('change'), { small: true, label: `${t('change')}: ${participantName(i.participant)}`, click: () => this.editInvolved(list, i) })}
              ${button(t('remove'), { small: true, kind: 'quiet', label: `${t('remove')}: ${participantName(i.participant)}`, click: () => this.drafting.set('involved', list.filter((x) => x !== i)) })}
            </div>`,
          },
        ],
      })}
      ${this.told('involved')}`,
    });
  }

  async editInvolved(list, now) {
    const others = allParticipants().filter((p) => p.designated && !list.some((i) => i !== now && i.participant === p.id));
    const tasksOf = (id) => [...new Set((participant(id)?.organs ?? []).flatMap((o) => o.tasks))];
    await formDialog({
      title: t('addParticipant'),
      submit: t('keep'),
      value: { participant: now?.participant ?? '', tasks: now?.tasks ?? [], task: now?.task ?? '' },
      check: (v) => (v.participant ? [] : [{ id: 'wie-doet-mee', message: t('fillParticipant') }]),
      fields: (v, set, errors) => html`${field({
          id: 'wie-doet-mee',
          label: t('participant'),
          type: 'select',
          empty: t('choose'),
          value: v.participant,
          options: others.map((p) => [p.id, p.name]),
          message: errors[0]?.message,
          state: errors[0] ? 'wrong' : '',
          change: (id) => set({ participant: id, tasks: tasksOf(id).length === 1 ? tasksOf(id) : [] }),
        })}
        ${v.participant
          ? html`<fieldset class="kp-field">
              <legend class="utrecht-form-label">${t('tasks')}</legend>
              ${tasksOf(v.participant).map((code) =>
                field({
                  id: `taak-${code}`,
                  type: 'check',
                  label: word('task', code),
                  value: v.tasks.includes(code),
                  change: (on) => set({ tasks: on ? [...v.tasks, code] : v.tasks.filter((x) => x !== code) }),
                }),
              )}
            </fieldset>`
          : nothing}
        ${field({ id: 'bijdrage', label: t('contribution'), hint: t('contributionHint'), type: 'area', value: v.task, change: (task) => set({ task }) })}`,
      act: async (v) => {
        const one = { participant: v.participant, tasks: v.tasks, task: v.task };
        this.drafting.set('involved', now ? list.map((i) => (i === now ? one : i)) : [...list, one]);
      },
    });
  }

  phases() {
    const list = this.draft.get('foreseenPhases') ?? [];
    const set = (phases) => this.drafting.set('foreseenPhases', [...phases].sort((one, other) => one.phase - other.phase));
    return card({
      id: 'fasen',
      title: t('part5'),
      body: html`<p class="kp-note" id=${fieldId('foreseenPhases')} tabindex="-1">${t('phasesNote')}</p>
        ${PHASES.map((n) => {
          const foreseen = list.find((p) => p.phase === n);
          return html`${field({
            id: `fase-${n}`,
            type: 'check',
            label: t('phase', { n }),
            value: Boolean(foreseen),
            change: (on) => set(on ? [...list, { phase: n, reason: '' }] : list.filter((p) => p.phase !== n)),
          })}
          ${foreseen
            ? field({
                id: `fase-${n}-reden`,
                type: 'area',
                label: t('phaseReason', { n }),
                value: foreseen.reason,
                change: (reason) => set(list.map((p) => (p.phase === n ? { ...p, reason } : p))),
              })
            : nothing}`;
        })}`,
      flush: this.told('foreseenPhases'),
    });
  }

  goals() {
    const list = this.draft.get('goals') ?? [];
    return card({
      id: 'doelen',
      title: t('part6'),
      number: list.length,
      tools: html`<span id=${fieldId('goals')} tabindex="-1"></span>${button(t('addGoal'), { small: true, icon: 'plus', click: () => this.editGoal(list, null) })}`,
      flush: html`${table({
        caption: t('part6'),
        rows: list,
        empty: t('noGoals'),
        columns: [
          { name: t('goal'), cell: (g) => html`<span class="kp-text">${g.text}</span>` },
          { name: t('indicators'), cell: (g) => (g.indicators ?? []).map((i) => sub(indicator(i))) },
          {
            name: '',
            cell: (g) => html`<div class="kp-actions">
              ${button(t('change'), { small: true, label: `${t('change')}: ${g.text}`, click: () => this.editGoal(list, g) })}
              ${button(t('remove'), { small: true, kind: 'quiet', label: `${t('remove')}: ${g.text}`, click: () => this.drafting.set('goals', list.filter((x) => x !== g)) })}
            </div>`,
          },
        ],
      })}
      ${this.told('goals')}`,
    });
  }

  async editGoal(list, now) {
    const begin = (now?.indicators ?? []).map((i) => ({ ...EMPTY_INDICATOR, ...i, baseline: asTyped(i.baseline), target: asTyped(i.target) }));
    await formDialog({
      title: t('addGoal'),
      wide: true,
      submit: t('keep'),
      value: { text: now?.text ?? '', indicators: begin.length > 0 ? begin : [EMPTY_INDICATOR] },
      check: (v) => [
        ...(v.text.trim() ? [] : [{ id: 'doel-tekst', message: t('fillGoal') }]),
        ...v.indicators.flatMap((i, n) =>
          ['baseline', 'target'].filter((k) => !isNumberOrEmpty(i[k])).map((k) => ({ id: `meting-${n}-${k}`, message: t('fillNumber') })),
        ),
      ],
      fields: (v, set, errors) => {
        const wrong = (id) => errors.find((e) => e.id === id)?.message;
        const change = (n, values) => set({ indicators: v.indicators.map((i, at) => (at === n ? { ...i, ...values } : i)) });
        const part = (n, key, options = {}) =>
          field({
            id: `meting-${n}-${key}`,
            label: t(`indicator_${key}`),
            value: v.indicators[n][key],
            message: wrong(`meting-${n}-${key}`),
            state: wrong(`meting-${n}-${key}`) ? 'wrong' : '',
            change: (value) => change(n, { [key]: value }),
            ...options,
          });
        return html`${field({
            id: 'doel-tekst',
            label: t('goalText'),
            hint: t('goalHint'),
            type: 'area',
            value: v.text,
            message: wrong('doel-tekst'),
            state: wrong('doel-tekst') ? 'wrong' : '',
            change: (text) => set({ text }),
          })}
          ${v.indicators.map(
            (_, n) => html`<fieldset class="kp-field">
              <legend class="utrecht-form-label">${t('indicatorN', { n: n + 1 })}</legend>
              ${part(n, 'name')}
              <div class="kp-fields">
                ${part(n, 'baseline', { inputmode: 'decimal' })} ${part(n, 'target', { inputmode: 'decimal' })} ${part(n, 'unit')}
              </div>
              ${part(n, 'method')}
            </fieldset>`,
          )}
          <div class="kp-actions">
            ${button(t('addIndicator'), { small: true, icon: 'plus', click: () => set({ indicators: [...v.indicators, EMPTY_INDICATOR] }) })}
          </div>`;
      },
      act: async (v) => {
        const one = {
          ...(now?.id ? { id: now.id } : {}),
          text: v.text,
          indicators: v.indicators
            .filter((i) => i.name.trim())
            .map(({ id, name, baseline, target, unit, method }) => ({
              ...(id ? { id } : {}),
              name,
              ...(asNumber(baseline) === undefined ? {} : { baseline: asNumber(baseline) }),
              ...(asNumber(target) === undefined ? {} : { target: asNumber(target) }),
              ...(unit ? { unit } : {}),
              ...(method ? { method } : {}),
            })),
        };
        this.drafting.set('goals', now ? list.map((g) => (g === now ? one : g)) : [...list, one]);
      },
    });
  }

  guard() {
    const finds = this.drafting.finds();
    return html`<div class="kp-beside" @click=${(e) => this.drafting.jump(e)}>
      ${readsAlong({
        title: !this.judged ? t('guardWaiting') : finds.length > 0 ? t('guardTodo', { n: finds.length }) : t('guardReady'),
        finds,
        foot: t('guardFoot'),
      })}
    </div>`;
  }

  async submit(event) {
    event.preventDefault();
    if (this.sending) {
      return;
    }
    this.tried = true;
    this.refused = null;
    this.sending = true;
    this.requestUpdate();
    try {
      await this.draft.save();
      if (this.draft.held.size > 0) {
        await this.judge();
        focusField(fieldId([...this.draft.held.keys()][0]));
        return;
      }
      await call('POST', `${this.path}/submission`, { version: this.draft.version });
      go(`/knelpunten/${this.params.knelpunt}`);
    } catch (e) {
      this.refused = e;
      await this.judge();
      await this.updateComplete;
      document.getElementById('wacht-indienen')?.scrollIntoView({ block: 'nearest' });
    } finally {
      this.sending = false;
      this.requestUpdate();
    }
  }

  async stop() {
    await this.draft.save();
    if (this.draft.isSaved || (await confirm(t('stop'), t('unsavedWords'), async () => true, { submit: t('leave') }))) {
      go(`/knelpunten/${this.params.knelpunt}`);
    }
  }
}

function indicator(i) {
  const value = (v) => (v === undefined || v === null ? t('unknown') : number(v));
  return t('indicator', { name: i.name, baseline: value(i.baseline), target: value(i.target), unit: i.unit ?? '' });
}

function asNumber(typed) {
  const words = String(typed ?? '').trim().replace(',', '.');
  return words === '' ? undefined : Number(words);
}

function isNumberOrEmpty(typed) {
  const value = asNumber(typed);
  return value === undefined || Number.isFinite(value);
}

function asTyped(value) {
  return value === undefined || value === null ? '' : String(value);
}

/** `52,93, 5,03` of each corner of the outer ring, a line each; empty without an area. */
function cornersOf(area) {
  const ring = area?.type === 'MultiPolygon' ? area.coordinates[0]?.[0] : area?.coordinates?.[0];
  return (ring ?? [])
    .slice(0, -1)
    .map(([lon, lat]) => `${lat} ${lon}`)
    .join('\n');
}

/** { polygon } of the corners that were typed, null without any; or { wrong }, in words. */
function polygonOf(words) {
  const lines = words.split('\n').map((l) => l.trim()).filter(Boolean);
  if (lines.length === 0) {
    return { polygon: null };
  }
  const ring = [];
  for (const [i, line] of lines.entries()) {
    const found = /^(\d{1,2}(?:[.,]\d+)?)[\s;,/]+(\d{1,2}(?:[.,]\d+)?)$/.exec(line);
    if (!found) {
      return { wrong: t('cornerWrong', { line: i + 1 }) };
    }
    const [lat, lon] = found.slice(1).map((n) => Number(n.replace(',', '.')));
    if (lat < 50 || lat > 54 || lon < 3 || lon > 8) {
      return { wrong: t('cornerOutside', { line: i + 1 }) };
    }
    ring.push([lon, lat]);
  }
  if (ring.length < 3) {
    return { wrong: t('cornersFew') };
  }
  return { polygon: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } };
}

customElements.define('kp-draft-proposal', DraftProposal);
export default DraftProposal;
