import { html } from 'lit';
import { go } from './router.js';
import { dictionary } from './language.js';
import { searchOrGo } from './go.js';
import { openDialog } from '../kit/dialog.js';
import { field } from '../kit/field.js';
import texts from '../texts/app.js';

const t = dictionary(texts);
const KEY = 'kp-single-keys';
const PLACES = { w: '/', s: '/signalen', k: '/knelpunten' };

let pending = false;

/** Whether single keys do something (WCAG 2.1.4: they can be switched off). Kept on the device; it says nothing about anybody. */
function singleKeys() {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

function isTyping(target) {
  return target.closest?.('input, textarea, select, [contenteditable]') !== null;
}

export function listenToKeys(app) {
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      searchOrGo(app);
      return;
    }
    if (event.key === 'F6') {
      event.preventDefault();
      nextRegion(event.shiftKey ? -1 : 1);
      return;
    }
    if (event.altKey && event.key.toLowerCase() === 'w') {
      const guard = document.querySelector('.kp-guard');
      if (guard) {
        event.preventDefault();
        (guard.querySelector('a, button') ?? guard).focus();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) {
      pending = false;
      return;
    }
    if (!singleKeys()) {
      return;
    }
    if (pending && PLACES[event.key]) {
      event.preventDefault();
      pending = false;
      go(PLACES[event.key]);
    } else if (event.key === '?') {
      event.preventDefault();
      showKeys();
    } else {
      pending = event.key === 'g';
    }
  });
}

function nextRegion(step) {
  const regions = ['.kp-bar', '.kp-side', 'main', '.kp-guard']
    .map((s) => document.querySelector(s))
    .filter((r) => r && r.getClientRects().length > 0);
  const inside = regions.filter((r) => r.contains(document.activeElement)).pop();
  const next = regions[(regions.indexOf(inside) + step + regions.length) % regions.length];
  const target = next.matches('[tabindex]') ? next : next.querySelector('a, button, input, [tabindex]');
  target?.focus();
}

export function showKeys() {
  return openDialog((dialog) => ({
    title: t('keysTitle'),
    body: html`<dl class="kp-pairs">
        ${[
          ['Ctrl K', 'keysGo'],
          ['?', 'keysList'],
          ['g w', 'keysWork'],
          ['g s', 'keysSignals'],
          ['g k', 'keysKnelpunten'],
          ['F6', 'keysRegion'],
          ['Alt W', 'keysGuard'],
          ['Esc', 'keysBack'],
        ].map(
          ([key, words]) => html`<dt><kbd>${key}</kbd></dt>
            <dd>${t(words)}</dd>`,
        )}
      </dl>
      ${field({
        id: 'losse-toetsen',
        type: 'check',
        label: t('keysSingle'),
        value: singleKeys(),
        change: (on) => {
          localStorage.setItem(KEY, on ? 'on' : 'off');
          dialog.update();
        },
      })}`,
  }));
}
