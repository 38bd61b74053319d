import { html, nothing } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { category, participantName } from '../../app/names.js';
import { outline } from '../../kit/badge.js';
import { sub } from '../../kit/table.js';
import texts from '../../texts/analysis.js';

const t = dictionary(texts);

export function supplier(source) {
  return html`${participantName(source.supplier)}${sub(source.signal ? t('observation') : both(category(source.category)?.name))}`;
}

export function phase(source) {
  return html`<span class="kp-nowrap">${outline(source.phase === 0 ? t('withSignal') : t('phaseN', { n: source.phase }))}</span>`;
}

/** Evaluation of source and information, and handling codes. */
export function grading(source) {
  const g = source.grading;
  return g ? html`<span class="kp-nowrap">${g.source}${g.information}</span> ${(g.handling ?? []).join(' ')}` : html`<span class="kp-note">${t('notGraded')}</span>`;
}

/** Of several sources: each supplier, phase and grading once. */
export function suppliers(sources) {
  const ids = [...new Set(sources.map((s) => s.supplier))];
  const categories = [...new Set(sources.map((s) => (s.signal ? t('observation') : both(category(s.category)?.name))))];
  return html`${ids.map(participantName).join(', ')}${sub(categories.length > 3 ? t('categories', { n: categories.length }) : categories.join(', '))}`;
}

export function phases(sources) {
  return [...new Set(sources.map((s) => s.phase))].sort().map((n) => html`<span class="kp-nowrap">${outline(n === 0 ? t('withSignal') : t('phaseN', { n }))}</span> `);
}

export function gradings(sources) {
  const found = [...new Set(sources.filter((s) => s.grading).map((s) => `${s.grading.source}${s.grading.information} ${(s.grading.handling ?? []).join(' ')}`.trim()))];
  return found.length > 0 ? found.join(', ') : html`<span class="kp-note">${t('notGraded')}</span>`;
}

/** A letter as it stands in every view; nothing when it is not picked. */
export function letter(words) {
  return words ? html`<span class="kp-pick kp-pick--small">${words}</span>` : nothing;
}
