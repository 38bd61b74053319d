import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { all, call, may } from '../app/api.js';
import { go, guardLeaving, setQuery } from '../app/router.js';
import { allParticipants, category, loadNames, participantName } from '../app/names.js';
import { KINDS, TYPES } from '../app/provisions.js';
import { button, card, doubts, field, frozen, problem, readsAlong, sub, table } from '../kit/index.js';
import texts from '../texts/newresult.js';
import resultsTexts from '../texts/results.js';

const t = dictionary(texts);
const tr = dictionary(resultsTexts);
const QUIET = 900;
const MAY_BE_PRIVATE = ['THIRD_PARTY', 'OTHER_VERBAND'];
const FIELDS = { description: 'omschrijving', text: 'resultaat', qualityTested: 'kwaliteit', informationBase: 'berust', legalBasis: 'grondslag', necessity: 'noodzaak', task: 'taak' };

/** Preparing a result, with the guard reading along. */
class NewResult extends Screen {
  static properties = { value: { state: true }, judged: { state: true }, refused: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.value = { kind: 'STEERING_INFORMATION', recipient: { type: 'PARTICIPANT' }, qualityTested: false, data: [] };
    this.judged = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(guardLeaving(() => !this.unsaved || window.confirm(t('leave'))));
    const ask = (event) => this.unsaved && event.preventDefault();
    addEventListener('beforeunload', ask);
    this.until(() => removeEventListener('beforeunload', ask));
  }

  title() {
    return t('title');
  }

  get unsaved() {
    return this.touched && !this.sent;
  }

  async load() {
    await loadNames();
    const [knelpunten, cases, scans] = await Promise.all([all('/v1/knelpunten'), all('/v1/case-consultations'), all('/v1/scans')]);
    this.dossiers = [...knelpunten, ...cases, ...scans].filter((k) => ['DESIGNATED', 'CLOSED'].includes(k.state));
    const id = this.query.get('dossier');
    this.data = id ? await all(`/v1/knelpunten/${id}/data`, 2000) : null;
    this.judge();
  }

  set(change) {
    this.touched = true;
    this.value = { ...this.value, ...change };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.judge(), QUIET);
  }

  body() {
    const { confirmations, ...rest } = this.value;
    return { ...rest, ...(confirmations ? { confirmations } : {}) };
  }

  async judge() {
    const id = this.query.get('dossier');
    const { participant, name } = this.value.recipient;
    if (!id || !(participant || name)) {
      return;
    }
    try {
      this.judged = await may('PREPARE_PROVISION', id, this.body());
    } catch (e) {
      this.judged = { permitted: false, refusals: e.errors.map((x) => ({ message: x.message, field: x.field })) };
    }
  }

  content() {
    const v = this.value;
    const dossier = this.query.get('dossier') ?? '';
    return html`${head({ crumbs: [{ name: t('results'), href: '/resultaten' }, { name: t('title') }], title: t('title'), sub: t('sub') })}
      <div class="kp-columns">
        <form class="kp-stack" novalidate @submit=${(e) => this.prepare(e)}>
          ${card({
            id: 'waaruit',
            title: t('from'),
            body: field({
              id: 'dossier',
              label: t('dossier'),
              type: 'select',
              empty: t('choose'),
              value: dossier,
              options: this.dossiers.map((k) => [k.id, k.title]),
              change: (id) => {
                this.set({ data: [] });
                setQuery({ dossier: id });
              },
            }),
          })}
          ${card({ id: 'ontvanger', title: t('forWhom'), body: this.recipient(v) })} ${card({ id: 'wat', title: t('what'), body: this.what(v) })}
          ${card({ id: 'waarom', title: t('why'), body: this.why(v) })} ${this.which(v)}
          <div class="kp-actions">${button(t('prepare'), { kind: 'primary', submit: true, busy: this.busy ? t('prepare') : '' })}</div>
        </form>
        <div class="kp-stack kp-beside">
          ${this.refused ? problem(this.refused) : this.guard()} ${doubts(this.refused, v, (confirmations) => {
            this.set({ confirmations });
            this.prepare();
          })}
        </div>
      </div>`;
  }

  recipient({ recipient: r }) {
    const set = (change) => this.set({ recipient: { ...this.value.recipient, ...change } });
    const options = (prefix, codes) => codes.map((c) => [c, tr(`${prefix}_${c}`)]);
    return html`${field({ id: 'soort-ontvanger', label: t('type'), type: 'select', value: r.type, options: options('type', TYPES), change: (type) => this.set({ recipient: { type, ...(MAY_BE_PRIVATE.includes(type) ? { privateParty: true } : {}) } }) })}
    ${r.type === 'PARTICIPANT'
      ? field({
          id: 'ontvanger-deelnemer',
          label: t('participant'),
          type: 'select',
          empty: t('choose'),
          value: r.participant,
          options: allParticipants().map((p) => [p.id, p.name]),
          change: (participant) => set({ participant }),
        })
      : field({ id: 'ontvanger-naam', label: t('name'), value: r.name, max: 200, change: (name) => set({ name }) })}
    ${r.type === 'THIRD_PARTY'
      ? html`${field({ id: 'ontvanger-privaat', type: 'check', label: t('private'), value: r.privateParty, change: (privateParty) => set({ privateParty }) })}
          ${field({
            id: 'ontvanger-belang',
            label: t('interest'),
            type: 'select',
            empty: t('choose'),
            value: r.interest,
            options: options('interest', ['PUBLIC_TASK', 'LEGITIMATE_INTEREST', 'LEGAL_DUTY']),
            change: (interest) => set({ interest }),
          })}`
      : nothing}
    ${r.type === 'OTHER_VERBAND'
      ? html`${field({
            id: 'ontvanger-verband',
            label: t('verband'),
            type: 'select',
            empty: t('choose'),
            value: r.verband,
            options: options('verband', ['ZVH', 'FEC', 'ICOV', 'OTHER']),
            change: (verband) => set({ verband }),
          })}
          ${field({
            id: 'ontvanger-wijze',
            label: t('mode'),
            type: 'select',
            empty: t('choose'),
            value: r.mode,
            options: options('mode', ['HIT_NO_HIT', 'WHICH_PARTICIPANTS', 'ALIGN_INTERVENTIONS', 'ICOV_REPORT']),
            change: (mode) => set({ mode }),
          })}
          ${field({ id: 'ontvanger-privaat', type: 'check', label: t('privateThere'), value: r.privateParty, change: (privateParty) => set({ privateParty }) })}`
      : nothing}`;
  }

  what(v) {
    return html`${field({ id: 'soort', label: t('kind'), type: 'select', value: v.kind, options: KINDS.map((k) => [k, tr(`kind_${k}`)]), change: (kind) => this.set({ kind }) })}
    ${field({ id: FIELDS.description, label: t('description'), hint: t('descriptionHint'), value: v.description, max: 200, change: (description) => this.set({ description }) })}
    ${field({ id: FIELDS.text, label: t('text'), hint: t('textHint'), type: 'area', rows: 6, value: v.text, change: (text) => this.set({ text }) })}`;
  }

  why(v) {
    return html`${field({ id: FIELDS.legalBasis, label: t('legalBasis'), value: v.legalBasis, change: (legalBasis) => this.set({ legalBasis }) })}
    ${field({ id: FIELDS.necessity, label: t('necessity'), type: 'area', value: v.necessity, change: (necessity) => this.set({ necessity }) })}
    ${field({ id: FIELDS.task, label: t('task'), value: v.task, change: (task) => this.set({ task }) })}
    ${field({ id: FIELDS.informationBase, label: t('informationBase'), type: 'area', value: v.informationBase, change: (informationBase) => this.set({ informationBase }) })}
    ${field({ id: FIELDS.qualityTested, type: 'check', label: t('quality'), value: v.qualityTested, change: (qualityTested) => this.set({ qualityTested }) })}`;
  }

  which(v) {
    return card({
      id: 'gegevens',
      title: t('which'),
      number: v.data.length,
      flush: this.data
        ? table({
            caption: t('which'),
            rows: this.data,
            empty: t('noData'),
            rowClass: (d) => (d.frozen ? 'is-frozen' : v.data.includes(d.id) ? 'is-selected' : ''),
            columns: [
              {
                name: t('take'),
                cell: (d) =>
                  html`<input
                    type="checkbox"
                    id="neem-${d.id}"
                    aria-label="${t('take')}: ${d.content ?? d.id}"
                    .checked=${v.data.includes(d.id)}
                    @change=${(e) => this.set({ data: e.target.checked ? [...v.data, d.id] : v.data.filter((x) => x !== d.id) })}
                  />`,
              },
              { name: t('datum'), cell: (d) => html`${d.content}${d.frozen ? frozen(d.frozen) : sub(both(category(d.category)?.name))}` },
              { name: t('supplier'), cell: (d) => participantName(d.supplier) },
            ],
          })
        : html`<p class="kp-empty">${t('chooseDossier')}</p>`,
    });
  }

  guard() {
    const refusals = this.judged?.refusals ?? [];
    return readsAlong({
      title: !this.judged ? t('nothingYet') : refusals.length === 0 ? t('clear') : t('points', { n: refusals.length }),
      finds: refusals.map((r) => ({
        words: html`${r.message}${r.remedy ? html`<br /><span class="kp-note">${r.remedy}</span>` : nothing}${r.article ? html`<br /><span class="kp-note">${r.article}</span>` : nothing}`,
        href: FIELDS[r.field] ? `#${FIELDS[r.field]}` : '',
        place: t('toField'),
      })),
      foot: t('foot'),
    });
  }

  async prepare(event) {
    event?.preventDefault();
    const id = this.query.get('dossier');
    if (!id) {
      this.querySelector('#dossier').focus();
      return;
    }
    this.busy = true;
    this.refused = null;
    try {
      const { body } = await call('POST', `/v1/knelpunten/${id}/provisions`, { body: this.body() });
      this.sent = true;
      go(`/resultaten/${body.id}`);
    } catch (e) {
      this.refused = e;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('kp-new-result', NewResult);
export default NewResult;
