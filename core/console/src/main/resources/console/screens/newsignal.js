import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { get, post } from '../app/api.js';
import { session } from '../app/session.js';
import { go, setQuery } from '../app/router.js';
import { loadNames, municipalities, participant } from '../app/names.js';
import { button, card, errorSummary, field, focusSummary, problem, refusal } from '../kit/index.js';
import { doubts } from '../kit/doubt.js';
import texts from '../texts/newsignal.js';

const t = dictionary(texts);

/** A signal by hand: a form of the participant's module (JSON Schema), or an empty draft. */
class NewSignal extends Screen {
  static follows = ['module.changed'];

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
    if (this.made?.leftOut?.length > 0) {
      return this.leftOut();
    }
    return this.form ? this.questions(this.form) : this.choose();
  }

  /** The draft is there, but not all that was to come with it. */
  leftOut() {
    return html`
      ${head({ title: t('leftOut'), sub: t('leftOutWords') })}
      ${this.made.leftOut.map(
        (r, i) => html`<h2>${both(this.form.schema.properties[r.question].knelpunt.label)}</h2>
          ${refusal(r.refusals, { id: `wacht-${i}`, foot: t('notThis') })}`,
      )}
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
            click: () => this.create('/v1/signals', {}),
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

  /** The module's schema and the law are asked by the server; what was typed stays. */
  async submit(event, form) {
    event?.preventDefault();
    this.errors = [];
    this.sent = Object.fromEntries(Object.entries(this.answers).map(([name, value]) => [`answers.${name}`, value]));
    const path = `/v1/participants/${session.account.participant}/forms/${form.name}/answers`;
    await this.create(path, { answers: given(form, this.answers) });
    if (this.errors.length > 0) {
      await focusSummary(this);
    }
  }

  async create(path, body) {
    this.busy = true;
    this.refused = null;
    this.requestUpdate();
    try {
      this.made = await post(path, { ...body, confirmations: this.confirmations });
      if (!this.made.leftOut?.length) {
        go(`/signalen/${this.made.id}`, { replace: true });
      }
    } catch (e) {
      this.errors = (e.errors ?? [])
        .filter((x) => x.field?.startsWith('answers.'))
        .map((x) => ({ id: `vraag-${x.field.slice('answers.'.length)}`, message: x.message }));
      this.refused = this.errors.length > 0 ? null : e;
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }
}

/** The answers as the schema types them; what is no number goes as it is, so that the server says so. */
function given(form, answers) {
  return Object.fromEntries(
    Object.entries(form.schema.properties)
      .map(([name, question]) => [name, typed(question, (answers[name] ?? '').trim())])
      .filter(([, value]) => value !== ''),
  );
}

function typed(question, value) {
  if (question.type === 'boolean' && value) {
    return value === 'true';
  }
  const number = Number(value.replace(',', '.'));
  return ['integer', 'number'].includes(question.type) && value && Number.isFinite(number) ? number : value;
}

customElements.define('kp-new-signal', NewSignal);
export default NewSignal;
