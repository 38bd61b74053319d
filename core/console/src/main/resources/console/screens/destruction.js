import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, download, get } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { category, loadNames, participantName } from '../app/names.js';
import { categories, listBadge } from './retention.js';
import { fingerprint } from '../app/modules.js';
import { badge, button, card, choice, confirm, day, dayOfInstant, field, formDialog, notice, number, pairs, steps, table } from '../kit/index.js';
import texts from '../texts/destruction.js';
import retentionTexts from '../texts/retention.js';

const t = dictionary(texts);
const tr = dictionary(retentionTexts);
const ORDER = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'EXECUTED'];
const isOver = (list) => list.state === 'EXECUTED' || list.state === 'LAPSED';

/** One destruction list, from its making to its certificate. */
class Destruction extends Screen {
  static follows = ['retention.', 'destruction.'];

  title() {
    return this.list?.reason ?? t('title');
  }

  get path() {
    return `/v1/destruction-lists/${this.params.list}`;
  }

  async load() {
    await loadNames();
    const { body } = await call('GET', `${this.path}?limit=100`);
    this.list = body;
    this.data = body.links?.next ? await everyDatum(this.path) : (body.data ?? []);
    this.certificate = body.state === 'EXECUTED' ? await get(`${this.path}/certificate`) : null;
  }

  content() {
    const l = this.list;
    const own = l.maker === session.account.id;
    return html`
      ${head({
        crumbs: [{ name: t('retention'), href: '/bewaren' }, { name: t('title') }],
        title: l.reason ?? t('title'),
        sub: html`${l.whole ? t('whole') : t('part')} ${l.due && !isOver(l) ? t('due', { day: day(l.due) }) : nothing}`,
        badges: listBadge(l.state),
        actions: html`${l.state === 'DRAFT' && session.is('CASE_DIRECTOR') ? button(t('submit'), { icon: 'send', kind: 'primary', click: () => this.submit() }) : nothing}
        ${l.state === 'IN_REVIEW' && session.is('CASE_DIRECTOR', 'PRIVACY_OFFICER') && !own
          ? button(t('review'), { icon: 'scale', kind: 'primary', click: () => this.review() })
          : nothing}`,
      })}
      ${l.state === 'LAPSED' ? notice(t('lapsed')) : html`<section class="kp-card kp-panel">
        ${steps(
          ORDER.map((s) => ({
            name: t(`step_${s}`),
            when: s === 'DRAFT' ? dayOfInstant(l.made) : s === 'APPROVED' && l.review?.approved ? dayOfInstant(l.review.at) : s === 'EXECUTED' && l.executed ? dayOfInstant(l.executed) : undefined,
          })),
          l.state === 'EXECUTED' ? ORDER.length : l.state === 'APPROVED' ? 3 : ORDER.indexOf(l.state),
          { label: t('steps') },
        )}
      </section>`}
      ${l.review && !l.review.approved ? notice(t('sentBack', { reason: l.review.reason }), { status: 'warn' }) : nothing} ${this.certificateCard()} ${this.dataCard()}
    `;
  }

  certificateCard() {
    const c = this.certificate;
    return c
      ? card({
          id: 'verklaring',
          title: t('certificate'),
          tools: button(t('page'), { icon: 'download', click: () => download(`${this.path}/certificate`, 'text/html') }),
          body: html`<p class="kp-note">${t('certificateNote')}</p>
            ${pairs([
              [t('executed'), dayOfInstant(c.executed)],
              [t('destroyed'), categories(c.destroyed)],
              [t('kept'), number(c.kept)],
              [t('reviewer'), c.reviewer ? t('byPerson') : t('byTerm')],
            ])}
            <div>
              <p class="kp-note">${t('print')}</p>
              <p class="kp-digest">${fingerprint(c.digest)}</p>
            </div>`,
        })
      : nothing;
  }

  dataCard() {
    const keeps = session.is('CASE_DIRECTOR', 'PRIVACY_OFFICER') && !isOver(this.list);
    return card({
      id: 'gegevens',
      title: t('data'),
      number: this.data.length,
      flush: table({
        caption: t('data'),
        rows: this.data,
        empty: t('noData'),
        columns: [
          { name: t('datum'), cell: (d) => html`<code>${d.datum}</code>` },
          { name: t('category'), cell: (d) => both(category(d.category)?.name) || d.category },
          { name: t('supplier'), cell: (d) => participantName(d.supplier) },
          { name: t('destroyBy'), cell: (d) => (d.destroyBy ? day(d.destroyBy) : '–') },
          {
            name: t('state'),
            cell: (d) =>
              d.ground
                ? badge('frozen', t('stays', { ground: tr(`ground_${d.ground}`), day: d.heldUntil ? day(d.heldUntil) : '–' }), 'lock')
                : badge('neutral', t('goes'), 'trash-2'),
          },
          {
            name: '',
            cell: (d) => (keeps && !d.ground ? button(t('keep'), { small: true, label: `${t('keep')}: ${d.datum}`, click: () => this.keep(d) }) : nothing),
          },
        ],
      }),
    });
  }

  send(path, body) {
    return change(this, () => call('POST', this.path + path, { version: this.list.version, body }));
  }

  submit() {
    return confirm(t('submit'), t('submitWords'), () => this.send('/submission'), { submit: t('submit'), danger: false });
  }

  review() {
    return formDialog({
      title: t('review'),
      intro: t('reviewWords'),
      submit: t('review'),
      value: { approved: 'true', reason: '' },
      fields: (v, set) => html`${choice({
          id: 'oordeel',
          legend: t('review'),
          value: v.approved,
          options: [
            ['true', t('approve')],
            ['false', t('sendBack')],
          ],
          change: (approved) => set({ approved }),
        })}
        ${v.approved === 'false' ? field({ id: 'oordeel-reden', label: t('reviewReason'), type: 'area', value: v.reason, change: (reason) => set({ reason }) }) : nothing}`,
      act: (v) => this.send('/review', { approved: v.approved === 'true', reason: v.reason || undefined }),
    });
  }

  keep(datum) {
    return formDialog({
      title: t('keepTitle'),
      intro: t('keepWords'),
      submit: t('keep'),
      value: { ground: 'LEGAL_RULE', reason: '', until: '' },
      fields: (v, set) => html`${field({
          id: 'bewaar-grond',
          label: t('ground'),
          type: 'select',
          value: v.ground,
          options: ['LEGAL_RULE', 'LEGAL_CLAIM'].map((g) => [g, tr(`ground_${g}`)]),
          change: (ground) => set({ ground }),
        })}
        ${field({ id: 'bewaar-reden', label: t('which'), value: v.reason, change: (reason) => set({ reason }) })}
        ${field({ id: 'bewaar-tot', label: t('until'), hint: t('untilHint'), type: 'date', value: v.until, change: (until) => set({ until }) })}`,
      act: (v) => this.send('/kept', { datum: datum.datum, ground: v.ground, reason: v.reason, until: v.until || undefined }),
    });
  }
}

/** A list of more than a page. */
async function everyDatum(path) {
  const found = [];
  let next = `${path}?limit=100`;
  while (next) {
    const page = await get(next);
    found.push(...(page.data ?? []));
    next = page.links?.next;
  }
  return found;
}

customElements.define('kp-destruction', Destruction);
export default Destruction;
