import { html, nothing } from 'lit';
import { Element } from '../app/element.js';
import { button } from './button.js';
import { table } from './table.js';
import { number } from './time.js';
import { dictionary } from '../app/language.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);
const USUAL = 50;

/** A table of which a page is drawn at a time, so that ten thousand rows cost no more than fifty. */
class LongTable extends Element {
  static properties = { options: { attribute: false }, from: { state: true } };

  constructor() {
    super();
    this.from = 0;
  }

  willUpdate(changed) {
    if (changed.has('options')) {
      const { rows, show } = this.options;
      const before = changed.get('options');
      if (before && before.rows !== rows) {
        this.from = 0;
      }
      const at = show ? rows.indexOf(show) : -1;
      if (at >= 0 && before?.show !== show) {
        this.from = at - (at % this.atOnce);
      }
    }
  }

  get atOnce() {
    return this.options.atOnce ?? USUAL;
  }

  render() {
    const { rows } = this.options;
    const until = Math.min(this.from + this.atOnce, rows.length);
    return html`${table({ ...this.options, rows: rows.slice(this.from, until) })}
    ${rows.length > this.atOnce
      ? html`<div class="kp-pages" role="group" aria-label=${t('pages')}>
          ${button(t('previous'), { kind: 'quiet', small: true, icon: 'chevron-left', click: () => this.go(-this.atOnce) })}
          <span role="status">${t('rowsOf', { from: number(this.from + 1), until: number(until), all: number(rows.length) })}</span>
          ${button(t('next'), { kind: 'quiet', small: true, icon: 'chevron-right', click: () => this.go(this.atOnce) })}
        </div>`
      : nothing}`;
  }

  go(by) {
    const last = Math.floor((this.options.rows.length - 1) / this.atOnce) * this.atOnce;
    this.from = Math.min(last, Math.max(0, this.from + by));
  }
}

customElements.define('kp-long-table', LongTable);

/** As `table`, in pages. @param options those of table; show: a row to which its page is turned; atOnce: rows of a page */
export function longTable(options) {
  return html`<kp-long-table .options=${options}></kp-long-table>`;
}
