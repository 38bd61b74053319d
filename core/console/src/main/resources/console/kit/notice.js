import { html, nothing } from 'lit';
import { icon } from './icons.js';

const ICONS = { info: 'info', ok: 'circle-check', warn: 'triangle-alert', bad: 'circle-alert' };

/** A quiet line that says something; read out without interrupting. */
export function notice(words, { status = 'info', iconName = ICONS[status], action = nothing } = {}) {
  return html`<div class="kp-notice kp-notice--${status}" role="status">${icon(iconName)}<span>${words}</span>${action}</div>`;
}
