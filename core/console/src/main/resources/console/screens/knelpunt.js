import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { all, call, get, may } from '../app/api.js';
import { session } from '../app/session.js';
import { loadNames, word } from '../app/names.js';
import { currentTerm, stage } from '../app/stage.js';
import { badge, button, count, day, Paged, readsAlong, steps, termBar } from '../kit/index.js';
import { knelpuntBadge } from './knelpunten.js';
import { scope } from './knelpunt/scope.js';
import { grounds } from './knelpunt/grounds.js';
import { participants } from './knelpunt/participants.js';
import { data, shareDatum } from './knelpunt/data.js';
import { analysis } from './knelpunt/analysis.js';
import { plan } from './knelpunt/plan.js';
import { evaluation } from './knelpunt/evaluation.js';
import { decisions } from './knelpunt/decisions.js';
import { history } from './knelpunt/history.js';
import texts from '../texts/knelpunt.js';

const t = dictionary(texts);

/** In the address, and at the API. */
export const DATA_FILTERS = { leverancier: 'supplier', categorie: 'category', fase: 'phase' };

/**
 * A knelpunt as one page that is read from top to bottom. Each section is a module of its own, a function of this screen; what they show
 * is in `knelpunt`, `version`, `plan`, `data`, `documents`.
 */
class Knelpunt extends Screen {
  static follows = ['knelpunt.', 'intervention.', 'analysis.'];

  concerns(event) {
    return event.subject === this.params.knelpunt || !event.type.startsWith('knelpunt.');
  }

  get path() {
    return `/v1/knelpunten/${this.params.knelpunt}`;
  }

  title() {
    return this.knelpunt?.title ?? t('title');
  }

  async load() {
    await loadNames();
    const { body, version } = await call('GET', this.path);
    this.knelpunt = body;
    this.version = version;
    this.data ??= new Paged(this);
    await Promise.all([this.loadData(), this.loadPlan(), this.loadDocuments(), this.loadAnalysis()]);
  }

  async loadData() {
    if (!session.reads('data')) {
      this.data = null;
      return;
    }
    const query = new URLSearchParams({ limit: '10' });
    for (const [ours, theirs] of Object.entries(DATA_FILTERS)) {
      if (this.query.get(ours)) {
        query.set(theirs, this.query.get(ours));
      }
    }
    this.dataRefused = null;
    if (this.knelpunt.terms.length === 0) {
      // Asked without asking for them, so that the browser reports no refusal as a failure.
      const judged = await may('SEE_DATA', this.knelpunt.id);
      if (!judged.permitted) {
        this.dataRefused = { isRefusal: true, refusals: judged.refusals };
        return;
      }
    }
    await this.data.load(`${this.path}/data?${query}`).catch((e) => {
      if (!e.isRefusal) {
        throw e;
      }
      this.dataRefused = e;
    });
  }

  async loadPlan() {
    this.plan = await get(this.knelpunt.plan).catch(orNull);
  }

  async loadDocuments() {
    this.documents = (await get(`${this.path}/documents?limit=100`).catch(orNull))?.items ?? null;
  }

  async loadAnalysis() {
    const proposed = this.knelpunt.state === 'PROPOSED' || this.knelpunt.state === 'SUBMITTED';
    const [analyses, matrices, completeness] = await Promise.all([
      all(`${this.path}/analyses`).catch(orNull),
      get(`${this.path}/barriers`).then((list) => list.items, orNull),
      proposed && this.knelpunt.scope?.area ? get(`${this.path}/completeness`).catch(orNull) : null,
    ]);
    Object.assign(this, { analyses, matrices, completeness });
  }

  /** Phases that are open now, each with its decision. */
  openPhases() {
    return this.knelpunt.phases.filter((p) => !p.closed);
  }

  /** Whether a phase is open for a participant; for the bureau, when it is open at all. */
  isOpenFor(phase, participant) {
    return this.openPhases().some(
      (p) => p.phase === phase && (!participant || p.participants.length === 0 || p.participants.includes(participant)),
    );
  }

  /** The participant that the person acts for; undefined for the bureau. */
  get own() {
    return session.is('WORKER', 'STEERING_MEMBER') ? session.account.participant : undefined;
  }

  content() {
    const k = this.knelpunt;
    const open = Math.max(0, ...this.openPhases().map((p) => p.phase));
    const running = k.state === 'DESIGNATED' && !k.expired;
    return html`
      ${head({
        crumbs: [{ name: t('crumb'), href: '/knelpunten' }, { name: k.title }],
        title: k.title,
        badges: html`${knelpuntBadge(k.state)} ${k.expired ? badge('bad', t('expiredBadge')) : nothing}
        ${open > 0 ? badge('brand', t('phasesOpen', { n: open }), 'lock-open') : nothing}
        ${badge('neutral', word('object', k.objectType), k.objectType === 'AREA' ? 'map' : 'tag')}
        ${k.manifestations.map((m) => badge('neutral', word('manifestation', m), 'tag'))}`,
        actions: html`${button(t('print'), { icon: 'printer', click: () => print() })}
        ${(k.state === 'PROPOSED' || k.state === 'SUBMITTED') && session.is('CASE_DIRECTOR')
          ? button(t('writeProposal'), { kind: k.state === 'PROPOSED' ? 'primary' : 'second', icon: 'pencil', href: `/knelpunten/${k.id}/voorstel` })
          : nothing}
        ${running && session.is('WORKER')
          ? button(t('share'), { kind: 'primary', icon: 'plus', click: () => shareDatum(this) })
          : nothing}`,
      })}
      <div class="kp-card kp-standing">${this.standing()} ${termBar(currentTerm(k))}</div>
      ${this.menu()}
      <div class="kp-columns">
        <div class="kp-stack">${scope(this)} ${grounds(this)}</div>
        ${this.guard()}
      </div>
      ${participants(this)} ${data(this)} ${analysis(this)} ${plan(this)} ${evaluation(this)} ${decisions(this)} ${history(this)}
    `;
  }

  standing() {
    const k = this.knelpunt;
    const at = stage(k, this.plan);
    const term = currentTerm(k);
    const interventions = (this.plan?.interventions ?? []).filter((i) => i.state !== 'STOPPED');
    const done = interventions.filter((i) => i.state === 'DONE').length;
    const when = [
      t('together', { n: k.signals.length }),
      k.terms.length > 0 ? day(k.terms[0].first) : '',
      '',
      '',
      interventions.length > 0 ? t('done', { n: done, total: interventions.length }) : '',
      term ? t('before', { day: day(term.last) }) : '',
    ];
    return steps(
      at.names.map((name, i) => ({ name, when: when[i] })),
      at.now,
      { label: t('steps') },
    );
  }

  menu() {
    const entries = [
      ['afbakening', t('scope')],
      ['gronden', t('grounds')],
      ['deelnemers', t('participantsShort'), this.knelpunt.involved.length],
      ['gegevens', t('data')],
      ['analyse', t('analysis')],
      ['plan', t('plan'), this.plan?.interventions.length],
      ['evaluatie', t('evaluation')],
      ['besluiten', t('decisions'), this.knelpunt.motions.length],
      ['geschiedenis', t('history')],
    ];
    return html`<nav class="kp-local" aria-label=${t('localMenu')}>
      <ul class="kp-plain">
        ${entries.map(
          ([id, name, number]) => html`<li>
            <a href="#${id}" aria-current=${location.hash === `#${id}` ? 'true' : nothing} @click=${() => this.jump(id)}
              >${name}${number ? count(number) : nothing}</a
            >
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  async jump(id) {
    await 0;
    this.requestUpdate();
    document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
  }

  /** What can be done here now, and why not. Each act is judged anew when it is done. */
  guard() {
    const k = this.knelpunt;
    const own = this.own;
    const checks = [
      ...(own ? [{ words: t('checkInvolved'), ok: k.involved.some((i) => i.participant === own) }] : []),
      { words: t('checkTerm'), ok: k.state === 'DESIGNATED' && !k.expired },
      ...[1, 2, 3].map((n) => ({ words: t(own ? 'checkPhase' : 'checkPhaseAll', { n }), ok: this.isOpenFor(n, own) })),
    ];
    return readsAlong({
      title: own ? t('guardTitle') : t('guardBureau'),
      checks,
      checksTitle: t('checksTitle'),
      foot: t('secret'),
    });
  }
}

function orNull(e) {
  if (e.status === 403 || e.status === 409) {
    return null;
  }
  throw e;
}

customElements.define('kp-knelpunt', Knelpunt);
export default Knelpunt;
