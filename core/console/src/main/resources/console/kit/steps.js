import { html, nothing } from 'lit';
import { icon } from './icons.js';

/**
 * The steps of a process.
 * @param steps [{ name, when }], in order
 * @param now index of the one that is under way; the number of steps when all are done
 */
export function steps(list, now, { mini = false, label } = {}) {
  return html`<ol class="kp-steps ${mini ? 'kp-steps--mini' : ''}" aria-label=${label ?? nothing}>
    ${list.map(
      (step, i) => html`<li
        class=${i < now ? 'is-done' : i === now ? 'is-now' : 'is-later'}
        aria-current=${i === now ? 'step' : nothing}
      >
        <span class="kp-steps__dot">${i < now && !mini ? icon('check') : nothing}</span>
        <span class="kp-steps__name">${step.name}</span>
        ${step.when && !mini ? html`<span class="kp-steps__when">${step.when}</span>` : nothing}
      </li>`,
    )}
  </ol>`;
}
