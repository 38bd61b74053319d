import { html, nothing } from 'lit';
import { dictionary } from '../../app/language.js';
import { call } from '../../app/api.js';
import { change } from '../../app/change.js';
import { session } from '../../app/session.js';
import { number } from '../../kit/time.js';
import { field } from '../../kit/field.js';
import { formDialog } from '../../kit/dialog.js';
import { areaEditor, beginArea, checkArea, errorsOfArea, geometryOf } from '../../maps/editor.js';
import { placeMap } from '../../maps/places.js';
import texts from '../../texts/area.js';

const t = dictionary(texts);

/** The same for the same geometry, so that a map is not drawn anew. */
const drawn = new WeakMap();

/** The area of a scope on a map, and as text beside it. */
export function areaOf(scope) {
  const { area } = scope;
  if (!drawn.has(area)) {
    drawn.set(area, [{ geometry: area, words: t('in'), look: 'in' }]);
  }
  const polygons = polygonsOf(area);
  return html`${placeMap({ areas: drawn.get(area), label: t('mapLabel', { n: polygons.length }) })}
    <details class="kp-details">
      <summary>${t('asText')}</summary>
      ${polygons.map(
        ([ring], i) => html`<p><strong>${t('part', { n: i + 1, corners: ring.length - 1 })}</strong></p>
          <ol class="kp-plain kp-note">
            ${ring.slice(0, -1).map(([lon, lat]) => html`<li>${t('corner', { lat: degrees(lat), lon: degrees(lon) })}</li>`)}
          </ol>`,
      )}
    </details>`;
}

function polygonsOf(area) {
  return area.type === 'MultiPolygon' ? area.coordinates : [area.coordinates];
}

function degrees(value) {
  return number(Math.round(value * 10_000) / 10_000);
}

/** How the signals of a proposal lie to its area. @param places of /completeness; absent without an area */
export function signalsToArea(places) {
  return places ? html`<p class="kp-note">${t('places', { in: places.in, out: places.out, unknown: places.unknown })}</p>` : nothing;
}

/** Whether this person can change what the proposal delimits. */
export function mayDraw(knelpunt) {
  return session.is('CASE_DIRECTOR') && (knelpunt.state === 'PROPOSED' || knelpunt.state === 'SUBMITTED');
}

/** What belongs to it and what does not, and the area on the map: drawn, or typed as coordinates. */
export function editScope(screen) {
  const k = screen.knelpunt;
  const onMap = k.objectType === 'AREA';
  let errors = [];
  return formDialog({
    title: t('edit'),
    intro: k.state === 'SUBMITTED' ? t('becomesProposal') : nothing,
    submit: t('save'),
    wide: true,
    value: { 'scope.in': k.scope?.in ?? '', 'scope.out': k.scope?.out ?? '', parts: beginArea(k.scope?.area) },
    check: (v) => (onMap ? checkArea(v.parts) : []),
    fields: (v, set) => html`<div class="kp-halves">
        ${field({ id: 'afbakening-wel', label: t('inWords'), hint: t('inHint'), type: 'area', value: v['scope.in'], change: (words) => set({ 'scope.in': words }) })}
        ${field({ id: 'afbakening-niet', label: t('outWords'), hint: t('outHint'), type: 'area', value: v['scope.out'], change: (words) => set({ 'scope.out': words }) })}
      </div>
      ${onMap
        ? html`<fieldset class="kp-field" id="gebied-tekenen" tabindex="-1">
            <legend class="utrecht-form-label">${t('area')}</legend>
            ${errors.filter((e) => e.corner === undefined).map((e) => html`<div class="kp-message kp-message--wrong">${e.message}</div>`)}
            ${areaEditor({
              parts: v.parts,
              errors,
              change: (parts) => {
                errors = [];
                set({ parts });
              },
            })}
          </fieldset>`
        : nothing}`,
    act: async (v) => {
      const scope = { in: v['scope.in'] || null, out: v['scope.out'] || null };
      if (onMap) {
        scope.area = geometryOf(v.parts);
      }
      try {
        return await change(screen, () => call('PATCH', screen.path, { version: screen.version, body: { scope, confirmations: v.confirmations } }));
      } catch (e) {
        errors = errorsOfArea(e, v.parts);
        throw e;
      }
    },
  });
}
