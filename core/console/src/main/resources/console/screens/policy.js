import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { all, call } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { ruleHref } from '../app/law.js';
import { loadNames } from '../app/names.js';
import { loadPeople, personName } from '../app/people.js';
import { button, card, dayOfInstant, field, formDialog, number, pairs, sub, table } from '../kit/index.js';
import texts from '../texts/policy.js';

const t = dictionary(texts);
/** By part: each value with its kind. A part of '' stands at the top. */
const PARTS = [
  ['deciding', [['quorum', 'part'], ['majority', 'part'], ['steering.leastRepresented', 'number'], ['steering.consensus', 'yes'], ['steering.inMeetings', 'yes']]],
  ['signals', [['recognitions', 'number'], ['draftDays', 'number'], ['limits.recognitionDays', 'number']]],
  ['terms', [
    ['periods.reminderDays', 'list'], ['periods.evaluateMonths', 'number'], ['periods.destroyAfterClosureDays', 'number'], ['periods.reviewHoldsMonths', 'number'],
    ['periods.keepBackupsDays', 'number'], ['limits.objectionDays', 'number'], ['limits.consultationDays', 'number'], ['limits.requestDays', 'number'],
  ]],
  ['law', [['fiod', 'fiod'], ['automatedAnalysisDecree', 'text'], ['switchedOff', 'rules'], ['limits.smallNumber', 'number'], ['limits.smallestArea', 'number']]],
];
const FIOD = ['BLOCKED', 'TAX_ADMINISTRATION', 'OTHER'];
const SWITCHABLE = ['G22', 'G38'];
const OVERSEERS = ['RAC', 'COORDINATING_FG'];

/** What this RIEC decided for itself where the law leaves that to it, and on which advice. */
class Policy extends Screen {
  static follows = ['policy.'];

  title() {
    return t('title');
  }

  async load() {
    await Promise.all([loadNames(), loadPeople()]);
    const { body, version } = await call('GET', '/v1/policy');
    this.policy = body;
    this.version = version;
  }

  content() {
    return html`
      ${head({
        title: t('title'),
        sub: t('sub'),
        actions: session.is('ADMIN') ? button(t('change'), { kind: 'primary', icon: 'pencil', click: () => this.change() }) : nothing,
      })}
      ${PARTS.map(([part, values]) =>
        card({ id: `beleid-${part}`, title: t(`part_${part}`), body: pairs(values.map(([path, kind]) => [t(`v_${path}`), shown(read(this.policy, path), kind)]), { stacked: true }) }),
      )}
      ${card({
        id: 'wijzigingen',
        title: t('changes'),
        number: this.policy.changes.length,
        flush: table({
          caption: t('changes'),
          rows: this.policy.changes.map((c, i, changes) => ({ change: c, before: changes[i + 1] })),
          empty: t('noChanges'),
          columns: [
            { name: t('when'), cell: ({ change: c }) => html`${dayOfInstant(c.at)}${sub(personName(c.actor))}` },
            { name: t('what'), cell: ({ change: c, before }) => differences(c, before).map((d) => sub(d)) },
            { name: t('on'), cell: ({ change: c }) => html`${c.advice ? t('onAdvice') : t('noAdvice')}${c.deviation ? sub(html`<span class="kp-text">${t('deviates', { why: c.deviation })}</span>`) : nothing}` },
          ],
        }),
      })}
    `;
  }

  async change() {
    const advices = (await all('/v1/rac-advices')).filter((a) => !a.used && a.matter.of === 'PROCESSING');
    const paths = PARTS.flatMap(([, values]) => values);
    const begin = Object.fromEntries(paths.map(([path, kind]) => [path, typed(read(this.policy, path), kind)]));
    await formDialog({
      title: t('change'),
      intro: t('changeIntro'),
      wide: true,
      submit: t('changeIt'),
      value: { ...begin, advice: '', deviation: '', reported: [] },
      check: (v) => [
        ...paths.filter(([path, kind]) => !isRight(v[path], kind)).map(([path]) => ({ id: id(path), message: t('fillNumber', { name: t(`v_${path}`) }) })),
        ...(v.advice ? [] : [{ id: 'beleid-advies', message: t('fillAdvice') }]),
      ],
      fields: (v, set, errors) => html`
        ${PARTS.map(
          ([part, values]) => html`<fieldset class="kp-field">
            <legend class="utrecht-form-label">${t(`part_${part}`)}</legend>
            <div class="kp-fields">${values.map(([path, kind]) => this.control(path, kind, v, set, errors))}</div>
          </fieldset>`,
        )}
        ${field({
          id: 'beleid-advies',
          label: t('advice'),
          hint: advices.length > 0 ? t('adviceHint') : t('noAdviceYet'),
          type: 'select',
          empty: t('choose'),
          value: v.advice,
          options: advices.map((a) => [a.id, `${a.reference}: ${a.about}`]),
          message: errors.find((e) => e.id === 'beleid-advies')?.message,
          state: errors.some((e) => e.id === 'beleid-advies') ? 'wrong' : '',
          change: (advice) => set({ advice }),
        })}
        ${field({ id: 'beleid-afwijking', label: t('deviation'), type: 'area', optional: true, value: v.deviation, change: (deviation) => set({ deviation }) })}
        ${v.deviation.trim()
          ? OVERSEERS.map((o) =>
              field({
                id: `beleid-gemeld-${o}`,
                type: 'check',
                label: t(`overseer_${o}`),
                value: v.reported.includes(o),
                change: (on) => set({ reported: on ? [...v.reported, o] : v.reported.filter((x) => x !== o) }),
              }),
            )
          : nothing}
      `,
      act: (v) => {
        const body = {};
        for (const [path, kind] of paths.filter(([path]) => v[path] !== begin[path])) {
          write(body, path, parsed(v[path], kind));
        }
        return change(this, () =>
          call('PATCH', '/v1/policy', {
            version: this.version,
            body: { ...body, advice: v.advice, ...(v.deviation.trim() ? { deviation: v.deviation, reportedTo: v.reported } : {}), confirmations: v.confirmations },
          }),
        );
      },
    });
  }

  control(path, kind, v, set, errors) {
    const wrong = errors.find((e) => e.id === id(path))?.message;
    const options = { id: id(path), label: t(`v_${path}`), value: v[path], message: wrong, state: wrong ? 'wrong' : '', change: (value) => set({ [path]: value }) };
    if (kind === 'yes') {
      return field({ ...options, type: 'check' });
    }
    if (kind === 'fiod') {
      return field({ ...options, type: 'select', options: FIOD.map((f) => [f, t(`fiod_${f}`)]) });
    }
    if (kind === 'rules') {
      const off = v[path].split(' ').filter(Boolean);
      return SWITCHABLE.map((rule) =>
        field({
          id: `beleid-uit-${rule}`,
          type: 'check',
          label: t('off', { rule }),
          value: off.includes(rule),
          change: (on) => set({ [path]: (on ? [...off, rule] : off.filter((r) => r !== rule)).sort().join(' ') }),
        }),
      );
    }
    return field({ ...options, hint: kind === 'list' ? t('listHint') : kind === 'part' ? t('partHint') : undefined, inputmode: kind === 'text' ? undefined : 'decimal' });
  }
}

function id(path) {
  return `beleid-${path.replaceAll('.', '-')}`;
}

function read(values, path) {
  return path.split('.').reduce((at, name) => at?.[name], values);
}

function write(body, path, value) {
  const [first, second] = path.split('.');
  if (second) {
    body[first] = { ...body[first], [second]: value };
  } else {
    body[first] = value;
  }
}

/** As people read it. */
function shown(value, kind) {
  if (kind === 'yes') {
    return value ? t('yes') : t('no');
  }
  if (kind === 'fiod') {
    return t(`fiod_${value}`);
  }
  if (kind === 'rules') {
    return value?.length > 0 ? value.map((rule) => html`<a href=${ruleHref(rule)}>${rule}</a> `) : t('none');
  }
  if (kind === 'list') {
    return value?.join(', ');
  }
  return value === undefined || value === null ? t('none') : kind === 'text' ? value : number(value);
}

/** As it is changed in a field; a value that was not touched stays the same text. */
function typed(value, kind) {
  if (kind === 'yes') {
    return Boolean(value);
  }
  return Array.isArray(value) ? value.join(' ') : String(value ?? '').replace('.', kind === 'text' ? '.' : ',');
}

function parsed(value, kind) {
  if (kind === 'part' || kind === 'number') {
    return Number(value.replace(',', '.'));
  }
  if (kind === 'list') {
    return value.split(/[\s,;]+/).filter(Boolean).map(Number);
  }
  if (kind === 'rules') {
    return value.split(' ').filter(Boolean);
  }
  return kind === 'text' ? value || null : value;
}

function isRight(value, kind) {
  if (kind === 'part' || kind === 'number') {
    return value.trim() !== '' && Number.isFinite(parsed(value, kind));
  }
  return kind !== 'list' || parsed(value, kind).every(Number.isInteger);
}

/** What a change changed, in words. */
function differences(now, before) {
  if (!before) {
    return [t('first')];
  }
  return PARTS.flatMap(([, values]) => values)
    .filter(([path]) => JSON.stringify(read(now, path)) !== JSON.stringify(read(before, path)))
    .map(([path, kind]) => html`${t(`v_${path}`)}: ${shown(read(before, path), kind)} → ${shown(read(now, path), kind)}`);
}

customElements.define('kp-policy', Policy);
export default Policy;
