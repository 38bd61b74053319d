import { html, nothing } from 'lit';
import { dictionary } from '../../app/language.js';
import { call } from '../../app/api.js';
import { card, dayOfInstant, field, formDialog, notice, sub, table } from '../../kit/index.js';
import texts from '../../texts/analysis.js';

const t = dictionary(texts);
const TYPES = { GEOJSON: 'application/geo+json', GRAPHML: 'application/graphml+xml', CSV: 'text/csv' };

/** Takes what is seen out of the platform, for a purpose that is kept. */
export async function takeOut(screen, format) {
  const done = await formDialog({
    title: t('export'),
    intro: t('exportWords'),
    submit: t('export'),
    value: { format, purpose: '', restrictionsConfirmed: false },
    check: (v) => (v.purpose.trim() ? [] : [{ id: 'export-doel', message: t('fillPurpose') }]),
    fields: (v, set) => html`${field({
        id: 'export-vorm',
        label: t('format'),
        type: 'select',
        value: v.format,
        options: Object.keys(TYPES).map((f) => [f, t(`format_${f}`)]),
        change: (f) => set({ format: f }),
      })}
      ${field({ id: 'export-doel', label: t('purpose'), hint: t('purposeHint'), type: 'area', value: v.purpose, change: (purpose) => set({ purpose }) })}
      ${field({
        id: 'export-beperking',
        type: 'check',
        label: t('restrictions'),
        value: v.restrictionsConfirmed,
        change: (restrictionsConfirmed) => set({ restrictionsConfirmed }),
      })}`,
    act: async (v) => {
      const { response } = await call('POST', `${screen.path}/exports`, {
        accept: TYPES[v.format],
        body: {
          ...screen.over(),
          format: v.format,
          purpose: v.purpose,
          restrictionsConfirmed: v.restrictionsConfirmed,
          confirmations: v.confirmations,
        },
      });
      const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'knelpunt';
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      return { frozen: Number(response.headers.get('Knelpunt-Frozen')), withheld: Number(response.headers.get('Knelpunt-Withheld')) };
    },
  });
  if (done) {
    screen.taken = done;
    screen.again();
  }
}

/** What was taken out, what for, and by whom. */
export function exportsCard(screen) {
  const { taken } = screen;
  return card({
    id: 'exports',
    title: t('exports'),
    number: screen.exports.length,
    body: taken
      ? notice(html`${t('exported')} ${taken.frozen > 0 ? t('frozenLeft', { n: taken.frozen }) : nothing} ${taken.withheld > 0 ? t('withheld', { n: taken.withheld }) : nothing}`, {
          status: 'ok',
        })
      : nothing,
    flush: table({
      caption: t('exports'),
      rows: screen.exports,
      empty: t('noExports'),
      columns: [
        { name: t('purpose'), cell: (e) => html`<span class="kp-text">${e.purpose}</span>${e.restrictionsConfirmed ? sub(t('restrictionsKept')) : nothing}` },
        { name: t('format'), cell: (e) => t(`format_${e.format}`) },
        { name: t('when'), cell: (e) => html`<span class="kp-nowrap">${dayOfInstant(e.at)}</span>` },
      ],
    }),
  });
}
