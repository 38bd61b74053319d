import { html, nothing } from 'lit';
import { icon } from './icons.js';

const ICONS = {
  ok: 'circle-check',
  warn: 'triangle-alert',
  bad: 'circle-alert',
  info: 'refresh-cw',
  frozen: 'snowflake',
  refused: 'shield-alert',
  neutral: 'tag',
  brand: 'circle-check',
};

/**
 * A status: always an icon and a word.
 * @param status ok, warn, bad, info, frozen, refused, neutral or brand
 */
export function badge(status, words, iconName = ICONS[status]) {
  return html`<span class="kp-badge kp-badge--${status}">${icon(iconName)}<span>${words}</span></span>`;
}

/** A kind that is no status, such as a phase in a table. */
export function outline(words) {
  return html`<span class="kp-badge kp-badge--outline">${words}</span>`;
}

/** How many there are. */
export function count(number, label = '') {
  return html`<span class="kp-count">${number}${label ? html`<span class="kp-hidden"> ${label}</span>` : nothing}</span>`;
}
