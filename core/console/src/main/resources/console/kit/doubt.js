import { html, nothing } from 'lit';
import { button } from './button.js';
import { notice } from './notice.js';
import { dictionary } from '../app/language.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);

/**
 * Words in a text for which it was refused and that may not be what they look like, each with a button that says so.
 * @param failure a Problem
 * @param values what was sent, its fields called as the API calls them
 * @param act called with the confirmations to send along: `confirmations` of the values and this one
 */
export function doubts(failure, values, act) {
  const found = (failure?.refusals ?? [])
    .filter((r) => r.place && typeof values[r.field] === 'string')
    .map((r) => ({ field: r.field, kind: r.place.kind, words: values[r.field].slice(r.place.from, r.place.to) }));
  return found.length === 0
    ? nothing
    : found.map((f) =>
        notice(html`${t('found')} <mark>${f.words}</mark>`, {
          status: 'warn',
          action: button(t(`not_${f.kind}`), { small: true, click: () => act([...(values.confirmations ?? []), f]) }),
        }),
      );
}
