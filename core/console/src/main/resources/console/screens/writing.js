import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, get, post } from '../app/api.js';
import { change } from '../app/change.js';
import { Draft } from '../app/draft.js';
import { session } from '../app/session.js';
import { go } from '../app/router.js';
import { loadNames } from '../app/names.js';
import { loadPeople, person } from '../app/people.js';
import {
  badge, button, card, choice, clock, confirm, day, doubts, due, errorSummary, field, formDialog, icon, moment, notice, problem,
} from '../kit/index.js';
import { analysisBadge } from './analysis/writings.js';
import texts from '../texts/writing.js';

const t = dictionary(texts);

/** One written analysis: being written by reference, tested, or read. */
class Writing extends Screen {
  static properties = { sent: { state: true } };
  static follows = ['analysis.'];

  concerns(event) {
    return event.subject === this.params.analysis;
  }

  title() {
    return this.analysis ? t('titleN', { n: this.analysis.number }) : t('title');
  }

  get path() {
    return `/v1/analyses/${this.params.analysis}`;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.draft?.end();
    this.draft = null;
  }

  async load() {
    await Promise.all([loadNames(), loadPeople()]);
    const { body, version } = await call('GET', this.path);
    this.analysis = body;
    this.version = version;
    this.knelpunt = await get(`/v1/knelpunten/${body.knelpunt}`);
    this.writes = session.is('ANALYST') && (body.state === 'ASKED' || body.state === 'DRAFT');
    if (this.writes) {
      this.draft ??= new Draft(this, { label: (path) => this.sectionTitle(path), shape: written });
      this.draft.take(this.path, written(body), version);
      await this.loadNamed();
    } else {
      this.draft?.end();
      this.draft = null;
    }
  }

  /** What a text can refer to: whom and what this analyst sees in the network, by name. */
  async loadNamed() {
    const network = await post(`/v1/knelpunten/${this.analysis.knelpunt}/network`, {}).catch((e) => {
      if (e.isRefusal) {
        return { nodes: [] };
      }
      throw e;
    });
    this.named = network.nodes
      .filter((n) => n.subject && n.label)
      .map((n) => [`{subject:${n.subject}}`, n.label])
      .sort((one, other) => one[1].localeCompare(other[1]));
  }

  sectionTitle(path) {
    const section = this.analysis.sections.find((s) => `sections.${s.field}` === path);
    return section ? both(section.title) : path;
  }

  content() {
    const a = this.analysis;
    return html`
      ${head({
        crumbs: [
          { name: t('knelpunten'), href: '/knelpunten' },
          { name: this.knelpunt.title, href: `/knelpunten/${a.knelpunt}` },
          { name: t('analysis'), href: `/knelpunten/${a.knelpunt}/analyse` },
          { name: this.title() },
        ],
        title: this.title(),
        badges: html`${analysisBadge(a)} ${a.question?.due && a.state !== 'FINAL' ? due(a.question.due) : nothing}`,
        actions: this.actions(),
      })}
      ${a.question
        ? card({
            id: 'vraag',
            title: t('question'),
            body: html`<p class="kp-text">${a.question.text.text}</p>
              <p class="kp-note">${t('asked', { when: moment(a.question.at) })}${a.question.due ? ` ${t('wanted', { day: day(a.question.due) })}` : ''}</p>`,
          })
        : nothing}
      ${this.remarks()} ${this.failed ? problem(this.failed) : nothing} ${this.writes ? this.form() : this.reading()} ${this.course()}
    `;
  }

  /** What whoever tested it wants mended. */
  remarks() {
    const last = this.analysis.moves.at(-1);
    return this.analysis.state === 'DRAFT' && last?.remarks ? notice(html`<strong>${t('mend')}</strong> <span class="kp-text">${last.remarks}</span>`, { status: 'warn' }) : nothing;
  }

  actions() {
    const a = this.analysis;
    const tests = a.state === 'SUBMITTED' && session.is('CASE_DIRECTOR', 'ANALYST') && a.writer !== session.account.id;
    return html`${this.writes && a.state === 'DRAFT' ? button(t('discard'), { kind: 'quiet', icon: 'trash-2', click: () => this.discard() }) : nothing}
    ${this.writes ? button(t('submit'), { kind: 'primary', icon: 'send', click: () => this.submit() }) : nothing}
    ${tests ? button(t('test'), { kind: 'primary', icon: 'monitor-check', click: () => this.test() }) : nothing}`;
  }

  form() {
    const { draft } = this;
    return html`<div class="kp-columns">
      ${card({
        id: 'tekst',
        title: t('text'),
        tools: html`<span class="kp-note" role="status">
          ${icon('cloud-check')} ${draft.isSaved ? (draft.savedAt ? t('savedAt', { time: clock(draft.savedAt) }) : t('allSaved')) : t('saving')}
        </span>`,
        body: html`${draft.failure ? problem(draft.failure) : nothing} ${errorSummary(this.missing())}
          <form class="kp-form" novalidate @submit=${(e) => e.preventDefault()}>${this.analysis.sections.map((s) => this.section(s))}</form>`,
      })}
      <div class="kp-stack">${this.referring()}</div>
    </div>`;
  }

  /** After somebody wanted to submit: what is still to be written. */
  missing() {
    return this.tried
      ? this.analysis.sections
          .filter((s) => !this.draft.get(`sections.${s.field}`)?.trim())
          .map((s) => ({ id: `deel-${s.field}`, message: t('fill', { name: both(s.title) }) }))
      : [];
  }

  section(s) {
    const path = `sections.${s.field}`;
    const value = this.draft.get(path) ?? '';
    const held = this.draft.held.get(path) ?? [];
    return html`${field({
      id: `deel-${s.field}`,
      label: both(s.title),
      hint: t(`hint_${s.field}`),
      type: 'area',
      rows: 4,
      value,
      state: held.length > 0 ? 'stops' : '',
      message:
        held.length > 0
          ? html`${held.map((f) => html`<p>${f.message}${f.remedy ? html` ${f.remedy}` : nothing}</p>`)}
            ${doubts({ refusals: held }, { [path]: value }, (confirmations) => confirmations.forEach((c) => this.draft.confirm(path, heldAs(held, c, value))))}`
          : undefined,
      change: (text) => this.draft.set(path, text),
    })}
    ${/\{(subject|datum):/.test(value) ? html`<p class="kp-note">${t('readsAs')} <span class="kp-text">${this.filled(value)}</span></p>` : nothing}`;
  }

  /** As whoever may see all of it reads it. */
  filled(text) {
    const known = new Map(this.named);
    return text.replace(/\{(?:subject|datum):[^}]+\}/g, (reference) => known.get(reference) ?? t('somebody'));
  }

  referring() {
    return card({
      id: 'verwijzen',
      title: t('refer'),
      body: html`<p class="kp-note">${t('referWords')}</p>
        ${this.named.length === 0
          ? html`<p class="kp-second">${t('nobodyToRefer')}</p>`
          : html`${field({
              id: 'verwijs-naar',
              label: t('referTo'),
              type: 'select',
              empty: t('choose'),
              value: this.reference ?? '',
              options: this.named,
              change: (reference) => {
                this.reference = reference;
              },
            })}
            ${field({
              id: 'verwijs-in',
              label: t('referIn'),
              type: 'select',
              value: this.target ?? this.analysis.sections[0].field,
              options: this.analysis.sections.map((s) => [s.field, both(s.title)]),
              change: (target) => {
                this.target = target;
              },
            })}
            <div class="kp-actions">${button(t('putIn'), { small: true, icon: 'plus', click: () => this.putIn() })}</div>`}`,
    });
  }

  /** At the caret where the section was last written in, or at its end. */
  putIn() {
    if (!this.reference) {
      this.querySelector('#verwijs-naar').focus();
      return;
    }
    const name = this.target ?? this.analysis.sections[0].field;
    const path = `sections.${name}`;
    const text = this.draft.get(path) ?? '';
    const area = this.querySelector(`#deel-${name}`);
    const at = area.selectionStart ?? text.length;
    this.draft.set(path, `${text.slice(0, at)}${this.reference}${text.slice(at)}`);
    area.focus();
  }

  reading() {
    return card({
      id: 'tekst',
      title: t('text'),
      body: this.analysis.sections.map(
        (s) => html`<div class="kp-prose">
          <h3>${both(s.title)}</h3>
          ${s.text ? html`<p class="kp-text">${s.text.text}</p>` : html`<p class="kp-second">${t('empty')}</p>`}
        </div>`,
      ),
      foot: html`<span>${t('asYouMaySee')}</span>`,
    });
  }

  course() {
    return card({
      id: 'verloop',
      title: t('course'),
      body: html`<ol class="kp-feed kp-plain">
        ${this.analysis.moves.map(
          (m) => html`<li>${icon('history')}<span>${t(`move_${m.to}`, { who: person(m.person)?.displayName ?? t('colleague') })}<br /><span class="kp-note">${moment(m.at)}</span></span></li>`,
        )}
      </ol>`,
      tools: this.analysis.state === 'FINAL' ? badge('ok', t('stands')) : nothing,
    });
  }

  async submit() {
    await this.draft.save();
    this.tried = true;
    this.requestUpdate();
    if (this.missing().length > 0 || !this.draft.isSaved) {
      await this.updateComplete;
      this.querySelector('[data-summary], .kp-field--stops textarea')?.focus();
      return;
    }
    this.version = this.draft.version;
    await this.act(() => call('POST', `${this.path}/submission`, { version: this.version }));
  }

  async act(what) {
    try {
      this.failed = null;
      await change(this, what);
    } catch (e) {
      this.failed = e;
      this.requestUpdate();
    }
  }

  async discard() {
    const gone = await confirm(t('discard'), t('discardWords'), () => call('DELETE', this.path, { version: this.draft.version }), { submit: t('discard') });
    if (gone) {
      go(`/knelpunten/${this.analysis.knelpunt}/analyse`);
    }
  }

  test() {
    return formDialog({
      title: t('test'),
      intro: t('testWords'),
      submit: t('test'),
      value: { good: '', remarks: '' },
      check: (v) => [
        ...(v.good ? [] : [{ id: 'toets-oordeel', message: t('chooseJudgement') }]),
        ...(v.good === 'no' && !v.remarks.trim() ? [{ id: 'toets-reden', message: t('fillRemarks') }] : []),
      ],
      fields: (v, set) => html`${choice({
        id: 'toets-oordeel',
        legend: t('judgement'),
        value: v.good,
        options: [
          ['yes', t('good'), t('goodHint')],
          ['no', t('notGood'), t('notGoodHint')],
        ],
        change: (good) => set({ good }),
      })}
      ${v.good === 'no' ? field({ id: 'toets-reden', label: t('whatToMend'), type: 'area', value: v.remarks, change: (remarks) => set({ remarks }) }) : nothing}`,
      act: (v) =>
        change(this, () =>
          call('POST', `${this.path}/test`, {
            version: this.version,
            body: { good: v.good === 'yes', remarks: v.good === 'no' ? v.remarks : undefined, confirmations: v.confirmations },
          }),
        ),
    });
  }
}

/** As it is changed: each section by its name, with references. */
function written(body) {
  return { sections: Object.fromEntries(body.sections.map((s) => [s.field, s.text?.written ?? ''])) };
}

/** The find that a confirmation is about. */
function heldAs(held, confirmation, text) {
  return held.find((f) => f.place && text.slice(f.place.from, f.place.to) === confirmation.words);
}

customElements.define('kp-writing', Writing);
export default Writing;
