// Views of a list that somebody keeps: filters as the address has them, which are codes, ids of participants and days. What people typed is
// never among them. Kept on the device, for each account apart.

import { html, nothing } from 'lit';
import { dictionary } from './language.js';
import { session } from './session.js';
import { icon } from '../kit/icons.js';
import texts from '../texts/views.js';

const t = dictionary(texts);
const KEY = 'kp-views';
const MOST = 8;

function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function own(path) {
  return `${session.account.id} ${path}`;
}

function kept(path) {
  const views = all()[own(path)];
  return Array.isArray(views) ? views.filter((v) => typeof v === 'string') : [];
}

function keep(path, views) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all(), [own(path)]: views.slice(-MOST) }));
  } catch {
    // Then only the views that everybody has.
  }
}

/**
 * Views of a list as links: those for everybody, and those that the person keeps, each of which can be let go.
 * @param screen redrawn when one is kept or let go
 * @param path of the list
 * @param views [[query, words], …] for everybody
 * @param words (URLSearchParams) => what its filters are called
 */
export function viewChips(screen, path, views, words) {
  const here = screen.query.toString();
  const mine = kept(path).filter((query) => !views.some(([v]) => v === query));
  const known = [...views.map(([query]) => query), ...mine].includes(here);
  const change = (queries) => {
    keep(path, queries);
    screen.requestUpdate();
  };
  const chip = (query, name) => html`<a href="${path}${query ? `?${query}` : ''}" aria-current=${here === query ? 'page' : nothing}>${name}</a>`;
  return html`<nav class="kp-chips" aria-label=${t('views')}>
    ${views.map(([query, name]) => chip(query, name))}
    ${mine.map((query) => {
      const name = words(new URLSearchParams(query)).join(', ') || query;
      return html`<span class="kp-chip">
        ${chip(query, name)}
        <button type="button" aria-label=${t('letGo', { name })} @click=${() => change(mine.filter((q) => q !== query))}>${icon('x')}</button>
      </span>`;
    })}
    ${here && !known ? html`<button type="button" class="kp-chips__keep" @click=${() => change([...mine, here])}>${icon('bookmark')} ${t('keep')}</button>` : nothing}
  </nav>`;
}
