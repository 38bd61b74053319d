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

/** What the module of a datum's supplier says of it, drawn with our own kit; nothing where there is no panel. Comes and goes with the module. */
class Panel extends Element {
  static properties = {
    supplier: { attribute: false },
    datum: { attribute: false },
    panel: { state: true },
    said: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.until(follow(['module.changed'], () => this.again()));
  }

  willUpdate(changed) {
    if (changed.has('supplier') || changed.has('datum') || this.spoken !== language()) {
      this.again();
    }
  }

  async again() {
    this.spoken = language();
    const turn = (this.turn ?? 0) + 1;
    this.turn = turn;
    let panel;
    let said;
    try {
      panel = await panelOf(this.supplier, this.datum);
      said = panel ? await ask(panel, this.datum, this.spoken) : undefined;
    } catch {
      // The module went meanwhile, or the server can't be reached: what matters on this screen is there without it.
      panel = undefined;
    }
    if (turn === this.turn) {
      this.panel = panel;
      this.said = said;
    }
  }

  render() {
    if (!this.panel || this.said === undefined) {
      return nothing;
    }
    return html`<section class="kp-says" aria-labelledby="paneel-titel">
      <h3 id="paneel-titel">${both(this.panel.title)}</h3>
      <p class="kp-second">${t('from', { name: participantName(this.supplier) })}</p>
      ${this.said === null ? notice(t('failed'), { status: 'warn' }) : this.said.map(block)}
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
