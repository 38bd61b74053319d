import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { dictionary } from '../app/language.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);

/**
 * Whether a phase of sharing is open, and why.
 * @param words one line: since when and by which decision, or why not
 * @param action such as a button that opens it
 */
export function phaseTile(phase, open, words, action = nothing) {
  return html`<li class="kp-phase ${open ? '' : 'kp-phase--closed'}">
    <span class="kp-phase__name">${icon(open ? 'lock-open' : 'lock')}${t('phase', { n: phase })}
      <span class="kp-hidden">${open ? t('open') : t('closed')}</span></span>
    <span>${words}</span>
    ${action}
  </li>`;
}
