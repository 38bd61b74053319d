import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, get, may } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { category, loadNames, participantName } from '../app/names.js';
import { provisionBadge, recipientName } from '../app/provisions.js';
import {
  badge, button, card, choice, confirm, day, dayOfInstant, due, field, formDialog, frozen, notice, pairs, refusal, steps, sub, table, today,
} from '../kit/index.js';
import texts from '../texts/result.js';
import resultsTexts from '../texts/results.js';

const t = dictionary(texts);
const tr = dictionary(resultsTexts);

/** One result that leaves: what, to whom, who agrees, and what came of it. */
class Result extends Screen {
  static follows = ['provision.', 'result.'];

  title() {
    return this.provision?.description ?? t('results');
  }

  get path() {
    return `/v1/provisions/${this.params.provision}`;
  }

  async load() {
    await loadNames();
    this.provision = await get(this.path);
    this.hindrance = null;
    if (session.is('CASE_DIRECTOR') && ['PREPARED', 'ASKED'].includes(this.provision.state)) {
      const judged = await may('PROVIDE', this.provision.id);
      this.hindrance = judged.permitted ? null : judged.refusals;
    }
  }

  content() {
    const p = this.provision;
    const director = session.is('CASE_DIRECTOR');
    const before = ['PREPARED', 'ASKED'].includes(p.state);
    return html`
      ${head({
        crumbs: [{ name: t('results'), href: '/resultaten' }, { name: tr(`kind_${p.kind}`) }],
        title: p.description ?? tr(`kind_${p.kind}`),
        sub: t('to', { name: recipientName(p.recipient) }),
        badges: html`${provisionBadge(p.state)} ${badge('neutral', tr(`kind_${p.kind}`), 'package-check')} ${badge('neutral', tr(`type_${p.recipient.type}`), 'building-2')}`,
        actions:
          director && before
            ? html`${button(t('withdraw'), { kind: 'danger', click: () => this.withdraw() })}
              ${p.state === 'PREPARED' ? button(t('ask'), { icon: 'message-square-reply', click: () => this.ask() }) : nothing}
              ${this.hindrance ? nothing : button(t('provide'), { icon: 'send', kind: 'primary', click: () => this.provide() })}`
            : nothing,
      })}
      <section class="kp-card kp-panel">${this.steps(p)}</section>
      ${p.withdrawal ? notice(t('withdrawn', { reason: p.withdrawal.reason })) : nothing}
      <div class="kp-columns">
        <div class="kp-stack">${this.what(p)} ${this.data(p)} ${this.feedback(p)} ${this.goesAlong(p)}</div>
        <div class="kp-stack">
          ${this.hindrance ? refusal(this.hindrance, { title: t('notYet'), foot: t('notYetFoot') }) : nothing} ${this.answers(p)} ${this.test(p)}
        </div>
      </div>
    `;
  }

  steps(p) {
    const when = (instant) => (instant ? dayOfInstant(instant) : undefined);
    const order = [
      ['PREPARED', when(p.prepared), true],
      ['ASKED', when(p.round?.at), Boolean(p.round)],
      ['TESTED', when(p.test?.at), Boolean(p.test)],
      ['PROVIDED', when(p.provided), Boolean(p.provided)],
      ['FED_BACK', when(p.feedback?.at), Boolean(p.feedback)],
    ];
    // Who may do without asking or testing has those steps no more.
    const free = p.provided || (session.is('CASE_DIRECTOR') && !this.hindrance);
    const needed = order.filter(([s, , done]) => done || !free || !['ASKED', 'TESTED'].includes(s));
    const end = ['STOPPED', 'WITHDRAWN'].includes(p.state) ? p.state : null;
    const shown = end ? [...order.filter(([, , done]) => done), [end, when(p.withdrawal?.at), true]] : needed;
    const undone = shown.findIndex(([, , done]) => !done);
    return steps(
      shown.map(([s, at]) => ({ name: t(`step_${s}`), when: at })),
      undone < 0 ? shown.length : undone,
      { label: t('steps') },
    );
  }

  what(p) {
    const r = p.recipient;
    return card({
      id: 'wat',
      title: t('what'),
      tools: p.qualityTested ? badge('ok', `${t('quality')}: ${t('tested')}`) : badge('warn', `${t('quality')}: ${t('notTested')}`),
      body: html`${p.text ? html`<p class="kp-text">${p.text}</p>` : nothing}
      ${pairs([
        [t('base'), p.informationBase],
        [t('legalBasis'), p.legalBasis],
        [t('necessity'), p.necessity],
        [t('task'), p.task],
        [t('interest'), r.interest ? tr(`interest_${r.interest}`) : undefined],
        [t('exchange'), r.verband ? [tr(`verband_${r.verband}`), r.mode ? tr(`mode_${r.mode}`) : ''].filter(Boolean).join(': ') : undefined],
      ])}`,
    });
  }

  /** What the recipient is told with it. */
  goesAlong(p) {
    return p.notices?.length > 0
      ? card({
          id: 'erbij',
          title: t('goesAlong'),
          body: html`<ul class="kp-bullets">
            ${p.notices.map((n) => html`<li>${n}</li>`)}
          </ul>`,
        })
      : nothing;
  }

  data(p) {
    const rows = p.data ?? [];
    return card({
      id: 'gegevens',
      title: t('data'),
      number: rows.length,
      body: p.destroyed?.length > 0 ? html`<p class="kp-note">${t('hiddenData', { n: p.destroyed.length })}</p>` : nothing,
      flush: table({
        caption: t('data'),
        rows,
        empty: t('noData'),
        rowClass: (d) => (d.frozen ? 'is-frozen' : ''),
        columns: [
          { name: t('datum'), cell: (d) => html`${d.content ? html`<span class="kp-text">${d.content}</span>` : nothing}${d.frozen ? frozen(d.frozen) : sub(both(category(d.category)?.name))}` },
          { name: t('supplier'), cell: (d) => participantName(d.supplier) },
          { name: t('destroyBy'), cell: (d) => (d.destroyBy ? day(d.destroyBy) : '–') },
        ],
      }),
    });
  }

  answers(p) {
    const { round, answers } = p;
    const mine = session.account.participant;
    const asked = round?.asked ?? [];
    const answers_ = new Map((answers ?? []).map((a) => [a.participant, a]));
    const mayAnswer = p.state === 'ASKED' && asked.includes(mine) && session.is('WORKER', 'STEERING_MEMBER');
    return card({
      id: 'antwoorden',
      title: t('answers'),
      number: asked.length || undefined,
      body: asked.length === 0 ? html`<p class="kp-second">${p.provided ? t('notNeeded') : t('noRound')}</p>` : html`<p class="kp-note">${t('until', { day: day(round.until) })}</p>`,
      flush:
        asked.length === 0
          ? nothing
          : html`<ul class="kp-tasks">
              ${asked.map((participant) => {
                const a = answers_.get(participant);
                return html`<li class="kp-line kp-line--top">
                  <div><strong>${participantName(participant)}</strong>${a?.ground ? sub(a.ground) : nothing}</div>
                  ${a ? badge(a.consents ? 'ok' : 'bad', a.consents ? t('consents') : t('objects'), a.consents ? 'check' : 'ban') : html`<span class="kp-note">${t('silent')}</span>`}
                </li>`;
              })}
            </ul>`,
      foot: mayAnswer ? html`<span></span>${button(t('answer'), { kind: 'primary', small: true, click: () => this.answer() })}` : nothing,
    });
  }

  test(p) {
    return card({
      id: 'toets',
      title: t('test'),
      body: p.test
        ? html`<p>${badge(p.test.lawful ? 'ok' : 'bad', p.test.lawful ? t('lawful') : t('unlawful'), 'scale')} <span class="kp-note">${dayOfInstant(p.test.at)}</span></p>`
        : html`<p class="kp-second">${p.provided ? t('notNeeded') : t('noTest')}</p>`,
      foot:
        session.is('RAC_MEMBER') && ['PREPARED', 'ASKED'].includes(p.state)
          ? html`<span></span>${button(t('recordTest'), { small: true, kind: 'primary', click: () => this.recordTest() })}`
          : nothing,
    });
  }

  feedback(p) {
    if (!p.provided) {
      return nothing;
    }
    const gives = session.is('CASE_DIRECTOR') || (session.is('WORKER') && p.recipient.participant === session.account.participant);
    return card({
      id: 'terugkoppeling',
      title: t('feedback'),
      tools: p.feedback ? badge(p.feedback.followedUp ? 'ok' : 'neutral', p.feedback.followedUp ? t('followedYes') : t('followedNo')) : p.feedbackDue ? due(p.feedbackDue) : nothing,
      body: p.feedback
        ? html`<p class="kp-text">${p.feedback.text}</p>
            <p class="kp-note">${day(p.feedback.date)}${p.feedback.document ? `, ${p.feedback.document}` : ''}</p>`
        : html`<p class="kp-second">${p.feedbackDue ? t('feedbackDue', { day: day(p.feedbackDue) }) : nothing}</p>`,
      foot: !p.feedback && gives ? html`<span></span>${button(t('giveFeedback'), { small: true, kind: 'primary', click: () => this.giveFeedback() })}` : nothing,
    });
  }

  send(path, body, options = {}) {
    return change(this, () => call('POST', this.path + path, { version: this.provision.version, body, ...options }));
  }

  ask() {
    return confirm(t('ask'), t('askWords'), () => this.send('/round'), { submit: t('ask'), danger: false });
  }

  withdraw() {
    return formDialog({
      title: t('withdraw'),
      submit: t('withdraw'),
      danger: true,
      value: { reason: '' },
      fields: (v, set) => field({ id: 'intrekken', label: t('withdrawReason'), type: 'area', value: v.reason, change: (reason) => set({ reason }) }),
      act: (v) => this.send('/withdrawal', v),
    });
  }

  answer() {
    return formDialog({
      title: t('yourAnswer'),
      submit: t('answer'),
      value: { consents: 'true', ground: '' },
      fields: (v, set) => html`${choice({
          id: 'antwoord',
          legend: t('yourAnswer'),
          value: v.consents,
          options: [
            ['true', t('consent')],
            ['false', t('object')],
          ],
          change: (consents) => set({ consents }),
        })}
        ${v.consents === 'false' ? field({ id: 'antwoord-grond', label: t('ground'), type: 'area', value: v.ground, change: (ground) => set({ ground }) }) : nothing}`,
      act: (v) => this.send('/answers', { consents: v.consents === 'true', ground: v.ground || undefined, confirmations: v.confirmations }),
    });
  }

  recordTest() {
    return formDialog({
      title: t('recordTest'),
      submit: t('recordTest'),
      value: { reference: '', about: this.provision.description ?? '', date: today(), lawful: 'true' },
      check: (v) => (v.reference.trim() ? [] : [{ id: 'toets-kenmerk', message: t('fillReference') }]),
      fields: (v, set, errors) => html`${field({
          id: 'toets-kenmerk',
          label: t('reference'),
          value: v.reference,
          message: errors[0]?.message,
          state: errors[0] ? 'wrong' : '',
          change: (reference) => set({ reference }),
        })}
        ${field({ id: 'toets-over', label: t('about'), type: 'area', value: v.about, change: (about) => set({ about }) })}
        ${field({ id: 'toets-datum', label: t('date'), type: 'date', value: v.date, change: (date) => set({ date }) })}
        ${choice({
          id: 'toets-uitkomst',
          legend: t('found'),
          value: v.lawful,
          options: [
            ['true', t('lawful')],
            ['false', t('unlawful')],
          ],
          change: (lawful) => set({ lawful }),
        })}`,
      act: (v) => this.send('/test', { ...v, lawful: v.lawful === 'true' }),
    });
  }

  provide() {
    return formDialog({
      title: t('provide'),
      intro: t('provideWords', { name: recipientName(this.provision.recipient) }),
      submit: t('provide'),
      value: { confirmed: false },
      fields: (v, set) => field({ id: 'beperkingen', type: 'check', label: t('restrictions'), value: v.confirmed, change: (confirmed) => set({ confirmed }) }),
      act: async (v) => {
        const { body } = await call('POST', `${this.path}/provide${v.confirmed ? '?restrictionsConfirmed=true' : ''}`, { version: this.provision.version });
        save(body);
        await this.again();
      },
    });
  }

  giveFeedback() {
    const outside = this.provision.recipient.type !== 'PARTICIPANT';
    return formDialog({
      title: t('giveFeedback'),
      submit: t('giveFeedback'),
      value: { followedUp: 'true', text: '', date: today(), document: '' },
      fields: (v, set) => html`${choice({
          id: 'opgevolgd',
          legend: t('followedUp'),
          value: v.followedUp,
          options: [
            ['true', t('yes')],
            ['false', t('no')],
          ],
          change: (followedUp) => set({ followedUp }),
        })}
        ${field({ id: 'terug-tekst', label: t('cameOf'), type: 'area', value: v.text, change: (text) => set({ text }) })}
        ${field({ id: 'terug-datum', label: t('date'), type: 'date', value: v.date, change: (date) => set({ date }) })}
        ${outside ? field({ id: 'terug-brief', label: t('letter'), value: v.document, change: (document) => set({ document }) }) : nothing}`,
      act: (v) =>
        this.send('/feedback', {
          followedUp: v.followedUp === 'true',
          text: v.text,
          date: v.date,
          document: v.document || undefined,
          confirmations: v.confirmations,
        }),
    });
  }
}

/** What was provided, as a file to hand to the recipient. */
function save(provision) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(provision, null, 1)], { type: 'application/json' }));
  link.download = `resultaat-${provision.id}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

customElements.define('kp-result', Result);
export default Result;
