import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Element } from './element.js';
import { dictionary, language, setLanguage } from './language.js';
import { forget, get, once, onExpired, onLine, call } from './api.js';
import { session, onSession } from './session.js';
import { go, here, onMove } from './router.js';
import { follow } from './events.js';
import { routes } from '../routes.js';
import { listenToKeys, showKeys } from './keys.js';
import { searchOrGo } from './go.js';
import { door, signInAgain, secrecy } from './door.js';
import { icon } from '../kit/icons.js';
import { button } from '../kit/button.js';
import { notice } from '../kit/notice.js';
import { clock, dayOfInstant } from '../kit/time.js';
import texts from '../texts/app.js';
import menuTexts from '../texts/menu.js';

const t = dictionary(texts);
const tm = dictionary(menuTexts);
const base = document.querySelector('meta[name="kp-base"]').content;

/** The frame around every screen: bar, menu, content; and the door for who has not signed in. */
class App extends Element {
  static properties = {
    place: { state: true },
    region: { state: true },
    waiting: { state: true },
    menuOpen: { state: true },
    whoOpen: { state: true },
    online: { state: true },
    toasts: { state: true },
    loadFailed: { state: true },
    known: { state: true },
  };

  constructor() {
    super();
    this.place = here();
    this.screens = new Map();
    this.toasts = [];
    this.online = true;
    this.known = !session.token;
    this.waiting = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(onSession(() => this.requestUpdate()));
    this.until(onMove(() => this.moved()));
    this.until(onLine((up) => (this.online = up)));
    this.until(follow(['module.changed'], () => this.toast(t('forms'))));
    this.until(follow(['signal.', 'knelpunt.', 'intervention.', 'analysis.', 'data-request.'], () => this.countSoon()));
    this.addEventListener('kp-title', () => this.named());
    this.addEventListener('kp-signed-in', () => this.entered());
    onExpired(() => signInAgain());
    document.addEventListener('click', (e) => {
      if (this.whoOpen && !e.target.closest?.('.kp-who')) {
        this.whoOpen = false;
      }
    });
    listenToKeys(this);
    if (session.token) {
      this.recognise();
    }
  }

  async recognise() {
    try {
      const { body } = await call('GET', '/v1/session', { quiet: true });
      session.know(body);
      await this.entered();
    } catch {
      session.end();
    }
    this.known = true;
  }

  async entered() {
    forget();
    const { acknowledged, text } = await get('/v1/session/secrecy');
    if (!acknowledged) {
      await secrecy(text);
    }
    this.known = true;
    this.fetchScreen();
    this.count();
    once('/v1/participants').then((p) => (this.region = p.regionName));
  }

  countSoon() {
    clearTimeout(this.counting);
    this.counting = setTimeout(() => this.count(), 2000);
  }

  async count() {
    if (!session.account || !session.reads('tasks')) {
      this.waiting = {};
      return;
    }
    try {
      const tasks = await get('/v1/tasks?limit=1');
      const signals = tasks.kinds
        .filter((k) => /SIGNAL|RECOGNITION|ASSESSMENT|DRAFT/.test(k.act))
        .reduce((sum, k) => sum + k.count, 0);
      this.waiting = { '/': tasks.kinds.reduce((sum, k) => sum + k.count, 0), '/signalen': signals };
    } catch {
      this.waiting = {};
    }
  }

  moved() {
    const before = this.place;
    this.place = here();
    this.menuOpen = false;
    if (before.route !== this.place.route || JSON.stringify(before.params) !== JSON.stringify(this.place.params)) {
      this.arriving = true;
      this.fetchScreen();
    }
  }

  async fetchScreen() {
    const route = this.place.route;
    if (!session.account || !route || this.screens.has(route)) {
      return;
    }
    try {
      this.screens.set(route, (await route.load()).default);
      this.loadFailed = false;
    } catch (e) {
      // eslint-disable-next-line no-console
      console.error(e);
      this.loadFailed = true;
    }
    this.requestUpdate();
  }

  /** The title of the document; and after going somewhere the heading gets the focus, so that it is read out. */
  named() {
    const screen = this.querySelector('main > *');
    const title = screen?.title?.() ?? '';
    document.title = title ? `${title} · Knelpunt` : 'Knelpunt';
    if (this.arriving && screen?.ready) {
      this.arriving = false;
      screen.updateComplete.then(() => {
        const target = this.place.hash && document.getElementById(this.place.hash);
        if (target) {
          target.scrollIntoView();
        } else {
          scrollTo(0, 0);
          this.querySelector('main h1')?.focus({ preventScroll: true });
        }
      });
    } else if (this.place.hash && screen?.ready && !this.jumped) {
      this.jumped = true;
      screen.updateComplete.then(() => document.getElementById(this.place.hash)?.scrollIntoView());
    }
  }

  toast(words) {
    if (this.toasts.some((toast) => toast.words === words)) {
      return;
    }
    const toast = { words };
    this.toasts = [...this.toasts, toast].slice(-3);
  }

  may(route) {
    return !route.roles || session.is(...route.roles);
  }

  async signOut() {
    try {
      await call('DELETE', '/v1/session');
    } catch {
      // The token ends by itself.
    }
    session.end();
    forget();
    history.replaceState(null, '', '/');
    this.place = here();
    document.title = 'Knelpunt';
  }

  render() {
    if (!this.known) {
      return nothing;
    }
    if (!session.account) {
      return door(this, base);
    }
    return html`
      <a class="kp-skip" href="#inhoud" @click=${(e) => this.skip(e)}>${t('skip')}</a>
      ${this.bar()}
      ${this.online ? nothing : html`<p class="kp-offline" role="status">${icon('wifi-off')} ${t('offline')}</p>`}
      <div class="kp-frame">
        <div class="kp-side ${this.menuOpen ? 'is-open' : ''}" id="menu">${this.nav()}</div>
        <main class="kp-content" id="inhoud" tabindex="-1">${this.screen()}</main>
      </div>
      <div class="kp-toasts">
        ${this.toasts.map((toast) =>
          notice(toast.words, {
            iconName: 'blocks',
            action: button(t('dismiss'), {
              kind: 'quiet',
              small: true,
              click: () => (this.toasts = this.toasts.filter((other) => other !== toast)),
            }),
          }),
        )}
      </div>
      <p class="kp-printed">
        ${t('printed', { who: session.account.displayName, when: `${dayOfInstant(Date.now())} ${clock(Date.now())}` })}
      </p>
    `;
  }

  skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }

  bar() {
    return html`<header class="kp-bar">
      <a class="kp-mark" href="/" aria-label=${t('home')}><img src="${base}icon.svg" alt="" width="32" height="32" />Knelpunt</a>
      <span class="kp-bar__region">${this.region ? t('region', { name: this.region }) : ''}</span>
      <button type="button" class="kp-bar__go" @click=${() => searchOrGo(this)}>
        ${icon('search')}<span>${t('searchOrGo')}</span><kbd>Ctrl K</kbd>
      </button>
      ${this.languages()} ${this.who()}
      <button
        type="button"
        class="kp-burger"
        aria-expanded=${String(Boolean(this.menuOpen))}
        aria-controls="menu"
        @click=${() => (this.menuOpen = !this.menuOpen)}
      >
        ${icon('menu')}${t('menu')}
      </button>
    </header>`;
  }

  languages() {
    return html`<div class="kp-languages" role="group" aria-label=${t('language')}>
      ${[
        ['nl', 'NL', 'dutch'],
        ['en', 'EN', 'english'],
      ].map(
        ([code, short, name]) => html`<button
          type="button"
          aria-pressed=${String(language() === code)}
          title=${t(name)}
          @click=${() => setLanguage(code)}
        >
          ${short}
        </button>`,
      )}
    </div>`;
  }

  who() {
    const { displayName } = session.account;
    return html`<div class="kp-who">
      <button type="button" aria-expanded=${String(Boolean(this.whoOpen))} @click=${() => (this.whoOpen = !this.whoOpen)}>
        ${icon('circle-user-round')}
        <span
          ><span class="kp-who__name">${displayName.replace(/ \(.*\)$/, '')}</span
          ><span class="kp-who__role">${session.roles.map((r) => t(`role_${r}`)).join(', ')}</span></span
        >
      </button>
      ${this.whoOpen ? html`<div class="kp-menu">${this.personal()}</div>` : nothing}
    </div>`;
  }

  personal() {
    return html`<button type="button" @click=${() => showKeys()}>${icon('keyboard')}${t('keys')}</button>
      <button type="button" @click=${() => this.signOut()}>${icon('log-out')}${t('signOut')}</button>`;
  }

  nav() {
    const entries = routes.filter((r) => r.nav && this.may(r) && (!r.nav.roles || session.is(...r.nav.roles)));
    const sections = [...new Set(['', ...entries.map((r) => r.nav.section ?? '')])];
    return html`<nav aria-label=${t('mainMenu')}>
      ${sections.map(
        (section) => html`${section ? html`<h2 class="kp-side__section">${tm(section)}</h2>` : nothing}
          <ul class="kp-plain">
            ${entries.filter((r) => (r.nav.section ?? '') === section).map((r) => this.entry(r))}
          </ul>`,
      )}
      <div class="kp-side__extra">
        ${this.languages()}
        <div>${session.account.displayName}</div>
        <div class="kp-menu__inline">
          ${button(t('searchOrGo'), { kind: 'quiet', icon: 'search', click: () => searchOrGo(this) })}
          ${button(t('signOut'), { kind: 'quiet', icon: 'log-out', click: () => this.signOut() })}
        </div>
      </div>
    </nav>`;
  }

  entry(route) {
    const current = this.place.route;
    const at = current === route ? 'page' : current?.within === route.path ? 'true' : nothing;
    const waiting = this.waiting[route.path];
    return html`<li>
      <a href=${route.path} aria-current=${at}
        >${icon(route.nav.icon)}<span>${tm(route.nav.text)}</span>${waiting ? html`<span class="kp-count">${waiting}</span>` : nothing}</a
      >
    </li>`;
  }

  screen() {
    const { route, params, query } = this.place;
    if (this.loadFailed) {
      return html`<div class="kp-screen">
        <h1>Knelpunt</h1>
        ${notice(t('renewed'), { action: button(t('reload'), { click: () => location.reload() }) })}
      </div>`;
    }
    if (!route || !this.may(route)) {
      return html`<div class="kp-screen">
        <h1 tabindex="-1">${t('notFound')}</h1>
        <p>${t('notFoundWords')}</p>
        <div class="kp-actions">${button(t('toWork'), { href: '/', kind: 'primary' })}</div>
      </div>`;
    }
    const Type = this.screens.get(route);
    if (!Type) {
      return nothing;
    }
    const key = JSON.stringify([route.path, params]);
    if (this.shownKey !== key || !(this.shown instanceof Type)) {
      this.shown = new Type();
      this.shownKey = key;
    }
    if (this.shown.params !== params && JSON.stringify(this.shown.params) !== JSON.stringify(params)) {
      this.shown.params = params;
    }
    if (this.shown.query.toString() !== query.toString()) {
      this.shown.query = query;
    }
    return keyed(key, this.shown);
  }
}

customElements.define('kp-app', App);
export { go };
