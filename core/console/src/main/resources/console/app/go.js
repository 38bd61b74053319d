import { html, nothing } from 'lit';
import { routes } from '../routes.js';
import { go } from './router.js';
import { get } from './api.js';
import { session } from './session.js';
import { dictionary } from './language.js';
import { openDialog } from '../kit/dialog.js';
import { field } from '../kit/field.js';
import { icon } from '../kit/icons.js';
import texts from '../texts/app.js';
import menuTexts from '../texts/menu.js';

const t = dictionary(texts);
const tm = dictionary(menuTexts);
const MOST = 8;

/** Search or go: screens, knelpunten and signals that the person may see, by their titles. What is typed stays in the browser. */
export async function searchOrGo(app) {
  if (document.querySelector('dialog[open]')) {
    return;
  }
  let words = '';
  const found = { knelpunten: [], signals: [] };
  let shown = null;
  if (session.reads('knelpunten')) {
    get('/v1/knelpunten?limit=100').then((list) => {
      found.knelpunten = list.items;
      shown?.update();
    }, ignore);
  }
  if (session.reads('signals')) {
    get('/v1/signals?limit=100').then((list) => {
      found.signals = list.items;
      shown?.update();
    }, ignore);
  }
  const address = await openDialog((dialog) => {
    shown = dialog;
    const groups = [
      [
        'goScreens',
        'arrow-right',
        routes.filter((r) => r.nav && app.may(r)).map((r) => ({ title: tm(r.nav.text), href: r.path })),
      ],
      ['goKnelpunten', 'waypoints', found.knelpunten.map((k) => ({ title: k.title, href: `/knelpunten/${k.id}` }))],
      ['goSignals', 'radio', found.signals.map((s) => ({ title: s.title, href: `/signalen/${s.id}` }))],
    ]
      .map(([name, sign, entries]) => [
        name,
        sign,
        entries.filter((e) => e.title?.toLowerCase().includes(words.toLowerCase())).slice(0, MOST),
      ])
      .filter(([, , entries]) => entries.length > 0);
    const follow = (event, href) => {
      event.preventDefault();
      dialog.close(href);
    };
    return {
      title: t('goTitle'),
      body: html`<form
        class="kp-form"
        @submit=${(event) => {
          event.preventDefault();
          if (groups.length > 0) {
            dialog.close(groups[0][2][0].href);
          }
        }}
      >
        ${field({
          id: 'zoek-of-ga',
          label: t('goLabel'),
          value: words,
          change: (value) => {
            words = value;
            dialog.update();
          },
        })}
        <div role="status" class="kp-hidden">${groups.length === 0 ? t('goNothing') : ''}</div>
        ${groups.length === 0 ? html`<p>${t('goNothing')}</p>` : nothing}
        ${groups.map(
          ([name, sign, entries]) => html`<div>
            <h3>${t(name)}</h3>
            <ul class="kp-checklist">
              ${entries.map((e) => html`<li>${icon(sign)}<a href=${e.href} @click=${(event) => follow(event, e.href)}>${e.title}</a></li>`)}
            </ul>
          </div>`,
        )}
      </form>`,
    };
  });
  if (address) {
    go(address);
  }
}

function ignore() {
  // Then there is less to choose from.
}
