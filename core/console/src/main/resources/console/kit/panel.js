import { html, nothing } from 'lit';
import { Element } from '../app/element.js';
import { follow } from '../app/events.js';
import { both, dictionary, language } from '../app/language.js';
import { participantName } from '../app/names.js';
import { ask, panelOf } from '../app/panels.js';
import { pairs } from './card.js';
import { notice } from './notice.js';
import { table } from './table.js';
import texts from '../texts/panel.js';

const t = dictionary(texts);

let numbers = 0;

/** What the module of a datum's supplier says of it, drawn with our own kit; nothing where there is no panel. Comes and goes with the module. */
class Panel extends Element {
  static properties = {
    supplier: { attribute: false },
    datum: { attribute: false },
    shown: { state: true },
  };

  constructor() {
    super();
    this.heading = `paneel-${++numbers}`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(follow(['module.changed'], () => this.again()));
    this.until(() => this.asking?.abort());
  }

  willUpdate(changed) {
    if (changed.has('supplier') || changed.has('datum') || this.spoken !== language()) {
      this.shown = null;
      this.again();
    }
  }

  async again() {
    this.spoken = language();
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    let shown = null;
    try {
      const panel = await panelOf(this.supplier, this.datum, asking.signal);
      shown = panel ? { panel, said: await ask(panel, this.datum, this.spoken, asking.signal) } : null;
    } catch {
      // The module went meanwhile, or the server can't be reached: what matters on this screen is there without it.
    }
    if (asking === this.asking) {
      this.shown = shown;
    }
  }

  render() {
    if (!this.shown) {
      return nothing;
    }
    const { panel, said } = this.shown;
    return html`<section class="kp-says" aria-labelledby=${this.heading}>
      <h3 id=${this.heading}>${participantName(this.supplier)}: ${both(panel.title)}</h3>
      <p class="kp-second">${t('from')}</p>
      ${said === null ? notice(t('failed'), { status: 'warn' }) : said.map(block)}
    </section>`;
  }
}

function block(b) {
  if (b.notice) {
    return notice(b.text, { status: b.notice });
  }
  if (b.pairs) {
    return pairs(b.pairs);
  }
  if (b.table) {
    return table({
      caption: b.table.columns.join(', '),
      rows: b.table.rows,
      empty: nothing,
      columns: b.table.columns.map((name, i) => ({ name, cell: (row) => row[i] })),
    });
  }
  return html`<p class="kp-text">${b.text}</p>`;
}

customElements.define('kp-panel', Panel);
