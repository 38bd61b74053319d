import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary, language } from '../app/language.js';
import { get } from '../app/api.js';
import { session } from '../app/session.js';
import { startTour } from '../app/tour.js';
import { markdown, markdownTitle, slug } from '../kit/markdown.js';
import { button, card, field, icon, notice, sub } from '../kit/index.js';
import texts from '../texts/help.js';
import glossaryTexts from '../texts/glossary.js';

const t = dictionary(texts);
const tg = dictionary(glossaryTexts);
const base = document.querySelector('meta[name="kp-base"]').content;
const WORDS = Object.keys(glossaryTexts)
  .filter((key) => key.startsWith('w_'))
  .map((key) => key.slice(2));

/** Pages of help, by their reader: file below help/ without its ending, and what it is called. Beside each Dutch page lies an English one. */
const PAGES = {
  WORKER: [
    ['worker/screens', 'p_worker_screens'],
    ['worker/README', 'p_worker_README'],
    ['worker/signals', 'p_worker_signals'],
    ['worker/sharing', 'p_worker_sharing'],
    ['worker/analysis', 'p_worker_analysis'],
    ['worker/proposal', 'p_worker_proposal'],
    ['worker/steering', 'p_worker_steering'],
    ['worker/meetings', 'p_worker_meetings'],
    ['worker/plan', 'p_worker_plan'],
    ['worker/scans', 'p_worker_scans'],
    ['lifecycle', 'p_lifecycle'],
  ],
  PRIVACY: [
    ['privacy-officer/README', 'p_privacy_README'],
    ['privacy-officer/oversight', 'p_privacy_oversight'],
    ['privacy-officer/destruction', 'p_privacy_destruction'],
    ['privacy-officer/free-text', 'p_privacy_free_text'],
  ],
  ADMIN: [
    ['admin/README', 'p_admin_README'],
    ['admin/accounts', 'p_admin_accounts'],
    ['admin/region', 'p_admin_region'],
    ['admin/modules', 'p_admin_modules'],
    ['admin/trust', 'p_admin_trust'],
  ],
};
const READERS = {
  WORKER: ['WORKER', 'STEERING_MEMBER', 'CASE_DIRECTOR', 'ANALYST'],
  PRIVACY: ['PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'CONTACT_POINT'],
  ADMIN: ['ADMIN', 'SUPPORT'],
};

/** Help: the tour, terms with the law's words, and pages to read. */
class Help extends Screen {
  static properties = { words: { state: true } };
  static follows = ['module.changed'];

  constructor() {
    super();
    this.words = '';
  }

  title() {
    return this.page?.title || t('title');
  }

  async load() {
    const file = this.query.get('bladzijde');
    const module = this.query.get('module');
    this.modules ??= (await get('/v1/help-pages')).items;
    if (file) {
      this.page = await this.read(file);
    } else if (module) {
      const found = this.modules.find((m) => m.participantKind === module);
      this.page = found ? { text: both(found.page), title: both(found.name), file: '' } : { missing: true };
    } else {
      this.page = null;
    }
    this.shownIn = language();
  }

  updated() {
    if (this.ready && this.page && this.shownIn !== language()) {
      this.again();
    }
  }

  async read(file) {
    const known = Object.values(PAGES).flat().find(([f]) => f === file);
    if (!known) {
      return { missing: true };
    }
    const [, name] = known;
    const response = await fetch(`${base}help/${file}${language() === 'en' ? '.en' : ''}.md`);
    if (!response.ok) {
      return { missing: true };
    }
    // The switch to the other language is in our own bar.
    const text = (await response.text()).replace(/^\[(English|Nederlands)\]\(.*$/m, '');
    return { file, text, title: markdownTitle(text) || t(name) };
  }

  content() {
    return this.page ? this.reading() : this.overview();
  }

  overview() {
    const mine = Object.keys(PAGES).sort((one, other) => session.is(...READERS[other]) - session.is(...READERS[one]));
    return html`
      ${head({ title: t('title'), sub: t('sub'), actions: button(t('tour'), { icon: 'route', kind: 'primary', click: () => startTour() }) })}
      <div class="kp-columns">
        ${this.glossary()}
        <div class="kp-stack">
          ${card({
            id: 'regels',
            title: t('rules'),
            body: html`<p>${t('rulesWords')}</p>
              <p><a href="/regels">${t('rules')}</a></p>`,
          })}
          ${mine.map((reader) =>
            card({
              id: `uitleg-${reader}`,
              title: t(`reader_${reader}`),
              body: html`<ul class="kp-checklist">
                ${PAGES[reader].map(([file, name]) => html`<li>${icon('file-text')}<a href="/hulp?bladzijde=${file}">${t(name)}</a></li>`)}
              </ul>`,
            }),
          )}
          ${this.modules.length > 0
            ? card({
                id: 'modules',
                title: t('modulePages'),
                body: html`<ul class="kp-checklist">
                  ${this.modules.map((m) => html`<li>${icon('blocks')}<a href="/hulp?module=${m.participantKind}">${both(m.name)}</a></li>`)}
                </ul>`,
              })
            : nothing}
        </div>
      </div>
    `;
  }

  glossary() {
    const wanted = this.words.trim().toLowerCase();
    const found = WORDS.map((id) => ({ id, word: tg(`w_${id}`), meaning: tg(`m_${id}`), source: tg(`b_${id}`) }))
      .filter((x) => !wanted || `${x.word} ${x.meaning}`.toLowerCase().includes(wanted))
      .sort((one, other) => one.word.localeCompare(other.word, language()));
    return card({
      id: 'begrippen',
      title: t('words'),
      number: found.length,
      body: html`${field({ id: 'zoek-begrip', label: t('find'), value: this.words, change: (words) => (this.words = words) })}
        <div role="status" class="kp-hidden">${found.length === 0 ? t('noWord') : ''}</div>
        ${found.length === 0
          ? html`<p>${t('noWord')}</p>`
          : html`<dl class="kp-glossary">
              ${found.map(
                (x) => html`<div id="begrip-${x.id}">
                  <dt>${x.word}</dt>
                  <dd>${x.meaning}${sub(x.source)}</dd>
                </div>`,
              )}
            </dl>`}`,
    });
  }

  reading() {
    const { page } = this;
    if (page.missing) {
      return html`${head({ crumbs: [{ name: t('back'), href: '/hulp' }], title: t('title') })} ${notice(t('missing'), { status: 'warn' })}`;
    }
    const parts = [...page.text.matchAll(/^##\s+(.+)$/gm)].map((m) => m[1].trim());
    return html`${head({ crumbs: [{ name: t('back'), href: '/hulp' }, { name: page.title }], title: page.title })}
      <div class="kp-columns">
        <article class="kp-card kp-prose kp-page">${markdown(page.text, (href) => this.link(href))}</article>
        ${parts.length > 1
          ? html`<nav class="kp-card kp-panel kp-beside" aria-label=${t('onThisPage')}>
              <h2 class="kp-small">${t('onThisPage')}</h2>
              <ul class="kp-plain kp-contents">
                ${parts.map((part) => html`<li><a href="#${slug(part)}">${part.replaceAll(/[`*]/g, '')}</a></li>`)}
              </ul>
            </nav>`
          : nothing}
      </div>`;
  }

  /** Another page of help, a place on this one, or an address elsewhere; anything else is only words here. */
  link(href) {
    if (/^(https?:|#)/.test(href)) {
      return href;
    }
    const [path, anchor] = href.split('#');
    const file = new URL(path, `http://x/${this.page.file}`).pathname.slice(1).replace(/(\.en)?\.md$/, '');
    if (file === 'rules') {
      return '/regels';
    }
    return Object.values(PAGES).flat().some(([f]) => f === file) ? `/hulp?bladzijde=${file}${anchor ? `#${anchor}` : ''}` : null;
  }
}

customElements.define('kp-help', Help);
export default Help;
