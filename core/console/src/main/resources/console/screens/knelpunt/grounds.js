import { html } from 'lit';
import { dictionary } from '../../app/language.js';
import { card } from '../../kit/card.js';
import texts from '../../texts/knelpunt.js';

const t = dictionary(texts);

/** Why this may be done at all. */
export function grounds(screen) {
  const k = screen.knelpunt;
  const parts = ['necessity', 'proportionality', 'subsidiarity', 'deficit', 'seriousness']
    .map((part) => [t(part), k.grounds?.[part]])
    .concat([[t('displacement'), k.displacement]])
    .filter(([, words]) => words);
  return card({
    id: 'gronden',
    title: t('grounds'),
    body:
      parts.length === 0
        ? html`<p class="kp-second">${t('noGrounds')}</p>`
        : parts.map(
            ([name, words]) => html`<div>
              <h3>${name}</h3>
              <p class="kp-text">${words}</p>
            </div>`,
          ),
  });
}
