import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { call, get, post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { loadNames } from '../app/names.js';
import { loadPeople, personName } from '../app/people.js';
import { fingerprint, kindName } from '../app/modules.js';
import { badge, button, card, confirm, dayOfInstant, field, formDialog, sub, table } from '../kit/index.js';
import texts from '../texts/signers.js';

const t = dictionary(texts);
const KINDS = [
  'police', 'municipality', 'tax', 'customs', 'fiod', 'marechaussee', 'uwv', 'immigration', 'prosecution', 'province', 'labour-inspectorate', 'food-safety',
];

/** The trust store: whose signature counts, and for whom. */
class Signers extends Screen {
  title() {
    return t('title');
  }

  async load() {
    await Promise.all([loadNames(), loadPeople()]);
    this.signers = (await get('/v1/module-signers')).items;
  }

  content() {
    return html`${head({
      title: t('title'),
      sub: t('sub'),
      actions: session.is('ADMIN') ? button(t('trust'), { icon: 'key-round', kind: 'primary', click: () => this.trust() }) : nothing,
    })}
    ${card({
      id: 'sleutels',
      title: t('list'),
      number: this.signers.length,
      flush: table({
        caption: t('list'),
        rows: this.signers,
        empty: t('none'),
        columns: [
          { name: t('signer'), cell: (s) => html`<strong>${s.name.replace(/^CN=([^,]+)/, '$1')}</strong>${sub(html`<code>${fingerprint(s.fingerprint)}</code>`)}` },
          { name: t('kinds'), cell: (s) => s.kinds.map(kindName).join(', ') },
          { name: t('since'), cell: (s) => html`${dayOfInstant(s.at)}${sub(t('by', { name: personName(s.by) }))}` },
          {
            name: t('state'),
            cell: (s) => (s.withdrawn ? badge('neutral', t('withdrawn', { day: dayOfInstant(s.withdrawn) }), 'ban') : badge('ok', t('trusted'), 'shield-check')),
          },
          {
            name: '',
            cell: (s) =>
              session.is('ADMIN') && !s.withdrawn
                ? button(t('distrust'), { small: true, kind: 'danger', label: `${t('distrust')}: ${s.name}`, click: () => this.distrust(s) })
                : nothing,
          },
        ],
      }),
    })}`;
  }

  trust() {
    return formDialog({
      title: t('trust'),
      intro: t('trustWords'),
      submit: t('trust'),
      wide: true,
      value: { certificate: '', kinds: [] },
      check: (v) => [
        ...(v.certificate.trim() ? [] : [{ id: 'certificaat', message: t('fillCertificate') }]),
        ...(v.kinds.length > 0 ? [] : [{ id: `soort-${KINDS[0]}`, message: t('fillKinds') }]),
      ],
      fields: (v, set) => html`${field({
          id: 'certificaat',
          label: t('certificate'),
          hint: t('certificateHint'),
          type: 'area',
          rows: 8,
          spellcheck: 'false',
          value: v.certificate,
          change: (certificate) => set({ certificate }),
        })}
        <fieldset class="kp-field">
          <legend class="utrecht-form-label">${t('kinds')}</legend>
          <div class="kp-fields">
            ${KINDS.map((k) =>
              field({
                id: `soort-${k}`,
                type: 'check',
                label: kindName(k),
                value: v.kinds.includes(k),
                change: (on) => set({ kinds: on ? [...v.kinds, k] : v.kinds.filter((x) => x !== k) }),
              }),
            )}
          </div>
        </fieldset>`,
      act: (v) => change(this, () => post('/v1/module-signers', { certificate: v.certificate, kinds: v.kinds })),
    });
  }

  distrust(signer) {
    return confirm(t('distrust'), t('distrustWords'), () => change(this, () => call('POST', `/v1/module-signers/${signer.fingerprint}/withdrawal`)), {
      submit: t('distrust'),
    });
  }
}

customElements.define('kp-signers', Signers);
export default Signers;
