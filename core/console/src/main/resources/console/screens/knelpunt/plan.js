import { html, nothing } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { participantName, word } from '../../app/names.js';
import { badge, card, day, pairs, sub, table } from '../../kit/index.js';
import texts from '../../texts/knelpunt.js';

const t = dictionary(texts);

const LOOKS = {
  PROPOSED: ['neutral', 'file-pen'],
  AGREED: ['info', 'hand'],
  UNDER_WAY: ['info', 'clock'],
  DONE: ['ok', 'circle-check'],
  STOPPED: ['neutral', 'ban'],
};

/** How an intervention stands, as a badge. */
export function interventionBadge(intervention) {
  const [status, sign] = LOOKS[intervention.state] ?? ['neutral', 'tag'];
  return badge(status, both(intervention.stateName), sign);
}

/** The five categories, each with its interventions or why there are none. */
export function plan(screen) {
  const p = screen.plan;
  if (!p) {
    return card({ id: 'plan', title: t('planTitle'), body: html`<p class="kp-second">${t('mayNotSeePlan')}</p>` });
  }
  return card({
    id: 'plan',
    title: t('planTitle'),
    number: p.interventions.length,
    body: p.goal
      ? pairs([
          [t('goal'), html`<span class="kp-text">${p.goal}</span>`],
          [t('informationBase'), html`<span class="kp-text">${p.informationBase ?? ''}</span>`],
        ])
      : html`<p class="kp-second">${t('noPlan')}</p>`,
    flush: p.goal || p.interventions.length > 0 ? mix(p) : nothing,
  });
}

function mix(p) {
  const order = p.mix.parts.map((part) => part.category);
  const interventions = [...p.interventions].sort((one, other) => order.indexOf(one.category) - order.indexOf(other.category));
  const without = p.mix.parts.filter((part) => !interventions.some((i) => i.category === part.category));
  return html`${interventions.length === 0
      ? nothing
      : table({
          caption: t('planTitle'),
          rows: interventions,
          empty: nothing,
          columns: [
            {
              name: t('intervention'),
              cell: (i) => html`<strong>${both(i.name)}</strong>${sub(html`<span class="kp-text">${i.description ?? ''}</span>`)}`,
            },
            { name: t('category'), cell: (i) => word('category', i.category) },
            {
              name: t('basis'),
              cell: (i) => html`${i.basis?.text ?? ''}${i.basis && !i.basis.checkedByJurist ? sub(t('jurist')) : nothing}`,
            },
            { name: t('by'), cell: (i) => participantName(i.participant) },
            {
              name: t('until'),
              cell: (i) =>
                html`<span class="kp-nowrap">${i.until ? day(i.until) : '–'}</span>${i.overdue ? badge('bad', t('overdue')) : nothing}`,
            },
            { name: t('state'), cell: (i) => interventionBadge(i) },
          ],
        })}
    ${without.map(
      (part) => html`<h3 class="kp-group">${word('category', part.category)}</h3>
        <p class="kp-empty kp-empty--close">
          ${part.asksWhy ? badge('warn', t('asksWhy')) : t('nothingHere', { reason: part.emptyBecause ?? '' })}
        </p>`,
    )}`;
}
