import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { all, call, get } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { loadNames, participantName, word } from '../app/names.js';
import { planDialog } from '../app/meetings.js';
import { loadGroup, motion, motionOf, tally, votesFor, votesOn, VOTING } from '../app/steering.js';
import { beginVote, behalf, checkVote, voteFields } from '../app/voting.js';
import {
  badge, button, card, choice, clock, compare, confirm, day, dayOf, dayOfInstant, field, formDialog, longDay, steps, sub,
} from '../kit/index.js';
import texts from '../texts/meeting.js';
import votingTexts from '../texts/voting.js';

const t = dictionary(texts);
const tv = dictionary(votingTexts);
const KINDS = ['DESIGNATION', 'PROLONGATION', 'CLOSURE', 'INVOLVEMENT', 'PHASE', 'OTHER'];
const OUTCOMES = { ADOPTED: 'ok', REJECTED: 'neutral', SENT_BACK: 'warn', DEFERRED: 'neutral' };

/** One meeting of the steering group: agenda, votes, who is there, minutes. */
class Meeting extends Screen {
  static follows = ['meeting.', 'knelpunt.'];

  title() {
    if (!this.meeting) {
      return t('steering');
    }
    const { form, starts } = this.meeting;
    return t(form === 'WRITTEN' ? 'roundUntil' : 'meetingOf', { day: day(dayOf(starts)) });
  }

  get path() {
    return `/v1/meetings/${this.params.meeting}`;
  }

  async load() {
    await loadNames();
    const [meeting, knelpunten, cases, scans, group] = await Promise.all([
      get(this.path),
      all('/v1/knelpunten'),
      all('/v1/case-consultations'),
      all('/v1/scans'),
      loadGroup(),
    ]);
    this.meeting = meeting;
    this.group = group;
    this.knelpunten = new Map([...knelpunten, ...cases, ...scans].map((k) => [k.id, k]));
  }

  content() {
    const { meeting } = this;
    const chair = meeting.chair ? t('chairedBy', { name: this.group.names.get(meeting.chair) ?? '' }) : t('noChair');
    const time = clock(meeting.starts);
    const planned = meeting.state === 'PLANNED';
    const director = session.is('CASE_DIRECTOR');
    const begins = planned && !meeting.begun;
    return html`
      ${head({
        crumbs: [{ name: t('steering'), href: '/stuurgroep' }, { name: day(dayOf(meeting.starts)) }],
        title: meeting.form === 'WRITTEN' ? this.title() : t('meetingOf', { day: longDay(dayOf(meeting.starts)) }),
        sub: meeting.form === 'WRITTEN' ? t('subRound', { time, chair }) : t('subMeeting', { time, place: meeting.place, chair }),
        actions:
          director && planned
            ? html`${button(t('cancel'), { kind: 'danger', click: () => this.cancel() })}
              ${button(t('change'), { icon: 'pencil', click: () => this.change() })}
              ${begins ? nothing : button(t('end'), { icon: 'check', kind: 'primary', click: () => this.end() })}`
            : nothing,
      })}
      <section class="kp-card kp-panel">
        ${this.steps()}${begins ? html`<p class="kp-note">${t('notBegun', { day: longDay(dayOf(meeting.starts)), time })}</p>` : nothing}
      </section>
      ${this.agenda(director && planned)}
      <div class="kp-columns">${this.minutes()} ${this.attendance(director && planned)}</div>
    `;
  }

  steps() {
    const { state, starts, minutes } = this.meeting;
    const when = day(dayOf(starts));
    if (state === 'CANCELLED') {
      return steps([{ name: t('stepPlanned'), when }, { name: t('stepCancelled') }], 1, { label: t('steps') });
    }
    return steps(
      [
        { name: t('stepPlanned'), when },
        { name: t('stepHeld') },
        { name: t('stepFixed'), when: minutes?.fixed ? dayOfInstant(minutes.fixed.at) : undefined },
      ],
      { PLANNED: 0, HELD: 1, FIXED: 3 }[state],
      { label: t('steps') },
    );
  }

  agenda(changes) {
    const { items } = this.meeting;
    return card({
      id: 'agenda',
      title: t('agenda'),
      number: items.length,
      tools: changes ? button(t('putOn'), { icon: 'plus', click: () => this.putOn() }) : nothing,
      flush:
        items.length === 0
          ? html`<p class="kp-empty">${changes ? t('noAgendaDirector') : t('noAgenda')}</p>`
          : html`<ol class="kp-agenda">
              ${items.map((item) => this.item(item, changes))}
            </ol>`,
    });
  }

  item(item, changes) {
    const knelpunt = this.knelpunten.get(item.knelpunt);
    const kind = motionOf(item);
    const votes = votesOn(item, knelpunt);
    const href = knelpunt ? `/stuurgroep/voorstel/${knelpunt.id}?over=${kind ?? item.kind}` : null;
    const open = !item.conclusion && this.meeting.state === 'PLANNED';
    const mine = votesFor(this.group, kind ? VOTING[kind].act : 'VOTE_ITEM');
    const voted = mine.length > 0 && mine.every((p) => votes.some((v) => v.participant === p));
    return html`<li class="kp-agenda__item">
      <div class="kp-agenda__words">
        <p class="kp-note">${t(`kind_${item.kind}`)}</p>
        <h3>${href ? html`<a href=${href}>${item.title}</a>` : item.title}</h3>
        ${item.explanation ? html`<p class="kp-text">${item.explanation}</p>` : nothing}
        <p class="kp-note">${this.count(item, votes)}</p>
        ${votes.length > 0 && !kind ? this.reasons(votes) : nothing}
      </div>
      <div class="kp-agenda__acts">
        ${item.conclusion ? badge(OUTCOMES[item.conclusion.outcome], t(`outcome_${item.conclusion.outcome}`)) : nothing}
        ${href && kind
          ? button(open && mine.length > 0 && !voted ? t('readAndVote') : t('read'), {
              href,
              kind: open && mine.length > 0 && !voted ? 'primary' : 'second',
              label: `${t('read')}: ${item.title}`,
            })
          : nothing}
        ${open && this.meeting.begun && !kind && mine.length > 0
          ? html`${button(voted ? t('changeVote') : t('vote'), { kind: voted ? 'second' : 'primary', click: () => this.vote(item, mine) })}
            ${votes.length > 0 ? button(t('conclude'), { click: () => this.conclude(item) }) : nothing}`
          : nothing}
        ${open && changes && votes.length === 0
          ? button(t('takeOff'), { kind: 'quiet', small: true, icon: 'x', label: `${t('takeOff')}: ${item.title}`, click: () => this.takeOff(item) })
          : nothing}
      </div>
    </li>`;
  }

  count(item, votes) {
    const counted = item.conclusion?.count;
    const n = counted
      ? { for: counted.inFavour, against: counted.against, abstain: counted.blank }
      : tally(votes);
    if (!counted && votes.length === 0) {
      return item.conclusion?.reason ?? t('noVotes');
    }
    return t('voted', {
      n: counted?.represented ?? votes.length,
      all: this.group.seats.length,
      counted: t('counted', n),
    });
  }

  reasons(votes) {
    return html`<dl class="kp-pairs">
      ${votes.map(
        (v) => html`<dt>${participantName(v.participant)}</dt>
          <dd>${word('choice', v.choice)}. ${v.reason}</dd>`,
      )}
    </dl>`;
  }

  attendance(changes) {
    const known = new Map(this.meeting.attendance.map((a) => [a.participant, a]));
    return card({
      id: 'aanwezig',
      title: t('attendance'),
      flush: html`<ul class="kp-tasks">
        ${this.group.seats.map((s) => {
          const a = known.get(s.participant);
          return html`<li class="kp-line">
            <div>
              <strong>${participantName(s.participant)}</strong>
              ${sub(a ? `${t(`presence_${a.presence}`)}${a.person ? `: ${this.group.names.get(a.person) ?? ''}` : ''}` : t('notYet'))}
            </div>
            ${changes
              ? button(t('record'), { kind: 'quiet', small: true, label: `${t('record')}: ${participantName(s.participant)}`, click: () => this.record(s, a) })
              : nothing}
          </li>`;
        })}
      </ul>`,
    });
  }

  minutes() {
    const { minutes, state, chair } = this.meeting;
    const writes = session.is('CASE_DIRECTOR') && state === 'HELD';
    const fixes = session.is('STEERING_MEMBER') && state === 'HELD' && minutes;
    return card({
      id: 'notulen',
      title: t('minutes'),
      tools: html`${minutes
        ? minutes.fixed
          ? badge('ok', t('fixedOn', { day: dayOfInstant(minutes.fixed.at) }))
          : badge('warn', t('draft'), 'file-pen')
        : nothing}
      ${writes ? button(minutes ? t('writeOn') : t('write'), { icon: 'pencil', click: () => this.write() }) : nothing}
      ${fixes ? button(t('fix'), { kind: 'primary', click: () => this.fix(chair) }) : nothing}`,
      body: minutes ? html`<p class="kp-text">${minutes.text}</p>` : html`<p class="kp-second">${t('noMinutes')}</p>`,
    });
  }

  send(method, path, body, options = {}) {
    return change(this, () => call(method, path, { version: this.meeting.version, body, ...options }));
  }

  change() {
    return planDialog(this.group, this.meeting, (plan) => this.send('PATCH', this.path, plan));
  }

  cancel() {
    return formDialog({
      title: t('cancelTitle'),
      intro: t('cancelWords'),
      submit: t('cancel'),
      danger: true,
      value: { reason: '' },
      fields: (v, set) => field({ id: 'afgelast', label: t('cancelReason'), type: 'area', value: v.reason, change: (reason) => set({ reason }) }),
      act: (v) => this.send('POST', `${this.path}/cancellation`, v),
    });
  }

  end() {
    return confirm(t('end'), t('endWords'), () => this.send('POST', `${this.path}/end`), { submit: t('end'), danger: false });
  }

  /** What can still be decided on each knelpunt, by the kind of item. */
  choices(kind) {
    const fits = {
      DESIGNATION: (k) => k.state === 'SUBMITTED',
      PROLONGATION: (k) => k.state === 'DESIGNATED',
      CLOSURE: (k) => k.state === 'DESIGNATED',
      INVOLVEMENT: (k) => motion(k, 'INVOLVE')?.adopted === undefined && k.state === 'DESIGNATED',
      PHASE: (k) => k.state === 'DESIGNATED',
    };
    return kind === 'OTHER' ? [] : [...this.knelpunten.values()].filter(fits[kind]);
  }

  putOn() {
    const first = KINDS.find((k) => this.choices(k).length > 0) ?? 'OTHER';
    const titleOf = (id) => this.knelpunten.get(id)?.title ?? '';
    // The title goes along while nobody wrote one: with the arrow keys every choice is passed on the way to the one that is meant.
    const about = (v, set, chosen) => set({ ...chosen, title: v.title === titleOf(v.knelpunt) ? titleOf(chosen.knelpunt) : v.title });
    return formDialog({
      title: t('putOn'),
      submit: t('putOn'),
      value: { kind: first, knelpunt: '', title: '', explanation: '' },
      check: (v) => [
        ...(v.kind === 'OTHER' || v.knelpunt ? [] : [{ id: 'punt-over', message: t('fillAbout') }]),
        ...(v.title.trim() ? [] : [{ id: 'punt-titel', message: t('fillTitle') }]),
      ],
      fields: (v, set, errors) => {
        const message = (id) => errors.find((e) => e.id === id)?.message;
        return html`${field({
            id: 'punt-soort',
            label: t('what'),
            type: 'select',
            value: v.kind,
            options: KINDS.map((k) => [k, t(`kind_${k}`)]),
            change: (kind) => about(v, set, { kind, knelpunt: '' }),
          })}
          ${v.kind === 'OTHER'
            ? nothing
            : field({
                id: 'punt-over',
                label: t('about'),
                type: 'select',
                empty: t('chooseKnelpunt'),
                value: v.knelpunt,
                options: this.choices(v.kind).map((k) => [k.id, k.title]),
                message: message('punt-over'),
                state: message('punt-over') ? 'wrong' : '',
                change: (knelpunt) => about(v, set, { knelpunt }),
              })}
          ${field({
            id: 'punt-titel',
            label: t('itemTitle'),
            hint: t('itemTitleHint'),
            value: v.title,
            max: 200,
            message: message('punt-titel'),
            state: message('punt-titel') ? 'wrong' : '',
            change: (title) => set({ title }),
          })}
          ${field({ id: 'punt-uitleg', label: t('explanation'), optional: true, type: 'area', value: v.explanation, change: (explanation) => set({ explanation }) })}`;
      },
      act: (v) =>
        this.send('POST', `${this.path}/items`, {
          kind: v.kind,
          knelpunt: v.knelpunt || undefined,
          title: v.title,
          explanation: v.explanation || undefined,
          confirmations: v.confirmations,
        }),
    });
  }

  takeOff(item) {
    return confirm(t('takeOff'), t('takeOffWords'), () => this.send('DELETE', `${this.path}/items/${item.id}`), { submit: t('takeOff') });
  }

  vote(item, participants) {
    return formDialog({
      title: tv('voteTitle', { title: item.title }),
      intro: item.explanation ?? nothing,
      submit: tv('vote'),
      value: beginVote(participants, item.votes),
      check: checkVote,
      fields: (v, set, errors) => voteFields(participants, v, set, errors),
      act: (v) =>
        this.send(
          'POST',
          `${this.path}/items/${item.id}/votes`,
          { choice: v.choice, reason: v.reason, confirmations: v.confirmations },
          { behalf: behalf(v) },
        ),
    });
  }

  conclude(item) {
    return confirm(t('conclude'), t('concludeWords'), () => this.send('POST', `${this.path}/items/${item.id}/conclusion`), {
      submit: t('conclude'),
      danger: false,
    });
  }

  record(seat, known) {
    const people = { PRESENT: seat.members.map((m) => [m.account, m.name]), REPRESENTED: seat.mandates.map((m) => [m.holder, m.holderName]) };
    return formDialog({
      title: t('recordTitle', { name: participantName(seat.participant) }),
      submit: t('record'),
      value: { presence: known?.presence ?? 'PRESENT', person: known?.person ?? seat.members[0]?.account ?? '' },
      check: (v) => (v.presence === 'ABSENT' || v.person ? [] : [{ id: 'aanw-wie', message: t('fillPerson') }]),
      fields: (v, set, errors) => html`${choice({
          id: 'aanw',
          legend: t('presence'),
          value: v.presence,
          options: [
            ['PRESENT', t('presence_PRESENT'), t('presence_hint_PRESENT')],
            ['REPRESENTED', t('presence_REPRESENTED'), t('presence_hint_REPRESENTED')],
            ['ABSENT', t('presence_ABSENT')],
          ],
          change: (presence) => set({ presence, person: people[presence]?.[0]?.[0] ?? '' }),
        })}
        ${v.presence === 'ABSENT'
          ? nothing
          : field({
              id: 'aanw-wie',
              label: t('person'),
              type: 'select',
              empty: '',
              value: v.person,
              options: people[v.presence],
              message: errors[0]?.message,
              state: errors[0] ? 'wrong' : '',
              change: (person) => set({ person }),
            })}`,
      act: (v) =>
        this.send('POST', `${this.path}/attendance`, {
          participant: seat.participant,
          presence: v.presence,
          person: v.presence === 'ABSENT' ? undefined : v.person,
        }),
    });
  }

  write() {
    const before = this.meeting.minutes?.text ?? '';
    return formDialog({
      title: t('minutes'),
      wide: true,
      submit: t('save'),
      value: { text: before },
      fields: (v, set) =>
        field({ id: 'notulen-tekst', label: t('minutesText'), hint: t('minutesHint'), type: 'area', rows: 14, value: v.text, change: (text) => set({ text }) }),
      act: async (v) => {
        try {
          return await this.send('PUT', `${this.path}/minutes`, { text: v.text, confirmations: v.confirmations });
        } catch (e) {
          const theirs = this.meeting.minutes?.text ?? '';
          if (!e.isStale || theirs === before) {
            throw e;
          }
          const kept = await compare(e, [{ name: t('minutes'), mine: v.text, theirs }]);
          if (kept !== 'mine') {
            return true;
          }
          return this.send('PUT', `${this.path}/minutes`, { text: v.text, confirmations: v.confirmations });
        }
      },
    });
  }

  async fix(chair) {
    const later = (await all('/v1/meetings')).filter((m) => m.starts > this.meeting.starts && m.state !== 'CANCELLED');
    return formDialog({
      title: t('fixTitle'),
      intro: t('fixWords'),
      submit: t('fix'),
      value: { meeting: chair === session.account.id ? '' : (later[0]?.id ?? '') },
      fields: (v, set) =>
        field({
          id: 'vastgesteld-in',
          label: t('fixedAt'),
          type: 'select',
          value: v.meeting,
          options: [['', t('fixedByChair')], ...later.map((m) => [m.id, longDay(dayOf(m.starts))])],
          change: (meeting) => set({ meeting }),
        }),
      act: (v) => this.send('POST', `${this.path}/minutes/fixing`, { meeting: v.meeting || undefined }),
    });
  }
}

customElements.define('kp-meeting', Meeting);
export default Meeting;
