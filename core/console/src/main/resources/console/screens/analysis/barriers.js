import { html, nothing } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { call, get } from '../../app/api.js';
import { change } from '../../app/change.js';
import { session } from '../../app/session.js';
import { participantName } from '../../app/names.js';
import { badge, button, card, confirm, field, formDialog, icon, openDialog } from '../../kit/index.js';
import texts from '../../texts/analysis.js';

const t = dictionary(texts);
const LOOKS = { PLANNED: ['is-planned', 'clock'], UNDER_WAY: ['is-active', 'check'], DONE: ['is-active', 'circle-check'] };

/** The barrier models in use, each with participants against steps: who does what, and where nobody does. */
export function barriers(screen) {
  const matrices = screen.matrices ?? [];
  const analyst = session.is('ANALYST') && screen.runs;
  const choose = analyst ? button(t('chooseModel'), { small: true, icon: 'grid-3x3', click: () => take(screen) }) : nothing;
  return matrices.length === 0
    ? card({ id: 'barrieres', title: t('barriers'), tools: choose, flush: html`<p class="kp-empty">${t('noModel')}</p>` })
    : html`${matrices.map((m, i) => matrix(screen, m, i, analyst))}${choose === nothing ? nothing : html`<div class="kp-actions">${choose}</div>`}`;
}

function matrix(screen, { model, participants, rows }, number, analyst) {
  const gaps = rows.flatMap((r) => r.cells).filter((c) => c.state === 'POSSIBLE').length;
  const nobody = rows.filter((r) => r.gap).length;
  const step = (row) => model.steps.find((s) => s.code === row.step);
  return card({
    id: number === 0 ? 'barrieres' : `barrieres-${number + 1}`,
    title: t('barriersOf', { name: both(model.name).toLowerCase() }),
    tools: html`${gaps > 0 ? badge('bad', t('gaps', { n: gaps }), 'circle-dashed') : badge('ok', t('noGaps'))}
    ${model.checked ? nothing : badge('warn', t('unchecked'))}
    ${analyst ? button(t('drop'), { small: true, kind: 'quiet', icon: 'x', label: `${t('drop')}: ${both(model.name)}`, click: () => drop(screen, model) }) : nothing}`,
    body: html`<p class="kp-note">${t('gapMeans')}${nobody > 0 ? html` ${t('nobodySteps', { n: nobody })}` : nothing}</p>`,
    flush: html`<div class="kp-wide" role="region" aria-label="${t('matrixRegion')} ${number + 1}" tabindex="0">
      <table class="kp-table kp-matrix" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${t('participant')}</th>
            ${rows.map(
              (row, i) => html`<th role="columnheader" scope="col">
                <span class="kp-matrix__step">${t('step', { n: i + 1 })}</span>
                <button type="button" class="kp-linkbutton" @click=${() => about(step(row), i)}>${both(step(row).name)}</button>
                ${row.gap ? html`<span class="kp-matrix__nobody">${t('nobody')}</span>` : nothing}
              </th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${participants.map(
            (p, i) => html`<tr role="row">
              <th role="rowheader" scope="row">${participantName(p)}</th>
              ${rows.map((row, j) => html`<td role="cell" class=${look(row.cells[i])} data-label="${j + 1}. ${both(step(row).name)}"><div>${cell(screen, row.cells[i], p, step(row))}</div></td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
    foot: html`<span>${t('modelSource', { source: both(model.source).replace(/[.\s]+$/, ''), version: model.version })}</span>`,
  });
}

function look(c) {
  return c.state === 'POSSIBLE' ? 'is-gap' : (LOOKS[c.state]?.[0] ?? '');
}

function cell(screen, c, participant, step) {
  if (c.state === 'NONE') {
    return html`<span aria-hidden="true">–</span><span class="kp-hidden">${t('cell_NONE')}</span>`;
  }
  const words = { POSSIBLE: t('cell_POSSIBLE'), PLANNED: t('cell_PLANNED') }[c.state] ?? t(`cell_${c.state}`, { n: c.interventions.length });
  return html`<button
    type="button"
    class="kp-matrix__cell"
    aria-label="${participantName(participant)}, ${both(step.name)}: ${words}"
    @click=${() => details(screen, c, participant, step)}
  >
    ${icon(c.state === 'POSSIBLE' ? 'circle-dashed' : LOOKS[c.state][1])}<span>${words}</span>
  </button>`;
}

/** What a participant does or could do at a step. */
function details(screen, c, participant, step) {
  const planned = (screen.plan?.interventions ?? []).filter((i) => c.interventions.includes(i.id));
  return openDialog(() => ({
    title: `${participantName(participant)}: ${both(step.name).toLowerCase()}`,
    body: html`${planned.length > 0
      ? html`<h3>${t('inPlan')}</h3>
          <ul>
            ${planned.map((i) => html`<li>${both(i.name)}, ${both(i.stateName).toLowerCase()}</li>`)}
          </ul>`
      : html`<p>${c.interventions.length > 0 ? t('planHidden', { n: c.interventions.length }) : t('nothingPlanned')}</p>`}
    ${c.possible.length > 0
      ? html`<h3>${t('could')}</h3>
          <ul>
            ${c.possible.map((p) => html`<li>${both(p.how)} ${p.interventionType && !p.available ? html`<span class="kp-note">${t('notOffered')}</span>` : nothing}</li>`)}
          </ul>`
      : nothing}`,
  }));
}

function about(step, i) {
  const list = (title, items) =>
    items?.length > 0
      ? html`<h3>${title}</h3>
          <ul>
            ${items.map((words) => html`<li>${words}</li>`)}
          </ul>`
      : nothing;
  return openDialog(() => ({
    title: `${t('step', { n: i + 1 })}: ${both(step.name).toLowerCase()}`,
    body: html`${list(t('occasions'), step.occasions?.map(both))} ${list(t('signs'), step.signals?.map(both))}
    ${list(t('providers'), step.providers?.map((p) => (p.unwitting ? `${both(p.who)} (${t('unwitting')})` : both(p.who))))}
    ${list(t('partners'), step.partners?.map(both))}`,
  }));
}

async function take(screen) {
  const models = (await get('/v1/barrier-models')).items;
  return formDialog({
    title: t('chooseModel'),
    intro: t('chooseModelWords'),
    submit: t('useModel'),
    value: { code: models[0]?.code ?? '' },
    fields: (value, set) =>
      field({
        id: 'barrieremodel',
        label: t('model'),
        type: 'select',
        value: value.code,
        options: models.map((m) => [m.code, `${both(m.name)}, ${t('version', { version: m.version })}`]),
        change: (code) => set({ code }),
      }),
    act: (value) => {
      const model = models.find((m) => m.code === value.code);
      return change(screen, () => call('PUT', `${screen.path}/barriers/${model.code}`, { version: screen.version, body: { version: model.version } }));
    },
  });
}

function drop(screen, model) {
  return confirm(
    t('drop'),
    t('dropWords', { name: both(model.name) }),
    () => change(screen, () => call('DELETE', `${screen.path}/barriers/${model.code}`, { version: screen.version })),
    { submit: t('drop') },
  );
}
