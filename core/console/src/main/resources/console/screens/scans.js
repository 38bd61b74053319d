import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { post } from '../app/api.js';
import { session } from '../app/session.js';
import { go } from '../app/router.js';
import { loadNames, participantName } from '../app/names.js';
import { knelpuntBadge } from './knelpunten.js';
import { titleDialog } from './cases.js';
import { button, card, field, Paged, sub, table } from '../kit/index.js';
import texts from '../texts/scans.js';

const t = dictionary(texts);

/** Scans that I may see. */
class Scans extends Screen {
  static follows = ['knelpunt.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    this.list ??= new Paged(this);
    await this.list.load('/v1/scans');
  }

  content() {
    return html`${head({
      title: t('title'),
      sub: t('sub'),
      actions: html`${session.is('ANALYST', 'CASE_DIRECTOR') ? button(t('sources'), { icon: 'layers', href: '/scans/bronnen' }) : nothing}
      ${session.is('CASE_DIRECTOR') ? button(t('make'), { icon: 'plus', kind: 'primary', click: () => this.make() }) : nothing}`,
    })}
    ${card({
      id: 'scans',
      title: t('list'),
      flush: table({
        caption: t('list'),
        rows: this.list.items,
        empty: t('none'),
        columns: [
          { name: t('scan'), cell: (k) => html`<a href="/scans/${k.id}">${k.title}</a>${sub(k.description)}` },
          { name: t('about'), cell: (k) => html`${k.abuse?.sector ?? '–'}` },
          { name: t('participants'), cell: (k) => k.involved.map((i) => participantName(i.participant)).join(', ') },
          { name: t('state'), cell: (k) => knelpuntBadge(k.state) },
        ],
      }),
      foot: this.list.items.length > 0 ? this.list.foot() : nothing,
    })}`;
  }

  async make() {
    const made = await titleDialog(
      t('make'),
      t('makeWords'),
      (v) => post('/v1/scans', { title: v.title, abuse: { sector: v.sector, description: v.description }, confirmations: v.confirmations }),
      (v, set) => html`${field({ id: 'scan-sector', label: t('sector'), value: v.sector, change: (sector) => set({ sector }) })}
      ${field({ id: 'scan-misstand', label: t('abuse'), type: 'area', value: v.description, change: (description) => set({ description }) })}`,
      { sector: '', description: '' },
    );
    if (made?.id) {
      go(`/scans/${made.id}`);
    }
  }
}

customElements.define('kp-scans', Scans);
export default Scans;
