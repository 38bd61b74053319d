import { html, nothing } from 'lit';
import { count } from './badge.js';

/** A part of a page with its heading. */
export function card({ id, title, number, tools = nothing, body = nothing, flush = nothing, foot = nothing }) {
  return html`<section class="kp-card" id=${id ?? nothing} aria-labelledby=${id ? `${id}-title` : nothing}>
    <div class="kp-card__head">
      <h2 id=${id ? `${id}-title` : nothing} tabindex="-1">
        <span>${title}</span>${number === undefined ? nothing : count(number)}
      </h2>
      ${tools === nothing ? nothing : html`<div class="kp-actions">${tools}</div>`}
    </div>
    ${body === nothing ? nothing : html`<div class="kp-card__body">${body}</div>`} ${flush}
    ${foot === nothing ? nothing : html`<div class="kp-card__foot">${foot}</div>`}
  </section>`;
}

/** Words and what they say: `[['Wie', 'S. Veldkamp'], …]`; what is absent is left out. Stacked where there is little room. */
export function pairs(rows, { stacked = false } = {}) {
  return html`<dl class="kp-pairs ${stacked ? 'kp-pairs--stacked' : ''}">
    ${rows.filter(([, value]) => value !== undefined && value !== null && value !== '').map(
      ([name, value]) => html`<dt>${name}</dt>
        <dd>${value}</dd>`,
    )}
  </dl>`;
}
