import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { upload } from '../app/upload.js';
import { session } from '../app/session.js';
import { badge, button, card, number, problem, sending, sub, table } from '../kit/index.js';
import texts from '../texts/deliver.js';

const t = dictionary(texts);

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
      await this.send(entry);
    }
  }

  async send(entry) {
    entry.state = 'sending';
    this.requestUpdate();
    try {
      const receipt = await upload(messages(), entry.file, typeOf(entry.file), (share) => {
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
  const known = { json: 'application/json', xml: 'application/xml', xaf: 'application/xml', csv: 'text/csv', edi: 'application/edifact' };
  return file.type || known[file.name.split('.').pop().toLowerCase()] || 'application/octet-stream';
}

customElements.define('kp-deliver', Deliver);
export default Deliver;
