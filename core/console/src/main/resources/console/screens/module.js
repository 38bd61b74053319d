import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, get, post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { go } from '../app/router.js';
import { loadNames } from '../app/names.js';
import { loadPeople, personName } from '../app/people.js';
import { fingerprint, fromTo, isSwapping, kindName, loadModules, moduleBadge, participantsOf, versionName } from '../app/modules.js';
import { badge, button, card, clock, confirm, field, formDialog, moment, notice, number, pairs, problem, sub, table } from '../kit/index.js';
import texts from '../texts/module.js';
import modulesTexts from '../texts/modules.js';

const t = dictionary(texts);
const tm = dictionary(modulesTexts);
const NUMBERS = ['Integer', 'Long', 'Short', 'Byte', 'Double', 'Float'];
const ENDS = { DONE: 'ok', ABORTED: 'neutral', ROLLED_BACK: 'warn' };

/** One module: how it is, its settings, what ran before, and its swaps. */
class ModuleScreen extends Screen {
  static properties = { settings: { state: true }, refused: { state: true }, busy: { state: true } };
  static follows = ['module.'];

  get path() {
    return `/v1/modules/${this.params.kind}`;
  }

  title() {
    return kindName(this.params.kind);
  }

  get admin() {
    return session.is('ADMIN');
  }

  async load() {
    await Promise.all([loadNames(), loadPeople()]);
    const [module, swaps, all] = await Promise.all([get(this.path), get(`${this.path}/swaps`), loadModules()]);
    this.module = module;
    this.swaps = swaps.items;
    this.signerName = all.signerName;
    this.configuration = module.wanted ? await call('GET', `${this.path}/configuration`) : null;
    this.settings ??= Object.fromEntries((this.configuration?.body.settings ?? []).map((s) => [s.name, s.secret ? '' : (s.values ?? []).join('\n')]));
  }

  content() {
    const m = this.module;
    const names = participantsOf(m.kind).map((p) => p.name);
    return html`
      ${head({
        crumbs: [{ name: t('modules'), href: '/modules' }, { name: kindName(m.kind) }],
        title: `${kindName(m.kind)} ${versionName(m.runs ?? m.wanted)}`,
        sub: names.length > 0 ? t('serves', { names: names.join(', ') }) : t('servesNobody'),
        badges: moduleBadge(m),
        actions: this.admin ? this.actions(m) : nothing,
      })}
      ${m.health.message ? notice(both(m.health.message), { status: m.health.status === 'WARN' ? 'warn' : 'bad' }) : nothing}
      <div class="kp-columns">
        <div class="kp-stack">${this.settingsCard()} ${this.history()}</div>
        <div class="kp-stack">${this.state(m)} ${this.before(m)}</div>
      </div>
    `;
  }

  actions(m) {
    if (!m.wanted) {
      return nothing;
    }
    return html`${m.quarantine
      ? button(tm('release'), { icon: 'play', kind: 'primary', click: () => this.release() })
      : button(tm('quarantine'), { icon: 'ban', kind: 'danger', click: () => this.quarantine() })}
    ${button(t('remove'), { icon: 'trash-2', kind: 'danger', click: () => this.remove() })}`;
  }

  state(m) {
    const jar = m.staged.find((s) => s.digest === m.runs?.digest);
    const { health } = m;
    return card({
      id: 'stand',
      title: t('state'),
      body: html`${pairs([
        [t('runs'), m.runs ? versionName(m.runs) : t('nothing')],
        [t('signer'), jar ? this.signerName(jar.signer) : undefined],
        [t('tck'), jar ? (jar.tck ? t('tckWords', { version: jar.tck }) : t('tckNone')) : undefined],
        [t('calls'), number(health.calls)],
        [t('errors'), number(health.errors)],
        [t('speed'), health.calls > 0 ? t('speedWords', { median: number(health.medianMillis), tail: number(health.tailMillis) }) : undefined],
        [t('inside'), number(health.inFlight)],
      ])}
      ${m.left.length > 0
        ? html`<div>
            <h3>${t('left')}</h3>
            <ul class="kp-bullets">
              ${m.left.map((l) => html`<li>${t('leftWords', { name: l.name, time: clock(l.since), n: l.inFlight })}</li>`)}
            </ul>
          </div>`
        : nothing}
      ${m.runs
        ? html`<div>
            <p class="kp-note">${t('print')}</p>
            <p class="kp-digest">${fingerprint(m.runs.digest)}</p>
          </div>`
        : nothing}`,
    });
  }

  before(m) {
    return card({
      id: 'eerder',
      title: t('before'),
      number: m.before.length,
      flush:
        m.before.length === 0
          ? html`<p class="kp-empty">${t('noBefore')}</p>`
          : html`<ul class="kp-tasks">
              ${m.before.map(
                (g) => html`<li class="kp-line">
                  <div><strong>${versionName(g)}</strong>${sub(html`<code>${g.digest.slice(0, 16)}…</code>`)}</div>
                  ${this.admin && !isSwapping(m)
                    ? button(tm('rollBack', { version: versionName(g) }), { small: true, icon: 'undo-2', click: () => this.rollBack(g) })
                    : nothing}
                </li>`,
              )}
            </ul>`,
    });
  }

  settingsCard() {
    const settings = this.configuration?.body.settings ?? [];
    return card({
      id: 'instellingen',
      title: t('configuration'),
      number: settings.length,
      body:
        settings.length === 0
          ? html`<p class="kp-second">${t('noSettings')}</p>`
          : html`${this.refused ? problem(this.refused) : nothing}
              <form class="kp-form" novalidate @submit=${(e) => this.configure(e)}>
                ${settings.map((s) => this.setting(s))}
                ${this.admin
                  ? html`<p class="kp-note">${t('configureNote')}</p>
                      <div class="kp-actions">${button(t('configure'), { kind: 'primary', submit: true })}</div>`
                  : nothing}
              </form>`,
    });
  }

  setting(s) {
    const wrong = this.refused?.errors?.find((e) => e.field?.endsWith(`.${s.name}`));
    const value = this.settings[s.name] ?? '';
    const hints = [
      both(s.description),
      s.secret ? t(s.configured ? 'secretSet' : 'secretNone') : '',
      s.several ? t('several') : '',
      s.min && s.max ? t('between', { min: s.min, max: s.max }) : '',
      !s.secret && s.defaults?.length > 0 ? t('standard', { value: s.defaults.join(', ') }) : '',
    ];
    const common = {
      id: `instelling-${s.name}`,
      label: both(s.label) || s.name,
      hint: hints.filter(Boolean).join(' '),
      optional: !s.required,
      message: wrong?.message,
      state: wrong ? 'wrong' : '',
      change: (changed) => (this.settings = { ...this.settings, [s.name]: changed }),
    };
    if (s.type === 'Boolean' && !s.several) {
      return field({ ...common, type: 'check', value: value === 'true', change: (on) => common.change(String(on)) });
    }
    if (s.options.length > 0 && !s.several) {
      return field({ ...common, type: 'select', empty: s.required ? undefined : '', value, options: s.options.map((o) => [o.value, both(o.label)]) });
    }
    if (s.several || (s.type === 'String' && !s.secret)) {
      // A value may be a whole mapping.
      return field({ ...common, value, type: 'area', rows: Math.min(20, Math.max(s.several ? 3 : 1, value.split('\n').length)), spellcheck: 'false' });
    }
    return field({ ...common, value, type: s.secret ? 'password' : NUMBERS.includes(s.type) ? 'number' : 'text', autocomplete: 'off' });
  }

  async configure(event) {
    event.preventDefault();
    this.refused = null;
    const settings = this.configuration.body.settings
      .filter((s) => !s.secret || this.settings[s.name] !== '')
      .map((s) => ({ name: s.name, values: (s.several ? this.settings[s.name].split('\n') : [this.settings[s.name]]).map((v) => v.trim()).filter(Boolean) }))
      .filter((s) => {
        const known = this.configuration.body.settings.find((x) => x.name === s.name);
        return known.secret || JSON.stringify(s.values) !== JSON.stringify(known.defaults ?? []);
      });
    try {
      const { body } = await call('PUT', `${this.path}/configuration`, { body: { settings }, version: this.configuration.version });
      go(`/modules?plan=${body.digest}`);
    } catch (e) {
      this.refused = e;
      if (e.isStale) {
        this.again();
      }
    }
  }

  history() {
    return card({
      id: 'wissels',
      title: t('history'),
      number: this.swaps.length,
      flush: table({
        caption: t('history'),
        rows: this.swaps,
        empty: t('noHistory'),
        columns: [
          { name: t('swap'), cell: (s) => html`<strong>${fromTo(s.kind, s.from, s.to)}</strong>${s.reason ? sub(both(s.reason)) : nothing}` },
          { name: t('when'), cell: (s) => moment(s.passed[0].at) },
          {
            name: t('who'),
            cell: (s) => html`${personName(s.by)}${s.approvers.length > 0 ? sub(t('approvedBy', { names: s.approvers.map(personName).join(', ') })) : nothing}`,
          },
          { name: t('outcome'), cell: (s) => badge(ENDS[s.step] ?? 'info', s.ended ? tm(`end_${s.step}`) : tm('swapping')) },
          {
            name: t('numbers'),
            cell: (s) => (s.counters ? t('counted', { accepted: number(s.counters.accepted), delivered: number(s.counters.delivered), refused: number(s.counters.refused) }) : '–'),
          },
        ],
      }),
    });
  }

  rollBack(g) {
    return confirm(
      tm('rollBack', { version: versionName(g) }),
      tm('rollBackWords', { version: versionName(g) }),
      async () => {
        await post(`${this.path}/rollback`, { digest: g.digest });
        setTimeout(() => go('/modules'));
      },
      { submit: tm('rollBack', { version: versionName(g) }) },
    );
  }

  quarantine() {
    return formDialog({
      title: tm('quarantine'),
      intro: tm('quarantineEffect'),
      submit: tm('quarantine'),
      danger: true,
      value: { reason: '' },
      fields: (v, set) => field({ id: 'waarom', label: tm('quarantineReason'), hint: tm('quarantineHint'), value: v.reason, change: (reason) => set({ reason }) }),
      act: (v) => change(this, () => post(`${this.path}/quarantine`, v)),
    });
  }

  release() {
    return confirm(tm('release'), tm('releaseWords'), () => change(this, () => post(`${this.path}/release`)), { submit: tm('release'), danger: false });
  }

  async remove() {
    const plan = await formDialog({
      title: t('removeTitle'),
      intro: t('removeWords'),
      submit: tm('plan'),
      danger: true,
      act: () => post(`${this.path}/removal`, { data: 'FREEZE' }),
    });
    if (plan?.digest) {
      go(`/modules?plan=${plan.digest}`);
    }
  }
}

customElements.define('kp-module', ModuleScreen);
export default ModuleScreen;
