import { html } from 'lit';

/**
 * A switch between views of the same, such as Beeld and Tabel.
 * @param options [[value, words], …]
 */
export function segmented(label, options, value, change) {
  return html`<div class="kp-segmented" role="group" aria-label=${label}>
    ${options.map(
      ([option, words]) => html`<button type="button" aria-pressed=${String(option === value)} @click=${() => change(option)}>${words}</button>`,
    )}
  </div>`;
}
