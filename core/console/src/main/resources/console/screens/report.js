import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, download, get } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { setQuery } from '../app/router.js';
import { badge, button, card, compare, confirm, field, formDialog, notice, segmented, table } from '../kit/index.js';
import texts from '../texts/report.js';

const t = dictionary(texts);
const TEXTS = ['introduction', 'effectiveness', 'safeguards', 'improvements'];

/** The annual report: figures that nobody can be recognised in, and what people write with them. */
class Report extends Screen {
  title() {
    return t('title');
  }

  async load() {
    this.years = (await get('/v1/reports/annual')).items;
    const year = this.query.get('jaar') ?? this.years[0]?.year;
    this.report = year ? await get(`/v1/reports/annual/${year}`) : null;
  }

  get path() {
    return `/v1/reports/annual/${this.report.year}`;
  }

  content() {
    const r = this.report;
    if (!r) {
      return html`${head({ title: t('title'), sub: t('sub') })}
        <p class="kp-second">${t('none')}</p>`;
    }
    return html`
      ${head({
        title: t('of', { year: r.year }),
        sub: t('sub'),
        badges: r.fixed ? badge('ok', t('fixed')) : badge('warn', t('draft'), 'file-pen'),
        actions: html`${button(t('csv'), { icon: 'download', click: () => download(r.csv, 'text/csv') })}
        ${button(t('page'), { icon: 'file-text', click: () => download(r.page, 'text/html') })}
        ${!r.fixed && session.is('PRIVACY_OFFICER') ? button(t('fix'), { icon: 'check', kind: 'primary', click: () => this.fix() }) : nothing}`,
      })}
      ${this.years.length > 1
        ? html`<div>${segmented(t('year'), this.years.map((y) => [String(y.year), String(y.year)]), String(r.year), (jaar) => setQuery({ jaar }))}</div>`
        : nothing}
      ${r.fixed ? nothing : notice(t('draftNote'))} ${this.written(r)} ${this.figures(r)}
    `;
  }

  written(r) {
    const writes = !r.fixed && session.is('CASE_DIRECTOR', 'PRIVACY_OFFICER');
    return html`<div class="kp-cards">
      ${TEXTS.map((name) =>
        card({
          id: `tekst-${name}`,
          title: t(`text_${name.toUpperCase()}`),
          tools: writes
            ? button(t('write'), { small: true, icon: 'pencil', label: `${t('write')}: ${t(`text_${name.toUpperCase()}`)}`, click: () => this.write(name) })
            : nothing,
          body: r.texts[name] ? html`<p class="kp-text">${r.texts[name]}</p>` : html`<p class="kp-second">${t('empty')}</p>`,
        }),
      )}
    </div>`;
  }

  figures(r) {
    const sections = [...new Set(r.figures.map((f) => f.section))];
    return html`${sections.map((section) => {
        const rows = r.figures.filter((f) => f.section === section);
        return card({
          id: `cijfers-${section}`,
          title: both(rows[0].sectionLabel),
          flush: table({
            caption: both(rows[0].sectionLabel),
            rows,
            empty: '',
            columns: [
              { name: t('figure'), cell: (f) => html`<strong>${capital(both(f.label))}</strong> <span class="kp-second">${f.part ? both(f.part) : t('inAll')}</span>` },
              { name: t('number'), cell: (f) => f.number, number: true },
            ],
          }),
        });
      })}
      <p class="kp-note">${t('small')}</p>`;
  }

  write(name) {
    const before = this.report.texts[name] ?? '';
    const title = t(`text_${name.toUpperCase()}`);
    const send = (value) =>
      change(this, () => call('PATCH', this.path, { version: this.report.version, body: { [name]: value[name], confirmations: value.confirmations } }));
    return formDialog({
      title,
      submit: t('save'),
      wide: true,
      value: { [name]: before },
      fields: (v, set) =>
        field({ id: 'verslag-tekst', label: title, hint: t('writeHint'), type: 'area', rows: 12, value: v[name], change: (text) => set({ [name]: text }) }),
      act: async (v) => {
        try {
          return await send(v);
        } catch (e) {
          const theirs = this.report.texts[name] ?? '';
          if (!e.isStale || theirs === before) {
            throw e;
          }
          return (await compare(e, [{ name: title, mine: v[name], theirs }])) === 'mine' ? send(v) : true;
        }
      },
    });
  }

  fix() {
    return confirm(t('fix'), t('fixWords'), () => change(this, () => call('POST', `${this.path}/fixation`, { version: this.report.version })), {
      submit: t('fix'),
    });
  }
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

customElements.define('kp-report', Report);
export default Report;
