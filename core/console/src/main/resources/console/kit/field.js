import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { icon } from './icons.js';
import { dictionary } from '../app/language.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);

/**
 * One field with its label, hint above and message below.
 * @param options
 *  - id: unique on the page; the error summary and the guard link to it
 *  - label, hint, value, change: (value) => …, called at every keystroke
 *  - type: text (default), area, select, date, time, number, password, check, email
 *  - options: [[value, words], …] of a select; `empty` is what stands there without a choice
 *  - state: '' | 'warn' | 'stops' | 'wrong', with `message` (template) below
 *  - required, autocomplete, rows, max (characters), inputmode, spellcheck
 */
export function field(o) {
  const described = [o.hint ? `${o.id}-hint` : '', o.message ? `${o.id}-message` : ''].filter(Boolean).join(' ') || undefined;
  if (o.type === 'check') {
    return html`<div class="kp-field ${o.state ? `kp-field--${o.state}` : ''}">
      <div class="kp-check">
        <input
          type="checkbox"
          id=${o.id}
          .checked=${live(Boolean(o.value))}
          aria-describedby=${ifDefined(described)}
          @change=${(e) => o.change(e.target.checked)}
        />
        <label for=${o.id}>${o.label}</label>
      </div>
      ${hint(o)} ${message(o)}
    </div>`;
  }
  return html`<div class="kp-field ${o.state ? `kp-field--${o.state}` : ''}">
    <label class="utrecht-form-label" for=${o.id}>${o.label}${o.optional ? html` <span class="kp-note">${t('optional')}</span>` : nothing}</label>
    ${hint(o)} ${control(o, described)} ${message(o)}
  </div>`;
}

function hint(o) {
  return o.hint ? html`<span class="kp-field__hint" id="${o.id}-hint">${o.hint}</span>` : nothing;
}

function message(o) {
  return o.message
    ? html`<div class="kp-message ${o.state === 'warn' ? 'kp-message--warn' : o.state === 'wrong' ? 'kp-message--wrong' : ''}" id="${o.id}-message">
        ${o.message}
      </div>`
    : nothing;
}

function control(o, described) {
  const invalid = o.state === 'wrong' || o.state === 'stops' ? 'true' : undefined;
  if (o.type === 'area') {
    return html`<textarea
      class="utrecht-textarea utrecht-textarea--html-textarea"
      id=${o.id}
      rows=${o.rows ?? 3}
      maxlength=${o.max ?? nothing}
      .value=${live(o.value ?? '')}
      aria-describedby=${ifDefined(described)}
      aria-invalid=${ifDefined(invalid)}
      aria-required=${o.required ? 'true' : nothing}
      @input=${(e) => o.change(e.target.value)}
    ></textarea>`;
  }
  if (o.type === 'select') {
    return html`<select
      class="utrecht-select utrecht-select--html-select"
      id=${o.id}
      aria-describedby=${ifDefined(described)}
      aria-invalid=${ifDefined(invalid)}
      aria-required=${o.required ? 'true' : nothing}
      @change=${(e) => o.change(e.target.value)}
    >
      ${o.empty === undefined ? nothing : html`<option value="" ?selected=${!o.value}>${o.empty}</option>`}
      ${o.options.map(([value, words]) => html`<option value=${value} ?selected=${String(value) === String(o.value ?? '')}>${words}</option>`)}
    </select>`;
  }
  return html`<input
    class="utrecht-textbox utrecht-textbox--html-input"
    type=${o.type ?? 'text'}
    id=${o.id}
    .value=${live(o.value ?? '')}
    autocomplete=${o.autocomplete ?? 'off'}
    inputmode=${o.inputmode ?? nothing}
    maxlength=${o.max ?? nothing}
    step=${o.step ?? nothing}
    spellcheck=${o.spellcheck ?? nothing}
    aria-describedby=${ifDefined(described)}
    aria-invalid=${ifDefined(invalid)}
    aria-required=${o.required ? 'true' : nothing}
    @input=${(e) => o.change(e.target.value)}
  />`;
}

/** A choice of a few, all in sight: options [[value, words, hint], …]. */
export function choice({ id, legend, hint: words, options, value, change, message: below, state }) {
  return html`<fieldset class="kp-field ${state ? `kp-field--${state}` : ''}" id=${id} aria-describedby=${below ? `${id}-message` : nothing} tabindex="-1">
    <legend class="utrecht-form-label">${legend}</legend>
    ${words ? html`<span class="kp-field__hint">${words}</span>` : nothing}
    ${options.map(
      ([option, label, note], i) => html`<div class="kp-check">
        <input
          type="radio"
          id="${id}-${i}"
          name=${id}
          value=${option}
          .checked=${live(String(option) === String(value ?? ''))}
          @change=${() => change(option)}
        />
        <label for="${id}-${i}">${label}${note ? html`<span class="kp-field__hint">${note}</span>` : nothing}</label>
      </div>`,
    )}
    ${below ? html`<div class="kp-message ${state === 'wrong' ? 'kp-message--wrong' : ''}" id="${id}-message">${below}</div>` : nothing}
  </fieldset>`;
}

/**
 * What is wrong in a form, above it, with links to the fields. Give it the focus after it was drawn: `focusSummary(host)`.
 * @param errors [{ id, message }]
 */
export function errorSummary(errors) {
  return errors.length === 0
    ? nothing
    : html`<div class="kp-summary" role="alert" tabindex="-1" data-summary>
        <h2>${t('mend', { n: errors.length })}</h2>
        <ul>
          ${errors.map((e) => html`<li><a href="#${e.id}" @click=${(event) => jump(event, e.id)}>${e.message}</a></li>`)}
        </ul>
      </div>`;
}

function jump(event, id) {
  event.preventDefault();
  focusField(id);
}

/** Brings a field into view and gives it the focus. */
export function focusField(id) {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

export async function focusSummary(host) {
  await host.updateComplete;
  host.querySelector('[data-summary]')?.focus();
}

/** A mark in front of what the person filled in from a file. */
export function fromFile(words) {
  return html`${icon('file-check')} ${words}`;
}
