import { html, nothing } from 'lit';
import { dictionary } from '../../app/language.js';
import { button } from '../../kit/button.js';
import { card } from '../../kit/card.js';
import { icon } from '../../kit/icons.js';
import { areaOf, editScope, mayDraw, signalsToArea } from './area.js';
import texts from '../../texts/knelpunt.js';
import areaTexts from '../../texts/area.js';

const ta = dictionary(areaTexts);
const t = dictionary(texts);

/** What belongs to the knelpunt and what does not, equally visible. */
export function scope(screen) {
  const k = screen.knelpunt;
  const s = k.scope ?? {};
  return card({
    id: 'afbakening',
    title: t('scope'),
    tools: mayDraw(k) ? button(ta('draw'), { small: true, icon: 'pencil', label: ta('edit'), click: () => editScope(screen) }) : nothing,
    body: html`
      ${s.area ? areaOf(s) : nothing} ${signalsToArea(screen.completeness?.places)}
      ${k.description ? html`<div><h3>${t('object')}</h3><p class="kp-text">${k.description}</p></div>` : nothing}
      <div class="kp-halves">
        <div>
          <h3>${t('in')}</h3>
          ${points(s.in, 'square-check', 'is-in')}
        </div>
        <div>
          <h3>${t('out')}</h3>
          ${points(s.out, 'square-x', 'is-out')}
        </div>
      </div>
      ${s.branches?.length > 0 ? html`<p><strong>${t('branches')}:</strong> ${s.branches.join(', ')}</p>` : nothing}
    `,
  });
}

/** Sentences and parts of them as points, so that each can be looked for. */
function points(text, sign, className) {
  if (!text) {
    return html`<p class="kp-second">${t('noScope')}</p>`;
  }
  return html`<ul class="kp-points ${className}">
    ${text
      .split(/[\n;]+/)
      .map((p) => p.trim())
      .filter(Boolean)
      .map((p) => p.charAt(0).toUpperCase() + p.slice(1))
      .map((p) => html`<li>${icon(sign)}<span class="kp-text">${p}</span></li>`)}
  </ul>`;
}
