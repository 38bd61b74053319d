import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { head } from '../../app/element.js';
import { both, dictionary } from '../../app/language.js';
import { call, post, remove } from '../../app/api.js';
import { session } from '../../app/session.js';
import { go } from '../../app/router.js';
import { Drafting, fieldId, saving } from '../../app/drafting.js';
import { allCategories, category, municipalities, participant, word } from '../../app/names.js';
import {
  badge, button, card, confirm, field, focusField, formDialog, problem, readsAlong, sub, table,
} from '../../kit/index.js';
import { datumDetails } from './datum.js';
import texts from '../../texts/signal.js';

const t = dictionary(texts);
const MANIFESTATIONS = ['HUMAN_TRAFFICKING', 'DRUGS', 'REAL_ESTATE', 'MONEY_LAUNDERING', 'SERIOUS_ORGANISED', 'DESIGNATED'];
const WPG = ['ARTICLE_8', 'ARTICLE_9', 'ARTICLE_10_1_A', 'ARTICLE_10_1_B', 'ARTICLE_10_1_C', 'ARTICLE_12', 'ARTICLE_13', 'ARTICLE_14'];
const CRITERIA = ['indications', 'manifestation', 'necessity', 'jointApproach', 'region'];

/** What a field of a signal is called. */
export function fieldName(path) {
  return texts[`f_${path}`] ? t(`f_${path}`) : path;
}

/** Of what the guard names, the field that is on the screen. */
function onScreen(path) {
  return path === 'observation.place' ? 'observation.place.description' : path;
}

/** The fields of a signal's draft. */
export function drafting(screen) {
  return new Drafting(screen, { label: fieldName, hint: (path) => (texts[`h_${path}`] ? t(`h_${path}`) : undefined), onScreen });
}

function ask(screen, path, options) {
  return screen.drafting.ask(path, options);
}

export function draft(screen) {
  const d = screen.draft;
  return html`
    ${head({
      crumbs: [{ name: t('crumb'), href: '/signalen' }, { name: d.get('title') ?? t('noTitle') }],
      title: t('complete'),
      sub: t('draftSub'),
      actions: saving(d),
    })}
    <div class="kp-columns">
      <form class="kp-stack" novalidate @submit=${(e) => report(e, screen)}>
        ${d.failure ? problem(d.failure) : nothing} ${seen(screen)} ${why(screen)} ${about(screen)} ${certain(screen)}
        <div class="kp-card kp-card--foot">
          <div class="kp-actions">
            ${button(t('report'), { kind: 'primary', submit: true, busy: screen.reporting ? t('saving') : '' })}
            ${button(t('stop'), { click: () => stop(screen) })}
            <span class="kp-fill"></span>
            ${button(t('discard'), { kind: 'danger', icon: 'trash-2', click: () => discard(screen) })}
          </div>
          <p class="kp-note">${t('keptWords')}</p>
          ${screen.refused ? problem(screen.refused, { id: 'wacht-indienen', link: (path) => (path ? `#${fieldId(onScreen(path))}` : null) }) : nothing}
        </div>
      </form>
      ${guard(screen)}
    </div>
  `;
}

function seen(screen) {
  const organs = participant(session.account.participant)?.organs ?? [];
  const chosen = screen.draft.get('organ');
  const tasks = organs.filter((o) => !chosen || o.organ === chosen).flatMap((o) => o.tasks);
  return card({
    id: 'gezien',
    title: t('part1'),
    body: html`
      ${ask(screen, 'title')}
      <div class="kp-fields">
        ${ask(screen, 'observation.date', { type: 'date' })} ${ask(screen, 'observation.time', { type: 'time' })}
        ${ask(screen, 'organ', { type: 'select', empty: t('choose'), options: organs.map((o) => [o.organ, word('organ', o.organ)]) })}
        ${ask(screen, 'task', { type: 'select', empty: t('choose'), options: [...new Set(tasks)].map((code) => [code, word('task', code)]) })}
      </div>
      ${ask(screen, 'observation.what', { type: 'area', rows: 5 })}
      <div class="kp-fields">
        ${ask(screen, 'observation.place.description')} ${ask(screen, 'observation.place.postcode')} ${ask(screen, 'observation.place.town')}
        ${ask(screen, 'observation.place.municipality', {
          type: 'select',
          empty: t('choose'),
          options: municipalities(screen.draft.get('observation.place.municipality')),
        })}
      </div>
      ${ask(screen, 'observation.observedBy')}
    `,
  });
}

function why(screen) {
  return card({
    id: 'waarom',
    title: t('part2'),
    body: html`
      ${ask(screen, 'manifestation', { type: 'select', empty: t('choose'), options: MANIFESTATIONS.map((m) => [m, word('manifestation', m)]) })}
      ${screen.draft.get('manifestation') === 'DESIGNATED'
        ? html`${ask(screen, 'manifestationDecision')} ${ask(screen, 'manifestationPublication')}`
        : nothing}
      ${CRITERIA.map((c) => criterion(screen, `criteria.${c}`))}
    `,
  });
}

/** Folded when it came filled in. */
function criterion(screen, path) {
  screen.folded ??= new Map();
  if (!screen.folded.has(path)) {
    screen.folded.set(path, Boolean(screen.draft.get(path)));
  }
  const control = ask(screen, path, { type: 'area' });
  return screen.folded.get(path)
    ? keyed(
        path,
        html`<details class="kp-fold">
          <summary><span>${t(`f_${path}`)}</span>${badge('ok', t('filled'))}</summary>
          ${control}
        </details>`,
      )
    : control;
}

function certain(screen) {
  const g = screen.gradings;
  const coded = (list) => list.map((c) => [c.code, `${c.code}: ${both(c.text)}`]);
  const isPolice = participant(session.account.participant)?.organs.some((o) => o.organ === 'POLITIE');
  return card({
    id: 'zeker',
    title: t('part4'),
    body: html`
      <div class="kp-fields">
        ${ask(screen, 'grading.source', { type: 'select', empty: t('choose'), options: coded(g.source) })}
        ${ask(screen, 'grading.information', {
          type: 'select',
          empty: t('choose'),
          options: coded(g.information),
          change: (value) => screen.draft.set('grading.information', value ? Number(value) : null),
        })}
      </div>
      ${isPolice
        ? html`<div class="kp-fields">
            ${ask(screen, 'police.wpgClass', { type: 'select', empty: t('choose'), options: WPG.map((w) => [w, word('wpg', w)]) })}
            ${ask(screen, 'police.agreement')}
          </div>`
        : nothing}
      ${ask(screen, 'qualityTested', { type: 'check' })} ${ask(screen, 'lawfullyHeld', { type: 'check' })}
    `,
  });
}

function about(screen) {
  const data = screen.signal.data ?? [];
  return card({
    id: 'gegevens',
    title: t('part3'),
    number: data.length,
    tools: button(t('addDatum'), { small: true, icon: 'plus', click: () => addDatum(screen) }),
    flush: table({
      caption: t('data'),
      rows: data,
      empty: t('noData'),
      columns: [
        { name: t('datum'), cell: (x) => html`<strong class="kp-text">${x.content}</strong>${sub(x.field)}` },
        { name: t('category'), cell: (x) => both(category(x.category)?.name) },
        { name: t('about'), cell: (x) => (x.subject ? word('subject', x.subject.kind) : '') },
        {
          name: '',
          cell: (x) =>
            html`${button(t('more'), {
              kind: 'quiet',
              small: true,
              label: t('details', { name: x.field ?? '' }),
              click: () => datumDetails(screen.signal, x),
            })}
            ${button(t('removeDatum'), {
              kind: 'quiet',
              small: true,
              label: t('removeLabel', { name: x.field }),
              click: () => removeDatum(screen, x),
            })}`,
        },
      ],
    }),
  });
}

async function addDatum(screen) {
  const organ = screen.draft.get('organ') ?? session.account.organ;
  const subjects = [...new Map((screen.signal.data ?? []).filter((x) => x.subject).map((x) => [x.subject.id, x])).values()];
  await screen.draft.save();
  const done = await formDialog({
    title: t('addDatum'),
    submit: t('add'),
    value: { subject: '', category: '', field: '', content: '' },
    fields: (v, set) => html`
      ${field({
        id: 'datum-subject',
        label: t('subject'),
        type: 'select',
        empty: t('choose'),
        value: v.subject,
        options: [
          ...subjects.map((x) => [x.subject.id, `${x.content} (${word('subject', x.subject.kind)})`]),
          ['PERSON', t('newPerson')],
          ['LEGAL_PERSON', t('newLegal')],
          ['OBJECT', t('newObject')],
        ],
        change: (subject) => set({ subject }),
      })}
      ${field({
        id: 'datum-category',
        label: t('category'),
        type: 'select',
        empty: t('choose'),
        value: v.category,
        options: allCategories()
          .filter((c) => c.phase === 1 && c.suppliers.includes(organ))
          .map((c) => [c.code, both(c.name)]),
        change: (code) => set({ category: code }),
      })}
      ${field({ id: 'datum-field', label: t('field'), hint: t('fieldHint'), value: v.field, change: (value) => set({ field: value }) })}
      ${field({ id: 'datum-content', label: t('content'), value: v.content, change: (content) => set({ content }) })}
    `,
    act: (v) => {
      const isNew = ['PERSON', 'LEGAL_PERSON', 'OBJECT'].includes(v.subject);
      return post(
        `${screen.path}/data`,
        {
          ...(isNew ? { newSubject: { kind: v.subject } } : v.subject ? { subject: v.subject } : {}),
          category: v.category || undefined,
          field: v.field,
          content: v.content,
          lawfullyHeld: Boolean(screen.draft.get('lawfullyHeld')),
          confirmations: v.confirmations,
        },
        { version: screen.draft.version },
      );
    },
  });
  if (done) {
    await screen.readData();
  }
}

async function removeDatum(screen, datum) {
  await screen.draft.save();
  try {
    await remove(`${screen.path}/data/${datum.id}`, { version: screen.draft.version });
    await screen.readData();
  } catch (e) {
    screen.refused = e;
    screen.requestUpdate();
  }
}

/** The guard beside the form: what is still to be mended, with a link to each. */
function guard(screen) {
  const finds = screen.drafting.finds();
  const lacks = (path) => (screen.judged?.refusals ?? []).some((r) => r.field === path);
  const checks = screen.judged
    ? [
        [t('checkA'), 'criteria.indications'],
        [t('checkB'), 'criteria.manifestation'],
        [t('checkC'), 'criteria.necessity'],
        [t('checkD'), 'criteria.jointApproach'],
        [t('checkE'), 'criteria.region'],
        [t('checkTested'), 'qualityTested'],
        [t('checkHeld'), 'lawfullyHeld'],
      ].map(([words, path]) => ({ words, ok: !lacks(path) }))
    : [];
  return html`<div class="kp-beside" @click=${(e) => screen.drafting.jump(e)}>
    ${readsAlong({
      title: !screen.judged ? t('guardWaiting') : finds.length > 0 ? t('guardTodo', { n: finds.length }) : t('guardReady'),
      finds,
      checks,
      checksTitle: t('criteria'),
      foot: t('onlyYou'),
    })}
  </div>`;
}

async function report(event, screen) {
  event.preventDefault();
  if (screen.reporting) {
    return;
  }
  screen.tried = true;
  screen.refused = null;
  screen.reporting = true;
  screen.requestUpdate();
  try {
    await screen.draft.save();
    if (screen.draft.held.size > 0) {
      await screen.judge();
      focusField(fieldId([...screen.draft.held.keys()][0]));
      return;
    }
    await call('POST', `${screen.path}/report`, { version: screen.draft.version });
    screen.draft.end();
    await screen.again();
    screen.draft = null;
    document.querySelector('main h1')?.focus();
  } catch (e) {
    screen.refused = e;
    await screen.judge();
    await screen.updateComplete;
    document.getElementById('wgs-wacht')?.focus();
    document.getElementById('wacht-indienen')?.scrollIntoView({ block: 'nearest' });
  } finally {
    screen.reporting = false;
    screen.requestUpdate();
  }
}

async function stop(screen) {
  await screen.draft.save();
  if (screen.draft.isSaved) {
    go('/signalen');
  }
}

async function discard(screen) {
  await screen.draft.save();
  const done = await confirm(t('discard'), t('discardWords'), () => remove(screen.path, { version: screen.draft.version }), {
    submit: t('destroyIt'),
  });
  if (done) {
    screen.draft.changed.clear();
    go('/signalen', { replace: true });
  }
}

