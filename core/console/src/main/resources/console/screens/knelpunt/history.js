import { html } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { participantName } from '../../app/names.js';
import { card, day, icon, moment, sub } from '../../kit/index.js';
import texts from '../../texts/knelpunt.js';

const t = dictionary(texts);

/** What happened, newest first, out of the records of the knelpunt itself; the log is for its four purposes only. */
export function history(screen) {
  const lines = happened(screen).sort((one, other) => other.at.localeCompare(one.at));
  return card({
    id: 'geschiedenis',
    title: t('history'),
    body:
      lines.length === 0
        ? html`<p class="kp-second">${t('noHistory')}</p>`
        : html`<ul class="kp-plain kp-feed">
            ${lines.map(
              (line) => html`<li>
                ${icon(line.sign)}
                <div>
                  ${line.words}${sub(line.who ? participantName(line.who) : '')}
                  <p class="kp-note">${moment(line.at)}</p>
                </div>
              </li>`,
            )}
          </ul>`,
  });
}

function happened({ knelpunt: k, plan, documents }) {
  const lines = [{ at: k.created, sign: 'file-pen', words: t('h_created') }];
  let terms = 0;
  for (const m of k.motions.filter((motion) => motion.concluded)) {
    const words = {
      DESIGNATE: () => {
        if (!m.adopted) {
          return t('h_rejected');
        }
        const term = k.terms[terms++];
        return t('h_designated', { first: day(term.first), last: day(term.last) });
      },
      PROLONG: () => t(m.adopted ? 'h_prolonged' : 'h_notProlonged'),
      CLOSE: () => t(m.adopted ? 'h_closed' : 'h_notClosed'),
      INVOLVE: () => t('h_involved'),
    };
    lines.push({ at: m.concluded, sign: 'gavel', words: words[m.kind](), who: m.conclusion?.participant });
  }
  for (const p of k.phases) {
    lines.push({ at: p.at, sign: 'lock-open', words: t('h_phase', { n: p.phase }), who: p.participant });
    if (p.closed) {
      lines.push({ at: p.closed.at, sign: 'lock', words: t('h_phaseClosed', { n: p.phase }), who: p.closed.participant });
    }
  }
  for (const e of k.evaluations) {
    lines.push({ at: e.at, sign: 'monitor-check', words: t('h_evaluated') });
  }
  for (const i of plan?.interventions ?? []) {
    const last = i.moves.at(-1);
    lines.push({
      at: last.at,
      sign: 'target',
      words: t('h_intervention', { name: both(i.name), state: both(i.stateName) }),
      who: i.participant,
    });
  }
  for (const d of documents ?? []) {
    lines.push({ at: d.issued, sign: 'file-text', words: t('h_document', { kind: d.kindLabel, number: d.number }) });
  }
  return lines;
}
