import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, get } from '../app/api.js';
import { session } from '../app/session.js';
import { go, setQuery } from '../app/router.js';
import { loadNames, municipalities, participant } from '../app/names.js';
import { nested } from '../app/draft.js';
import { button, card, errorSummary, field, focusSummary, problem } from '../kit/index.js';
import { doubts } from '../kit/doubt.js';
import texts from '../texts/newsignal.js';

const t = dictionary(texts);

/** A signal by hand: a form of the participant's module (JSON Schema), or an empty draft. */
class NewSignal extends Screen {
  static follows = ['module.'];

  title() {
    return t('title');
  }

  connectedCallback() {
    super.connectedCallback();
    this.answers ??= {};
    this.errors = [];
    this.refused = null;
    this.confirmations = [];
    this.keepTyped(() => Object.values(this.answers).some(Boolean) && !this.made);
  }

  async load() {
    await loadNames();
    const kind = participant(session.account.participant)?.kind;
    this.forms = (await get('/v1/signal-forms')).items.filter((f) => f.participantKind === kind);
  }

  /** The form in the address; undefined when none was chosen. */
  get form() {
    return this.forms.find((f) => f.name === this.query.get('formulier'));
  }

  content() {
    if (this.made && this.refusedData?.length > 0) {
      return this.leftOut();
    }
    return this.form ? this.questions(this.form) : this.choose();
  }

  /** The draft is there, but not all that was to come with it. */
  leftOut() {
    return html`
      ${head({ title: t('leftOut'), sub: t('leftOutWords') })}
      ${this.refusedData.map((r, i) => html`<h2>${r.field}</h2>${problem(r.failure, { id: `wacht-${i}`, foot: t('notThis') })}`)}
      <div class="kp-actions">${button(t('goOn'), { kind: 'primary', href: `/signalen/${this.made.id}` })}</div>
    `;
  }

  choose() {
    return html`
      ${head({ crumbs: [{ name: t('crumb'), href: '/signalen' }, { name: t('title') }], title: t('title'), sub: t('sub') })}
      ${this.refused ? problem(this.refused) : nothing}
      ${card({
        id: 'formulieren',
        title: t('forms'),
        flush:
          this.forms.length === 0
            ? html`<p class="kp-empty">${t('noForms')}</p>`
            : html`<ul class="kp-tasks">
                ${this.forms.map((f) =>
                  this.way(both(f.title), both(f.help), button(t('begin'), {
                    label: t('beginWith', { name: both(f.title) }),
                    click: () => setQuery({ formulier: f.name }),
                  })),
                )}
              </ul>`,
      })}
      <div class="kp-card">
        <ul class="kp-tasks">
          ${this.way(t('without'), t('withoutWords'), button(t('begin'), {
            label: t('beginWith', { name: t('without') }),
            click: () => this.create({}, []),
          }))}
          ${this.way(t('file'), t('fileWords'), button(t('toFile'), { href: '/signalen/bestand' }))}
        </ul>
      </div>
    `;
  }

  way(name, words, action) {
    return html`<li class="kp-task kp-task--plain">
      <div>
        <p class="kp-task__what">${name}</p>
        <p class="kp-note">${words}</p>
      </div>
      ${action}
    </li>`;
  }

  questions(form) {
    const entries = Object.entries(form.schema.properties);
    return html`
      ${head({
        crumbs: [{ name: t('crumb'), href: '/signalen' }, { name: t('title'), href: '/signalen/nieuw' }, { name: both(form.title) }],
        title: both(form.title),
        sub: both(form.help),
      })}
      ${errorSummary(this.errors)}
      <form class="kp-card kp-card--form kp-form" novalidate @submit=${(e) => this.submit(e, form)}>
        ${entries.map(([name, question]) => this.question(form, name, question))}
        ${this.refused ? problem(this.refused) : nothing}
        ${doubts(this.refused, this.sent ?? {}, (confirmations) => {
          this.confirmations = confirmations;
          this.submit(null, form);
        })}
        <div class="kp-actions">
          ${button(t('save'), { kind: 'primary', submit: true, busy: this.busy ? t('busy') : '' })}
          ${button(t('back'), { kind: 'quiet', click: () => setQuery({ formulier: '' }) })}
        </div>
      </form>
    `;
  }

  question(form, name, question) {
    const about = question.knelpunt;
    const id = `vraag-${name}`;
    const error = this.errors.find((e) => e.id === id);
    const places = about.to === 'observation.place.municipality' ? municipalities() : null;
    const choices = question.enum ?? (question.type === 'boolean' ? ['true', 'false'] : null);
    const type = choices || places
      ? 'select'
      : question.format === 'date' || question.format === 'time'
        ? question.format
        : (question.maxLength ?? 0) > 250
          ? 'area'
          : 'text';
    return field({
      id,
      type,
      label: html`${both(about.label)}${about.complete ? html` <span class="kp-note">${t('complete')}</span>` : nothing}`,
      hint: about.help && !places ? both(about.help) : undefined,
      value: this.answers[name],
      required: form.schema.required?.includes(name),
      empty: choices || places ? t('choose') : undefined,
      options: places ?? choices?.map((value) => [
        value,
        question.type === 'boolean' ? t(value === 'true' ? 'yes' : 'no') : both(about.options?.[value]) || value,
      ]),
      inputmode: question.type === 'integer' ? 'numeric' : question.type === 'number' ? 'decimal' : undefined,
      state: error ? 'wrong' : '',
      message: error?.message,
      change: (value) => {
        this.answers = { ...this.answers, [name]: value };
        this.requestUpdate();
      },
    });
  }

  /** What the schema says of the answers; the law is asked of the draft afterwards. */
  check(form) {
    return Object.entries(form.schema.properties).flatMap(([name, question]) => {
      const value = (this.answers[name] ?? '').trim();
      const wrong = (key, values = {}) => [{ id: `vraag-${name}`, message: t(key, { label: both(question.knelpunt.label), ...values }) }];
      if (!value) {
        return form.schema.required?.includes(name) ? wrong('required') : [];
      }
      if ((question.type === 'integer' || question.type === 'number') && !isNumber(value, question)) {
        return wrong('number');
      }
      if (question.maxLength && value.length > question.maxLength) {
        return wrong('tooLong', { max: question.maxLength });
      }
      return question.pattern && !new RegExp(question.pattern, 'u').test(value) ? wrong('pattern') : [];
    });
  }

  async submit(event, form) {
    event?.preventDefault();
    this.errors = this.check(form);
    this.refused = null;
    if (this.errors.length > 0) {
      this.requestUpdate();
      await focusSummary(this);
      return;
    }
    const { fields, data } = answered(form, this.answers);
    this.sent = Object.fromEntries(fields);
    await this.create(nested(fields), data);
  }

  /** The draft first, then each datum of it. */
  async create(body, data) {
    this.busy = true;
    this.requestUpdate();
    try {
      const { body: made } = await call('POST', '/v1/signals', { body: { ...body, confirmations: this.confirmations } });
      this.made = made;
      this.refusedData = await addData(made, data);
      if (this.refusedData.length === 0) {
        go(`/signalen/${made.id}`, { replace: true });
      }
    } catch (e) {
      this.refused = e;
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }
}

function isNumber(value, { type, minimum, maximum }) {
  const parsed = Number(value.replace(',', '.'));
  return (
    Number.isFinite(parsed) &&
    (type !== 'integer' || Number.isInteger(parsed)) &&
    (minimum === undefined || parsed >= minimum) &&
    (maximum === undefined || parsed <= maximum)
  );
}

/**
 * Where the answers go: fields of the draft, by their path, and data. Of several answers with the same field each gets a line with
 * its question, unless it is the first and longest one.
 */
function answered(form, answers) {
  const lines = new Map();
  const data = [];
  for (const [name, question] of Object.entries(form.schema.properties)) {
    const about = question.knelpunt;
    const given = (answers[name] ?? '').trim();
    if (!given) {
      continue;
    }
    const value = question.enum ? both(about.options?.[given]) || given : question.type === 'boolean' ? t(given === 'true' ? 'yes' : 'no') : given;
    if (about.to) {
      lines.set(about.to, [...(lines.get(about.to) ?? []), { label: both(about.label), value }]);
    } else {
      data.push({ ...about.datum, content: value });
    }
  }
  const fields = new Map(
    [...lines].map(([to, given]) => [
      to,
      given.length === 1 ? given[0].value : given.map((g, i) => (i === 0 ? g.value : `${g.label} ${g.value}.`)).join('\n'),
    ]),
  );
  return { fields, data };
}

/** Gives what was refused. */
async function addData(made, data) {
  const refused = [];
  const subjects = new Map();
  let version = made.version;
  for (const datum of data) {
    const known = subjects.get(datum.subject);
    try {
      const { body } = await call('POST', `/v1/signals/${made.id}/data`, {
        version,
        body: {
          ...(known ? { subject: known } : { newSubject: { kind: datum.kind } }),
          category: datum.category,
          field: datum.field,
          content: datum.content,
        },
      });
      version = body.version;
      if (!known) {
        const signal = await get(`/v1/signals/${made.id}`);
        subjects.set(datum.subject, signal.data.find((d) => d.id === body.id)?.subject?.id);
      }
    } catch (e) {
      refused.push({ field: datum.field, failure: e });
    }
  }
  return refused;
}

customElements.define('kp-new-signal', NewSignal);
export default NewSignal;
