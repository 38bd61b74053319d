import { html, nothing } from 'lit';
import { dictionary } from '../../app/language.js';
import { download } from '../../app/api.js';
import { participantName, word } from '../../app/names.js';
import { badge, button, card, dayOfInstant, sub, table } from '../../kit/index.js';
import texts from '../../texts/knelpunt.js';

const t = dictionary(texts);

/** What the steering group decided, with every vote and its reason, and the documents of it. */
export function decisions(screen) {
  const k = screen.knelpunt;
  return card({
    id: 'besluiten',
    title: t('decisionsTitle'),
    number: k.motions.length,
    tools:
      k.state === 'PROPOSED' || k.state === 'SUBMITTED'
        ? button(t('preview'), { kind: 'quiet', icon: 'download', click: () => download(`${screen.path}/preview`, 'application/pdf') })
        : nothing,
    flush: html`${k.motions.length === 0 ? html`<p class="kp-empty">${t('noDecisions')}</p>` : k.motions.map(motion)}
      <h3 class="kp-group">${t('documents')}</h3>
      ${table({
        caption: t('documents'),
        rows: screen.documents ?? [],
        empty: t('noDocuments'),
        columns: [
          { name: t('document'), cell: (d) => html`<strong>${d.kindLabel}</strong>${sub(d.title)}` },
          { name: t('number'), cell: (d) => html`<code>${d.number}</code>` },
          { name: t('day'), cell: (d) => dayOfInstant(d.issued) },
          {
            name: '',
            label: t('pdf'),
            cell: (d) => button(t('pdf'), { kind: 'quiet', small: true, icon: 'download', click: () => download(d.href, 'application/pdf') }),
          },
        ],
      })}`,
  });
}

function motion(m) {
  const result =
    m.adopted === undefined
      ? badge('info', t('votingNow'), 'vote')
      : m.adopted
        ? badge('ok', t('adopted'))
        : badge('neutral', t('notAdopted'), 'x');
  return html`<h3 class="kp-group">${word('motion', m.kind)} ${result} ${m.concluded ? dayOfInstant(m.concluded) : nothing}</h3>
    ${m.votes.length === 0
      ? nothing
      : table({
          caption: `${t('votes')}: ${word('motion', m.kind)}`,
          rows: m.votes,
          empty: nothing,
          columns: [
            { name: t('participant'), cell: (v) => participantName(v.participant) },
            { name: t('vote'), cell: (v) => word('choice', v.choice) },
            { name: t('reason'), cell: (v) => html`<span class="kp-text">${v.reason}</span>` },
            { name: t('day'), cell: (v) => html`<span class="kp-nowrap">${dayOfInstant(v.at)}</span>` },
          ],
        })}`;
}
