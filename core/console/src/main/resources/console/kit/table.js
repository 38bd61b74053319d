import { html, nothing } from 'lit';
import { get, post } from '../app/api.js';
import { icon } from './icons.js';
import { button } from './button.js';
import { dictionary } from '../app/language.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);

/**
 * A table; on a narrow screen each row is a block with the headers as labels.
 * @param options caption (for screen readers), columns [{ name, cell: (row) => template, number }], rows, empty (what and what next),
 *     rowClass (row => ''), key
 */
export function table({ caption, columns, rows, empty, rowClass = () => '' }) {
  if (rows.length === 0) {
    return html`<p class="kp-empty">${empty}</p>`;
  }
  return html`<table class="kp-table" role="table">
    <caption class="kp-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (c) => html`<th role="columnheader" scope="col" class=${c.number ? 'is-number' : ''}>
            ${c.name || html`<span class="kp-hidden">${c.label ?? t('toDo')}</span>`}
          </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) => html`<tr role="row" class=${rowClass(row)}>
          ${columns.map(
            (c) => html`<td role="cell" data-label=${c.name} class=${c.number ? 'is-number' : ''}><div>${c.cell(row)}</div></td>`,
          )}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A second, smaller line in a cell. */
export function sub(words) {
  return words ? html`<span class="kp-table__sub">${words}</span>` : nothing;
}

/** Why the content of something is not shown. */
export function frozen(refusal) {
  return html`<span class="kp-frozen">${icon('snowflake')}<span>${refusal.message}</span></span>`;
}

/** Grey rows that keep the place. */
export function waiting(rows = 4) {
  return html`<div class="kp-waiting" role="status" aria-label=${t('loading')}>
    ${Array.from({ length: rows }, () => html`<span></span>`)}
  </div>`;
}

/** A list that comes in pages: `load` begins, `more` goes on. Redraws its host. */
export class Paged {
  constructor(host) {
    this.host = host;
    this.items = [];
    this.next = null;
    this.busy = false;
  }

  /** @param body of a search; absent when the list is simply read */
  async load(path, body) {
    this.read = (from) => (body ? post(from, body) : get(from));
    const page = await this.read(path);
    this.items = page.items;
    this.next = page.links?.next ?? null;
  }

  async more() {
    this.busy = true;
    this.host.requestUpdate();
    try {
      const page = await this.read(this.next);
      this.items = [...this.items, ...page.items];
      this.next = page.links?.next ?? null;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  /** Foot of the card: how many are shown, and more. */
  foot(note = nothing) {
    return html`<span>${this.next ? t('shownMore', { n: this.items.length }) : t('shownAll', { n: this.items.length })} ${note}</span>
      ${this.next
        ? button(t('more'), { kind: 'quiet', small: true, busy: this.busy ? t('busy') : '', click: () => this.more() })
        : nothing}`;
  }
}
