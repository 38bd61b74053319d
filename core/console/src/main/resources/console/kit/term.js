import { html, svg, nothing } from 'lit';
import { icon } from './icons.js';
import { badge } from './badge.js';
import { day, daysBetween, today } from './time.js';
import { dictionary } from '../app/language.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);

/** calm, warn (under 90 days), bad (under 30), expired or none. */
export function termStatus(last) {
  if (!last) {
    return 'none';
  }
  const left = daysBetween(today(), last);
  return left < 0 ? 'expired' : left < 30 ? 'bad' : left < 90 ? 'warn' : 'calm';
}

/**
 * How much of a term has gone, in words and as a bar with a mark at each quarter.
 * @param term { first, last }, dates; null when there is none yet
 */
export function termBar(term) {
  const status = termStatus(term?.last);
  if (status === 'none') {
    return html`<div class="kp-term kp-term--none">
      <p class="kp-term__words">${t('noTerm')}</p>
      ${bar(0, false)}
      <p class="kp-note">${t('termBegins')}</p>
    </div>`;
  }
  const left = daysBetween(today(), term.last);
  const whole = daysBetween(term.first, term.last);
  const gone = Math.min(1, Math.max(0, (whole - left) / Math.max(1, whole)));
  const signs = { calm: 'clock', warn: 'clock-alert', bad: 'circle-alert', expired: 'circle-alert' };
  return html`<div class="kp-term kp-term--${status}">
    <p class="kp-term__words">
      ${icon(signs[status])}<span>${status === 'expired' ? t('expired', { day: day(term.last) }) : t('daysLeft', { n: left })}</span>
    </p>
    ${bar(gone, status === 'expired')}
    <p class="kp-note">${status === 'expired' ? t('sharingStopped') : t('untilDay', { day: day(term.last) })}</p>
  </div>`;
}

function bar(gone, hatched) {
  return html`<svg class="kp-term__bar" viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="kp-term__track" x="0.5" y="0.5" width="199" height="7" rx="3"></rect>
    <rect class="kp-term__fill" x="0" y="0" width=${gone * 200} height="8" rx="3"></rect>
    ${hatched
      ? Array.from({ length: 20 }, (_, i) => svg`<path class="kp-term__hatch" d="M${i * 10} 8L${i * 10 + 8} 0"/>`)
      : gone > 0
        ? [50, 100, 150].map((x) => svg`<rect class="kp-term__mark" x=${x - 0.4} y="0" width="0.8" height="8"/>`)
        : nothing}
  </svg>`;
}

/** When something has to be done: a badge; nothing without a day. */
export function due(last) {
  if (!last) {
    return nothing;
  }
  const left = daysBetween(today(), last);
  if (left < 0) {
    return badge('bad', t('dayPassed', { day: day(last) }));
  }
  const words = left === 0 ? t('today') : left === 1 ? t('tomorrow') : t('inDays', { n: left });
  return left <= 3 ? badge('bad', words) : left <= 7 ? badge('warn', words, 'clock-alert') : badge('neutral', words, 'clock');
}
