import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { all, call, download, get, may } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { loadNames, participantName, word } from '../app/names.js';
import { loadGroup, motion, votesFor, VOTING } from '../app/steering.js';
import { beginVote, behalf, checkVote, voteFields } from '../app/voting.js';
import {
  badge, button, card, confirm, day, dayOfInstant, doubts, errorSummary, field, fileField, focusSummary, formDialog, icon, notice, number, outline,
  pairs, phaseTile, problem, refusal, sub, table, today,
} from '../kit/index.js';
import { areaOf } from './knelpunt/area.js';
import texts from '../texts/proposal.js';
import votingTexts from '../texts/voting.js';

const t = dictionary(texts);
const tv = dictionary(votingTexts);
const GROUNDS = ['necessity', 'proportionality', 'subsidiarity', 'deficit', 'seriousness'];
const NOTED = ['necessity', 'proportionality', 'subsidiarity'];
const WORDS_A_MINUTE = 180;
const ISSUABLE = {
  SUBMITTED: [],
  REJECTED: ['REJECTION'],
  DESIGNATED: ['DESIGNATION', 'PROLONGATION', 'PLAN', 'EVALUATION'],
  CLOSED: ['CLOSURE', 'EVALUATION'],
};

/** A proposal to read from top to bottom in ten minutes, with the vote beside it. */
class Proposal extends Screen {
  static properties = { ballot: { state: true }, errors: { state: true }, refused: { state: true }, busy: { state: true }, done: { state: true } };
  static follows = ['knelpunt.', 'meeting.'];

  constructor() {
    super();
    this.errors = [];
  }

  concerns(event) {
    return event.subject === this.params.knelpunt || event.type.startsWith('meeting.');
  }

  title() {
    return this.knelpunt?.title ?? t('title');
  }

  get path() {
    return `/v1/knelpunten/${this.params.knelpunt}`;
  }

  async load() {
    await loadNames();
    const [{ body, version }, group, documents, papers] = await Promise.all([
      call('GET', this.path),
      loadGroup(),
      all(`${this.path}/documents`),
      all(`${this.path}/papers`),
    ]);
    this.knelpunt = body;
    this.version = version;
    this.group = group;
    this.documents = documents;
    this.papers = papers;
    this.over = this.asked();
    this.motion = motion(body, this.over);
    this.voters = VOTING[this.over] ? votesFor(group, VOTING[this.over].act) : [];
    this.ballot ??= this.voters.length > 0 ? beginVote(this.voters, this.votes) : null;
    this.closing = this.over === 'CLOSE' ? await get(`${this.path}/closing-report`) : null;
    this.hindrance = await this.hindered();
  }

  /** What the steering group is asked: as the address says, or else what is open. */
  asked() {
    const { state, motions } = this.knelpunt;
    return this.query.get('over') ?? motions.find((m) => m.adopted === undefined)?.kind ?? (state === 'SUBMITTED' ? 'DESIGNATE' : (motions.at(-1)?.kind ?? 'DESIGNATE'));
  }

  get votes() {
    return this.motion?.votes ?? [];
  }

  get open() {
    return Boolean(VOTING[this.over]) && this.motion?.adopted === undefined;
  }

  /** Why the vote can't be concluded yet, in the guard's words. */
  async hindered() {
    if (!this.open || !session.is('STEERING_MEMBER') || this.votes.length === 0) {
      return null;
    }
    const judged = await may(VOTING[this.over].conclude, this.knelpunt.id);
    return judged.permitted ? null : judged.refusals;
  }

  /** A text of the knelpunt, with what its references stand for. */
  read(text) {
    return (this.knelpunt.named ?? []).reduce((words, n) => words.replaceAll(n.reference, n.text), text ?? '');
  }

  text(text) {
    return html`<p class="kp-text">${this.read(text)}</p>`;
  }

  readingMinutes() {
    const k = this.knelpunt;
    const words = [
      k.description, k.scope?.in, k.scope?.out, k.displacement, ...Object.values(k.grounds ?? {}), ...k.goals.map((g) => g.text),
      ...k.involved.map((i) => i.task), ...k.foreseenPhases.map((p) => p.reason), ...k.evaluations.slice(-1).map((e) => e.findings),
    ].join(' ').split(/\s+/).length;
    return Math.max(1, Math.round(words / WORDS_A_MINUTE));
  }

  content() {
    const k = this.knelpunt;
    return html`
      ${head({
        crumbs: [{ name: t('steering'), href: '/stuurgroep' }, { name: VOTING[this.over] ? word('motion', this.over) : t('title') }],
        title: k.title,
        sub: html`${t(`asks_${this.over}`)} ${t('minutes', { n: this.readingMinutes() })}`,
        badges: html`${badge('info', word('state', k.state), 'vote')} ${badge('neutral', word('object', k.objectType), 'map')}
        ${k.manifestations.map((m) => badge('neutral', word('manifestation', m)))}`,
        actions: html`${button(t('dossier'), { icon: 'waypoints', href: `/knelpunten/${k.id}` })}
        ${button(t('pdf'), { icon: 'download', click: () => download(`${this.path}/preview`, 'application/pdf') })}`,
      })}
      <div class="kp-columns">
        <article class="kp-stack">
          ${this.core()}
          ${this.over === 'PROLONG' || this.over === 'CLOSE' ? this.evaluation() : nothing} ${this.over === 'CLOSE' ? this.closingReport() : nothing}
          ${this.delimitation()} ${this.grounds()} ${this.involved()} ${this.phases()} ${this.goals()} ${this.papersCard()}
        </article>
        <aside class="kp-stack kp-beside" aria-label=${t('votes')}>${this.ballotCard()} ${this.tallyCard()}</aside>
      </div>
    `;
  }

  core() {
    const k = this.knelpunt;
    return card({
      id: 'kern',
      title: t('core'),
      body: html`${this.text(k.description)}
      ${pairs([
        [t('kind'), word('object', k.objectType)],
        [t('form'), k.manifestations.map((m) => word('manifestation', m)).join(', ')],
        [t('who'), k.involved.map((i) => participantName(i.participant)).join(', ')],
        [t('signals'), k.signals.length > 0 ? t('signalsCount', { n: k.signals.length }) : undefined],
        [t('expects'), k.goals.length > 0 ? this.read(k.goals[0].text) : undefined],
      ])}`,
    });
  }

  delimitation() {
    const { scope } = this.knelpunt;
    return card({
      id: 'afbakening',
      title: t('delimitation'),
      body: html`${scope?.area ? areaOf(scope) : nothing}<div class="kp-halves">
        <div>
          <h3 class="kp-inout">${icon('square-check')}${t('inScope')}</h3>
          ${this.text(scope?.in)}
        </div>
        <div>
          <h3 class="kp-inout">${icon('square-x')}${t('outScope')}</h3>
          ${this.text(scope?.out)}
        </div>
      </div>`,
    });
  }

  grounds(grounds = this.knelpunt.grounds, title = t('grounds'), id = 'gronden') {
    return card({
      id,
      title,
      body: GROUNDS.filter((g) => grounds?.[g]).map(
        (g) => html`<div class="kp-prose">
          <h3>${t(`ground_${g.toUpperCase()}`)}</h3>
          ${NOTED.includes(g) ? html`<p class="kp-note">${t(`groundNote_${g.toUpperCase()}`)}</p>` : nothing} ${this.text(grounds[g])}
        </div>`,
      ),
    });
  }

  involved() {
    const { involved } = this.knelpunt;
    return card({
      id: 'deelnemers',
      title: t('involved'),
      number: involved.length,
      flush: table({
        caption: t('involved'),
        rows: involved,
        empty: '',
        columns: [
          { name: t('participant'), cell: (i) => html`<strong>${participantName(i.participant)}</strong>` },
          { name: t('contributes'), cell: (i) => html`${this.read(i.task)}` },
        ],
      }),
    });
  }

  phases() {
    const { foreseenPhases, phases } = this.knelpunt;
    return card({
      id: 'fasen',
      title: t('phases'),
      body: html`<p class="kp-note">${t('phasesNote')}</p>
        <ul class="kp-phases">
          ${foreseenPhases.map((p) => phaseTile(p.phase, phases.some((x) => x.phase === p.phase && !x.closed), this.read(p.reason)))}
        </ul>`,
    });
  }

  goals() {
    const { goals, displacement } = this.knelpunt;
    const value = (v, unit) => (v === undefined || v === null ? t('unknown') : `${number(v)} ${unit ?? ''}`);
    return card({
      id: 'doelen',
      title: t('goals'),
      number: goals.length,
      body: html`${goals.map(
        (g, i) => html`<div class="kp-prose">
          <h3>${t('goal', { n: i + 1 })}</h3>
          ${this.text(g.text)}
          ${(g.indicators ?? []).map(
            (x) => html`<div class="kp-measure">
              <p><strong>${x.name}</strong></p>
              <p>
                <span class="kp-note">${t('baseline')}</span> ${value(x.baseline, x.unit)} ${icon('arrow-right')}
                <span class="kp-note">${t('target')}</span> <strong>${value(x.target, x.unit)}</strong>
              </p>
              ${x.method ? html`<p class="kp-note">${t('method')}: ${x.method}</p>` : nothing}
            </div>`,
          )}
        </div>`,
      )}
      ${displacement
        ? html`<div class="kp-prose">
            <h3>${t('displacement')}</h3>
            ${this.text(displacement)}
          </div>`
        : nothing}`,
    });
  }

  evaluation() {
    const last = this.knelpunt.evaluations.at(-1);
    if (!last) {
      return nothing;
    }
    const goals = new Map(this.knelpunt.goals.map((g) => [g.id, g.text]));
    return html`${card({
      id: 'evaluatie',
      title: t('evaluation'),
      tools: badge('info', `${t('recommends')}: ${word('recommendation', last.recommendation).toLowerCase()}`, 'monitor-check'),
      body: html`${this.text(last.findings)}
      ${last.goals.map(
        (g) => html`<div class="kp-prose">
          <h3>${this.read(goals.get(g.goal))}</h3>
          <p>${outline(word('outcome', g.outcome))} ${this.read(g.explanation)}</p>
        </div>`,
      )}`,
    })}
    ${this.over === 'PROLONG' && last.renewedGrounds ? this.grounds(last.renewedGrounds, t('renewed'), 'hernieuwd') : nothing}`;
  }

  closingReport() {
    return card({
      id: 'afsluitverslag',
      title: t('closing'),
      body: this.closing?.summary
        ? html`${this.text(this.closing.summary)}
          ${this.closing.lessons.length > 0
            ? html`<h3>${t('lessons')}</h3>
                <ul>
                  ${this.closing.lessons.map((l) => html`<li>${l.text}</li>`)}
                </ul>`
            : nothing}`
        : html`<p class="kp-second">${t('noClosing')}</p>`,
    });
  }

  // The vote

  ballotCard() {
    if (!VOTING[this.over]) {
      return notice(t('atMeeting'), { action: button(t('steering'), { small: true, href: '/stuurgroep' }) });
    }
    if (!this.open || !this.ballot) {
      return nothing;
    }
    const stands = this.votes.some((v) => v.participant === this.ballot.participant);
    return html`${card({
      id: 'uw-stem',
      title: t('yourVote'),
      body: html`${this.done ? notice(t('thanks'), { status: 'ok' }) : nothing} ${errorSummary(this.errors)}
        <form class="kp-form" novalidate @submit=${(e) => this.cast(e)}>
          ${voteFields(this.voters, this.ballot, (c) => (this.ballot = { ...this.ballot, ...c }), this.errors)}
          <div class="kp-actions">
            ${button(stands ? t('again') : t('cast'), { kind: 'primary', submit: true, icon: 'vote', busy: this.busy ? tv('vote') : '' })}
          </div>
        </form>`,
    })}
    ${this.refused ? problem(this.refused) : nothing}
    ${doubts(this.refused, this.ballot, (confirmations) => {
      this.ballot = { ...this.ballot, confirmations };
      this.cast();
    })}`;
  }

  async cast(event) {
    event?.preventDefault();
    this.errors = checkVote(this.ballot);
    this.refused = null;
    this.done = false;
    if (this.errors.length > 0) {
      await focusSummary(this);
      return;
    }
    this.busy = true;
    try {
      await change(this, () =>
        call('POST', `${this.path}/votes`, {
          version: this.version,
          body: { motion: this.over, choice: this.ballot.choice, reason: this.ballot.reason, confirmations: this.ballot.confirmations },
          behalf: behalf(this.ballot),
        }),
      );
      this.done = true;
    } catch (e) {
      this.refused = e;
    } finally {
      this.busy = false;
    }
  }

  tallyCard() {
    const { motion: asked, votes, group } = this;
    const signs = { FOR: ['ok', 'check'], AGAINST: ['neutral', 'x'], ABSTAIN: ['neutral', 'minus'] };
    if (!VOTING[this.over]) {
      return nothing;
    }
    return html`${card({
      id: 'stemmen',
      title: t('votes'),
      number: votes.length,
      tools:
        asked?.adopted === undefined
          ? nothing
          : badge(asked.adopted ? 'ok' : 'neutral', t(asked.adopted ? 'adopted' : 'notAdopted', { day: dayOfInstant(asked.concluded) })),
      flush: html`<ul class="kp-tasks">
        ${group.seats.map((s) => {
          const vote = votes.find((v) => v.participant === s.participant);
          return html`<li class="kp-line kp-line--top">
            <div>
              <strong>${participantName(s.participant)}</strong>
              ${vote ? sub(this.read(vote.reason)) : nothing}
            </div>
            ${vote ? badge(signs[vote.choice][0], word('choice', vote.choice), signs[vote.choice][1]) : html`<span class="kp-note">${t('notVoted')}</span>`}
          </li>`;
        })}
      </ul>`,
      foot: html`<span
          >${t('votesNote', { n: votes.length, all: group.seats.length })}
          ${asked?.outside ? t('outside', { day: day(asked.outside.decided) }) : nothing}</span
        >
        ${this.open ? this.concluding() : nothing}`,
    })}
    ${this.hindrance ? refusal(this.hindrance, { id: 'wacht-afronden', title: t('concludeNot'), foot: t('votesNote', { n: votes.length, all: group.seats.length }) }) : nothing}`;
  }

  concluding() {
    if (session.is('CASE_DIRECTOR')) {
      return html`<span>${t('bureauVotes')}</span> ${button(t('outsideVotes'), { small: true, click: () => this.enterOutside() })}`;
    }
    return html`<div class="kp-actions">
      ${this.votes.length > 0 && !this.hindrance ? button(t('conclude'), { small: true, kind: 'primary', icon: 'gavel', click: () => this.conclude() }) : nothing}
      ${this.over === 'DESIGNATE' ? button(t('sendBack'), { small: true, icon: 'undo-2', click: () => this.sendBack() }) : nothing}
    </div>`;
  }

  send(method, path, options = {}) {
    return change(this, () => call(method, path, { version: this.version, ...options }));
  }

  conclude() {
    return confirm(t('conclude'), t('concludeWords'), () => this.send('POST', `${this.path}/${VOTING[this.over].path}`), {
      submit: t('conclude'),
      danger: false,
    });
  }

  sendBack() {
    return formDialog({
      title: t('sendBack'),
      intro: t('sendBackWords'),
      submit: t('sendBack'),
      value: { reason: '' },
      fields: (v, set) => field({ id: 'terug', label: t('sendBackReason'), type: 'area', value: v.reason, change: (reason) => set({ reason }) }),
      act: (v) => this.send('POST', `${this.path}/return`, { body: v }),
    });
  }

  // Documents and papers

  papersCard() {
    const director = session.is('CASE_DIRECTOR');
    const rows = [...this.documents.map((d) => ({ document: d })), ...this.papers.map((p) => ({ paper: p }))];
    return card({
      id: 'besluiten',
      title: t('documents'),
      number: rows.length,
      tools: director && ISSUABLE[this.knelpunt.state]?.length > 0 ? button(t('issue'), { icon: 'gavel', click: () => this.issue() }) : nothing,
      flush: table({
        caption: t('documents'),
        rows,
        empty: t('noDocuments'),
        columns: [
          {
            name: t('document'),
            cell: ({ document: d, paper: p }) =>
              d
                ? html`<strong>${d.number}</strong>${sub(t(`document_${d.kind}`))}`
                : html`<strong>${t('paper')}</strong>${sub(t('paperSub', { size: number(Math.ceil(p.size / 1024)), day: day(p.destroyBy) }))}`,
          },
          { name: t('issued'), cell: ({ document: d, paper: p }) => dayOfInstant(d?.issued ?? p.added) },
          {
            name: t('files'),
            cell: ({ document: d, paper: p }) =>
              button('PDF', {
                small: true,
                icon: 'download',
                label: `${t('download')}: ${d?.number ?? t('paper')} (PDF)`,
                click: () => download(d?.href ?? p.href, 'application/pdf'),
              }),
          },
        ],
      }),
    });
  }

  issue() {
    const kinds = ISSUABLE[this.knelpunt.state];
    return formDialog({
      title: t('issue'),
      intro: t('issueWords'),
      submit: t('issue'),
      value: { kind: kinds[0] },
      fields: (v, set) =>
        field({
          id: 'soort-document',
          label: t('issueKind'),
          type: 'select',
          value: v.kind,
          options: kinds.map((k) => [k, t(`document_${k}`)]),
          change: (kind) => set({ kind }),
        }),
      act: (v) => this.send('POST', `${this.path}/documents`, { body: v }),
    });
  }

  enterOutside() {
    let uploaded = null;
    return formDialog({
      title: t('outsideVotes'),
      intro: t('outsideWords'),
      submit: t('enter'),
      wide: true,
      value: { file: null, decided: today(), reason: '', votes: {} },
      check: (v) => [
        ...(v.file || uploaded ? [] : [{ id: 'stuk', message: t('fillFile') }]),
        ...(Object.values(v.votes).some(Boolean) ? [] : [{ id: 'stemmen-buiten-0', message: t('fillVotes') }]),
        ...(v.reason.trim() ? [] : [{ id: 'stemmen-reden', message: tv('fillReason') }]),
      ],
      fields: (v, set) => html`${fileField({ id: 'stuk', label: t('outsideFile'), accept: 'application/pdf', change: (file) => set({ file }) })}
        ${field({ id: 'besluitdag', label: t('outsideDay'), type: 'date', value: v.decided, change: (decided) => set({ decided }) })}
        <div class="kp-fields">
          ${this.group.seats.map((s, i) =>
            field({
              id: `stemmen-buiten-${i}`,
              label: t('outsideVote', { name: participantName(s.participant) }),
              type: 'select',
              empty: t('outsideNone'),
              value: v.votes[s.participant] ?? '',
              options: ['FOR', 'AGAINST', 'ABSTAIN'].map((c) => [c, tv(`choice_${c}`)]),
              change: (chosen) => set({ votes: { ...v.votes, [s.participant]: chosen } }),
            }),
          )}
        </div>
        ${field({ id: 'stemmen-reden', label: t('outsideReason'), type: 'area', value: v.reason, change: (reason) => set({ reason }) })}`,
      act: async (v) => {
        if (!uploaded) {
          const { body } = await call('POST', `${this.path}/papers`, { version: this.version, file: v.file, type: 'application/pdf' });
          uploaded = body.id;
          await this.again();
        }
        return this.send('POST', `${this.path}/outside-votes`, {
          body: {
            motion: this.over,
            paper: uploaded,
            decided: v.decided,
            votes: this.group.seats
              .filter((s) => v.votes[s.participant])
              .map((s) => ({ participant: s.participant, person: s.members[0]?.account, choice: v.votes[s.participant], reason: v.reason })),
          },
        });
      },
    });
  }
}

customElements.define('kp-proposal', Proposal);
export default Proposal;
