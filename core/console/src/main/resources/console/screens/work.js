import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary, both } from '../app/language.js';
import { all, get } from '../app/api.js';
import { session } from '../app/session.js';
import { setQuery } from '../app/router.js';
import { place, taskPlace } from '../app/places.js';
import { loadNames, word } from '../app/names.js';
import { currentTerm, stage } from '../app/stage.js';
import {
  button, card, daysBetween, due, icon, longDay, moment, segmented, steps, termBar, today,
} from '../kit/index.js';
import { tourOffer } from '../app/tour.js';
import texts from '../texts/work.js';
import eventTexts from '../texts/events.js';

const t = dictionary(texts);
const te = dictionary(eventTexts);
const WEEK = 7;
const FEED = 6;

const ICONS = {
  ANSWER_RECOGNITION: 'message-square-reply', REPORT_SIGNAL: 'file-pen', DECIDE_ASSESSMENT: 'scale', PREPARE_ASSESSMENT: 'scale',
  ASK_RECOGNITION: 'message-square-reply', AGREE_INTERVENTION: 'hand', VOTE_DESIGNATION: 'vote', VOTE_PROLONGATION: 'vote',
  VOTE_CLOSURE: 'vote', EVALUATE_KNELPUNT: 'monitor-check', FULFIL_DUTY: 'clipboard-list',
};

function eventIcon(type) {
  const family = type.split('.')[0];
  const signs = { signal: 'radio', knelpunt: 'waypoints', intervention: 'target', analysis: 'chart-scatter', module: 'blocks' };
  return type.includes('datum') ? 'layers' : (signs[family] ?? 'bell');
}

/** What waits for me, what changed, and how the knelpunten of my region stand. */
class Work extends Screen {
  static follows = ['signal.', 'knelpunt.', 'intervention.', 'meeting.', 'data-request.', 'correction.', 'analysis.'];

  title() {
    return t('title');
  }

  async load() {
    await loadNames();
    const [tasks, knelpunten, waiting, events] = await Promise.all([
      session.reads('tasks') ? get('/v1/tasks?limit=100') : { items: [], kinds: [], total: 0 },
      session.reads('knelpunten') ? all('/v1/knelpunten') : null,
      session.reads('signals') ? all('/v1/signals?waiting=true', 200) : [],
      session.reads('events') ? this.latestEvents() : null,
    ]);
    this.tasks = tasks;
    this.knelpunten = knelpunten;
    this.events = events;
    this.titles = new Map([...(knelpunten ?? []), ...waiting].map((x) => [x.id, x.title]));
    this.signals = new Set(waiting.map((s) => s.id));
    this.loadTitles();
    this.loadOtherTitles();
    this.plans = new Map();
    this.loadPlans(knelpunten ?? []);
  }

  async latestEvents() {
    // That a module is another is told by a notice while it happens; as news of one's work it would push that out.
    const { items } = await get(`/v1/events?newest=true&limit=${4 * FEED}`);
    return items.filter((e) => e.type !== 'nl.knelpunt.module.changed').slice(0, FEED);
  }

  /** Of signals that something happened to but that do not wait for anybody here. */
  async loadTitles() {
    const unknown = new Set(
      (this.events ?? []).filter((e) => e.dataref?.startsWith('/v1/signals/') && !this.titles.has(e.subject)).map((e) => e.subject),
    );
    if (!session.reads('signals') || unknown.size === 0) {
      return;
    }
    await Promise.all(
      [...unknown].map(async (id) => {
        try {
          this.titles.set(id, (await get(`/v1/signals/${id}`)).title);
        } catch {
          // Gone by now, or not to be seen any more.
        }
      }),
    );
    this.requestUpdate();
  }

  /** Of case consultations and scans, when a task is about something that is no knelpunt. */
  async loadOtherTitles() {
    if (!session.reads('knelpunten') || this.tasks.items.every((task) => this.titles.has(task.object))) {
      return;
    }
    try {
      for (const item of (await Promise.all(['/v1/case-consultations', '/v1/scans'].map((list) => all(list)))).flat()) {
        this.titles.set(item.id, item.title);
      }
      this.requestUpdate();
    } catch {
      // Then a task stands without its title.
    }
  }

  async loadPlans(knelpunten) {
    const designated = knelpunten.filter((k) => k.state === 'DESIGNATED');
    await Promise.all(
      designated.map(async (k) => {
        try {
          this.plans.set(k.id, await get(k.plan));
        } catch {
          // Who may not see the plan sees the stage without it.
        }
      }),
    );
    this.requestUpdate();
  }

  content() {
    const week = this.tasks.items.filter((x) => x.due && daysBetween(today(), x.due) <= WEEK).length;
    return html`
      ${head({
        title: t('title'),
        sub: html`${capital(t('today', { day: longDay(today()) }))} ${week > 0 ? t('termsThisWeek', { n: week }) : t('noTerms')}`,
        actions: session.is('WORKER')
          ? html`${button(t('deliver'), { icon: 'upload', href: '/signalen/bestand' })}
            ${button(t('newSignal'), { icon: 'plus', kind: 'primary', href: '/signalen/nieuw' })}`
          : nothing,
      })}
      ${tourOffer(this)}
      <div class="kp-columns ${this.events === null ? '' : 'kp-columns--stretch'}">
        ${this.waits()} ${this.events === null ? nothing : this.changed()}
      </div>
      ${this.knelpunten === null ? nothing : this.region()}
    `;
  }

  waits() {
    const order = this.query.get('orde') === 'soort' ? 'kind' : 'term';
    return card({
      id: 'wacht',
      title: t('waits'),
      number: this.tasks.total,
      tools:
        this.tasks.total > 0
          ? segmented(
              t('order'),
              [
                ['term', t('byTerm')],
                ['kind', t('byKind')],
              ],
              order,
              (value) => setQuery({ orde: value === 'kind' ? 'soort' : '' }),
            )
          : nothing,
      flush: this.tasks.total === 0 ? html`<p class="kp-empty">${t('nothingWaits')}</p>` : this.groups(order),
    });
  }

  groups(order) {
    const tasks = this.tasks.items;
    const groups =
      order === 'kind'
        ? this.tasks.kinds.map((k) => [capital(both(k.label)), tasks.filter((x) => x.act === k.act)])
        : [
            [t('overdue'), tasks.filter((x) => x.overdue)],
            [t('thisWeek'), tasks.filter((x) => !x.overdue && x.due && daysBetween(today(), x.due) <= WEEK)],
            [t('later'), tasks.filter((x) => !x.overdue && x.due && daysBetween(today(), x.due) > WEEK)],
            [t('noDay'), tasks.filter((x) => !x.due)],
          ];
    return groups
      .filter(([, items]) => items.length > 0)
      .map(
        ([name, items]) => html`<h3 class="kp-group">${name}</h3>
          <ul class="kp-tasks">
            ${items.map((x) => this.task(x))}
          </ul>`,
      );
  }

  task(task) {
    const href = taskPlace(task);
    const title = this.titles.get(task.object);
    const subject = title ?? (this.signals.has(task.object) ? t('signalNoTitle') : '');
    const words = both(task.what);
    return html`<li class="kp-task">
      <span class="kp-task__icon">${icon(ICONS[task.act] ?? 'clipboard-list')}</span>
      <div>
        <p class="kp-task__what">${href ? html`<a href=${href}>${words}</a>` : words}</p>
        ${subject ? html`<p class="kp-note">${subject}</p>` : nothing}
      </div>
      <span>${due(task.due)}</span>
      ${href ? button(this.verb(task.act), { href, label: `${this.verb(task.act)}: ${subject || words}` }) : html`<span></span>`}
    </li>`;
  }

  verb(act) {
    return texts[`act_${act}`] ? t(`act_${act}`) : t('openIt');
  }

  changed() {
    return card({
      id: 'veranderd',
      title: t('changed'),
      body:
        this.events.length === 0
          ? html`<p class="kp-second">${t('nothingChanged')}</p>`
          : html`<ul class="kp-feed">
              ${this.events.map((e) => {
                const type = e.type.replace('nl.knelpunt.', '');
                const href = place(e.dataref);
                const title = this.titles.get(e.subject);
                return html`<li>
                  ${icon(eventIcon(type))}
                  <div>
                    ${eventTexts[type] ? te(type) : te('other')}${title ? html`: <a href=${href}>${title}</a>` : nothing}
                    <p class="kp-note">${moment(e.time)}</p>
                  </div>
                </li>`;
              })}
            </ul>`,
    });
  }

  region() {
    return card({
      id: 'knelpunten',
      title: t('knelpunten'),
      number: this.knelpunten.length,
      tools:
        this.knelpunten.length > 0
          ? button(t('asTable'), { kind: 'quiet', icon: 'table-2', href: '/knelpunten' })
          : nothing,
      flush:
        this.knelpunten.length === 0
          ? html`<p class="kp-empty">${t('noKnelpunten')}</p>`
          : html`<ul class="kp-tasks">
              ${[...this.knelpunten].sort(byTerm).map((k) => knelpuntRow(k, this.plans.get(k.id)))}
            </ul>`,
    });
  }
}

/** The nearest last day first; those without a term last. */
function byTerm(one, other) {
  const last = (k) => (k.state === 'CLOSED' ? '9999-12-31' : (currentTerm(k)?.last ?? '9998-12-31'));
  return last(one).localeCompare(last(other));
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One knelpunt as a row: what, step, now and next, term. */
function knelpuntRow(k, plan) {
  const at = stage(k, plan);
  const phase = Math.max(0, ...k.phases.filter((p) => !p.closed).map((p) => p.phase));
  return html`<li class="kp-row">
    <div>
      <p class="kp-note">${word('state', k.state)}</p>
      <h3><a href="/knelpunten/${k.id}">${k.title}</a></h3>
      <p class="kp-note">
        ${word('object', k.objectType)} · ${t('participants', { n: k.involved.length })}${phase > 0 ? ` · ${t('phaseOpen', { n: phase })}` : ''}
      </p>
    </div>
    <div>
      ${steps(
        at.names.map((name) => ({ name })),
        at.now,
        { mini: true, label: t('steps', { title: k.title }) },
      )}
      <p class="kp-row__now">
        <strong>${t('now')}</strong> ${at.sentence}${at.next ? html` <strong>${t('then')}</strong> ${at.next}` : nothing}
      </p>
    </div>
    ${termBar(currentTerm(k))}
  </li>`;
}

customElements.define('kp-work', Work);
export default Work;
