// What the screens of the legality advisory committee share.

import { html, nothing } from 'lit';
import { post } from './api.js';
import { dictionary } from './language.js';
import { session } from './session.js';
import { badge, choice, field } from '../kit/index.js';
import texts from '../texts/racform.js';

const t = dictionary(texts);
const MATTERS = ['PROCESSING', 'PROVISION', 'PROVISIONS'];
const RECIPIENTS = ['PARTICIPANT', 'THIRD_PARTY', 'OTHER_RIEC', 'OTHER_VERBAND'];
const OUTCOMES = ['POSITIVE', 'WITH_CONDITIONS', 'NEGATIVE'];
const LOOKS = { POSITIVE: 'ok', WITH_CONDITIONS: 'warn', NEGATIVE: 'bad' };

/** Provisions that a question may be about; none for who does not make them. */
export async function proposable() {
  return session.is('CASE_DIRECTOR') ? (await post('/v1/provisions/_search?limit=100', {})).items : [];
}

export function outcomeBadge(outcome) {
  return badge(LOOKS[outcome], t(`outcome_${outcome}`));
}

/** What an advice counts for. */
export function matterWords(matter) {
  return matter.of === 'PROVISIONS' ? t('provisionsTo', { recipient: t(`recipient_${matter.recipient}`) }) : t(`matter_${matter.of}`);
}

export function checkQuestion(v) {
  return [
    ...(v.title.trim() ? [] : [{ id: 'vraag-titel', message: t('fillTitle') }]),
    ...(v.question.trim() ? [] : [{ id: 'vraag-tekst', message: t('fillQuestion') }]),
    ...(v.of === 'PROVISION' && !v.provision ? [{ id: 'vraag-resultaat', message: t('fillProvision') }] : []),
  ];
}

/** The fields of a question; `provisions` are those that it may be about. */
export function questionFields(provisions, v, set, errors) {
  const message = (id) => errors.find((e) => e.id === id)?.message;
  const wrong = (id) => ({ message: message(id), state: message(id) ? 'wrong' : '' });
  return html`
    ${field({ id: 'vraag-titel', label: t('title'), hint: t('noNames'), value: v.title, max: 200, ...wrong('vraag-titel'), change: (title) => set({ title }) })}
    ${choice({ id: 'vraag-over', legend: t('matter'), value: v.of, options: MATTERS.map((m) => [m, t(`matter_${m}`)]), change: (of) => set({ of }) })}
    ${v.of === 'PROVISION'
      ? field({ id: 'vraag-resultaat', label: t('provision'), type: 'select', empty: t('choose'), value: v.provision, options: provisions.map((p) => [p.id, p.description ?? p.number ?? p.id]), ...wrong('vraag-resultaat'), change: (provision) => set({ provision }) })
      : nothing}
    ${v.of === 'PROVISIONS'
      ? field({ id: 'vraag-ontvanger', label: t('recipient'), type: 'select', value: v.recipient, options: RECIPIENTS.map((r) => [r, t(`recipient_${r}`)]), change: (recipient) => set({ recipient }) })
      : nothing}
    ${v.of === 'PROCESSING' ? field({ id: 'vraag-eenmaal', label: t('once'), type: 'check', value: v.once, change: (once) => set({ once }) }) : nothing}
    ${field({ id: 'vraag-tekst', label: t('question'), hint: t('noNames'), type: 'area', rows: 6, value: v.question, ...wrong('vraag-tekst'), change: (question) => set({ question }) })}
    ${field({ id: 'vraag-stukken', label: t('papers'), hint: t('papersHint'), type: 'area', optional: true, value: v.papers, change: (papers) => set({ papers }) })}
  `;
}

export function checkAdvice(v) {
  return [
    ...(v.reference.trim() ? [] : [{ id: 'advies-kenmerk', message: t('fillReference') }]),
    ...(v.outcome ? [] : [{ id: 'advies-uitkomst', message: t('fillOutcome') }]),
    ...(v.reasons.trim() ? [] : [{ id: 'advies-reden', message: t('fillReasons') }]),
    ...(v.outcome === 'WITH_CONDITIONS' && !v.conditions.trim() ? [{ id: 'advies-voorwaarden', message: t('fillConditions') }] : []),
  ];
}

/** The fields of an advice. */
export function adviceFields(v, set, errors) {
  const message = (id) => errors.find((e) => e.id === id)?.message;
  const wrong = (id) => ({ message: message(id), state: message(id) ? 'wrong' : '' });
  return html`<div class="kp-fields">
      ${field({ id: 'advies-kenmerk', label: t('reference'), hint: t('referenceHint'), value: v.reference, ...wrong('advies-kenmerk'), change: (reference) => set({ reference }) })}
      ${field({ id: 'advies-dag', label: t('date'), type: 'date', value: v.date, change: (date) => set({ date }) })}
    </div>
    ${choice({ id: 'advies-uitkomst', legend: t('outcome'), value: v.outcome, options: OUTCOMES.map((o) => [o, t(`outcome_${o}`)]), ...wrong('advies-uitkomst'), change: (outcome) => set({ outcome, conditions: outcome === 'WITH_CONDITIONS' ? v.conditions : '' }) })}
    ${v.outcome === 'WITH_CONDITIONS'
      ? field({ id: 'advies-voorwaarden', label: t('conditions'), type: 'area', value: v.conditions, ...wrong('advies-voorwaarden'), change: (conditions) => set({ conditions }) })
      : nothing}
    ${field({ id: 'advies-reden', label: t('reasons'), hint: t('noNames'), type: 'area', rows: 4, value: v.reasons, ...wrong('advies-reden'), change: (reasons) => set({ reasons }) })}`;
}
