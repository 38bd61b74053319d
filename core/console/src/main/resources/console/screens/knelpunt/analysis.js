import { html } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { badge, button, card } from '../../kit/index.js';
import { writings } from '../analysis/writings.js';
import texts from '../../texts/analysis.js';

const t = dictionary(texts);

/** What was found of it: the written analyses, the gaps in the barriers, and the way to the workbench. */
export function analysis(screen) {
  const open = button(t('toWorkbench'), { icon: 'network', href: `/knelpunten/${screen.knelpunt.id}/analyse` });
  const gaps = (screen.matrices ?? []).map(({ model, rows }) => ({
    name: both(model.name),
    n: rows.flatMap((r) => r.cells).filter((c) => c.state === 'POSSIBLE').length,
  }));
  return screen.analyses
    ? html`${writings(screen, {
        id: 'analyse',
        title: t('sectionTitle'),
        tools: html`${gaps.map((g) => badge(g.n > 0 ? 'bad' : 'ok', t('sectionGaps', g), g.n > 0 ? 'circle-dashed' : 'circle-check'))} ${open}`,
      })}`
    : card({ id: 'analyse', title: t('sectionTitle'), tools: open, body: html`<p class="kp-second">${t('section')}</p>` });
}
