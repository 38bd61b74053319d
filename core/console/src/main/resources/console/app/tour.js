import { html, nothing } from 'lit';
import { dictionary } from './language.js';
import { session } from './session.js';
import { go } from './router.js';
import { routes } from '../routes.js';
import { button } from '../kit/button.js';
import { icon } from '../kit/icons.js';
import { notice } from '../kit/notice.js';
import { openDialog } from '../kit/dialog.js';
import texts from '../texts/tour.js';
import menuTexts from '../texts/menu.js';

const t = dictionary(texts);
const tm = dictionary(menuTexts);
const KEY = 'kp-tour';

/** Whether somebody was offered the tour in this browser. Kept on the device; it says nothing about anybody. */
function isSeen() {
  try {
    return localStorage.getItem(KEY) === 'seen';
  } catch {
    return true;
  }
}

function see() {
  try {
    localStorage.setItem(KEY, 'seen');
  } catch {
    // Then it is offered again.
  }
}

/** A quiet line at the first visit; nothing after it was answered. */
export function tourOffer(host) {
  if (isSeen()) {
    return nothing;
  }
  const answer = (act) => () => {
    see();
    host.requestUpdate();
    act?.();
  };
  return notice(t('offer'), {
    iconName: 'route',
    action: html`<div class="kp-actions">
      ${button(t('begin'), { small: true, kind: 'primary', click: answer(startTour) })} ${button(t('later'), { small: true, kind: 'quiet', click: answer() })}
    </div>`,
  });
}

/** What there is for this person: their role, each entry of their menu, the guard, and the keys. */
function steps() {
  const entries = routes.filter((r) => r.nav && (!r.roles || session.is(...r.roles)) && (!r.nav.roles || session.is(...r.nav.roles)));
  return [
    { title: t('welcome'), icon: 'hand', words: session.roles.filter((r) => texts[`role_${r}`]).map((r) => t(`role_${r}`)) },
    ...entries
      .filter((r) => texts[`menu_${r.nav.text.toUpperCase()}`])
      .map((r) => ({ title: tm(r.nav.text), icon: r.nav.icon, words: [t(`menu_${r.nav.text.toUpperCase()}`)], href: r.path })),
    { title: t('guard'), icon: 'shield-check', words: [t('guardWords')], guard: true },
    { title: t('keys'), icon: 'keyboard', words: [t('keysWords')] },
  ];
}

/** Goes through them one by one; Esc ends it at any moment. */
export async function startTour() {
  see();
  let at = 0;
  const href = await openDialog((dialog) => {
    const all = steps();
    const step = all[at];
    const move = (by) => () => {
      at += by;
      dialog.update();
      dialog.element.querySelector('h2').focus();
    };
    return {
      title: step.title,
      body: html`<p class="kp-note" role="status">${t('step', { n: at + 1, all: all.length })}</p>
        <div class="kp-tour ${step.guard ? 'kp-tour--guard' : ''}">
          <span class="kp-task__icon">${icon(step.icon)}</span>
          <div>${step.words.map((words) => html`<p>${words}</p>`)}</div>
        </div>`,
      actions: html`${at > 0 ? button(t('previous'), { icon: 'arrow-left', click: move(-1) }) : nothing}
      ${at < all.length - 1
        ? button(t('next'), { kind: 'primary', icon: 'arrow-right', click: move(1) })
        : button(t('done'), { kind: 'primary', icon: 'check', click: () => dialog.close() })}
      ${step.href ? button(t('goThere'), { kind: 'quiet', label: `${t('goThere')}: ${step.title}`, click: () => dialog.close(step.href) }) : nothing}`,
    };
  });
  if (href) {
    go(href);
  }
}
