import { html, nothing } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { post } from '../../app/api.js';
import { change } from '../../app/change.js';
import { session } from '../../app/session.js';
import { badge, button, card, day, due, field, formDialog, table } from '../../kit/index.js';
import texts from '../../texts/analysis.js';

const t = dictionary(texts);
const LOOKS = { ASKED: ['info', 'hand'], DRAFT: ['neutral', 'file-pen'], SUBMITTED: ['info', 'monitor-check'], FINAL: ['ok', 'circle-check'] };

/** How a written analysis stands, as a badge. */
export function analysisBadge(analysis) {
  const [status, sign] = LOOKS[analysis.state] ?? ['neutral', 'tag'];
  return badge(status, both(analysis.stateLabel), sign);
}

/** The written analyses: what was asked, what is being written, what was tested and stands. */
export function writings(screen, { id = 'tekst', title = t('writings'), tools = nothing } = {}) {
  const analyses = screen.analyses;
  const runs = screen.knelpunt.state === 'DESIGNATED' && !screen.knelpunt.expired;
  const open = analyses.some((a) => a.state !== 'FINAL');
  return card({
    id,
    title,
    number: analyses.length,
    tools: html`${runs && session.is('CASE_DIRECTOR') && !open ? button(t('ask'), { small: true, icon: 'hand', click: () => ask(screen) }) : nothing} ${tools}`,
    flush: table({
      caption: title,
      rows: [...analyses].reverse(),
      empty: session.is('ANALYST', 'CASE_DIRECTOR') ? t('noWritings') : t('noFinal'),
      columns: [
        { name: t('writing'), cell: (a) => html`<a href="/analyses/${a.id}"><strong>${t('writingN', { n: a.number })}</strong></a>` },
        { name: t('state'), cell: (a) => analysisBadge(a) },
        { name: t('wantedBy'), cell: (a) => (a.due ? html`${day(a.due)} ${a.state === 'FINAL' ? nothing : due(a.due)}` : '–') },
      ],
    }),
  });
}

function ask(screen) {
  return formDialog({
    title: t('ask'),
    intro: t('askWords'),
    submit: t('askIt'),
    value: { question: '', due: '' },
    check: (v) => (v.question.trim() ? [] : [{ id: 'analyse-vraag', message: t('fillQuestion') }]),
    fields: (v, set) => html`${field({ id: 'analyse-vraag', label: t('question'), hint: t('questionHint'), type: 'area', value: v.question, change: (question) => set({ question }) })}
    ${field({ id: 'analyse-dag', label: t('wantedBy'), type: 'date', optional: true, value: v.due, change: (wanted) => set({ due: wanted }) })}`,
    act: (v) => change(screen, () => post(`${screen.path}/analyses/_ask`, { question: v.question, due: v.due || undefined, confirmations: v.confirmations })),
  });
}
