import { html, nothing } from 'lit';
import { head } from '../../app/element.js';
import { both, dictionary } from '../../app/language.js';
import { post, put, remove } from '../../app/api.js';
import { session } from '../../app/session.js';
import { go } from '../../app/router.js';
import { newProposal } from '../../app/newproposal.js';
import { allParticipants, category, participant, participantName, word } from '../../app/names.js';
import {
  badge, button, card, choice, confirm, day, dayOfInstant, field, formDialog, frozen, openDialog, pairs, steps, sub, table,
} from '../../kit/index.js';
import { datumDetails } from './datum.js';
import { signalBadge } from '../signals.js';
import texts from '../../texts/signal.js';

const t = dictionary(texts);
const STATES = ['DRAFT', 'REPORTED', 'ASKED', 'RECOGNISED', 'WEIGHED', 'TAKEN_UP', 'LINKED'];
const CRITERIA = ['indications', 'manifestation', 'necessity', 'jointApproach', 'region'];
const ANSWERS = { OPEN: ['info', 'clock'], RECOGNISED: ['ok', 'circle-check'] };
const FACTORS = ['purpose', 'type', 'extent', 'weight', 'connection'];

/** A reported signal, to be read, recognised and weighed. */
export function view(screen) {
  const s = screen.signal;
  const actions = acts(screen);
  return html`
    ${head({
      crumbs: [{ name: t('crumb'), href: '/signalen' }, { name: s.title ?? t('noTitle') }],
      title: s.title ?? t('noTitle'),
      badges: html`${signalBadge(s.state)} ${s.manifestation ? badge('neutral', word('manifestation', s.manifestation), 'tag') : nothing}`,
      actions: actions.map(([words, act, kind], i) => button(words, { kind: kind ?? (i === 0 ? 'primary' : 'second'), click: act })),
    })}
    <div class="kp-card kp-standing kp-standing--alone">${standing(s)}</div>
    ${s.frozen ? html`<div class="kp-card"><div class="kp-card__head">${frozen(s.frozen)}</div></div>` : nothing}
    <div class="kp-columns">
      <div class="kp-stack">${observation(s)} ${why(s)} ${data(s)} ${recognition(s)} ${assessment(s)}</div>
      <div class="kp-stack">${aside(screen)}</div>
    </div>
  `;
}

function standing(s) {
  const names = ['stepReported', 'stepRecognised', 'stepWeighed', 'stepTaken', 'stepLinked'];
  const now = { DRAFT: 0, REPORTED: 1, ASKED: 1, RECOGNISED: 2, WEIGHED: 2, TAKEN_UP: 4, LINKED: 5 }[s.state] ?? 0;
  const answered = s.recognitions.filter((r) => r.outcome === 'RECOGNISED').at(-1)?.answered;
  const when = [s.reported, answered, s.assessment?.prepared, s.assessment?.concluded, s.links[0]?.at];
  return steps(
    names.map((name, i) => ({ name: t(name), when: when[i] && STATES.indexOf(s.state) > 0 ? dayOfInstant(when[i]) : '' })),
    now,
    { label: t('steps') },
  );
}

/** What this person may be able to do; the guard judges it when it is done. */
function acts(screen) {
  const s = screen.signal;
  const own = session.account.participant;
  const list = [];
  if (session.is('CASE_DIRECTOR')) {
    if (s.state === 'TAKEN_UP') {
      list.push([t('propose'), () => newProposal([s.id])]);
    }
    if (s.state === 'RECOGNISED' || s.state === 'WEIGHED') {
      list.push([t('prepare'), () => prepare(screen)]);
    }
    if (['REPORTED', 'ASKED', 'RECOGNISED'].includes(s.state)) {
      list.push([t('ask'), () => ask(screen)]);
    }
  }
  if (session.is('WORKER')) {
    const mine = s.recognitions.find((r) => r.participant === own);
    if (mine?.outcome === 'OPEN') {
      list.push([t('recognise'), () => recognise(screen)]);
      list.push([t('help'), () => help(screen)]);
    }
    if (s.state === 'WEIGHED' && !s.assessment?.decisions.some((d) => d.participant === own)) {
      list.push([t('decide'), () => decide(screen)]);
    }
    if (mine?.outcome === 'RECOGNISED' && ['RECOGNISED', 'ASKED'].includes(s.state)) {
      list.push([t('withdrawRecognition'), () => withdrawRecognition(screen), 'quiet']);
    }
    if (s.reporter === own && ['REPORTED', 'ASKED', 'RECOGNISED', 'WEIGHED', 'TAKEN_UP'].includes(s.state)) {
      list.push([t('withdraw'), () => withdraw(screen), 'danger']);
    }
  }
  return list;
}

function observation(s) {
  const o = s.observation ?? {};
  const p = o.place ?? {};
  return card({
    id: 'waarneming',
    title: t('observation'),
    body: html`${o.what ? html`<p class="kp-text">${o.what}</p>` : nothing}
    ${pairs([
      [t('when'), o.date ? `${day(o.date)} ${o.time ?? ''}` : ''],
      [t('where'), [p.description, p.postcode, p.town].filter(Boolean).join(', ')],
      [t('who'), o.observedBy],
      [t('reporter'), participantName(s.reporter)],
      [t('task'), s.task ? word('task', s.task) : ''],
    ])}`,
  });
}

function why(s) {
  return card({
    id: 'waarom',
    title: t('why'),
    body: CRITERIA.filter((c) => s.criteria?.[c]).map(
      (c) => html`<div>
        <h3>${t(`f_criteria.${c}`)}</h3>
        <p class="kp-text">${s.criteria[c]}</p>
      </div>`,
    ),
  });
}

function data(s) {
  return card({
    id: 'gegevens',
    title: t('data'),
    number: s.data?.length,
    flush: table({
      caption: t('data'),
      rows: s.data ?? [],
      empty: t('noDataShown'),
      rowClass: (x) => (x.frozen ? 'is-frozen' : ''),
      columns: [
        { name: t('datum'), cell: (x) => html`<strong class="kp-text">${x.content ?? ''}</strong>${sub(x.field)}${x.frozen ? frozen(x.frozen) : nothing}` },
        { name: t('category'), cell: (x) => both(category(x.category)?.name) },
        { name: t('about'), cell: (x) => (x.subject ? word('subject', x.subject.kind) : '') },
        {
          name: '',
          label: t('more'),
          cell: (x) => button(t('more'), { kind: 'quiet', small: true, label: t('details', { name: x.field ?? '' }), click: () => datumDetails(s, x) }),
        },
      ],
    }),
  });
}

function recognition(s) {
  return card({
    id: 'herkenning',
    title: t('recognition'),
    flush: table({
      caption: t('recognition'),
      rows: s.recognitions,
      empty: t('noRecognitions'),
      columns: [
        { name: t('participant'), cell: (r) => html`<strong>${participantName(r.participant)}</strong>` },
        {
          name: t('answer'),
          cell: (r) => answer(r.outcome),
        },
        {
          name: t('ownObservation'),
          cell: (r) =>
            r.observation
              ? html`<span class="kp-text">${r.observation.what}</span>${sub(
                  [r.observation.date ? day(r.observation.date) : '', r.observation.reference].filter(Boolean).join(' · '),
                )}`
              : '–',
        },
        { name: t('asked'), cell: (r) => html`<span class="kp-nowrap">${r.asked ? dayOfInstant(r.asked) : ''}</span>` },
      ],
    }),
  });
}

function answer(outcome) {
  const [status, sign] = ANSWERS[outcome] ?? ['neutral', 'x'];
  return badge(status, word('recognition', outcome), sign);
}

function assessment(s) {
  const a = s.assessment;
  return card({
    id: 'weging',
    title: t('assessment'),
    body: a?.factors
      ? FACTORS.filter((f) => a.factors[f]).map(
          (f) => html`<div>
            <h3>${t(f)}</h3>
            <p class="kp-text">${a.factors[f]}</p>
          </div>`,
        )
      : html`<p class="kp-second">${t('noAssessment')}</p>`,
    flush:
      a?.decisions.length > 0
        ? table({
            caption: t('decision'),
            rows: a.decisions,
            empty: nothing,
            columns: [
              { name: t('participant'), cell: (d) => html`<strong>${participantName(d.participant)}</strong>` },
              {
                name: t('decision'),
                cell: (d) =>
                  d.criteriaMet ? badge('ok', t('criteriaMet')) : badge('neutral', t('criteriaNotMet', { which: d.notMet ?? '' }), 'x'),
              },
              { name: t('reason'), cell: (d) => html`<span class="kp-text">${d.reason ?? ''}</span>` },
            ],
          })
        : nothing,
  });
}

function aside(screen) {
  const s = screen.signal;
  const name = (list, code) => both(screen.gradings[list].find((c) => c.code === String(code))?.text);
  return html`${s.grading
    ? card({
        id: 'waardering',
        title: t('grading'),
        body: pairs([
          [t('f_grading.source'), `${s.grading.source ?? ''}: ${name('source', s.grading.source)}`],
          [t('f_grading.information'), `${s.grading.information ?? ''}: ${name('information', s.grading.information)}`],
          [t('f_grading.restriction'), s.grading.handling.map((h) => `${h}: ${name('handling', h)}`).join('; ')],
        ], { stacked: true }),
      })
    : nothing}
  ${s.links.length > 0
    ? card({
        id: 'knelpunten',
        title: t('knelpunten'),
        body: html`<ul class="kp-plain">
          ${s.links.map((l) => html`<li><a href="/knelpunten/${l.knelpunt}">${t('toKnelpunt')}</a> <span class="kp-note">${dayOfInstant(l.at)}</span></li>`)}
        </ul>`,
      })
    : nothing}`;
}

async function then(screen, done) {
  if (done) {
    await screen.again();
  }
}

async function ask(screen) {
  const s = screen.signal;
  const others = allParticipants().filter((p) => p.designated && p.id !== s.reporter && !s.recognitions.some((r) => r.participant === p.id));
  await then(
    screen,
    await formDialog({
      title: t('askTitle'),
      intro: t('askIntro'),
      submit: t('askIt'),
      value: { participant: '' },
      fields: (v, set) =>
        field({
          id: 'vraag-aan',
          label: t('askWhom'),
          type: 'select',
          empty: t('choose'),
          value: v.participant,
          options: others.map((p) => [p.id, p.name]),
          change: (id) => set({ participant: id }),
        }),
      act: (v) => post(`${screen.path}/recognition-requests`, { participant: v.participant }, { version: screen.version }),
    }),
  );
}

async function recognise(screen) {
  const tasks = participant(session.account.participant)?.organs.flatMap((o) => o.tasks) ?? [];
  const text = (path, name, v, set, options = {}) =>
    field({ id: `eigen-${path}`, label: t(name), value: v[path], change: (value) => set({ [path]: value }), ...options });
  const answered = await formDialog({
    title: t('recogniseTitle'),
    intro: t('recogniseIntro'),
    wide: true,
    submit: t('sendAnswer'),
    value: { recognised: '', 'observation.what': '', date: '', place: '', task: '', reference: '' },
    fields: (v, set) => html`
      ${choice({
        id: 'herkend',
        legend: t('answer'),
        options: [
          ['ja', t('recognised')],
          ['nee', t('notRecognised')],
        ],
        value: v.recognised,
        change: (recognised) => set({ recognised }),
      })}
      ${v.recognised === 'ja'
        ? html`${text('observation.what', 'ownWhat', v, set, { type: 'area', rows: 4, id: 'eigen-wat' })}
            <div class="kp-fields">
              ${text('date', 'ownDate', v, set, { type: 'date' })} ${text('place', 'ownPlace', v, set)}
              ${text('task', 'ownTask', v, set, {
                type: 'select',
                empty: t('choose'),
                options: [...new Set(tasks)].map((code) => [code, word('task', code)]),
              })}
              ${text('reference', 'ownReference', v, set)}
            </div>`
        : nothing}
    `,
    asks: (v) => (v.recognised ? { act: 'ANSWER_RECOGNITION', object: screen.signal.id, input: recognitionBody(v) } : null),
    act: (v) => post(`${screen.path}/recognitions`, recognitionBody(v)).then(() => v.recognised),
  });
  if (answered === 'nee') {
    go('/signalen');
  } else {
    await then(screen, answered);
  }
}

/** As the API takes an answer. */
function recognitionBody(v) {
  return {
    recognised: v.recognised === '' ? null : v.recognised === 'ja',
    ...(v.recognised === 'ja'
      ? {
          observation: {
            what: v['observation.what'] || undefined,
            date: v.date || undefined,
            place: v.place ? { description: v.place } : undefined,
            task: v.task || undefined,
            reference: v.reference || undefined,
          },
        }
      : {}),
    confirmations: v.confirmations,
  };
}

/** As the API takes a decision. */
function decisionBody(v) {
  return {
    criteriaMet: v.met === '' ? null : v.met === 'ja',
    notMet: v.met === 'nee' ? v.notMet || undefined : undefined,
    reason: v.reason,
    confirmations: v.confirmations,
  };
}

/** The person's own module compares; the answer is shown here and nowhere else. */
async function help(screen) {
  const found = await formDialog({
    title: t('helpTitle'),
    intro: t('helpIntro'),
    submit: t('helpIt'),
    act: () => post(`${screen.path}/recognition-help`),
  });
  if (found) {
    await openDialog((dialog) => ({
      title: t('helpFound'),
      body: html`<p><strong>${helpWords(found)}</strong></p>
        ${found.kinds.length > 0
          ? html`<ul>
              ${found.kinds.map((k) => html`<li>${both(k.text)}: ${t('helpOf', { known: k.known, n: k.compared })}</li>`)}
            </ul>`
          : nothing}
        <p class="kp-note">${t('helpNext')}</p>`,
      actions: button(t('helpClose'), { kind: 'primary', click: () => dialog.close() }),
    }));
  }
}

function helpWords(found) {
  if (found.compared === 0) {
    return t('helpNothing');
  }
  return found.known === 0 ? t('helpNone', { n: found.compared }) : t('helpSome', { known: found.known, n: found.compared });
}

async function withdrawRecognition(screen) {
  if (
    await confirm(t('withdrawRecognition'), t('withdrawRecognitionWords'), () => remove(`${screen.path}/recognition`), { submit: t('takeBack') })
  ) {
    go('/signalen');
  }
}

async function prepare(screen) {
  const now = screen.signal.assessment?.factors ?? {};
  await then(
    screen,
    await formDialog({
      title: t('prepareTitle'),
      intro: t('prepareIntro'),
      wide: true,
      submit: t('prepareIt'),
      value: Object.fromEntries(FACTORS.map((f) => [f, now[f] ?? ''])),
      fields: (v, set) =>
        FACTORS.map((f) => field({ id: `weging-${f}`, label: t(f), type: 'area', value: v[f], change: (value) => set({ [f]: value }) })),
      asks: (v) => ({ act: 'PREPARE_ASSESSMENT', object: screen.signal.id, input: v }),
      act: (v) => put(`${screen.path}/assessment`, v, { version: screen.version }),
    }),
  );
}

async function decide(screen) {
  await then(
    screen,
    await formDialog({
      title: t('decideTitle'),
      intro: t('decideIntro'),
      submit: t('decideIt'),
      value: { met: '', notMet: '', reason: '' },
      fields: (v, set) => html`
        ${choice({
          id: 'voldaan',
          legend: t('decision'),
          options: [
            ['ja', t('met')],
            ['nee', t('notMet')],
          ],
          value: v.met,
          change: (met) => set({ met }),
        })}
        ${v.met === 'nee'
          ? field({
              id: 'welk-niet',
              label: t('whichNot'),
              type: 'select',
              empty: t('choose'),
              value: v.notMet,
              options: screen.gradings.criteria.map((c) => [c.code, `${c.code.toLowerCase()}. ${both(c.text)}`]),
              change: (notMet) => set({ notMet }),
            })
          : nothing}
        ${field({ id: 'waarom-besluit', label: t('reason'), type: 'area', value: v.reason, change: (reason) => set({ reason }) })}
      `,
      asks: (v) => (v.met ? { act: 'DECIDE_ASSESSMENT', object: screen.signal.id, input: decisionBody(v) } : null),
      act: (v) => post(`${screen.path}/assessment/decisions`, decisionBody(v), { version: screen.version }),
    }),
  );
}

async function withdraw(screen) {
  if (
    await confirm(t('withdraw'), t('withdrawWords'), () => post(`${screen.path}/withdrawal`, undefined, { version: screen.version }), {
      submit: t('destroyIt'),
    })
  ) {
    go('/signalen', { replace: true });
  }
}
