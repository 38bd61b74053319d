import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { call, post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { loadNames, participantName } from '../app/names.js';
import { loadGroup } from '../app/steering.js';
import { badge, button, card, confirm, day, dayOfInstant, field, formDialog, Paged, plusDays, sub, table, today } from '../kit/index.js';
import texts from '../texts/mandates.js';

const t = dictionary(texts);
const ACTS = [
  'VOTE_DESIGNATION', 'VOTE_PROLONGATION', 'VOTE_CLOSURE', 'VOTE_INVOLVEMENT', 'VOTE_ITEM', 'OPEN_PHASE', 'CLOSE_PHASE', 'DECIDE_ASSESSMENT',
  'ANSWER_PROVISION',
];

/** The register of mandates. */
class Mandates extends Screen {
  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    this.list ??= new Paged(this);
    [this.group] = await Promise.all([loadGroup(), this.list.load('/v1/mandates')]);
  }

  content() {
    return html`${head({
      crumbs: [session.is('STEERING_MEMBER', 'CASE_DIRECTOR') ? { name: t('steering'), href: '/stuurgroep' } : { name: t('steering') }, { name: t('title') }],
      title: t('title'),
      sub: t('sub'),
      actions: session.is('STEERING_MEMBER') ? button(t('register'), { icon: 'plus', kind: 'primary', click: () => this.register() }) : nothing,
    })}
    ${card({
      id: 'lijst',
      title: t('title'),
      flush: table({
        caption: t('title'),
        rows: this.list.items,
        empty: t('none'),
        columns: [
          { name: t('participant'), cell: (m) => html`<strong>${participantName(m.participant)}</strong>${sub(m.reference)}` },
          { name: t('holder'), cell: (m) => m.holderName },
          { name: t('acts'), cell: (m) => m.acts.map((a) => (texts[`act_${a}`] ? t(`act_${a}`) : a)).join(', ') },
          { name: t('term'), cell: (m) => t('period', { from: day(m.from), until: day(m.until) }) },
          {
            name: t('state'),
            cell: (m) =>
              m.withdrawn
                ? badge('neutral', t('withdrawnOn', { day: dayOfInstant(m.withdrawn) }), 'x')
                : m.holds
                  ? badge('ok', t('holds'))
                  : badge('neutral', t('holdsNot'), 'clock'),
          },
          {
            name: '',
            cell: (m) =>
              !m.withdrawn && session.is('STEERING_MEMBER') && m.participant === session.account.participant
                ? button(t('withdraw'), { small: true, kind: 'danger', label: `${t('withdraw')}: ${m.holderName}`, click: () => this.withdraw(m) })
                : nothing,
          },
        ],
      }),
      foot: this.list.items.length > 0 ? this.list.foot() : nothing,
    })}`;
  }

  withdraw(mandate) {
    return confirm(
      t('withdraw'),
      t('withdrawWords'),
      () => change(this, () => call('POST', `/v1/mandates/${mandate.id}/withdrawal`, { version: mandate.version })),
      { submit: t('withdraw') },
    );
  }

  register() {
    const own = session.account.participant;
    const others = this.group.seats.filter((s) => s.participant !== own).flatMap((s) => s.members.map((m) => ({ ...m, of: s.participant })));
    const people = [
      ...this.group.own.map((o) => [o.account, o.name]),
      ...others.map((o) => [o.account, `${o.name}, ${participantName(o.of)}`]),
    ];
    return formDialog({
      title: t('register'),
      submit: t('register'),
      value: { holder: '', acts: ['VOTE_DESIGNATION', 'VOTE_PROLONGATION', 'VOTE_CLOSURE', 'VOTE_ITEM'], from: today(), until: plusDays(today(), 180), reference: '' },
      check: (v) => [
        ...(v.holder ? [] : [{ id: 'mandaat-wie', message: t('fillHolder') }]),
        ...(v.acts.length > 0 ? [] : [{ id: `mandaat-${ACTS[0]}`, message: t('fillActs') }]),
        ...(v.reference.trim() ? [] : [{ id: 'mandaat-kenmerk', message: t('fillReference') }]),
      ],
      fields: (v, set, errors) => {
        const message = (id) => errors.find((e) => e.id === id)?.message;
        const wrong = (id) => (message(id) ? 'wrong' : '');
        return html`${field({
            id: 'mandaat-wie',
            label: t('holder'),
            type: 'select',
            empty: t('choose'),
            value: v.holder,
            options: people,
            message: message('mandaat-wie'),
            state: wrong('mandaat-wie'),
            change: (holder) => set({ holder }),
          })}
          <fieldset class="kp-field">
            <legend class="utrecht-form-label">${t('acts')}</legend>
            ${ACTS.map((a) =>
              field({
                id: `mandaat-${a}`,
                type: 'check',
                label: t(`act_${a}`),
                value: v.acts.includes(a),
                change: (on) => set({ acts: on ? [...v.acts, a] : v.acts.filter((x) => x !== a) }),
              }),
            )}
          </fieldset>
          <div class="kp-fields">
            ${field({ id: 'mandaat-van', label: t('from'), type: 'date', value: v.from, change: (from) => set({ from }) })}
            ${field({ id: 'mandaat-tot', label: t('until'), type: 'date', value: v.until, change: (until) => set({ until }) })}
          </div>
          ${field({
            id: 'mandaat-kenmerk',
            label: t('reference'),
            value: v.reference,
            message: message('mandaat-kenmerk'),
            state: wrong('mandaat-kenmerk'),
            change: (reference) => set({ reference }),
          })}`;
      },
      act: (v) => change(this, () => post('/v1/mandates', { ...v, participant: own })),
    });
  }
}

customElements.define('kp-mandates', Mandates);
export default Mandates;
