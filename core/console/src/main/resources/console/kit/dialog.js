import { html, render, nothing } from 'lit';
import { button } from './button.js';
import { icon } from './icons.js';
import { problem, refusal } from './guard.js';
import { errorSummary } from './field.js';
import { doubts } from './doubt.js';
import { moment } from './time.js';
import { may } from '../app/api.js';
import { both, dictionary, onLanguage } from '../app/language.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);
const JUDGE_PAUSE = 700;

let numbers = 0;

/**
 * Opens a dialog. `draw(dialog)` gives { title, body, actions, wide }; call `dialog.update()` after its state changed. Esc and the cross
 * close it with undefined; `dialog.close(value)` with a value. Focus goes back to where it was.
 * @param options fixed: can't be closed without an answer
 * @returns {Promise<any>}
 */
export function openDialog(draw, options = {}) {
  return new Promise((resolve) => {
    const element = document.createElement('dialog');
    const before = document.activeElement;
    const id = `kp-dialog-${++numbers}`;
    element.setAttribute('aria-labelledby', id);
    document.body.append(element);
    const dialog = {
      element,
      update() {
        const { title, body, actions = nothing, wide = false } = draw(dialog);
        element.className = `kp-dialog ${wide ? 'kp-dialog--wide' : ''}`;
        render(
          html`<div class="kp-dialog__head">
              <h2 id=${id} tabindex="-1">${title}</h2>
              ${options.fixed
                ? nothing
                : button(t('close'), { kind: 'quiet', small: true, icon: 'x', click: () => dialog.close() })}
            </div>
            <div class="kp-form">${body}</div>
            ${actions === nothing ? nothing : html`<div class="kp-dialog__foot">${actions}</div>`}`,
          element,
        );
      },
      close(value) {
        end();
        element.close();
        element.remove();
        before?.focus?.();
        resolve(value);
      },
    };
    const end = onLanguage(() => dialog.update());
    element.addEventListener('cancel', (e) => {
      e.preventDefault();
      if (!options.fixed) {
        dialog.close();
      }
    });
    dialog.update();
    element.showModal();
    (element.querySelector('[autofocus], .kp-form input, .kp-form textarea, .kp-form select') ?? element.querySelector('h2')).focus();
  });
}

/**
 * A dialog with a form, done by an act of the API. What goes wrong is shown in it, and what was typed stays.
 * @param options title, intro, fields: (value, set, problems) => template, value (begin), submit (words), danger, act: async (value) =>
 *     any, check: (value) => [{ id, message }]. Where the Wgs-wacht takes words for what they are not, the person can say so; then `act` gets
 *     `value.confirmations` as well, to be sent along. Its fields are called in `value` as the API calls them
 * @param options.asks (value) => { act, object, part, input } with what `act` would send, or null while that is not whole: then the Wgs-wacht speaks along
 *     while somebody types, and says beforehand what would be refused
 * @returns {Promise<any>} what act gave; undefined when it was closed
 */
export function formDialog({ title, intro = nothing, fields, value = {}, submit, danger = false, act, check = () => [], asks, wide }) {
  let busy = false;
  let failure = null;
  let errors = [];
  const state = { ...value };
  let typed = false;
  let judged = null;
  let judging;
  let turn = 0;
  const ask = (event) => typed && event.preventDefault();
  addEventListener('beforeunload', ask);
  return openDialog((dialog) => {
    const set = (change) => {
      typed = true;
      Object.assign(state, change);
      dialog.update();
      speakAlong();
    };
    const speakAlong = () => {
      clearTimeout(judging);
      const question = asks?.(state);
      if (!question) {
        judged = null;
        return;
      }
      judging = setTimeout(async () => {
        const mine = ++turn;
        const answer = await may(question.act, question.object, question.input, question.part).catch(() => null);
        if (mine === turn && dialog.element.isConnected && !failure) {
          judged = answer;
          dialog.update();
        }
      }, JUDGE_PAUSE);
    };
    const send = async (event) => {
      event?.preventDefault();
      errors = check(state);
      failure = null;
      if (errors.length > 0) {
        dialog.update();
        dialog.element.querySelector('[data-summary]')?.focus();
        return;
      }
      busy = true;
      dialog.update();
      try {
        dialog.close((await act(state)) ?? true);
      } catch (e) {
        failure = e;
        busy = false;
        dialog.update();
        dialog.element.querySelector('.kp-guard, .kp-notice')?.scrollIntoView({ block: 'nearest' });
      }
    };
    return {
      title,
      wide,
      body: html`${intro === nothing ? nothing : html`<p>${intro}</p>`} ${errorSummary(errors)}
        <form class="kp-form" id="kp-form-dialog" novalidate @submit=${send}>${fields ? fields(state, set, errors) : nothing}
          <div class="kp-actions">
            ${button(submit, { kind: danger ? 'danger' : 'primary', submit: true, busy: busy ? t('busy') : '' })}
            ${button(t('keep'), { kind: 'quiet', click: () => dialog.close() })}
          </div>
        </form>
        ${failure ? problem(failure) : judged ? speaks(judged) : nothing}
        ${doubts(failure ?? judged, state, (confirmations) => {
          if (failure) {
            state.confirmations = confirmations;
            send();
          } else {
            set({ confirmations });
          }
        })}`,
    };
  }).finally(() => {
    clearTimeout(judging);
    removeEventListener('beforeunload', ask);
  });
}

/** What the Wgs-wacht would say, before it is asked in earnest. */
function speaks(judged) {
  return judged.permitted
    ? html`<p class="kp-note" role="status">${icon('shield-check')} ${t('noObjection')}</p>`
    : refusal(judged.refusals, { id: 'wacht-vooraf', title: t('readsAlong'), foot: t('notDoneYet') });
}

/** Asks before something that can't be taken back: `words` says what happens. */
export function confirm(title, words, act, { submit, danger = true } = {}) {
  return formDialog({ title, intro: words, submit, danger, act });
}

/**
 * Somebody else was first (412): what they changed beside what you typed, and the choice what to send.
 * @param problem the 412
 * @param rows [{ name, mine, theirs }], the fields in which the two differ
 * @returns {Promise<'mine' | 'theirs' | undefined>}
 */
export function compare(stale, rows) {
  return openDialog((dialog) => ({
    title: t('staleTitle'),
    wide: true,
    body: html`<p>${t('staleWords')}</p>
      ${stale.changes.length > 0
        ? html`<ul>
            ${stale.changes.map((c) => html`<li>${both(c.what)}, ${moment(c.at)}</li>`)}
          </ul>`
        : nothing}
      ${rows.map(
        (row) => html`<h3>${row.name}</h3>
          <div class="kp-halves">
            <div>
              <p class="kp-note">${t('mine')}</p>
              <p class="kp-text">${row.mine}</p>
            </div>
            <div>
              <p class="kp-note">${t('theirs')}</p>
              <p class="kp-text">${row.theirs}</p>
            </div>
          </div>`,
      )}`,
    actions: html`${button(t('useMine'), { kind: 'primary', click: () => dialog.close('mine') })}
    ${button(t('useTheirs'), { click: () => dialog.close('theirs') })}`,
  }));
}
