// How a knelpunt stands in its life, out of what the API says of it and its plan.

import { dictionary } from './language.js';
import { daysBetween, today } from '../kit/time.js';
import texts from '../texts/stage.js';

const t = dictionary(texts);
const STEPS = ['signals', 'designate', 'analyse', 'plan', 'carryOut', 'evaluate'];
const EVALUATE_DAYS = 90;

/** The term that runs, or the last that ran; undefined before designation. */
export function currentTerm(knelpunt) {
  return knelpunt.terms.at(-1);
}

/**
 * @param plan of /v1/knelpunten/{id}/plan; null when it is not known
 * @returns {{ names: string[], now: number, sentence: string, next: string }} index of the step that is under way
 */
export function stage(knelpunt, plan) {
  const names = STEPS.map((s) => t(s));
  const interventions = (plan?.interventions ?? []).filter((i) => i.state !== 'STOPPED');
  const total = interventions.length;
  const done = interventions.filter((i) => i.state === 'DONE').length;
  const running = interventions.filter((i) => i.state === 'UNDER_WAY' || i.state === 'AGREED').length;
  const term = currentTerm(knelpunt);
  const made = (now, sentence, next = '') => ({ names, now, sentence, next });
  if (knelpunt.state === 'CLOSED') {
    return made(STEPS.length, t('isClosed'));
  }
  if (knelpunt.state === 'PROPOSED') {
    return made(1, t('proposing'), t('thenVote'));
  }
  if (knelpunt.state === 'SUBMITTED') {
    return made(1, t('voting'), t('thenShare'));
  }
  if (knelpunt.state === 'REJECTED') {
    return made(1, t('rejected'));
  }
  if (knelpunt.expired) {
    return made(5, t('expired'));
  }
  const motion = knelpunt.motions.find((m) => m.adopted === undefined && (m.kind === 'PROLONG' || m.kind === 'CLOSE'));
  if (motion) {
    return made(5, t('deciding'));
  }
  if (term && daysBetween(today(), term.last) < EVALUATE_DAYS) {
    const evaluated = knelpunt.evaluations.some((e) => e.at.slice(0, 10) >= term.first);
    return made(5, evaluated ? t('deciding') : t('evaluating'), evaluated ? '' : t('thenDecide'));
  }
  if (running > 0 || done > 0) {
    return made(4, t('carriedOut', { n: done, total }), done === total ? t('thenEvaluate') : '');
  }
  if (plan?.goal || total > 0) {
    return made(3, t('planning'), t('thenCarryOut'));
  }
  return made(2, t('analysing'), t('thenPlan'));
}
