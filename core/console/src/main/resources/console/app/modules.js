// What the screens of modules share: how a module stands, its plan and its swap in words.

import { html, nothing } from 'lit';
import { dictionary } from './language.js';
import { all, get } from './api.js';
import { allParticipants } from './names.js';
import { badge, choice, clock, field, formDialog, number, steps } from '../kit/index.js';
import texts from '../texts/modules.js';
import planTexts from '../texts/plan.js';

const t = dictionary(texts);
const tp = dictionary(planTexts);
const ORDER = ['APPROVED', 'CANDIDATE', 'SWITCHED', 'DRAINED', 'DONE'];

/** What a kind of participant is called. */
export function kindName(kind) {
  const key = `kind_${kind.toUpperCase().replaceAll('-', '_')}`;
  return texts[key] ? t(key) : kind;
}

export function participantsOf(kind) {
  return allParticipants().filter((p) => p.kind === kind);
}

/** 0.1.0 of 0.1.0.SNAPSHOT: the last part says nothing to a reader, but for what is being made. */
export function versionName(generation) {
  const [, plain, qualifier] = /^(\d+\.\d+\.\d+)(?:\.(.+))?$/.exec(generation?.version ?? '') ?? ['', generation?.version ?? '', ''];
  return qualifier === 'SNAPSHOT' ? t('trial', { version: plain }) : plain;
}

/** Douane 2.3.1 → 2.4.0 */
export function fromTo(kind, from, to) {
  const name = kindName(kind);
  return to
    ? from
      ? t('fromTo', { name, from: versionName(from), to: versionName(to) })
      : t('firstTime', { name, to: versionName(to) })
    : t('removal', { name, from: versionName(from) });
}

/** A digest in groups of four. */
export function fingerprint(digest) {
  return digest.match(/.{1,4}/g).join(' ');
}

/** Begun and not over. */
export function isSwapping(module) {
  return Boolean(module.swap) && !module.swap.ended;
}

/** ok, warn, bad or info, with the badge. */
export function moduleBadge(module) {
  if (module.quarantine) {
    return badge('bad', t('quarantined'), 'ban');
  }
  if (isSwapping(module)) {
    return badge('info', t('swapping'));
  }
  if (!module.wanted) {
    return badge('neutral', t('nothing'), 'pause');
  }
  if (module.health.status === 'CRITICAL') {
    return badge('bad', t('critical'));
  }
  if (module.health.status === 'WARN') {
    return badge('warn', t('look'));
  }
  return module.swap?.step === 'ROLLED_BACK' ? badge('warn', t('rolledBack'), 'undo-2') : badge('ok', t('healthy'));
}

export function swapSteps(swap, staged) {
  const at = new Map(swap.passed.map((p) => [p.step, p.at]));
  const end = swap.step === 'ABORTED' || swap.step === 'ROLLED_BACK' ? swap.step : null;
  const order = end ? [...ORDER.filter((s) => at.has(s)), end] : ORDER;
  return steps(
    [
      ...(staged ? [{ name: t('step_STAGED'), when: clock(staged.at) }] : []),
      ...order.map((s) => ({ name: t(`step_${s}`), when: at.has(s) ? clock(at.get(s)) : undefined })),
    ],
    (staged ? 1 : 0) + order.filter((s) => at.has(s)).length,
    { label: t('steps') },
  );
}

/** accepted = delivered + refused + under way, in large figures. */
export function sum(counters) {
  if (!counters) {
    return html`<p class="kp-second">${t('sumLater')}</p>`;
  }
  const { accepted, delivered, refused, waiting } = counters;
  const right = accepted === delivered + refused + waiting;
  const figure = (value, words, className = '') => html`<div class=${className}>
    <span class="kp-sum__figure">${number(value)}</span><span class="kp-sum__words">${words}</span>
  </div>`;
  const sign = (words) => html`<span class="kp-sum__sign" aria-hidden="true">${words}</span>`;
  return html`<div class="kp-sum">
    ${figure(accepted, t('accepted'))} ${sign('=')} ${figure(delivered, t('delivered'))} ${sign('+')} ${figure(refused, t('refused'))} ${sign('+')}
    ${figure(waiting, t('waiting'), waiting > 0 ? 'is-waiting' : '')}
    <span class="kp-sum__verdict">${right ? badge('ok', t('adds'), 'equal') : badge('bad', t('addsNot'))}</span>
  </div>`;
}

/** What would change, as lines to read. */
export function planLines(plan) {
  const { from, to, changes, touched, newly, operation, canGoBack } = plan;
  const versions = { from: versionName(from), to: versionName(to) };
  return [
    !to ? tp('change_REMOVED', versions) : !from ? tp('change_FIRST') : from.digest === to.digest ? tp('change_SAME', versions) : tp('change_VERSION', versions),
    ...(to ? [changes.length > 0 ? tp('change_SETTINGS', { names: changes.join(', ') }) : tp('change_NO_SETTINGS')] : []),
    ...(newly.length === 0 ? [tp('change_NOTHING_NEW')] : []),
    touched.length > 0 ? tp('change_TOUCHED', { names: touched.join(', ') }) : tp('change_ALONE'),
    tp(`change_${operation}`),
    canGoBack ? tp('change_BACK') : tp('change_NO_BACK'),
  ];
}

/** `category FISCAL`, in words. */
export function newlyLine(line, categoryName) {
  const [what, ...rest] = line.split(' ');
  const name = rest.join(' ');
  const key = `newly_${what.toUpperCase()}`;
  return planTexts[key] ? tp(key, { name: what === 'category' ? (categoryName(name) ?? name) : name }) : line;
}

/** Asks how, and on which advice, and looks at what would be done. Resolves with the plan. */
export async function planDialog({ title, operation = true, act }) {
  const advices = await all('/v1/rac-advices').catch(() => []);
  return formDialog({
    title,
    intro: tp('makeWords'),
    submit: tp('make'),
    value: { operation: 'PHASE_IN', advice: '', deviation: '', reportedTo: [] },
    fields: (v, set) => html`${operation
        ? choice({
            id: 'wissel-hoe',
            legend: tp('how'),
            value: v.operation,
            options: ['PHASE_IN', 'REPLACE'].map((o) => [o, tp(`op_${o}`), tp(`op_hint_${o}`)]),
            change: (chosen) => set({ operation: chosen }),
          })
        : nothing}
      ${advices.length > 0
        ? field({
            id: 'wissel-advies',
            label: tp('advice'),
            hint: tp('adviceHint'),
            type: 'select',
            value: v.advice,
            options: [['', tp('noAdvice')], ...advices.filter((a) => !a.used).map((a) => [a.id, `${a.reference}, ${tp(`outcome_${a.outcome}`)}`])],
            change: (advice) => set({ advice }),
          })
        : nothing}
      ${advices.find((a) => a.id === v.advice)?.outcome === 'NEGATIVE'
        ? html`${field({ id: 'wissel-afwijking', label: tp('deviation'), type: 'area', value: v.deviation, change: (deviation) => set({ deviation }) })}
            <fieldset class="kp-field">
              <legend class="utrecht-form-label">${tp('reported')}</legend>
              ${['RAC', 'COORDINATING_FG'].map((o) =>
                field({
                  id: `wissel-${o}`,
                  type: 'check',
                  label: tp(`reported_${o}`),
                  value: v.reportedTo.includes(o),
                  change: (on) => set({ reportedTo: on ? [...v.reportedTo, o] : v.reportedTo.filter((x) => x !== o) }),
                }),
              )}
            </fieldset>`
        : nothing}`,
    act: (v) =>
      act({
        operation: v.operation,
        advice: v.advice || undefined,
        deviation: v.deviation || undefined,
        reportedTo: v.reportedTo.length > 0 ? v.reportedTo : undefined,
      }),
  });
}

export async function loadModules() {
  const [modules, signers, staged] = await Promise.all([get('/v1/modules'), get('/v1/module-signers'), get('/v1/staged-modules')]);
  const names = new Map(signers.items.map((s) => [s.fingerprint, s.name.replace(/^CN=([^,]+).*$/, '$1')]));
  return { modules: modules.items, signers: signers.items, signerName: (print) => names.get(print) ?? `${print.slice(0, 16)}…`, staged: staged.items };
}
