import { html, nothing } from 'lit';
import { icon } from './icons.js';

const APPEARANCE = {
  primary: 'utrecht-button--primary-action',
  second: 'utrecht-button--secondary-action',
  quiet: 'utrecht-button--subtle',
  guard: 'utrecht-button--secondary-action kp-button--guard',
  danger: 'utrecht-button--secondary-action kp-button--danger',
};

/**
 * A button, or a link that looks like one. Never greyed out: it stays active and what can't be done says why.
 * @param options kind (primary, second, quiet, guard, danger), icon, small, href, click, submit, busy (its words while it works), label
 *     (for screen readers, where the words alone don't say enough), controls, expanded
 */
export function button(words, options = {}) {
  const classes = `kp-button utrecht-button ${APPEARANCE[options.kind ?? 'second']} ${options.small ? 'kp-button--small' : ''} ${
    options.busy ? 'kp-button--busy' : ''
  }`;
  const inside = html`${options.icon ? icon(options.icon) : nothing}<span>${options.busy || words}</span>`;
  if (options.href) {
    return html`<a class=${classes} href=${options.href} aria-label=${options.label ?? nothing}>${inside}</a>`;
  }
  return html`<button
    type=${options.submit ? 'submit' : 'button'}
    class=${classes}
    aria-label=${options.label ?? nothing}
    aria-busy=${options.busy ? 'true' : nothing}
    aria-expanded=${options.expanded === undefined ? nothing : String(options.expanded)}
    @click=${options.busy ? (e) => e.preventDefault() : (options.click ?? nothing)}
  >
    ${inside}
  </button>`;
}
