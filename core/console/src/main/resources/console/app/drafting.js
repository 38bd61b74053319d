import { html, nothing } from 'lit';
import { button } from '../kit/button.js';
import { field, focusField } from '../kit/field.js';
import { icon } from '../kit/icons.js';
import { clock } from '../kit/time.js';
import { dictionary } from './language.js';
import texts from '../texts/drafting.js';

const t = dictionary(texts);

export function fieldId(path) {
  return `veld-${path.replaceAll('.', '-')}`;
}

/** What a form says of a draft being saved; beside its title. */
export function saving(draft) {
  const words = draft.busy
    ? html`${icon('refresh-cw')} ${t('saving')}`
    : !draft.isSaved
      ? html`${icon('circle-dashed')} ${t('unsaved')}`
      : draft.savedAt
        ? html`${icon('cloud-check')} ${t('savedAt', { time: clock(draft.savedAt) })}`
        : nothing;
  return html`<span class="kp-note kp-saved" role="status">${words}</span>`;
}

/**
 * The fields of a screen with a Draft, each with what the Wgs-wacht finds in it; and the list of that for the panel beside it.
 *
 * - screen: has `draft`, and `judged`: what may() said of the act that comes after
 * - label, hint: (path) => words; a hint may be undefined
 * - onScreen: (path) => the path of the field that stands on the screen for what the guard names
 */
export class Drafting {
  constructor(screen, { label, hint = () => undefined, onScreen = (path) => path }) {
    this.screen = screen;
    this.label = label;
    this.hint = hint;
    this.onScreen = onScreen;
    this.touched = new Set();
  }

  get draft() {
    return this.screen.draft;
  }

  refusals(path) {
    return (this.screen.judged?.refusals ?? []).filter((r) => this.onScreen(r.field ?? '') === path);
  }

  isEmpty(path) {
    const value = path ? this.draft.get(path) : '';
    return value === undefined || value === null || value === '' || value === false || value.length === 0;
  }

  /** One field. */
  ask(path, options = {}) {
    const { state, message } = this.told(path);
    return field({
      id: fieldId(path),
      label: this.label(path),
      hint: this.hint(path),
      value: this.draft.get(path),
      state,
      message,
      change: (value) => this.set(path, value),
      ...options,
    });
  }

  set(path, value) {
    this.touched.add(path);
    this.screen.refused = null;
    this.draft.set(path, value);
  }

  /** { state, message } of a path: what was found in it, or what it lacks once somebody came there or tried to send it. */
  told(path) {
    const finds = this.draft.held.get(path) ?? [];
    if (finds.length > 0) {
      return { state: finds.some((f) => f.place) ? 'warn' : 'wrong', message: finds.map((find) => this.found(path, find)) };
    }
    const refusals = this.refusals(path);
    return refusals.length > 0 && (this.screen.tried || this.touched.has(path))
      ? { state: 'stops', message: this.stops(path, refusals) }
      : { state: '', message: undefined };
  }

  found(path, find) {
    return find.place
      ? html`<p>${icon('triangle-alert')} <strong>${t('mind')}</strong> ${t('found')} <mark>${this.draft.words(find)}</mark></p>
          <p>${find.message}</p>
          <p class="kp-note">${t('ruleArticle', { rule: find.rule, article: find.article })}</p>
          <div class="kp-actions">
            ${find.field === path ? button(t('cut'), { small: true, icon: 'eraser', click: () => this.draft.cut(path, find) }) : nothing}
            ${button(t('notPerson'), { small: true, click: () => this.draft.confirm(path, find) })}
          </div>`
      : html`<p>${find.message}</p>`;
  }

  stops(path, refusals) {
    return refusals.map(
      (r) => html`<p>${icon('shield')} ${this.isEmpty(path) ? html`<strong>${t('emptyYet')}</strong>` : nothing} ${r.message}</p>
        <p>${r.remedy}</p>
        ${r.rule && r.rule !== 'STATE' ? html`<p class="kp-note">${t('ruleArticle', { rule: r.rule, article: r.article })}</p>` : nothing}`,
    );
  }

  /** Everything that is still to be mended, for `readsAlong`: first what was found, then what is missing. */
  finds() {
    const doubts = [...this.draft.held].flatMap(([path, finds]) =>
      finds.map((f) => ({ words: f.message, warn: true, href: `#${fieldId(path)}`, place: t('goTo', { label: this.label(path) }) })),
    );
    const missing = [...new Map((this.screen.judged?.refusals ?? []).map((r) => [this.onScreen(r.field ?? '') || r.message, r])).values()].map((r) => {
      const path = this.onScreen(r.field ?? '');
      const label = path ? this.label(path) : undefined;
      return {
        words: label && label !== path && this.isEmpty(path) ? t('fillIn', { label: label.replace(/[?.]$/, '') }) : r.message,
        href: path ? `#${fieldId(path)}` : null,
      };
    });
    return [...doubts, ...missing];
  }

  /** For a click on the panel: opens what is folded, and gives the field the focus. */
  jump(event) {
    const link = event.target.closest('a[href^="#veld-"]');
    if (link) {
      event.preventDefault();
      const id = link.getAttribute('href').slice(1);
      document.getElementById(id)?.closest('details')?.setAttribute('open', '');
      focusField(id);
    }
  }
}
