import { LitElement, html, nothing } from 'lit';
import { onLanguage } from './language.js';
import { follow } from './events.js';
import { wroteLately } from './api.js';
import { problem } from '../kit/guard.js';
import { waiting } from '../kit/table.js';
import { notice } from '../kit/notice.js';
import { button } from '../kit/button.js';
import { dictionary } from './language.js';
import texts from '../texts/app.js';

const t = dictionary(texts);

/** An element in light DOM, so that one style sheet and the accessibility tree are of the whole page; redrawn when the language changes. */
export class Element extends LitElement {
  #ends = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(onLanguage(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#ends.forEach((end) => end());
    this.#ends = [];
  }

  /** Lets the browser ask before the page is left while there is something typed that is nowhere else. */
  keepTyped(hasTyped) {
    const ask = (event) => {
      if (hasTyped()) {
        event.preventDefault();
      }
    };
    addEventListener('beforeunload', ask);
    this.until(() => removeEventListener('beforeunload', ask));
  }

  /** Something to be ended when the element goes. */
  until(end) {
    this.#ends.push(end);
  }
}

/**
 * A screen. It says its title, loads what it shows and draws that; waiting, refusals, and news from elsewhere are done here.
 *
 * - `params` of the address, `query` as URLSearchParams
 * - `static follows`: types of events after which what is shown may be old
 * - `title()`: of the document; also the h1 that the screen draws itself, by `head`
 * - `async load()`: reads; called at first, after `again()`, and when the address changes
 * - `content()`: what is drawn once it was loaded
 */
export class Screen extends Element {
  static properties = {
    params: { attribute: false },
    query: { attribute: false },
    failure: { state: true },
    ready: { state: true },
    news: { state: true },
  };

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.ready = false;
    this.failure = null;
    this.news = 0;
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    const types = this.constructor.follows ?? [];
    if (types.length > 0) {
      this.until(follow(types, (event) => this.hear(event)));
    }
  }

  /** Whether an event is about what is shown. */
  concerns() {
    return true;
  }

  hear(event) {
    if (this.ready && this.concerns(event) && !wroteLately(event.subject)) {
      this.news += 1;
    }
  }

  willUpdate(changed) {
    if (changed.has('params') || changed.has('query')) {
      this.again();
    }
  }

  /** Reads anew; what is shown stays until then. */
  async again() {
    const turn = ++this.turn;
    this.news = 0;
    try {
      await this.load();
      if (turn === this.turn) {
        this.failure = null;
        this.ready = true;
      }
    } catch (e) {
      if (turn === this.turn && e.name !== 'AbortError') {
        this.failure = e;
      }
    }
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('kp-title', { bubbles: true }));
  }

  async load() {}

  title() {
    return 'Knelpunt';
  }

  content() {
    return nothing;
  }

  render() {
    if (this.failure) {
      return html`<div class="kp-screen">
        <h1 tabindex="-1">${this.title()}</h1>
        ${problem(this.failure)}
        <div class="kp-actions">${button(t('again'), { icon: 'refresh-cw', click: () => this.again() })}</div>
      </div>`;
    }
    if (!this.ready) {
      return html`<div class="kp-screen"><h1 tabindex="-1">${this.title()}</h1>${waiting(6)}</div>`;
    }
    return html`<div class="kp-screen">
      ${this.news > 0
        ? notice(t('news', { n: this.news }), {
            action: button(t('show'), { small: true, click: () => this.again() }),
          })
        : nothing}
      ${this.content()}
    </div>`;
  }
}

/** The head of a screen: where am I, what is it, what can I do. */
export function head({ crumbs = [], title, sub = nothing, badges = nothing, actions = nothing }) {
  return html`<header class="kp-head">
    <div class="kp-head__words">
      ${crumbs.length > 0
        ? html`<nav aria-label=${t('crumbs')}>
            <ol class="kp-crumbs">
              ${crumbs.map((c) => html`<li>${c.href ? html`<a href=${c.href}>${c.name}</a>` : c.name}</li>`)}
            </ol>
          </nav>`
        : nothing}
      <h1 tabindex="-1">${title}</h1>
      ${sub === nothing ? nothing : html`<p>${sub}</p>`} ${badges === nothing ? nothing : html`<div class="kp-badges">${badges}</div>`}
    </div>
    ${actions === nothing ? nothing : html`<div class="kp-actions">${actions}</div>`}
  </header>`;
}
