import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { session } from '../app/session.js';
import { newProposal } from '../app/newproposal.js';
import { loadNames, word } from '../app/names.js';
import { currentTerm } from '../app/stage.js';
import { badge, button, card, outline, Paged, sub, table, termBar } from '../kit/index.js';
import texts from '../texts/knelpunten.js';

const t = dictionary(texts);
const LOOKS = {
  PROPOSED: ['neutral', 'file-pen'],
  SUBMITTED: ['info', 'vote'],
  REJECTED: ['neutral', 'x'],
  DESIGNATED: ['ok', 'circle-check'],
  CLOSED: ['neutral', 'lock'],
};

/** How a knelpunt stands, as a badge. */
export function knelpuntBadge(state) {
  const [status, sign] = LOOKS[state] ?? ['neutral', 'tag'];
  return badge(status, word('state', state), sign);
}

/** All knelpunten that I may see, as a table. */
class Knelpunten extends Screen {
  static follows = ['knelpunt.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    this.list ??= new Paged(this);
    await this.list.load('/v1/knelpunten');
  }

  content() {
    return html`${head({
      title: t('title'),
      sub: t('sub'),
      actions: session.is('CASE_DIRECTOR') ? button(t('new'), { kind: 'primary', icon: 'plus', click: () => newProposal() }) : nothing,
    })}
    ${card({
      id: 'lijst',
      title: t('list'),
      flush: table({
        caption: t('list'),
        rows: this.list.items,
        empty: t('none'),
        columns: [
          {
            name: t('knelpunt'),
            cell: (k) => html`<a href="/knelpunten/${k.id}">${k.title}</a>${sub(k.manifestations.map((m) => word('manifestation', m)).join(', '))}`,
          },
          { name: t('state'), cell: (k) => knelpuntBadge(k.state) },
          { name: t('kind'), cell: (k) => word('object', k.objectType) },
          { name: t('participants'), cell: (k) => k.involved.length, number: true },
          { name: t('phase'), cell: (k) => this.phases(k) },
          { name: t('term'), cell: (k) => termBar(currentTerm(k)) },
        ],
      }),
      foot: this.list.foot(),
    })}`;
  }

  phases(knelpunt) {
    const open = knelpunt.phases.filter((p) => !p.closed).map((p) => p.phase);
    return open.length > 0 ? outline([...new Set(open)].sort().join(', ')) : t('none_yet');
  }
}

customElements.define('kp-knelpunten', Knelpunten);
export default Knelpunten;
