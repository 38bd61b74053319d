import { html, nothing } from 'lit';
import { dictionary } from '../app/language.js';
import texts from '../texts/file.js';

const t = dictionary(texts);

/**
 * One file to be sent, with how far it is. The sending itself is `upload` of app/upload.js.
 * @param options id, label, hint, accept, message, change: (file or null) => …, sent: null, or a number from 0 to 1
 */
export function fileField({ id, label, hint, accept, message, change, sent = null }) {
  return html`<div class="kp-field ${message ? 'kp-field--wrong' : ''}">
      <label class="utrecht-form-label" for=${id}>${label}</label>
      ${hint ? html`<span class="kp-field__hint" id="${id}-hint">${hint}</span>` : nothing}
      <input
        id=${id}
        type="file"
        accept=${accept ?? nothing}
        aria-describedby=${[hint ? `${id}-hint` : '', message ? `${id}-message` : ''].filter(Boolean).join(' ') || nothing}
        @change=${(e) => change(e.target.files[0] ?? null)}
      />
      ${message ? html`<div class="kp-message kp-message--wrong" id="${id}-message">${message}</div>` : nothing}
    </div>
    ${sending(sent, label)}`;
}

/** How far a file is: being sent, or being read by the server. Nothing when it is neither. */
export function sending(sent, name) {
  if (sent === null) {
    return nothing;
  }
  return html`<div class="kp-sending" role="status">
    ${sent < 1
      ? html`<progress max="1" .value=${sent} aria-label=${t('progress', { name })}></progress>`
      : html`<progress aria-label=${t('progress', { name })}></progress>`}
    <p class="kp-note">${sent < 1 ? t('sending', { percent: Math.round(sent * 100) }) : t('reading')}</p>
  </div>`;
}
