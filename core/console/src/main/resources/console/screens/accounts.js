import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { call, get, post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { setQuery } from '../app/router.js';
import { allParticipants, loadNames, participant, participantName, word } from '../app/names.js';
import { badge, button, card, confirm, day, field, formDialog, sub, table, today } from '../kit/index.js';
import texts from '../texts/accounts.js';
import appTexts from '../texts/app.js';

const t = dictionary(texts);
const ta = dictionary(appTexts);
const BUREAU = ['CASE_DIRECTOR', 'ANALYST', 'PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'CONTACT_POINT', 'ADMIN', 'SUPPORT'];
const OWN = ['WORKER', 'STEERING_MEMBER'];
const LEAST = 12;

/** Who may work here, for whom, and what there is proof of. */
class Accounts extends Screen {
  static follows = ['account.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    this.accounts = (await get('/v1/accounts')).items;
  }

  content() {
    const q = this.query.get('zoek') ?? '';
    const of = this.query.get('deelnemer') ?? '';
    const all = this.query.get('ook') === 'ingetrokken';
    const shown = this.accounts.filter(
      (a) => (all || a.active) && (!of || a.participant === of) && `${a.displayName} ${a.name}`.toLowerCase().includes(q.toLowerCase()),
    );
    return html`
      ${head({ title: t('title'), sub: t('sub'), actions: button(t('add'), { kind: 'primary', icon: 'plus', click: () => this.add() }) })}
      ${card({
        id: 'accounts',
        title: t('list'),
        number: shown.length,
        body: html`<div class="kp-fields">
            ${field({ id: 'acc-zoek', label: t('search'), value: q, change: (zoek) => setQuery({ zoek }) })}
            ${field({ id: 'acc-deelnemer', label: t('participant'), type: 'select', empty: t('all'), value: of, options: allParticipants().map((p) => [p.id, p.name]), change: (deelnemer) => setQuery({ deelnemer }) })}
          </div>
          ${field({ id: 'acc-ook', label: t('withdrawnToo'), type: 'check', value: all, change: (on) => setQuery({ ook: on ? 'ingetrokken' : '' }) })}`,
        flush: table({
          caption: t('list'),
          rows: shown,
          empty: t('none'),
          columns: [
            { name: t('who'), cell: (a) => html`<strong>${a.displayName}</strong>${sub(html`<code>${a.name}</code>`)}` },
            { name: t('role'), cell: (a) => html`${a.roles.map((r) => ta(`role_${r}`)).join(', ')}${sub([participantName(a.participant), a.organ ? word('organ', a.organ) : ''].filter(Boolean).join(' · '))}` },
            { name: t('proof'), cell: (a) => proof(a) },
            { name: t('state'), cell: (a) => state(a) },
            {
              name: '',
              cell: (a) =>
                a.active
                  ? html`<div class="kp-actions">
                      ${button(t('qualify'), { small: true, label: `${t('qualify')}: ${a.displayName}`, click: () => this.qualify(a) })}
                      ${a.id === session.account.id ? nothing : button(t('withdraw'), { small: true, kind: 'danger', label: `${t('withdraw')}: ${a.displayName}`, click: () => this.withdraw(a) })}
                    </div>`
                  : nothing,
            },
          ],
        }),
      })}
    `;
  }

  add() {
    return formDialog({
      title: t('add'),
      intro: t('addIntro'),
      wide: true,
      submit: t('addIt'),
      value: { displayName: '', name: '', participant: session.account.participant, roles: [], organ: '', screened: false, trainedUntil: '', password: '' },
      check: (v) => [
        ...(v.displayName.trim() ? [] : [{ id: 'acc-wie', message: t('fillWho') }]),
        ...(/^[a-z0-9][a-z0-9.-]*$/.test(v.name) ? [] : [{ id: 'acc-naam', message: t('fillName') }]),
        ...(v.roles.length > 0 ? [] : [{ id: `acc-rol-${OWN[0]}`, message: t('fillRole') }]),
        ...(v.password.length >= LEAST ? [] : [{ id: 'acc-wachtwoord', message: t('fillPassword', { n: LEAST }) }]),
      ],
      fields: (v, set, errors) => {
        const message = (id) => errors.find((e) => e.id === id)?.message;
        const checked = (id) => ({ message: message(id), state: message(id) ? 'wrong' : '' });
        const organs = participant(v.participant)?.organs.map((o) => o.organ) ?? [];
        const acts = v.roles.some((r) => OWN.includes(r));
        return html`<div class="kp-fields">
            ${field({ id: 'acc-wie', label: t('displayName'), value: v.displayName, ...checked('acc-wie'), change: (displayName) => set({ displayName }) })}
            ${field({ id: 'acc-naam', label: t('name'), hint: t('nameHint'), value: v.name, spellcheck: 'false', ...checked('acc-naam'), change: (name) => set({ name }) })}
          </div>
          ${field({ id: 'acc-van', label: t('appointedBy'), type: 'select', value: v.participant, options: allParticipants().map((p) => [p.id, p.name]), change: (id) => set({ participant: id, organ: '' }) })}
          <fieldset class="kp-field">
            <legend class="utrecht-form-label">${t('roles')}</legend>
            <span class="kp-field__hint">${t('rolesHint')}</span>
            ${[...OWN, ...BUREAU].map((r) =>
              field({
                id: `acc-rol-${r}`,
                type: 'check',
                label: ta(`role_${r}`),
                value: v.roles.includes(r),
                change: (on) => set({ roles: on ? [...v.roles, r] : v.roles.filter((x) => x !== r) }),
              }),
            )}
          </fieldset>
          ${acts && organs.length > 0
            ? field({ id: 'acc-orgaan', label: t('organ'), type: 'select', empty: t('choose'), value: v.organ || (organs.length === 1 ? organs[0] : ''), options: organs.map((o) => [o, word('organ', o)]), change: (organ) => set({ organ }) })
            : nothing}
          ${qualification(v, set)}
          ${field({ id: 'acc-wachtwoord', label: t('password'), hint: t('passwordHint', { n: LEAST }), type: 'password', autocomplete: 'new-password', value: v.password, ...checked('acc-wachtwoord'), change: (password) => set({ password }) })}`;
      },
      act: (v) => {
        const organs = participant(v.participant)?.organs.map((o) => o.organ) ?? [];
        const acts = v.roles.some((r) => OWN.includes(r));
        return change(this, () =>
          post('/v1/accounts', {
            ...v,
            organ: acts ? v.organ || (organs.length === 1 ? organs[0] : undefined) : undefined,
            trainedUntil: v.trainedUntil || undefined,
          }),
        );
      },
    });
  }

  qualify(account) {
    return formDialog({
      title: t('qualify'),
      intro: account.displayName,
      submit: t('save'),
      value: { screened: account.screened, trainedUntil: account.trainedUntil ?? '' },
      fields: qualification,
      act: (v) =>
        change(this, () => call('PUT', `/v1/accounts/${account.id}/qualification`, { body: { screened: v.screened, trainedUntil: v.trainedUntil || undefined } })),
    });
  }

  withdraw(account) {
    return confirm(t('withdraw'), t('withdrawWords', { name: account.displayName }), () => change(this, () => post(`/v1/accounts/${account.id}/withdrawal`)), {
      submit: t('withdraw'),
    });
  }
}

function qualification(v, set) {
  return html`${field({ id: 'acc-gescreend', label: t('screenedLabel'), type: 'check', value: v.screened, change: (screened) => set({ screened }) })}
  ${field({ id: 'acc-opgeleid', label: t('trainedLabel'), hint: t('trainedHint'), type: 'date', optional: true, value: v.trainedUntil, change: (trainedUntil) => set({ trainedUntil }) })}`;
}

function proof(account) {
  return html`${account.screened ? badge('ok', t('screened')) : badge('bad', t('notScreened'))}
  ${account.trainedUntil
    ? account.trainedUntil < today()
      ? badge('bad', t('trainedUntil', { day: day(account.trainedUntil) }))
      : sub(t('trainedUntil', { day: day(account.trainedUntil) }))
    : badge('bad', t('notTrained'))}`;
}

function state(account) {
  if (!account.active) {
    return badge('neutral', t('withdrawn'), 'x');
  }
  return account.secrecyAcknowledged ? badge('ok', t('active'), 'check') : badge('neutral', t('notYetSecrecy'), 'clock');
}

customElements.define('kp-accounts', Accounts);
export default Accounts;
