import { html, nothing } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { all, post, put } from '../../app/api.js';
import { session } from '../../app/session.js';
import { setQuery } from '../../app/router.js';
import { allCategories, category, participant, participantName, word } from '../../app/names.js';
import {
  badge, button, card, day, dayOfInstant, field, formDialog, frozen, openDialog, outline, pairs, problem, sub, table,
} from '../../kit/index.js';
import '../../kit/panel.js';
import { DATA_FILTERS } from '../knelpunt.js';
import texts from '../../texts/knelpunt.js';

const t = dictionary(texts);
const BSN_MILLISECONDS = 30_000;
const WPG = ['ARTICLE_8', 'ARTICLE_9', 'ARTICLE_10_1_A', 'ARTICLE_10_1_B', 'ARTICLE_10_1_C', 'ARTICLE_12', 'ARTICLE_13', 'ARTICLE_14'];

/** The data that this person may see now, each with where it comes from and when it goes. */
export function data(screen) {
  if (!screen.data || screen.dataRefused) {
    return card({
      id: 'gegevens',
      title: t('data'),
      body: screen.dataRefused ? problem(screen.dataRefused, { id: 'wacht-gegevens' }) : html`<p class="kp-second">${t('mayNotSeeData')}</p>`,
    });
  }
  const filtered = Object.keys(DATA_FILTERS).some((f) => screen.query.get(f));
  return card({
    id: 'gegevens',
    title: t('data'),
    tools: filtered
      ? button(t('clear'), {
          kind: 'quiet',
          icon: 'x',
          click: () => setQuery(Object.fromEntries(Object.keys(DATA_FILTERS).map((f) => [f, '']))),
        })
      : nothing,
    body: filters(screen),
    flush: table({
      caption: t('data'),
      rows: screen.data.items,
      empty: filtered ? t('noDataFound') : t('noData'),
      rowClass: (d) => (d.frozen || d.state === 'FROZEN' ? 'is-frozen' : ''),
      columns: [
        { name: t('datum'), cell: (d) => name(screen, d) },
        { name: t('supplier'), cell: (d) => participantName(d.supplier) },
        { name: t('category'), cell: (d) => html`${both(category(d.category)?.name)}${sub(d.basis)}` },
        { name: t('phase'), cell: (d) => html`<span class="kp-nowrap">${outline(d.phase === 0 ? t('withSignal') : t('phaseN', { n: d.phase }))}</span>` },
        { name: t('destroyBy'), cell: (d) => html`<span class="kp-nowrap">${day(d.destroyBy)}</span>` },
        {
          name: '',
          label: t('more'),
          cell: (d) =>
            button(t('more'), { kind: 'quiet', small: true, label: t('details', { name: d.field ?? '' }), click: () => details(screen, d) }),
        },
      ],
    }),
    foot: screen.data.items.length > 0 ? screen.data.foot(t('fiveYears')) : nothing,
  });
}

function filters(screen) {
  const q = (f) => screen.query.get(f) ?? '';
  return html`<div class="kp-fields">
    ${field({
      id: 'data-leverancier',
      label: t('supplier'),
      type: 'select',
      empty: t('all'),
      value: q('leverancier'),
      options: screen.knelpunt.involved.map((i) => [i.participant, participantName(i.participant)]),
      change: (v) => setQuery({ leverancier: v }),
    })}
    ${field({
      id: 'data-categorie',
      label: t('category'),
      type: 'select',
      empty: t('all'),
      value: q('categorie'),
      options: allCategories()
        .filter((c) => c.phase)
        .map((c) => [c.code, both(c.name)]),
      change: (v) => setQuery({ categorie: v }),
    })}
    ${field({
      id: 'data-fase',
      label: t('phase'),
      type: 'select',
      empty: t('all'),
      value: q('fase'),
      options: [
        ['0', t('withSignal')],
        ['1', t('phaseN', { n: 1 })],
        ['2', t('phaseN', { n: 2 })],
        ['3', t('phaseN', { n: 3 })],
      ],
      change: (v) => setQuery({ fase: v }),
    })}
  </div>`;
}

function name(screen, d) {
  const shown = screen.revealed?.get(d.id);
  return html`${d.content ? html`<strong class="kp-text">${shown ?? d.content}</strong>` : nothing}
    ${d.category === 'BSN' && !shown && !d.frozen && session.is('WORKER', 'ANALYST')
      ? html`<button type="button" class="kp-linkbutton" aria-label=${t('showBsnLabel')} @click=${() => reveal(screen, d)}>${t('showBsn')}</button>`
      : nothing}
    ${sub(html`${d.field ?? ''}${d.subject ? ` · ${word('subject', d.subject.kind)}` : ''}`)}
    ${d.frozen ? frozen(d.frozen) : nothing}
    ${d.veto ? html`<span class="kp-frozen">${t('blocked', { reason: d.veto.ground })}</span>` : nothing}`;
}

async function reveal(screen, d) {
  const shown = await formDialog({
    title: t('bsnTitle'),
    intro: t('bsnIntro'),
    value: { necessity: '' },
    submit: t('bsnShow'),
    fields: (value, set) =>
      field({ id: 'bsn-reden', label: t('bsnReason'), type: 'area', value: value.necessity, change: (necessity) => set({ necessity }) }),
    act: (value) => post(`${screen.path}/data/${d.id}/reveal`, value, { version: d.version }),
  });
  if (shown) {
    screen.revealed ??= new Map();
    screen.revealed.set(d.id, shown.content);
    screen.requestUpdate();
    setTimeout(() => {
      screen.revealed.delete(d.id);
      screen.requestUpdate();
    }, BSN_MILLISECONDS);
  }
}

/** Everything of one datum, and what may be done with it. */
async function details(screen, d) {
  const own = d.supplier === session.account.participant && session.is('WORKER');
  const choice = await openDialog((dialog) => ({
    title: d.field ?? t('datum'),
    body: html`${d.content ? html`<p class="kp-text"><strong>${d.content}</strong></p>` : nothing}
      ${d.frozen ? frozen(d.frozen) : nothing}
      ${pairs([
        [t('supplier'), participantName(d.supplier)],
        [t('category'), both(category(d.category)?.name)],
        [t('phase'), d.phase === 0 ? t('withSignal') : String(d.phase)],
        [t('basis'), d.basis],
        [t('task'), d.task ? word('task', d.task) : ''],
        [t('about'), d.subject ? word('subject', d.subject.kind) : ''],
        [t('firstProcessed'), dayOfInstant(d.firstProcessed)],
        [t('destroyBy'), day(d.destroyBy)],
        [t('corrected'), d.correctedAt ? dayOfInstant(d.correctedAt) : ''],
        [t('grading'), d.grading ? `${d.grading.source}${d.grading.information} ${d.grading.handling.join(' ')}` : ''],
        [t('obligations'), d.obligations.length > 0 ? d.obligations.map((o) => badge('warn', o)) : ''],
      ])}
      <kp-panel .supplier=${d.supplier} .datum=${d}></kp-panel>`,
    actions:
      session.is('WORKER') && !d.veto
        ? html`${own
            ? html`${button(t('correct'), { click: () => dialog.close('correct') })}
              ${button(t('block'), { kind: 'danger', click: () => dialog.close('block') })}`
            : nothing}
          ${d.frozen || d.error ? nothing : button(t('reportWrong'), { kind: 'guard', click: () => dialog.close('wrong') })}`
        : nothing,
  }));
  const one = `${screen.path}/data/${d.id}`;
  const ask = (title, intro, name, label, submit, act, danger) =>
    formDialog({
      title,
      intro,
      submit,
      danger,
      value: { [name]: '' },
      fields: (value, set) =>
        field({ id: 'gegeven-reden', label, type: 'area', value: value[name], change: (words) => set({ [name]: words }) }),
      act,
    });
  const at = { version: d.version };
  const acts = {
    wrong: () =>
      ask(t('reportWrong'), t('reportWrongIntro'), 'reason', t('wrongReason'), t('reportIt'), (v) => post(`${one}/errors`, v, at)),
    block: () => ask(t('block'), t('blockIntro'), 'ground', t('blockReason'), t('blockIt'), (v) => post(`${one}/veto`, v, at), true),
    correct: () => ask(t('correct'), t('correctIntro'), 'content', t('rightValue'), t('correctIt'), (v) => put(one, v, at)),
  };
  if (choice && (await acts[choice]())) {
    screen.again();
  }
}

/** Supplying a datum, with the Wgs-wacht's answer where it stops it. */
export async function shareDatum(screen) {
  const organ = session.account.organ;
  const known = await all(`${screen.path}/data`);
  const subjects = [...new Map(known.filter((d) => d.subject).map((d) => [d.subject.id, d])).values()];
  const tasks = participant(session.account.participant)?.organs.find((o) => o.organ === organ)?.tasks ?? [];
  const done = await formDialog({
    title: t('shareTitle'),
    intro: t('shareIntro'),
    wide: true,
    submit: t('supply'),
    value: { subject: '', category: '', field: '', content: '', task: tasks.length === 1 ? tasks[0] : '', basis: '', wpg: '', agreement: '', lawfullyHeld: false },
    fields: (v, set) => html`
      ${field({
        id: 'subject',
        label: t('subject'),
        type: 'select',
        empty: t('choose'),
        value: v.subject,
        options: [
          ...subjects.map((d) => [d.subject.id, `${d.content ?? d.field} (${word('subject', d.subject.kind)})`]),
          ['PERSON', t('newPerson')],
          ['LEGAL_PERSON', t('newLegal')],
          ['OBJECT', t('newObject')],
        ],
        change: (subject) => set({ subject }),
      })}
      <div class="kp-fields">
        ${field({
          id: 'category',
          label: t('category'),
          type: 'select',
          empty: t('choose'),
          value: v.category,
          options: allCategories()
            .filter((c) => c.suppliers.includes(organ))
            .map((c) => [c.code, `${both(c.name)} (${t('phaseN', { n: c.phase })})`]),
          change: (code) => set({ category: code }),
        })}
        ${field({ id: 'field', label: t('fieldName'), hint: t('fieldHint'), value: v.field, change: (value) => set({ field: value }) })}
      </div>
      ${field({ id: 'content', label: t('content'), type: 'area', value: v.content, change: (content) => set({ content }) })}
      <div class="kp-fields">
        ${field({
          id: 'task',
          label: t('taskLabel'),
          type: 'select',
          empty: t('choose'),
          value: v.task,
          options: tasks.map((code) => [code, word('task', code)]),
          change: (task) => set({ task }),
        })}
        ${field({ id: 'basis', label: t('basisLabel'), hint: t('basisHint'), value: v.basis, change: (basis) => set({ basis }) })}
      </div>
      ${organ === 'POLITIE'
        ? html`<div class="kp-fields">
            ${field({ id: 'wpg', label: t('wpgClass'), type: 'select', empty: t('choose'), value: v.wpg, options: WPG.map((w) => [w, word('wpg', w)]), change: (wpg) => set({ wpg }) })}
            ${field({ id: 'agreement', label: t('wpgAgreement'), value: v.agreement, change: (agreement) => set({ agreement }) })}
          </div>`
        : nothing}
      ${field({ id: 'lawfullyHeld', type: 'check', label: t('lawfully'), value: v.lawfullyHeld, change: (lawfullyHeld) => set({ lawfullyHeld }) })}
    `,
    asks: (v) => (v.category && v.content ? { act: 'SHARE_DATUM', object: screen.knelpunt.id, input: datumBody(v) } : null),
    act: (v) => post(`${screen.path}/data`, datumBody(v), { version: screen.version }),
  });
  if (done) {
    screen.again();
  }
}

/** As the API takes a datum. */
function datumBody(v) {
  const isNew = ['PERSON', 'LEGAL_PERSON', 'OBJECT'].includes(v.subject);
  return {
    ...(isNew ? { newSubject: { kind: v.subject } } : v.subject ? { subject: v.subject } : {}),
    category: v.category || undefined,
    field: v.field,
    content: v.content,
    task: v.task || undefined,
    basis: v.basis,
    phase: category(v.category)?.phase,
    lawfullyHeld: v.lawfullyHeld,
    confirmations: v.confirmations,
    ...(v.wpg ? { police: { wpgClass: v.wpg, agreement: v.agreement } } : {}),
  };
}
