import { html, nothing } from 'lit';
import { call, post } from './api.js';
import { session } from './session.js';
import { both, dictionary, language, setLanguage } from './language.js';
import { button } from '../kit/button.js';
import { field, errorSummary } from '../kit/field.js';
import { problem } from '../kit/guard.js';
import { formDialog, openDialog } from '../kit/dialog.js';
import texts from '../texts/app.js';

const t = dictionary(texts);

async function enter(name, password) {
  const { body } = await call('POST', '/v1/session', { body: { name, password }, anonymous: true });
  return body;
}

const state = { name: '', password: '', errors: [], failure: null, busy: false };

/** The page of who has not signed in. */
export function door(app, base) {
  const set = (change) => {
    Object.assign(state, change);
    app.requestUpdate();
  };
  const submit = async (event) => {
    event.preventDefault();
    set({ errors: wrong(state), failure: null });
    if (state.errors.length > 0) {
      await app.updateComplete;
      app.querySelector('[data-summary]').focus();
      return;
    }
    set({ busy: true });
    try {
      const begun = await enter(state.name, state.password);
      session.begin(begun.token, begun.account);
      set({ name: '', password: '', busy: false });
      app.dispatchEvent(new CustomEvent('kp-signed-in'));
    } catch (e) {
      set({ failure: e, busy: false, password: '' });
    }
  };
  const message = (id) => state.errors.find((e) => e.id === id)?.message;
  return html`<main class="kp-door">
    <div class="kp-door__card">
      <div class="kp-door__top">
        <span class="kp-mark"><img src="${base}icon.svg" alt="" width="32" height="32" />Knelpunt</span>
        <div class="kp-languages" role="group" aria-label=${t('language')}>
          ${[
            ['nl', 'NL', 'dutch'],
            ['en', 'EN', 'english'],
          ].map(
            ([code, short, name]) =>
              html`<button type="button" aria-pressed=${String(language() === code)} title=${t(name)} @click=${() => setLanguage(code)}>
                ${short}
              </button>`,
          )}
        </div>
      </div>
      <h1>${t('signInTitle')}</h1>
      <p class="kp-second">${t('signInIntro')}</p>
      ${errorSummary(state.errors)} ${state.failure ? problem(state.failure) : nothing}
      <form class="kp-form" novalidate @submit=${submit}>
        ${credentials(state, set, message)}
        ${button(t('signIn'), { kind: 'primary', submit: true, busy: state.busy ? t('busy') : '' })}
      </form>
    </div>
  </main>`;
}

function wrong({ name, password }) {
  return [
    ...(name.trim() ? [] : [{ id: 'naam', message: t('fillName') }]),
    ...(password ? [] : [{ id: 'wachtwoord', message: t('fillPassword') }]),
  ];
}

function credentials(value, set, message) {
  return html`${field({
    id: 'naam',
    label: t('name'),
    hint: t('nameHint'),
    value: value.name,
    autocomplete: 'username',
    spellcheck: 'false',
    message: message('naam'),
    state: message('naam') ? 'wrong' : '',
    change: (name) => set({ name }),
  })}
  ${field({
    id: 'wachtwoord',
    label: t('password'),
    type: 'password',
    value: value.password,
    autocomplete: 'current-password',
    message: message('wachtwoord'),
    state: message('wachtwoord') ? 'wrong' : '',
    change: (password) => set({ password }),
  })}`;
}

let again = null;

/** Over the screen that somebody was at, which stays as it is. Whoever else signs in begins anew. */
export function signInAgain() {
  again ??= ask().finally(() => (again = null));
  return again;
}

async function ask() {
  const before = session.account;
  const begun = await formDialog({
    title: t('againTitle'),
    intro: before ? html`${t('againWords')} ${t('otherPerson', { name: before.displayName })}` : t('againWords'),
    value: { name: before?.name ?? '', password: '' },
    submit: t('signIn'),
    check: wrong,
    fields: (value, set, errors) => credentials(value, set, (id) => errors.find((e) => e.id === id)?.message),
    act: (value) => enter(value.name, value.password),
  });
  if (!begun?.token) {
    session.end();
    location.assign('/');
    throw new DOMException('Not signed in', 'AbortError');
  }
  session.begin(begun.token, begun.account);
  if (before && before.id !== begun.account.id) {
    location.assign('/');
    throw new DOMException('Somebody else', 'AbortError');
  }
}

/** The duty of secrecy (article 1.11 Wgs), which everybody acknowledges once before anything else (G49). */
export function secrecy(text) {
  return openDialog(
    (dialog) => ({
      title: t('secrecyTitle'),
      body: html`<p class="kp-text">${both(text)}</p>`,
      actions: button(t('secrecyAgree'), {
        kind: 'primary',
        click: async () => {
          await post('/v1/session/secrecy');
          dialog.close(true);
        },
      }),
    }),
    { fixed: true },
  );
}
