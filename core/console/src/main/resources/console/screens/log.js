import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { once, post } from '../app/api.js';
import { session } from '../app/session.js';
import { setQuery } from '../app/router.js';
import { ruleHref } from '../app/law.js';
import { allParticipants, loadNames, participantName } from '../app/names.js';
import { allPeople, loadPeople, person, personName } from '../app/people.js';
import {
  badge, button, card, clock, dayOf, errorSummary, field, focusSummary, icon, instantAt, longDay, moment, notice, number, pairs, plusDays, problem, sub,
  today, waiting,
} from '../kit/index.js';
import texts from '../texts/log.js';
import appTexts from '../texts/app.js';

const t = dictionary(texts);
const ta = dictionary(appTexts);
const PURPOSES = ['LAWFULNESS', 'INTERNAL_CHECK', 'SECURITY', 'PROCEEDINGS'];
const RESULTS = ['PERMITTED', 'REFUSED', 'FAILED', 'WOULD_BE_PERMITTED', 'WOULD_BE_REFUSED'];
const LOOKS = {
  PERMITTED: ['ok', 'circle-check'],
  REFUSED: ['refused', 'shield-alert'],
  FAILED: ['bad', 'circle-alert'],
  WOULD_BE_PERMITTED: ['neutral', 'circle-question-mark'],
  WOULD_BE_REFUSED: ['neutral', 'circle-question-mark'],
};
/** In the address, and at the API. What was typed as the occasion never is: it might say too much. */
const FILTERS = { wie: 'actor', deelnemer: 'participant', uitkomst: 'result', regel: 'rule', handeling: 'act', dossier: 'object', betrokkene: 'subject' };
const PART = 1000;
const MOST = 5000;
const STEP = 50;
const DAYS = 7;

/** The processing log: its chain first, then why one looks, then who did what on which ground. */
class Log extends Screen {
  static properties = {
    chain: { state: true }, checking: { state: true }, reason: { state: true }, purpose: { state: true }, lines: { state: true },
    searching: { state: true }, refused: { state: true }, errors: { state: true }, most: { state: true }, tooMany: { state: true },
  };

  constructor() {
    super();
    this.reason = '';
    this.purpose = PURPOSES[0];
    this.lines = null;
    this.errors = [];
    this.most = STEP;
  }

  title() {
    return t('title');
  }

  async load() {
    await Promise.all([loadNames(), loadPeople()]);
    this.rules = new Map((await once('/v1/rules')).items.map((r) => [r.id, r]));
    if (this.chain === undefined && this.mayVerify) {
      this.chain = null;
      this.verify();
    }
  }

  get mayVerify() {
    return session.is('PRIVACY_OFFICER', 'COORDINATING_FG', 'ADMIN');
  }

  get first() {
    return this.query.get('van') ?? plusDays(today(), -DAYS);
  }

  get last() {
    return this.query.get('tot') ?? today();
  }

  async verify() {
    this.checking = true;
    const begun = performance.now();
    try {
      const found = await post('/v1/log/verification');
      this.chain = { ...found, at: Date.now(), seconds: Math.max(0.1, (performance.now() - begun) / 1000) };
    } catch (e) {
      this.chain = { failure: e };
    } finally {
      this.checking = false;
    }
  }

  async search(event) {
    event?.preventDefault();
    this.errors = this.reason.trim() ? [] : [{ id: 'log-aanleiding', message: t('fillReason') }];
    this.refused = null;
    if (this.errors.length > 0) {
      await focusSummary(this);
      return;
    }
    this.searching = true;
    this.most = STEP;
    const filter = {
      purpose: this.purpose,
      reason: this.reason,
      from: instantAt(this.first, '00:00'),
      to: instantAt(plusDays(this.last, 1), '00:00'),
      limit: PART,
    };
    for (const [ours, theirs] of Object.entries(FILTERS)) {
      if (this.query.get(ours)) {
        filter[theirs] = this.query.get(ours);
      }
    }
    try {
      const found = [];
      let after;
      do {
        const part = await post('/v1/log/_search', { ...filter, after });
        found.push(...part.items);
        after = part.next;
      } while (after && found.length < MOST);
      this.tooMany = Boolean(after);
      this.lines = found.reverse();
    } catch (e) {
      this.refused = e;
    } finally {
      this.searching = false;
    }
  }

  content() {
    return html`
      ${head({
        title: t('title'),
        sub: t('sub'),
        actions: this.lines?.length > 0 ? button(t('export'), { icon: 'download', click: () => this.export() }) : nothing,
      })}
      ${this.mayVerify ? this.chainCard() : nothing} ${this.filters()} ${this.refused ? problem(this.refused) : nothing}
      <div class="kp-columns kp-columns--log">${this.list()} ${this.details()}</div>
    `;
  }

  chainCard() {
    const c = this.chain;
    if (c?.failure) {
      return problem(c.failure);
    }
    const [look, sign, title, words] = !c
      ? ['info', 'link', t('checking'), '']
      : c.whole
        ? ['ok', 'link', t('whole'), t('wholeWords', { n: number(c.records), when: moment(c.at), seconds: number(Math.round(c.seconds * 10) / 10) })]
        : ['bad', 'circle-alert', t('broken'), t('brokenWords', { n: number(c.firstBroken) })];
    return html`<section class="kp-card kp-chain kp-chain--${look}" aria-label=${title}>
      <span class="kp-chain__sign">${icon(sign)}</span>
      <div role="status">
        <h2>${title}</h2>
        <p>${words}</p>
        ${c?.reason ? html`<p class="kp-note">${c.reason}</p>` : nothing}
      </div>
      ${button(t('check'), { icon: 'refresh-cw', busy: this.checking ? t('checking') : '', click: () => this.verify() })}
    </section>`;
  }

  filters() {
    const q = (name) => this.query.get(name) ?? '';
    const set = (name) => (value) => setQuery({ [name]: value });
    const message = this.errors[0]?.message;
    const narrowed = ['handeling', 'dossier', 'betrokkene'].filter((f) => q(f));
    return html`<section class="kp-card kp-panel" aria-label=${t('filters')}>
      ${errorSummary(this.errors)}
      <form class="kp-form" novalidate @submit=${(e) => this.search(e)}>
        <div class="kp-fields">
          ${field({
            id: 'log-doel',
            label: t('purpose'),
            type: 'select',
            value: this.purpose,
            options: PURPOSES.map((p) => [p, t(`purpose_${p}`)]),
            change: (purpose) => (this.purpose = purpose),
          })}
          ${field({ id: 'log-van', label: t('from'), type: 'date', value: this.first, change: set('van') })}
          ${field({ id: 'log-tot', label: t('until'), type: 'date', value: this.last, change: set('tot') })}
          ${field({
            id: 'log-wie',
            label: t('who'),
            type: 'select',
            empty: t('everybody'),
            value: q('wie'),
            options: [
              ...allPeople().map((a) => [a.id, a.displayName]),
              ...allParticipants().map((p) => [`connection:${p.id}`, personName(`connection:${p.id}`)]),
              ['maintenance', personName('maintenance')],
              ['platform', personName('platform')],
            ],
            change: set('wie'),
          })}
          ${field({
            id: 'log-deelnemer',
            label: t('participant'),
            type: 'select',
            empty: t('allParticipants'),
            value: q('deelnemer'),
            options: allParticipants().map((p) => [p.id, p.name]),
            change: set('deelnemer'),
          })}
          ${field({
            id: 'log-uitkomst',
            label: t('outcome'),
            type: 'select',
            empty: t('all'),
            value: q('uitkomst'),
            options: RESULTS.map((r) => [r, t(`result_${r}`)]),
            change: set('uitkomst'),
          })}
          ${field({
            id: 'log-regel',
            label: t('rule'),
            type: 'select',
            empty: t('anyRule'),
            value: q('regel'),
            options: [...this.rules.keys()].sort().map((r) => [r, r]),
            change: set('regel'),
          })}
        </div>
        <div class="kp-log-go">
          ${field({
            id: 'log-aanleiding',
            label: t('reason'),
            hint: t('reasonHint'),
            value: this.reason,
            max: 500,
            message,
            state: message ? 'wrong' : '',
            change: (reason) => (this.reason = reason),
          })}
          ${button(t('show'), { kind: 'primary', submit: true, busy: this.searching ? t('show') : '' })}
        </div>
        ${narrowed.length > 0
          ? html`<div class="kp-actions">
              ${narrowed.map((f) =>
                button(`${t(`only_${FILTERS[f].toUpperCase()}`, { what: q(f) })} · ${t('clear')}`, {
                  small: true,
                  icon: 'x',
                  click: () => setQuery({ [f]: '' }),
                }),
              )}
            </div>`
          : nothing}
      </form>
    </section>`;
  }

  list() {
    if (this.searching) {
      return card({ id: 'regels', title: t('lines'), flush: waiting(8) });
    }
    if (!this.lines) {
      return card({ id: 'regels', title: t('lines'), flush: html`<p class="kp-empty">${t('start')}</p>` });
    }
    const shown = this.lines.slice(0, this.most);
    let last = null;
    return card({
      id: 'regels',
      title: t('lines'),
      number: this.lines.length,
      tools: html`<span class="kp-note">${t('lawNote')}</span>`,
      body: this.tooMany ? notice(t('tooMany', { n: number(MOST) }), { status: 'warn' }) : nothing,
      flush:
        shown.length === 0
          ? html`<p class="kp-empty">${t('none')}</p>`
          : html`<table class="kp-table kp-table--log" role="table">
              <caption class="kp-hidden">${t('lines')}</caption>
              <thead role="rowgroup">
                <tr role="row">
                  ${['line', 'time', 'who', 'what', 'ground'].map((c) => html`<th role="columnheader" scope="col">${t(c)}</th>`)}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${shown.map((line) => {
                  const day = dayOf(line.at);
                  const header = day === last ? nothing : html`<tr role="row" class="kp-table__day"><th role="rowheader" scope="rowgroup" colspan="5">${longDay(day)}</th></tr>`;
                  last = day;
                  return html`${header}${this.row(line)}`;
                })}
              </tbody>
            </table>`,
      foot:
        this.lines.length > 0
          ? html`<span>${t('shown', { n: number(shown.length), all: number(this.lines.length) })}</span>
              ${shown.length < this.lines.length ? button(t('showMore'), { kind: 'quiet', small: true, click: () => (this.most += STEP * 4) }) : nothing}`
          : nothing,
    });
  }

  row(line) {
    const chosen = String(line.sequence) === this.query.get('nr');
    return html`<tr role="row" class=${chosen ? 'is-selected' : ''}>
      <td role="cell" data-label=${t('line')}>
        <div><a href="?${this.choosing(line)}" aria-current=${chosen ? 'true' : nothing} @click=${(e) => this.choose(e, line)}>${number(line.sequence)}</a></div>
      </td>
      <td role="cell" data-label=${t('time')}><div class="kp-nowrap">${clock(line.at)}</div></td>
      <td role="cell" data-label=${t('who')}><div><strong>${this.name(line)}</strong>${sub(this.from(line))}</div></td>
      <td role="cell" data-label=${t('what')}><div>${this.what(line)}${sub(this.about(line))}</div></td>
      <td role="cell" data-label=${t('ground')}><div>${this.outcome(line)}${sub(this.ground(line))}</div></td>
    </tr>`;
  }

  choosing(line) {
    const query = new URLSearchParams(location.search);
    query.set('nr', line.sequence);
    return query;
  }

  choose(event, line) {
    event.preventDefault();
    event.stopPropagation();
    setQuery({ nr: line.sequence });
  }

  name(line) {
    return personName(line.actor).replace(/ \(.*\)$/, '');
  }

  from(line) {
    const roles = person(line.actor)?.roles?.map((r) => ta(`role_${r}`)).join(', ');
    return [line.participant ? participantName(line.participant) : '', roles].filter(Boolean).join(', ');
  }

  what(line) {
    const words = line.what ? both(line.what) : line.act;
    return words ? words.charAt(0).toUpperCase() + words.slice(1) : '–';
  }

  about(line) {
    return [line.purpose ? t('readFor', { purpose: t(`purpose_${line.purpose}`).toLowerCase() }) : '', line.data.length > 0 ? t('data', { n: line.data.length }) : '']
      .filter(Boolean)
      .join(', ');
  }

  outcome(line) {
    const [look, sign] = LOOKS[line.result];
    return badge(look, [t(`result_${line.result}`), ...line.rules].join(' '), sign);
  }

  ground(line) {
    return line.rules.length > 0
      ? line.rules.map((r) => this.rules.get(r)?.article).filter(Boolean).join('; ')
      : t('ruleSet', { version: line.ruleSet.split('/')[0] });
  }

  details() {
    const nr = this.query.get('nr');
    const at = this.lines?.findIndex((l) => String(l.sequence) === nr) ?? -1;
    if (at < 0) {
      return html`<aside class="kp-card kp-panel" aria-label=${t('line')}><p class="kp-second">${t('chosen')}</p></aside>`;
    }
    const line = this.lines[at];
    const broken = this.chain && this.chain.whole === false && line.sequence >= this.chain.firstBroken;
    const roles = person(line.actor)?.roles?.map((r) => ta(`role_${r}`)).join(', ');
    return card({
      id: 'details',
      title: t('details', { n: number(line.sequence) }),
      tools: this.chain?.whole ? badge('ok', t('fits'), 'link') : broken ? badge('bad', t('fitsNot')) : nothing,
      body: html`${pairs([
          [t('who'), `${this.name(line)}${line.participant ? `, ${participantName(line.participant)}` : ''}`],
          [t('role'), roles],
          [t('what'), both(line.what) || line.act],
          [t('time'), moment(line.at)],
          [t('outcome'), t(`result_${line.result}`)],
          ...line.rules.map((r) => [
            t('rules'),
            html`<a href=${ruleHref(r)}>${r}</a>, ${t('ruleSet', { version: line.ruleSet.split('/')[0] })}${this.rules.has(r)
                ? html`<br /><span class="kp-second">${both(this.rules.get(r).message)}</span><br /><span class="kp-note">${this.rules.get(r).article}</span>`
                : nothing}`,
          ]),
          [t('purpose'), line.purpose ? t(`purpose_${line.purpose}`) : undefined],
          [t('why'), line.reason],
          [t('dossier'), line.object ? html`<code>${line.object}</code>` : undefined],
          [t('subject'), line.subject ? html`<code>${line.subject}</code>` : undefined],
          [t('dataShown'), line.data.length > 0 ? number(line.data.length) : undefined],
          [t('trace'), html`<code>${line.trace}</code>`],
          [t('origin'), line.origin],
        ])}
        <div class="kp-prose">
          <h3>${t('place')}</h3>
          ${this.links(line, at)}
        </div>
        ${line.result === 'REFUSED' ? html`<p class="kp-note">${t('notKept')}</p>` : nothing}
        <div class="kp-prose">
          <h3>${t('more_acts')}</h3>
          <div class="kp-actions">
            ${button(t('only_ACT', { what: both(line.what) || line.act }), { small: true, click: () => this.narrow({ handeling: line.act }) })}
            ${line.object ? button(t('only_OBJECT'), { small: true, click: () => this.narrow({ dossier: line.object }) }) : nothing}
            ${line.subject ? button(t('only_SUBJECT'), { small: true, click: () => this.narrow({ betrokkene: line.subject }) }) : nothing}
          </div>
        </div>`,
    });
  }

  async narrow(filter) {
    setQuery(filter);
    await this.updateComplete;
    this.search();
  }

  /** The line with the one before and after it, each bound to the other by its hash. */
  links(line, at) {
    const after = this.lines[at - 1]?.sequence === line.sequence + 1 ? this.lines[at - 1] : null;
    const before = this.lines[at + 1]?.sequence === line.sequence - 1 ? this.lines[at + 1] : null;
    const short = (hash) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
    const block = (name, hash, own) => html`<li class=${own ? 'is-own' : ''}><span>${name}</span><code>${short(hash)}</code></li>`;
    const joined = (fits) => html`<li class="kp-links__join">${icon('link')}${fits ? t('fits') : t('fitsNot')}</li>`;
    return html`<ol class="kp-links">
      ${block(before ? number(before.sequence) : t('before'), line.previous)} ${joined(!before || before.hash === line.previous)}
      ${block(number(line.sequence), line.hash, true)} ${after ? html`${joined(after.previous === line.hash)} ${block(number(after.sequence), after.hash)}` : nothing}
    </ol>`;
  }

  /** The lines with their hashes, and what the check of the chain said: enough to prove them anew. */
  export() {
    const content = {
      made: new Date().toISOString(),
      by: session.account.id,
      purpose: this.purpose,
      reason: this.reason,
      from: this.first,
      until: this.last,
      verification: this.chain && !this.chain.failure ? { whole: this.chain.whole, records: this.chain.records, firstBroken: this.chain.firstBroken ?? null } : null,
      lines: [...this.lines].reverse(),
    };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' }));
    link.download = `logboek-${this.first}-${this.last}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

customElements.define('kp-log', Log);
export default Log;
