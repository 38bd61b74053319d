import { html, nothing } from 'lit';
import { dictionary } from '../../app/language.js';
import { word } from '../../app/names.js';
import { badge, card, dayOfInstant, number, pairs } from '../../kit/index.js';
import texts from '../../texts/knelpunt.js';

const t = dictionary(texts);
const LOOKS = { REACHED: 'ok', PARTLY: 'warn', NOT: 'bad' };

/** The goals, how each is measured, and what was found of them. */
export function evaluation(screen) {
  const k = screen.knelpunt;
  return card({
    id: 'evaluatie',
    title: t('evaluation'),
    body: html`
      ${k.goals.length === 0 ? html`<p class="kp-second">${t('noGoals')}</p>` : k.goals.map((goal) => measured(goal))}
      ${k.evaluations.length === 0 ? html`<p class="kp-second">${t('notEvaluated')}</p>` : k.evaluations.map((e) => found(k, e))}
    `,
  });
}

function measured(goal) {
  const value = (v) => (v === undefined ? t('unknown') : number(v));
  return html`<div>
    <h3 class="kp-text">${goal.text}</h3>
    ${goal.indicators.map(
      (i) => html`<p class="kp-note">
        ${i.name}: ${t('baseline')} ${value(i.baseline)}, ${t('target')} ${value(i.target)} ${i.unit ?? ''}${i.method ? ` · ${i.method}` : ''}
      </p>`,
    )}
  </div>`;
}

function found(k, e) {
  const goal = (id) => k.goals.find((g) => g.id === id)?.text ?? '';
  return html`<div class="kp-inset">
    <h3>${t('evaluatedOn', { day: dayOfInstant(e.at) })}</h3>
    ${pairs([
      [t('recommendation'), word('recommendation', e.recommendation)],
      [t('findings'), html`<span class="kp-text">${e.findings ?? ''}</span>`],
      [t('dataQuality'), e.dataQuality],
    ])}
    <ul class="kp-plain kp-results">
      ${e.goals.map(
        (g) => html`<li>
          ${badge(LOOKS[g.outcome] ?? 'neutral', word('outcome', g.outcome))} <span>${goal(g.goal)}</span>
          ${g.explanation ? html`<p class="kp-note kp-text">${g.explanation}</p>` : nothing}
        </li>`,
      )}
    </ul>
  </div>`;
}
