import { html, nothing } from 'lit';
import { dictionary } from '../../app/language.js';
import { call, post } from '../../app/api.js';
import { session } from '../../app/session.js';
import { participantName, word } from '../../app/names.js';
import { badge, button, card, choice, dayOfInstant, field, formDialog, number, pairs, today } from '../../kit/index.js';
import texts from '../../texts/knelpunt.js';
import closing from '../../texts/closing.js';

const t = dictionary(texts);
const tc = dictionary(closing);
const LOOKS = { REACHED: 'ok', PARTLY: 'warn', NOT: 'bad' };
const EXCEPTIONS = ['ALREADY_KNOWN', 'IMPOSSIBLE', 'LAID_DOWN_BY_LAW', 'SECRECY', 'RESTRICTED'];
const RESTRICTIONS = [
  'NATIONAL_SECURITY', 'DEFENCE', 'PUBLIC_SECURITY', 'CRIMINAL_OFFENCES', 'PUBLIC_INTEREST', 'INDEPENDENCE_OF_THE_JUDICIARY',
  'PROFESSIONAL_ETHICS', 'SUPERVISION', 'RIGHTS_OF_OTHERS', 'CIVIL_CLAIMS',
];
const EMPTY_LESSON = { worked: '', category: '', text: '' };

/** The goals, how each is measured, and what was found of them; and what goes before a closure. */
export function evaluation(screen) {
  const k = screen.knelpunt;
  const director = session.is('CASE_DIRECTOR') && k.state === 'DESIGNATED';
  return card({
    id: 'evaluatie',
    title: t('evaluation'),
    tools: director
      ? html`${button(tc('evaluate'), { small: true, icon: 'monitor-check', href: `/knelpunten/${k.id}/evaluatie` })}
        ${button(tc('inform'), { small: true, click: () => inform(screen) })}
        ${button(tc('closingReport'), { small: true, icon: 'file-text', click: () => closingReport(screen) })}`
      : nothing,
    body: html`
      ${k.goals.length === 0 ? html`<p class="kp-second">${t('noGoals')}</p>` : k.goals.map((goal) => measured(goal))}
      ${k.evaluations.length === 0 ? html`<p class="kp-second">${t('notEvaluated')}</p>` : k.evaluations.map((e) => found(k, e))}
    `,
  });
}

function measured(goal) {
  const value = (v) => (v === undefined ? t('unknown') : number(v));
  return html`<div>
    <h3 class="kp-text">${goal.text}</h3>
    ${goal.indicators.map(
      (i) => html`<p class="kp-note">
        ${i.name}: ${t('baseline')} ${value(i.baseline)}, ${t('target')} ${value(i.target)} ${i.unit ?? ''}${i.method ? ` · ${i.method}` : ''}
      </p>`,
    )}
  </div>`;
}

function found(k, e) {
  const goal = (id) => k.goals.find((g) => g.id === id)?.text ?? '';
  return html`<div class="kp-inset">
    <h3>${t('evaluatedOn', { day: dayOfInstant(e.at) })}</h3>
    ${pairs([
      [t('recommendation'), word('recommendation', e.recommendation)],
      [t('findings'), html`<span class="kp-text">${e.findings ?? ''}</span>`],
      [t('dataQuality'), e.dataQuality],
    ])}
    <ul class="kp-plain kp-results">
      ${e.goals.map(
        (g) => html`<li>
          ${badge(LOOKS[g.outcome] ?? 'neutral', word('outcome', g.outcome))} <span>${goal(g.goal)}</span>
          ${g.explanation ? html`<p class="kp-note kp-text">${g.explanation}</p>` : nothing}
        </li>`,
      )}
    </ul>
  </div>`;
}

/** How it ends, what was learnt, and which prepared results are not provided after all. */
async function closingReport(screen) {
  const { body: now, version } = await call('GET', `${screen.path}/closing-report`);
  const waived = new Map((now.waived ?? []).map((w) => [w.provision, w.reason]));
  const open = [...new Set([...now.open, ...waived.keys()])];
  const done = await formDialog({
    title: tc('closingReport'),
    intro: tc('closingIntro'),
    wide: true,
    submit: tc('save'),
    value: {
      summary: now.summary ?? '',
      lessons: now.lessons?.length > 0 ? now.lessons.map((l) => ({ ...EMPTY_LESSON, ...l, worked: String(l.worked) })) : [],
      waived: Object.fromEntries(open.map((id) => [id, waived.get(id) ?? ''])),
    },
    check: (v) =>
      v.lessons.flatMap((l, n) => [
        ...(l.worked ? [] : [{ id: `les-${n}-werkte`, message: tc('fillWorked', { n: n + 1 }) }]),
        ...(l.text.trim() ? [] : [{ id: `les-${n}-tekst`, message: tc('fillLesson', { n: n + 1 }) }]),
      ]),
    fields: (v, set) => {
      const lesson = (n, values) => set({ lessons: v.lessons.map((l, at) => (at === n ? { ...l, ...values } : l)) });
      return html`
        ${field({ id: 'afsluit-samenvatting', label: tc('summary'), hint: tc('noNames'), type: 'area', rows: 4, value: v.summary, change: (summary) => set({ summary }) })}
        ${open.map((id, n) =>
          field({
            id: `afsluit-af-${n}`,
            label: html`${tc('waive')} <a href="/resultaten/${id}">${tc('result')}</a>`,
            optional: true,
            value: v.waived[id],
            change: (reason) => set({ waived: { ...v.waived, [id]: reason } }),
          }),
        )}
        ${v.lessons.map(
          (l, n) => html`<fieldset class="kp-field">
            <legend class="utrecht-form-label">${tc('lessonN', { n: n + 1 })}</legend>
            ${choice({
              id: `les-${n}-werkte`,
              legend: tc('worked'),
              value: l.worked,
              options: [
                ['true', tc('yes')],
                ['false', tc('no')],
              ],
              change: (worked) => lesson(n, { worked }),
            })}
            ${field({ id: `les-${n}-tekst`, label: tc('lesson'), type: 'area', value: l.text, change: (text) => lesson(n, { text }) })}
          </fieldset>`,
        )}
        <div class="kp-actions">${button(tc('addLesson'), { small: true, icon: 'plus', click: () => set({ lessons: [...v.lessons, EMPTY_LESSON] }) })}</div>
        ${now.informationMissing ? html`<p class="kp-note">${tc('informFirst')}</p>` : nothing}
      `;
    },
    act: (v) =>
      call('PUT', `${screen.path}/closing-report`, {
        version,
        body: {
          summary: v.summary,
          lessons: v.lessons.map(({ worked, category, manifestation, objectType, barrierStep, text }) => ({
            worked: worked === 'true',
            ...(category ? { category } : {}),
            ...(manifestation ? { manifestation } : {}),
            ...(objectType ? { objectType } : {}),
            ...(barrierStep ? { barrierStep } : {}),
            text,
          })),
          waived: open.filter((id) => v.waived[id].trim()).map((id) => ({ provision: id, reason: v.waived[id] })),
          confirmations: v.confirmations,
        },
      }),
  });
  if (done) {
    await screen.again();
  }
}

/** That data subjects were informed, or why they were not (AVG 14). */
async function inform(screen) {
  const done = await formDialog({
    title: tc('inform'),
    intro: tc('informIntro'),
    wide: true,
    submit: tc('record'),
    value: { how: 'informed', informedOn: today(), informedBy: '', exception: 'RESTRICTED', restriction: 'CRIMINAL_OFFENCES', participant: screen.knelpunt.involved[0]?.participant ?? '', reasons: '' },
    fields: (v, set) => html`
      ${choice({
        id: 'informeren',
        legend: tc('wereInformed'),
        value: v.how,
        options: [
          ['informed', tc('yes')],
          ['not', tc('notWithReason')],
        ],
        change: (how) => set({ how }),
      })}
      ${v.how === 'informed'
        ? html`${field({ id: 'inf-dag', label: tc('informedOn'), type: 'date', value: v.informedOn, change: (informedOn) => set({ informedOn }) })}
          ${field({ id: 'inf-hoe', label: tc('informedBy'), hint: tc('noNames'), type: 'area', value: v.informedBy, change: (informedBy) => set({ informedBy }) })}`
        : html`${field({ id: 'inf-uitzondering', label: tc('exception'), type: 'select', value: v.exception, options: EXCEPTIONS.map((e) => [e, tc(`exception_${e}`)]), change: (exception) => set({ exception }) })}
          ${v.exception === 'RESTRICTED'
            ? field({ id: 'inf-beperking', label: tc('restriction'), type: 'select', value: v.restriction, options: RESTRICTIONS.map((r) => [r, tc(`restriction_${r}`)]), change: (restriction) => set({ restriction }) })
            : nothing}
          ${field({ id: 'inf-wie', label: tc('finds'), type: 'select', value: v.participant, options: screen.knelpunt.involved.map((i) => [i.participant, participantName(i.participant)]), change: (participant) => set({ participant }) })}
          ${field({ id: 'inf-reden', label: tc('reasons'), hint: tc('noNames'), type: 'area', value: v.reasons, change: (reasons) => set({ reasons }) })}`}
    `,
    act: (v) =>
      post(
        `${screen.path}/information`,
        v.how === 'informed'
          ? { informedOn: v.informedOn, informedBy: v.informedBy, confirmations: v.confirmations }
          : {
              exception: v.exception,
              restriction: v.exception === 'RESTRICTED' ? v.restriction : undefined,
              participant: v.participant,
              reasons: v.reasons,
              confirmations: v.confirmations,
            },
        { version: screen.version },
      ),
  });
  if (done) {
    await screen.again();
  }
}
