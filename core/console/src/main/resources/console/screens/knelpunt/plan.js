import { html, nothing } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { once, post, put } from '../../app/api.js';
import { session } from '../../app/session.js';
import { participant, participantName, word } from '../../app/names.js';
import { badge, button, card, day, field, formDialog, pairs, sub, table } from '../../kit/index.js';
import texts from '../../texts/knelpunt.js';
import planning from '../../texts/planning.js';

const t = dictionary(texts);
const tp = dictionary(planning);

const LOOKS = {
  PROPOSED: ['neutral', 'file-pen'],
  AGREED: ['info', 'hand'],
  UNDER_WAY: ['info', 'clock'],
  DONE: ['ok', 'circle-check'],
  STOPPED: ['neutral', 'ban'],
};

/** How an intervention stands, as a badge. */
export function interventionBadge(intervention) {
  const [status, sign] = LOOKS[intervention.state] ?? ['neutral', 'tag'];
  return badge(status, both(intervention.stateName), sign);
}

/** The five categories, each with its interventions or why there are none. */
export function plan(screen) {
  const p = screen.plan;
  if (!p) {
    return card({ id: 'plan', title: t('planTitle'), body: html`<p class="kp-second">${t('mayNotSeePlan')}</p>` });
  }
  const running = screen.knelpunt.state === 'DESIGNATED' && !screen.knelpunt.expired;
  const director = session.is('CASE_DIRECTOR') && running;
  return card({
    id: 'plan',
    title: t('planTitle'),
    number: p.interventions.length,
    tools: html`${director ? button(p.goal ? tp('amendPlan') : tp('writePlan'), { small: true, icon: 'pencil', click: () => writePlan(screen) }) : nothing}
    ${director && p.goal ? button(tp('propose'), { small: true, icon: 'plus', click: () => propose(screen) }) : nothing}
    ${p.next.includes('PLEDGE_CAPACITY') ? button(tp('pledge'), { small: true, click: () => pledge(screen) }) : nothing}`,
    body: p.goal
      ? pairs([
          [t('goal'), html`<span class="kp-text">${p.goal}</span>`],
          [t('informationBase'), html`<span class="kp-text">${p.informationBase ?? ''}</span>`],
        ])
      : html`<p class="kp-second">${t('noPlan')}</p>`,
    flush: html`${p.goal || p.interventions.length > 0 ? mix(p) : nothing} ${capacity(screen, p)}`,
  });
}

function mix(p) {
  const order = p.mix.parts.map((part) => part.category);
  const interventions = [...p.interventions].sort((one, other) => order.indexOf(one.category) - order.indexOf(other.category));
  const without = p.mix.parts.filter((part) => !interventions.some((i) => i.category === part.category));
  return html`${interventions.length === 0
      ? nothing
      : table({
          caption: t('planTitle'),
          rows: interventions,
          empty: nothing,
          columns: [
            {
              name: t('intervention'),
              cell: (i) =>
                html`<a href="/interventies/${i.id}"><strong>${both(i.name)}</strong></a>${sub(html`<span class="kp-text">${i.description ?? ''}</span>`)}`,
            },
            { name: t('category'), cell: (i) => word('category', i.category) },
            {
              name: t('basis'),
              cell: (i) => html`${i.basis?.text ?? ''}${i.basis && !i.basis.checkedByJurist ? sub(t('jurist')) : nothing}`,
            },
            { name: t('by'), cell: (i) => participantName(i.participant) },
            {
              name: t('until'),
              cell: (i) =>
                html`<span class="kp-nowrap">${i.until ? day(i.until) : '–'}</span>${i.overdue ? badge('bad', t('overdue')) : nothing}`,
            },
            { name: t('state'), cell: (i) => interventionBadge(i) },
          ],
        })}
    ${without.map(
      (part) => html`<h3 class="kp-group">${word('category', part.category)}</h3>
        <p class="kp-empty kp-empty--close">
          ${part.asksWhy ? badge('warn', t('asksWhy')) : t('nothingHere', { reason: part.emptyBecause ?? '' })}
        </p>`,
    )}`;
}

function capacity(screen, p) {
  const pledges = p.capacity.filter((c) => !c.withdrawn);
  return pledges.length === 0
    ? nothing
    : html`<h3 class="kp-group">${tp('capacity')}</h3>
        ${table({
          caption: tp('capacity'),
          rows: pledges,
          empty: nothing,
          columns: [
            { name: t('by'), cell: (c) => participantName(c.participant) },
            { name: tp('period'), cell: (c) => tp('fromUntil', { from: day(c.first), until: day(c.last) }) },
            { name: tp('people'), cell: (c) => c.people, number: true },
            { name: tp('hours'), cell: (c) => tp('used', { used: c.hoursUsed, hours: c.hours }), number: true },
            {
              name: '',
              cell: (c) =>
                c.participant === session.account.participant && p.next.includes('USE_CAPACITY')
                  ? button(tp('use'), { small: true, kind: 'quiet', label: `${tp('use')}: ${day(c.first)}`, click: () => use(screen, c) })
                  : nothing,
            },
          ],
        })}`;
}

async function writePlan(screen) {
  const p = screen.plan;
  const empty = p.mix.parts.filter((part) => part.interventions === 0);
  const body = (v) => ({
    goal: v.goal,
    informationBase: v.informationBase,
    qualityTested: v.qualityTested,
    emptyCategories: empty
      .filter((part) => v[`empty.${part.category}`].trim())
      .map((part) => ({ category: part.category, reason: v[`empty.${part.category}`] })),
    confirmations: v.confirmations,
  });
  const done = await formDialog({
    title: tp('writePlan'),
    intro: tp('writeIntro'),
    wide: true,
    submit: tp('save'),
    value: {
      goal: p.goal ?? '',
      informationBase: p.informationBase ?? '',
      qualityTested: p.qualityTested,
      ...Object.fromEntries(empty.map((part) => [`empty.${part.category}`, part.emptyBecause ?? ''])),
    },
    fields: (v, set) => html`
      ${field({ id: 'plan-doel', label: t('goal'), hint: tp('goalHint'), type: 'area', value: v.goal, change: (goal) => set({ goal }) })}
      ${field({ id: 'plan-basis', label: t('informationBase'), hint: tp('baseHint'), type: 'area', value: v.informationBase, change: (informationBase) => set({ informationBase }) })}
      ${field({ id: 'plan-getoetst', label: tp('tested'), type: 'check', value: v.qualityTested, change: (qualityTested) => set({ qualityTested }) })}
      ${empty.map((part) =>
        field({
          id: `plan-leeg-${part.category}`,
          label: tp('whyNothing', { category: word('category', part.category) }),
          optional: true,
          value: v[`empty.${part.category}`],
          change: (reason) => set({ [`empty.${part.category}`]: reason }),
        }),
      )}
    `,
    asks: (v) => ({ act: 'WRITE_PLAN', object: screen.knelpunt.id, input: body(v) }),
    act: (v) => put(`${screen.path}/plan`, body(v), { version: p.version }),
  });
  if (done) {
    await screen.again();
  }
}

/** The fields of an intervention: who, what kind, and what of it is told. */
export function interventionFields(types, involved, v, set) {
  const kind = participant(v.participant)?.kind;
  const own = types.filter((type) => type.participantKind === kind);
  const type = own.find((x) => x.code === v.type);
  const organs = participant(v.participant)?.organs.map((o) => o.organ) ?? [];
  return html`
    ${field({
      id: 'int-wie',
      label: tp('who'),
      type: 'select',
      empty: tp('choose'),
      value: v.participant,
      options: involved.map((id) => [id, participantName(id)]),
      change: (id) => set({ participant: id, type: '', organ: '' }),
    })}
    ${v.participant
      ? field({
          id: 'int-soort',
          label: tp('type'),
          type: 'select',
          empty: tp('choose'),
          value: v.type,
          options: own.map((x) => [x.code, `${both(x.name)} (${word('category', x.category).toLowerCase()})`]),
          change: (code) => set({ type: code, organ: own.find((x) => x.code === code)?.organ ?? '' }),
        })
      : nothing}
    ${type
      ? pairs([
          [t('basis'), type.basis ? `${type.basis.law} ${type.basis.article}` : ''],
          [tp('conditions'), both(type.conditions)],
          [tp('effect'), both(type.expectedEffect)],
        ])
      : nothing}
    ${type && !type.organ && organs.length > 1
      ? field({
          id: 'int-orgaan',
          label: tp('organ'),
          type: 'select',
          empty: tp('choose'),
          value: v.organ,
          options: organs.map((o) => [o, word('organ', o)]),
          change: (organ) => set({ organ }),
        })
      : nothing}
    ${field({ id: 'int-wat', label: tp('what'), hint: tp('whatHint'), type: 'area', value: v.description, change: (description) => set({ description }) })}
    <div class="kp-fields">
      ${field({ id: 'int-van', label: tp('from'), type: 'date', optional: true, value: v.from, change: (from) => set({ from }) })}
      ${field({ id: 'int-tot', label: t('until'), type: 'date', optional: true, value: v.until, change: (until) => set({ until }) })}
    </div>
  `;
}

/** As the API takes it. */
export function interventionBody(v) {
  const organs = participant(v.participant)?.organs.map((o) => o.organ) ?? [];
  return {
    participant: v.participant,
    type: v.type,
    organ: v.organ || organs[0],
    description: v.description,
    from: v.from || undefined,
    until: v.until || undefined,
    confirmations: v.confirmations,
  };
}

async function propose(screen) {
  const types = (await once('/v1/intervention-types')).items;
  const involved = screen.knelpunt.involved.map((i) => i.participant);
  const done = await formDialog({
    title: tp('propose'),
    intro: tp('proposeIntro'),
    wide: true,
    submit: tp('proposeIt'),
    value: { participant: '', type: '', organ: '', description: '', from: '', until: '' },
    check: (v) => [
      ...(v.participant ? [] : [{ id: 'int-wie', message: tp('fillWho') }]),
      ...(v.participant && !v.type ? [{ id: 'int-soort', message: tp('fillType') }] : []),
    ],
    fields: (v, set) => interventionFields(types, involved, v, set),
    asks: (v) => (v.participant && v.type ? { act: 'PLAN_INTERVENTION', object: screen.knelpunt.id, input: interventionBody(v) } : null),
    act: (v) => post(`${screen.path}/interventions`, interventionBody(v), { version: screen.version }),
  });
  if (done) {
    await screen.again();
  }
}

async function pledge(screen) {
  const term = screen.knelpunt.terms.at(-1);
  const done = await formDialog({
    title: tp('pledge'),
    intro: tp('pledgeIntro'),
    submit: tp('pledgeIt'),
    value: { first: term?.first ?? '', last: term?.last ?? '', hours: '', people: '1' },
    check: (v) => [
      ...(/^\d+$/.test(v.hours) ? [] : [{ id: 'inzet-uren', message: tp('fillHours') }]),
      ...(/^\d+$/.test(v.people) ? [] : [{ id: 'inzet-mensen', message: tp('fillPeople') }]),
    ],
    fields: (v, set) => html`<div class="kp-fields">
      ${field({ id: 'inzet-van', label: tp('from'), type: 'date', value: v.first, change: (first) => set({ first }) })}
      ${field({ id: 'inzet-tot', label: t('until'), type: 'date', value: v.last, change: (last) => set({ last }) })}
      ${field({ id: 'inzet-uren', label: tp('hours'), inputmode: 'numeric', value: v.hours, change: (hours) => set({ hours }) })}
      ${field({ id: 'inzet-mensen', label: tp('people'), inputmode: 'numeric', value: v.people, change: (people) => set({ people }) })}
    </div>`,
    act: (v) => post(`${screen.path}/capacity`, { first: v.first, last: v.last, hours: Number(v.hours), people: Number(v.people) }, { version: screen.version }),
  });
  if (done) {
    await screen.again();
  }
}

async function use(screen, pledged) {
  const done = await formDialog({
    title: tp('use'),
    submit: tp('useIt'),
    value: { date: '', hours: '' },
    check: (v) => [
      ...(v.date ? [] : [{ id: 'gebruik-dag', message: tp('fillDay') }]),
      ...(/^-?\d+$/.test(v.hours) ? [] : [{ id: 'gebruik-uren', message: tp('fillHours') }]),
    ],
    fields: (v, set) => html`<div class="kp-fields">
      ${field({ id: 'gebruik-dag', label: t('day'), type: 'date', value: v.date, change: (date) => set({ date }) })}
      ${field({ id: 'gebruik-uren', label: tp('hours'), hint: tp('useHint'), inputmode: 'numeric', value: v.hours, change: (hours) => set({ hours }) })}
    </div>`,
    act: (v) => post(`${screen.path}/capacity/${pledged.id}/uses`, { date: v.date, hours: Number(v.hours) }, { version: screen.version }),
  });
  if (done) {
    await screen.again();
  }
}
