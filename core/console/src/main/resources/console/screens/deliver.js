import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { upload } from '../app/upload.js';
import { session } from '../app/session.js';
import { MOST, canBePicked, isBooks, picked, relations } from '../app/books.js';
import { badge, button, card, field, number, problem, sending, sub, table } from '../kit/index.js';
import texts from '../texts/deliver.js';

const t = dictionary(texts);

/** As many relations as one looks through; who seeks another one types. */
const SHOWN = 50;

/** A participant's own messages, each read by the adapter of its module into drafts. The bytes stay in the page and go nowhere else. */
class Deliver extends Screen {
  static properties = { ...Screen.properties, over: { state: true } };

  title() {
    return t('title');
  }

  connectedCallback() {
    super.connectedCallback();
    this.files ??= [];
  }

  content() {
    return html`
      ${head({ crumbs: [{ name: t('crumb'), href: '/signalen' }, { name: t('title') }], title: t('title'), sub: t('sub') })}
      <div
        class="kp-drop ${this.over ? 'is-over' : ''}"
        @dragover=${(e) => this.drag(e, true)}
        @dragleave=${(e) => this.drag(e, false)}
        @drop=${(e) => {
          this.drag(e, false);
          this.take(e.dataTransfer.files);
        }}
      >
        <p>${t('drop')}</p>
        <label class="kp-button utrecht-button utrecht-button--primary-action" for="bestand">${t('choose')}</label>
        <input
          type="file"
          id="bestand"
          class="kp-file"
          multiple
          @change=${(e) => {
            this.take(e.target.files);
            e.target.value = '';
          }}
        />
      </div>
      ${this.files.filter((f) => f.state === 'picking').map((f) => this.picking(f))}
      ${card({
        id: 'bestanden',
        title: t('card'),
        number: this.files.length,
        flush: table({
          caption: t('chosen'),
          rows: this.files,
          empty: t('none'),
          columns: [
            { name: t('file'), cell: (f) => html`<code>${f.file.name}</code>` },
            { name: t('size'), cell: (f) => t('kilobytes', { n: number(Math.max(1, Math.round(f.file.size / 1000))) }), number: true },
            { name: t('result'), cell: (f) => this.outcome(f) },
          ],
        }),
      })}
      ${this.files.filter((f) => f.failure).map((f) => html`<h2>${f.file.name}</h2>${problem(f.failure, { id: `wacht-${f.key}` })}`)}
    `;
  }

  drag(event, over) {
    event.preventDefault();
    this.over = over;
  }

  async take(list) {
    const added = [...list].map((file, i) => ({ file, key: `${Date.now()}-${i}`, state: 'waiting', sent: 0 }));
    this.files = [...added, ...this.files];
    for (const entry of added) {
      if (await isBooks(entry.file)) {
        await this.look(entry);
      } else {
        await this.send(entry);
      }
    }
  }

  /** Books never come in as a whole: somebody says first who the signal is about. */
  async look(entry) {
    Object.assign(entry, { state: 'looking', numbers: [], seek: '' });
    this.requestUpdate();
    try {
      entry.relations = await relations(entry.file, (share) => {
        entry.sent = Math.round(share * 100);
        this.requestUpdate();
      });
      entry.state = 'picking';
      this.requestUpdate();
      await this.updateComplete;
      this.querySelector(`#kies-${entry.key}-title`)?.focus();
    } catch {
      // What can't be read here, the module says more of.
      await this.send(entry);
    }
  }

  picking(entry) {
    const words = entry.seek.trim().toLowerCase();
    const fitting = entry.relations.filter((r) => !words || r.number.toLowerCase().startsWith(words) || r.name.toLowerCase().includes(words));
    const set = (change) => {
      Object.assign(entry, change);
      this.requestUpdate();
    };
    return card({
      id: `kies-${entry.key}`,
      title: t('pick', { file: entry.file.name }),
      number: entry.relations.length,
      body: html`<p>${t('pickWords', { most: MOST })}</p>
        ${field({ id: `zoek-${entry.key}`, label: t('seek'), value: entry.seek, change: (seek) => set({ seek }) })}`,
      flush: table({
        caption: t('relations'),
        rows: fitting.slice(0, SHOWN),
        empty: entry.relations.length === 0 ? t('noRelations') : t('noneFit'),
        rowClass: (r) => (entry.numbers.includes(r.number) ? 'is-selected' : ''),
        columns: [
          {
            name: t('take'),
            cell: (r) =>
              html`<input
                type="checkbox"
                id="kies-${entry.key}-${encodeURIComponent(r.number)}"
                aria-label="${t('take')}: ${r.number} ${r.name}"
                .checked=${entry.numbers.includes(r.number)}
                ?disabled=${!canBePicked(r.number) || (entry.numbers.length >= MOST && !entry.numbers.includes(r.number))}
                @change=${(e) =>
                  set({ numbers: e.target.checked ? [...entry.numbers, r.number] : entry.numbers.filter((n) => n !== r.number) })}
              />`,
          },
          { name: t('relation'), cell: (r) => html`${r.name || r.number}${r.name ? sub(r.number) : nothing}` },
        ],
      }),
      foot: html`<div class="kp-actions">
          ${button(t('deliverPicked', { n: entry.numbers.length }), {
            kind: 'primary',
            click: async () => {
              entry.body = await picked(entry.file, entry.numbers);
              await this.send(entry);
            },
          })}
          ${button(t('leave'), { kind: 'quiet', click: () => (this.files = this.files.filter((f) => f !== entry)) })}
        </div>
        ${fitting.length > SHOWN ? html`<p class="kp-note">${t('more', { shown: SHOWN, n: fitting.length })}</p>` : nothing}`,
    });
  }

  async send(entry) {
    entry.state = 'sending';
    this.requestUpdate();
    try {
      const receipt = await upload(messages(), entry.body ?? entry.file, typeOf(entry.file), (share) => {
        entry.sent = share;
        this.requestUpdate();
      });
      entry.state = 'done';
      entry.receipt = receipt;
    } catch (e) {
      entry.state = 'refused';
      entry.failure = e;
    }
    this.requestUpdate();
  }

  outcome(entry) {
    if (entry.state === 'sending') {
      return sending(entry.sent, entry.file.name);
    }
    if (entry.state === 'looking') {
      return html`<progress max="100" value=${entry.sent} aria-label=${t('progress', { file: entry.file.name })}></progress>${sub(t('looking'))}`;
    }
    if (entry.state === 'picking') {
      return badge('neutral', t('picking'), 'clock');
    }
    if (entry.state === 'refused') {
      return badge(entry.failure.isRefusal ? 'refused' : 'bad', t('refused'));
    }
    if (entry.state === 'waiting') {
      return badge('neutral', t('waiting'), 'clock');
    }
    const { signals, repeated } = entry.receipt;
    return html`${badge('ok', t('drafts', { n: signals.length }))} ${repeated > 0 ? sub(t('repeated', { n: repeated })) : nothing}
      <div class="kp-actions kp-actions--drafts">
        ${signals.map((s, i) =>
          button(t('open'), { small: true, href: `/signalen/${s.id}`, label: t('openLabel', { n: i + 1, file: entry.file.name }) }),
        )}
      </div>`;
  }
}

/** Where a participant's own system delivers as well. */
function messages() {
  return `/v1/participants/${encodeURIComponent(session.account.participant)}/messages`;
}

/** By its name where the browser does not know the type: by the type an adapter is chosen. */
function typeOf(file) {
  const known = {
    json: 'application/json',
    xml: 'application/xml',
    xaf: 'application/xml',
    csv: 'text/csv',
    edi: 'application/edifact',
    baplie: 'application/edifact',
    paxlst: 'application/edifact',
    zgw: 'application/zgw+json',
  };
  return file.type || known[file.name.split('.').pop().toLowerCase()] || 'application/octet-stream';
}

customElements.define('kp-deliver', Deliver);
export default Deliver;
