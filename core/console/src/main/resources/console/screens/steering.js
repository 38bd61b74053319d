import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { all, post } from '../app/api.js';
import { session } from '../app/session.js';
import { go } from '../app/router.js';
import { loadNames, participantName, word } from '../app/names.js';
import { planDialog } from '../app/meetings.js';
import { loadGroup, motion, motionOf, tally, votesFor, VOTING } from '../app/steering.js';
import { badge, button, card, clock, dayOf, day, longDay, sub, table } from '../kit/index.js';
import texts from '../texts/steering.js';

const t = dictionary(texts);
const LOOKS = { PLANNED: ['info', 'calendar'], HELD: ['warn', 'file-pen'], FIXED: ['ok', 'circle-check'], CANCELLED: ['neutral', 'x'] };

/** How a meeting stands, as a badge. */
export function meetingBadge(state) {
  const [status, sign] = LOOKS[state];
  return badge(status, t(`state_${state}`), sign);
}

/** Meetings, and everything that the steering group has still to decide, on an agenda or not. */
class Steering extends Screen {
  static follows = ['meeting.', 'knelpunt.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    const [meetings, knelpunten, cases, scans, group] = await Promise.all([
      all('/v1/meetings'),
      all('/v1/knelpunten'),
      all('/v1/case-consultations'),
      all('/v1/scans'),
      loadGroup(),
    ]);
    this.meetings = meetings;
    this.knelpunten = [...knelpunten, ...cases, ...scans];
    this.group = group;
  }

  content() {
    const byStart = (one, other) => one.starts.localeCompare(other.starts);
    const coming = this.meetings.filter((m) => m.state === 'PLANNED').sort(byStart);
    const past = this.meetings.filter((m) => m.state !== 'PLANNED').sort(byStart).reverse();
    return html`
      ${head({
        title: t('title'),
        sub: t('sub'),
        actions: session.is('CASE_DIRECTOR') ? button(t('plan'), { icon: 'calendar', kind: 'primary', click: () => this.plan() }) : nothing,
      })}
      <div class="kp-columns">
        <div class="kp-stack">
          ${this.open()} ${this.list('komend', t('coming'), coming, t('noneComing'))}
          ${past.length > 0 ? this.list('geweest', t('past'), past, '') : nothing}
        </div>
        ${this.who()}
      </div>
    `;
  }

  /** Every motion without a decision, whether it stands on an agenda or not. */
  open() {
    const rows = this.knelpunten.flatMap((k) => {
      const kinds = new Set(k.motions.filter((m) => m.adopted === undefined).map((m) => m.kind));
      if (k.state === 'SUBMITTED') {
        kinds.add('DESIGNATE');
      }
      this.meetings
        .filter((m) => m.state === 'PLANNED')
        .flatMap((m) => m.items)
        .filter((i) => i.knelpunt === k.id && !i.conclusion && motionOf(i))
        .forEach((i) => kinds.add(motionOf(i)));
      return [...kinds].map((kind) => ({ knelpunt: k, kind, votes: motion(k, kind)?.votes ?? [] }));
    });
    return card({
      id: 'open',
      title: t('open'),
      number: rows.length,
      flush:
        rows.length === 0
          ? html`<p class="kp-empty">${t('noneOpen')}</p>`
          : html`<ul class="kp-tasks">
              ${rows.map((row) => this.motionRow(row))}
            </ul>`,
    });
  }

  motionRow({ knelpunt, kind, votes }) {
    const meeting = this.meetings.find(
      (m) => m.state === 'PLANNED' && m.items.some((i) => i.knelpunt === knelpunt.id && motionOf(i) === kind && !i.conclusion),
    );
    const mine = votesFor(this.group, VOTING[kind].act);
    const missing = mine.filter((p) => !votes.some((v) => v.participant === p));
    const own = votes.find((v) => mine.includes(v.participant));
    const href = `/stuurgroep/voorstel/${knelpunt.id}?over=${kind}`;
    return html`<li class="kp-task kp-steer">
      <div>
        <p class="kp-note">${word('motion', kind)}</p>
        <p class="kp-task__what"><a href=${href}>${knelpunt.title}</a></p>
        <p class="kp-note">
          ${meeting ? t('onAgenda', { day: day(dayOf(meeting.starts)) }) : t('notOnAgenda')} ·
          ${t('votes', { n: tally(votes).voted, all: this.group.seats.length })}
        </p>
      </div>
      <span
        >${missing.length > 0
          ? badge('warn', t('youDidNot'), 'vote')
          : own
            ? badge('neutral', t('youVoted', { choice: word('choice', own.choice) }), 'check')
            : nothing}</span
      >
      ${button(mine.length > 0 ? t('read') : t('readOnly'), { href, label: `${mine.length > 0 ? t('read') : t('readOnly')}: ${knelpunt.title}` })}
    </li>`;
  }

  list(id, title, rows, empty) {
    return card({
      id,
      title,
      number: rows.length,
      flush: table({
        caption: title,
        rows,
        empty,
        columns: [
          {
            name: t('meeting'),
            cell: (m) =>
              html`<a href="/stuurgroep/${m.id}">${m.form === 'WRITTEN' ? t('form_WRITTEN') : longDay(dayOf(m.starts))}</a>${sub(
                  m.form === 'WRITTEN' ? `${t('until').toLowerCase()} ${day(dayOf(m.starts))} ${clock(m.starts)}` : `${clock(m.starts)} · ${m.place}`,
                )}`,
          },
          {
            name: t('agenda'),
            cell: (m) =>
              m.items.length === 0
                ? html`<span class="kp-note">${t('noItems')}</span>`
                : html`${t('items', { n: m.items.length })}${sub(m.items.map((i) => i.title).join(', '))}`,
          },
          { name: t('state'), cell: (m) => meetingBadge(m.state) },
        ],
      }),
    });
  }

  who() {
    return card({
      id: 'wie',
      title: t('group'),
      body: html`<p class="kp-note">${t('groupNote')}</p>
        <dl class="kp-people">
          ${this.group.seats.map(
            (s) => html`<dt>${participantName(s.participant)}</dt>
              ${s.members.length === 0 && s.mandates.length === 0 ? html`<dd class="kp-note">${t('noMember')}</dd>` : nothing}
              ${s.members.map((m) => html`<dd>${m.name}</dd>`)}
              ${s.mandates.map((m) => html`<dd>${m.holderName}${sub(t('byMandate', { day: day(m.until) }))}</dd>`)}`,
          )}
        </dl>`,
      foot: html`<a href="/stuurgroep/mandaten">${t('mandates')}</a>`,
    });
  }

  async plan() {
    const made = await planDialog(this.group, null, (plan) => post('/v1/meetings', plan));
    if (made?.id) {
      go(`/stuurgroep/${made.id}`);
    }
  }
}

customElements.define('kp-steering', Steering);
export default Steering;
