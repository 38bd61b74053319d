import { html, nothing } from 'lit';
import { dictionary } from './language.js';
import { all, post } from './api.js';
import { go } from './router.js';
import { word } from './names.js';
import { dayOfInstant, field, formDialog } from '../kit/index.js';
import texts from '../texts/newproposal.js';

const t = dictionary(texts);
export const OBJECTS = ['AREA', 'BRANCH', 'GROUP', 'PERSONS'];

/** Signals out of which a proposal can be made: those that the participants took up, and those that are in a knelpunt already. */
export async function proposableSignals() {
  const [taken, linked] = await Promise.all([all('/v1/signals?state=TAKEN_UP'), all('/v1/signals?state=LINKED')]);
  return [...taken, ...linked];
}

/** A check for each signal; `chosen` are ids. */
export function signalChecks(signals, chosen, change) {
  return html`<fieldset class="kp-field" id="veld-signals" tabindex="-1">
    <legend class="utrecht-form-label">${t('signals')}</legend>
    <span class="kp-field__hint">${signals.length > 0 ? t('signalsHint') : t('noSignals')}</span>
    ${signals.map((s) =>
      field({
        id: `signaal-${s.id}`,
        type: 'check',
        label: html`${s.title ?? t('noTitle')} <span class="kp-note">${s.manifestation ? word('manifestation', s.manifestation) : nothing}, ${dayOfInstant(s.received)}</span>`,
        value: chosen.includes(s.id),
        change: (on) => change(on ? [...chosen, s.id] : chosen.filter((id) => id !== s.id)),
      }),
    )}
  </fieldset>`;
}

/** Asks what it is about and makes a proposal, to be written further on its own screen. */
export async function newProposal(chosen = []) {
  const signals = await proposableSignals();
  const made = await formDialog({
    title: t('title'),
    intro: t('intro'),
    wide: true,
    submit: t('make'),
    value: { title: '', objectType: 'AREA', signals: chosen },
    check: (v) => (v.title.trim() ? [] : [{ id: 'voorstel-titel', message: t('fillTitle') }]),
    fields: (v, set, errors) => html`
      ${field({
        id: 'voorstel-titel',
        label: t('name'),
        hint: t('nameHint'),
        value: v.title,
        max: 200,
        message: errors[0]?.message,
        state: errors[0] ? 'wrong' : '',
        change: (title) => set({ title }),
      })}
      ${field({
        id: 'voorstel-soort',
        label: t('object'),
        type: 'select',
        value: v.objectType,
        options: OBJECTS.map((o) => [o, word('object', o)]),
        change: (objectType) => set({ objectType }),
      })}
      ${signalChecks(signals, v.signals, (ids) => set({ signals: ids }))}
    `,
    act: (v) => {
      const manifestations = [...new Set(signals.filter((s) => v.signals.includes(s.id) && s.manifestation).map((s) => s.manifestation))];
      return post('/v1/knelpunten', { title: v.title, objectType: v.objectType, signals: v.signals, manifestations, confirmations: v.confirmations });
    },
  });
  if (made?.id) {
    go(`/knelpunten/${made.id}/voorstel`);
  }
}
