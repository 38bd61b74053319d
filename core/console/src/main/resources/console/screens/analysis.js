import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { all, call, get, post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { go, setQuery } from '../app/router.js';
import { allCategories, and, loadNames, participantName } from '../app/names.js';
import {
  badge, button, card, confirm, day, field, formDialog, icon, longTable, number, problem, segmented, sub,
} from '../kit/index.js';
import { placeMap } from '../maps/places.js';
import { barriers } from './analysis/barriers.js';
import { Work, lettered, short, surroundings } from './analysis/model.js';
import { network } from './analysis/network.js';
import { grading, gradings, letter, phase, phases, supplier, suppliers } from './analysis/provenance.js';
import { exportsCard, takeOut } from './analysis/taking.js';
import { timeline } from './analysis/timeline.js';
import { writings } from './analysis/writings.js';
import texts from '../texts/analysis.js';

const t = dictionary(texts);
const NARROW = 700;
/** A mark of the timeline with more than these is no pick but a window. */
const MOST_AT_ONCE = 5;
const FILTERS = { bron: 'suppliers', categorie: 'categories', fase: 'phases' };
const NO_WORK = [[], { nodes: [], edges: [], frozen: 0 }, { facts: [], frozen: 0 }, { features: [], frozen: 0 }];

/**
 * The workbench of a knelpunt: network, map and timeline over one shared selection, each with an equal table; the barriers; and the text.
 * What is filtered, picked and within the window stands in the address.
 */
class Analysis extends Screen {
  static follows = ['knelpunt.', 'analysis.', 'intervention.'];

  concerns(event) {
    return event.subject === this.params.knelpunt || (this.analyses ?? []).some((a) => a.id === event.subject);
  }

  title() {
    return t('title');
  }

  get path() {
    return `/v1/knelpunten/${this.params.knelpunt}`;
  }

  /** Picking and looking at a table ask nothing of the server. */
  willUpdate() {
    const asked = JSON.stringify([this.params, this.over()]);
    if (asked !== this.asked) {
      this.asked = asked;
      this.again();
    }
  }

  /** What is looked at, as the API takes it. */
  over() {
    if (this.query.get('selectie')) {
      return { selection: this.query.get('selectie') };
    }
    const filter = {};
    for (const [ours, theirs] of Object.entries(FILTERS)) {
      const value = this.query.get(ours);
      if (value) {
        filter[theirs] = [ours === 'fase' ? Number(value) : value];
      }
    }
    if (this.query.get('gebied') && this.knelpunt?.scope?.area) {
      filter.area = this.knelpunt.scope.area;
    }
    return Object.keys(filter).length > 0 ? { filter } : {};
  }

  async load() {
    await loadNames();
    const { body, version } = await call('GET', this.path);
    this.knelpunt = body;
    this.version = version;
    this.asked = JSON.stringify([this.params, this.over()]);
    this.runs = body.state === 'DESIGNATED' && !body.expired;
    const analyst = session.is('ANALYST');
    const [matrices, plan, analyses, selections, exports] = await Promise.all([
      get(`${this.path}/barriers`).then((list) => list.items, orNull),
      get(body.plan).catch(orNull),
      all(`${this.path}/analyses`).catch(orNull),
      analyst ? all(`${this.path}/selections`).catch(orNull) : [],
      session.is('ANALYST', 'CASE_DIRECTOR') ? all(`${this.path}/exports`).catch(orNull) : null,
    ]);
    Object.assign(this, { matrices, plan, analyses, selections: selections ?? [], exports });
    this.around = surroundings(body, plan);
    await this.look(analyst);
  }

  async look(analyst) {
    this.refused = null;
    let seen = NO_WORK.slice(1);
    if (analyst) {
      try {
        seen = await Promise.all(['network', 'timeline', 'map'].map((view) => post(`${this.path}/${view}`, this.over())));
      } catch (e) {
        if (!e.isRefusal && e.errors?.length === 0) {
          throw e;
        }
        this.refused = e;
      }
    }
    this.work = new Work(...seen);
    this.areas = this.work.scope ? [{ geometry: this.work.scope, words: t('inScope'), look: 'in' }] : [];
  }

  // The shared selection

  get keys() {
    return (this.query.get('gekozen') ?? '').split(',').filter((key) => this.work.things.has(key));
  }

  /** The same map as long as it says the same, so that the views need not draw anew. */
  get picks() {
    const text = this.keys.join(',');
    if (this.picksText !== text) {
      this.picksText = text;
      this.picksMap = lettered(this.keys);
    }
    return this.picksMap;
  }

  get from() {
    return this.query.get('van') ?? '';
  }

  get upTo() {
    return this.query.get('tot') ?? '';
  }

  /** What lies outside the window, as the views draw it. */
  get outside() {
    const text = `${this.from} ${this.upTo}`;
    if (this.outsideOf !== this.work || this.outsideText !== text) {
      this.outsideOf = this.work;
      this.outsideText = text;
      this.outsideSet = this.work.outside(this.from, this.upTo);
      this.placesSeen = this.work.places.map((p) => ({ ...p, faded: p.keys.some((key) => this.outsideSet.has(key)) }));
    }
    return this.outsideSet;
  }

  get places() {
    return this.outside && this.placesSeen;
  }

  pick(key) {
    const keys = this.keys;
    this.pickAll(keys.includes(key) ? keys.filter((k) => k !== key) : [...keys, key]);
  }

  pickAll(keys) {
    setQuery({ gekozen: keys.slice(0, 26).join(',') });
  }

  /** A mark of the timeline: its things; where those are many, its days. */
  pickMark(keys) {
    if (keys.length === 1) {
      this.pick(keys[0]);
    } else if (keys.length <= MOST_AT_ONCE) {
      const now = this.keys;
      this.pickAll(keys.every((key) => now.includes(key)) ? now.filter((key) => !keys.includes(key)) : [...new Set([...now, ...keys])]);
    } else {
      const dates = this.work.facts.filter((f) => keys.includes(f.keys[0])).map((f) => f.date);
      setQuery({ van: dates[0], tot: dates.at(-1) });
    }
  }

  isTable(view) {
    const asked = this.query.get(view);
    return asked ? asked === 'tabel' : innerWidth < NARROW;
  }

  // What is drawn

  content() {
    const k = this.knelpunt;
    const analyst = session.is('ANALYST');
    const { count, frozen } = this.work;
    const seen = `${t('youSee', { phases: this.phasesInWords(), n: number(count) })} ${frozen > 0 ? t('frozen', { n: frozen }) : ''}`;
    return html`
      ${head({
        crumbs: [{ name: t('knelpunten'), href: '/knelpunten' }, { name: k.title, href: `/knelpunten/${k.id}` }, { name: t('title') }],
        title: t('title'),
        sub: analyst && !this.refused ? seen : t('forAnalyst'),
        actions:
          analyst && this.runs
            ? html`${button(t('keep'), { icon: 'bookmark', click: () => this.keepSelection() })}
              ${button(t('write'), { icon: 'pencil', kind: 'primary', click: () => this.write() })}`
            : nothing,
      })}
      ${analyst ? (this.refused ? html`${this.filters()} ${problem(this.refused, { id: 'wacht-analyse' })}` : this.views()) : nothing}
      ${this.matrices ? barriers(this) : nothing} ${this.analyses ? writings(this) : nothing} ${this.exports ? exportsCard(this) : nothing}
    `;
  }

  phasesInWords() {
    const open = new Set([1, ...this.knelpunt.phases.filter((p) => !p.closed).map((p) => p.phase)]);
    return and([...open].sort().map(String));
  }

  views() {
    return html`${this.selectionBar()} ${this.filters()}
      <div class="kp-bench">${this.networkCard()} ${this.mapCard()}</div>
      ${this.timelineCard()} ${this.keys.length > 0 ? this.provenanceCard() : nothing}`;
  }

  selectionBar() {
    const { picks, work } = this;
    const within = work.facts.filter((f) => (!this.from || f.date >= this.from) && (!this.upTo || f.date <= this.upTo));
    const about = picks.size > 0 ? within.filter((f) => f.keys.some((key) => picks.has(key))) : within;
    return html`<section class="kp-selection" aria-label=${t('picked')}>
      <h2 class="kp-selection__title">${t('picked')}</h2>
      ${picks.size === 0 ? html`<p class="kp-second">${t('nothingPicked')}</p>` : nothing}
      <ul class="kp-selection__picks">
        ${[...picks].map(
          ([key, sign]) => html`<li>
            <button type="button" class="kp-chip" title=${t('unpick')} @click=${() => this.pick(key)}>
              ${letter(sign)}<span>${short(work.things.get(key).name, 34)}</span>${icon('x')}<span class="kp-hidden">${t('unpick')}</span>
            </button>
          </li>`,
        )}
      </ul>
      <p class="kp-note" role="status">
        ${t('events', { n: about.length })}${this.from || this.upTo ? `, ${this.from ? day(this.from) : '…'} – ${this.upTo ? day(this.upTo) : '…'}` : ''}
      </p>
      <div class="kp-actions">
        ${picks.size > 0
          ? html`${button(t('joined'), { kind: 'quiet', small: true, icon: 'route', click: () => this.pickJoined() })}
            ${button(t('clearPicks'), { kind: 'quiet', small: true, icon: 'x', click: () => this.pickAll([]) })}`
          : nothing}
      </div>
    </section>`;
  }

  /** What the picks are joined to, picked as well. */
  pickJoined() {
    this.pickAll([...new Set([...this.keys, ...this.keys.flatMap((key) => this.work.neighbours(key))])]);
  }

  filters() {
    const q = (name) => this.query.get(name) ?? '';
    const select = (name, label, options) =>
      field({ id: `analyse-${name}`, label, type: 'select', empty: t('all'), value: q(name), options, change: (value) => setQuery({ [name]: value, selectie: '' }) });
    const kept = this.selections.find((s) => s.id === q('selectie'));
    const any = [...Object.keys(FILTERS), 'gebied', 'selectie'].some(q);
    return html`<details class="kp-card kp-filters" ?open=${any}>
      <summary>${icon('list-filter')} ${t('filters')}${any ? html` ${badge('info', t('filtered'), 'list-filter')}` : nothing}</summary>
      <div class="kp-fields">
        ${select('fase', t('phase'), [['0', t('withSignal')], ...[1, 2, 3].map((n) => [String(n), t('phaseN', { n })])])}
        ${select('bron', t('source'), this.knelpunt.involved.map((i) => [i.participant, participantName(i.participant)]))}
        ${select('categorie', t('category'), allCategories().map((c) => [c.code, both(c.name)]))}
        ${this.knelpunt.scope?.area ? select('gebied', t('area'), [['binnen', t('withinScope')]]) : nothing}
        ${this.selections.length > 0
          ? field({
              id: 'analyse-selectie',
              label: t('keptSelection'),
              type: 'select',
              empty: t('none'),
              value: q('selectie'),
              options: this.selections.map((s) => [s.id, s.shared ? t('sharedName', { name: s.name }) : s.name]),
              change: (selectie) => setQuery({ selectie, fase: '', bron: '', categorie: '', gebied: '' }),
            })
          : nothing}
      </div>
      ${any
        ? html`<div class="kp-actions">
            ${button(t('clearFilters'), { kind: 'quiet', small: true, icon: 'x', click: () => setQuery({ selectie: '', fase: '', bron: '', categorie: '', gebied: '' }) })}
            ${kept && kept.owner === session.account.id ? button(t('removeSelection'), { kind: 'quiet', small: true, icon: 'trash-2', click: () => this.removeSelection(kept) }) : nothing}
          </div>`
        : nothing}
    </details>`;
  }

  /** Picture and table of the same, and a way out for it. */
  tools(view, label, format) {
    return html`${button(t('export'), { kind: 'quiet', small: true, icon: 'download', label: `${t('export')}: ${label}`, click: () => takeOut(this, format) })}
    ${segmented(
      t('viewOf', { name: label }),
      [
        ['beeld', t('picture')],
        ['tabel', t('table')],
      ],
      this.isTable(view) ? 'tabel' : 'beeld',
      (chosen) => setQuery({ [view]: chosen }),
    )}`;
  }

  pickBox(key, words) {
    return html`<span class="kp-pickbox">
      <input type="checkbox" aria-label="${t('pick')}: ${words}" .checked=${this.picks.has(key)} @change=${() => this.pick(key)} />${letter(this.picks.get(key))}
    </span>`;
  }

  pickedInWords() {
    const names = [...this.picks].map(([key, sign]) => `${sign} ${this.work.things.get(key).name}`);
    return names.length > 0 ? names.join(', ') : t('none');
  }

  networkCard() {
    const { work } = this;
    const things = [...work.things.values()].filter((thing) => thing.kind !== 'OBSERVATION');
    if (this.thingsOf !== work) {
      this.thingsOf = work;
      this.things = things;
    }
    const legend = [
      ['person', 'kind_PERSON'],
      ['company', 'kind_LEGAL_PERSON'],
      ['object', 'kind_OBJECT'],
      ['value', 'kind_VALUE'],
    ];
    const asTable = this.isTable('netwerk');
    return card({
      id: 'netwerk',
      title: t('network'),
      number: things.length,
      tools: this.tools('netwerk', t('network'), 'GRAPHML'),
      body: asTable
        ? nothing
        : things.length === 0
          ? html`<p class="kp-second">${t('noNetwork')}</p>`
          : html`${network({
                work,
                picks: this.picks,
                faded: this.outside,
                label: t('networkLabel', { n: things.length, edges: work.edges.length, picked: this.pickedInWords() }),
                pick: (key) => this.pick(key),
              })}
              <ul class="kp-legend">
                ${legend.map(([shape, words]) => html`<li><span class="kp-shape kp-shape--${shape}"></span>${t(words)}</li>`)}
              </ul>
              <p class="kp-note">${t('networkNote', { n: number(things.length), edges: number(work.edges.length) })}</p>`,
      flush: asTable ? this.networkTables() : nothing,
    });
  }

  networkTables() {
    const { work } = this;
    return html`${longTable({
        caption: t('network'),
        rows: this.things,
        empty: t('noNetwork'),
        rowClass: (n) => (this.picks.has(n.key) ? 'is-selected' : ''),
        columns: [
          { name: t('what'), cell: (n) => html`<span class="kp-pickline">${this.pickBox(n.key, n.name)}<span><strong class="kp-text">${n.name}</strong>${sub(n.field ?? t(`kind_${n.kind}`))}</span></span>` },
          { name: t('source'), cell: (n) => suppliers(n.sources) },
          { name: t('phase'), cell: (n) => phases(n.sources) },
          { name: t('grading'), cell: (n) => gradings(n.sources) },
        ],
      })}
      <h3 class="kp-group">${t('relations')}</h3>
      ${longTable({
        caption: t('relations'),
        rows: work.edges,
        empty: t('noRelations'),
        rowClass: (e) => (this.picks.has(e.from) && this.picks.has(e.to) ? 'is-selected' : ''),
        columns: [
          { name: t('between'), cell: (e) => html`${work.things.get(e.from).name} – ${work.things.get(e.to).name}${sub(e.words)}` },
          { name: t('source'), cell: (e) => suppliers(e.sources) },
          { name: t('phase'), cell: (e) => phases(e.sources) },
          { name: t('grading'), cell: (e) => gradings(e.sources) },
        ],
      })}`;
  }

  mapCard() {
    const { work, places, picks } = this;
    const asTable = this.isTable('kaart');
    const onMap = new Set(places.flatMap((p) => p.keys));
    const gone = [...picks].filter(([key]) => !onMap.has(key)).map(([, sign]) => sign);
    return card({
      id: 'kaart',
      title: t('map'),
      number: places.length,
      tools: this.tools('kaart', t('map'), 'GEOJSON'),
      body: asTable
        ? nothing
        : html`${placeMap({
              areas: this.areas,
              places,
              picks,
              label: t('mapLabel', { n: places.length, picked: this.pickedInWords() }),
              pick: (key) => this.pick(key),
            })}
            <ul class="kp-legend">
              <li><span class="kp-dot kp-dot--observation"></span>${t('observation')}</li>
              <li><span class="kp-dot kp-dot--datum"></span>${t('datum')}</li>
              ${work.scope ? html`<li><span class="kp-legend__box kp-legend__box--in"></span>${t('inScopeLegend')}</li>` : nothing}
            </ul>
            <p class="kp-note">
              ${places.length === 0 ? t('noPlaces') : nothing} ${gone.length > 0 ? t('notOnMap', { n: gone.length, letters: and(gone) }) : nothing}
            </p>`,
      flush: asTable
        ? longTable({
            caption: t('map'),
            rows: places,
            empty: t('noPlaces'),
            show: places.find((p) => p.keys.some((key) => picks.has(key))),
            rowClass: (p) => (p.keys.some((key) => picks.has(key)) ? 'is-selected' : ''),
            columns: [
              { name: t('what'), cell: (p) => this.seen(p) },
              { name: t('position'), cell: (p) => html`<span class="kp-nowrap">${t('degrees', { lat: degrees(p.lat), lon: degrees(p.lon) })}</span>` },
              ...this.provenance(),
            ],
          })
        : nothing,
    });
  }

  /** A fact or place: whom or what it is about, and what is said. */
  seen(s) {
    const thing = this.work.things.get(s.keys[0]);
    return html`<span class="kp-pickline">${this.pickBox(s.keys[0], s.words)}<span>
      <strong class="kp-text">${short(s.text, 160)}</strong>${sub(s.source.signal ? t('observation') : html`${thing?.name ?? ''} · ${s.source.field ?? ''}`)}
    </span></span>`;
  }

  provenance() {
    return [
      { name: t('source'), cell: (s) => supplier(s.source) },
      { name: t('phase'), cell: (s) => phase(s.source) },
      { name: t('grading'), cell: (s) => grading(s.source) },
    ];
  }

  timelineCard() {
    const { work, picks, around } = this;
    const asTable = this.isTable('tijdlijn');
    return card({
      id: 'tijdlijn',
      title: t('timeline'),
      number: work.facts.length,
      tools: html`${asTable
        ? nothing
        : html`<ul class="kp-legend kp-legend--beside">
            <li><span class="kp-dot kp-dot--observation"></span>${t('observation')}</li>
            <li><span class="kp-dot kp-dot--datum"></span>${t('datum')}</li>
            <li><span class="kp-shape kp-shape--decision"></span>${t('decision')}</li>
            <li><span class="kp-legend__box kp-legend__box--intervention"></span>${t('interventionWord')}</li>
          </ul>`}
      ${this.tools('tijdlijn', t('timeline'), 'CSV')}`,
      body: html`${this.windowFields()}
      ${asTable
        ? nothing
        : work.facts.length === 0 && around.length === 0
          ? html`<p class="kp-second">${t('noFacts')}</p>`
          : timeline({
              facts: work.facts,
              around,
              picks,
              from: this.from,
              until: this.upTo,
              label: t('timelineLabel', { n: work.facts.length, picked: this.pickedInWords() }),
              pick: (keys) => this.pickMark(keys),
              window: ({ from, until }) => setQuery({ van: from, tot: until }),
            })}`,
      flush: asTable ? this.timelineTables() : nothing,
    });
  }

  timelineTables() {
    const { work, picks, around } = this;
    return html`${longTable({
        caption: t('timeline'),
        rows: this.inWindow(work.facts, (f) => [f.date, f.date]),
        empty: t('noFacts'),
        rowClass: (f) => (f.keys.some((key) => picks.has(key)) ? 'is-selected' : ''),
        columns: [
          { name: t('what'), cell: (f) => this.seen(f) },
          { name: t('when'), cell: (f) => html`<span class="kp-nowrap">${day(f.date)}</span>${sub(f.time?.slice(0, 5))}` },
          ...this.provenance(),
        ],
      })}
      ${around.length > 0
        ? html`<h3 class="kp-group">${t('aroundIt')}</h3>
            ${longTable({
              caption: t('aroundIt'),
              rows: this.inWindow(around, (a) => [a.from, a.until ?? a.from]),
              empty: t('noFacts'),
              columns: [
                { name: t('what'), cell: (a) => a.words },
                { name: t('who'), cell: (a) => (a.lane ? participantName(a.lane) : t('laneDecisions')) },
                { name: t('when'), cell: (a) => html`<span class="kp-nowrap">${day(a.from)}</span>` },
              ],
            })}`
        : nothing}`;
  }

  /** The same list as long as window and list stay, so that its page stays. */
  inWindow(list, days) {
    if (!this.from && !this.upTo) {
      return list;
    }
    this.windowed ??= new WeakMap();
    const text = `${this.from} ${this.upTo}`;
    const before = this.windowed.get(list);
    if (before?.text === text) {
      return before.rows;
    }
    const rows = list.filter((item) => {
      const [begin, end] = days(item);
      return (!this.from || end >= this.from) && (!this.upTo || begin <= this.upTo);
    });
    this.windowed.set(list, { text, rows });
    return rows;
  }

  windowFields() {
    return html`<div class="kp-window">
      ${field({ id: 'venster-van', label: t('windowFrom'), type: 'date', value: this.from, change: (van) => setQuery({ van }) })}
      ${field({ id: 'venster-tot', label: t('windowUntil'), type: 'date', value: this.upTo, change: (tot) => setQuery({ tot }) })}
      ${this.from || this.upTo
        ? button(t('wholeTime'), { kind: 'quiet', small: true, icon: 'x', click: () => setQuery({ van: '', tot: '' }) })
        : html`<span class="kp-note">${t('windowHint')}</span>`}
    </div>`;
  }

  /** Everything that the picks rest on, each with where it comes from. */
  provenanceCard() {
    const { work, picks } = this;
    const text = this.picksText;
    if (this.restsOf !== work || this.restsText !== text) {
      this.restsOf = work;
      this.restsText = text;
      this.rests = this.keys.flatMap((key) => work.things.get(key).sources.map((source) => ({ key, source })));
    }
    return card({
      id: 'herkomst',
      title: t('provenance'),
      number: this.rests.length,
      flush: longTable({
        caption: t('provenance'),
        rows: this.rests,
        empty: nothing,
        atOnce: 10,
        columns: [
          { name: t('what'), cell: ({ key, source }) => html`<span class="kp-pickline">${letter(picks.get(key))}<span><strong>${work.things.get(key).name}</strong>${sub(source.signal ? short(work.things.get(key).text ?? '', 160) : (source.field ?? ''))}</span></span>` },
          { name: t('source'), cell: ({ source }) => supplier(source) },
          { name: t('phase'), cell: ({ source }) => phase(source) },
          { name: t('grading'), cell: ({ source }) => html`${grading(source)}${source.obligations?.map((o) => html` ${badge('neutral', t(`obligation_${o}`), 'info')}`)}` },
        ],
      }),
      foot: html`<span>${t('nothingReckoned')}</span>`,
    });
  }

  // What can be done

  async keepSelection() {
    const subjects = this.keys.map((key) => this.work.things.get(key).subject).filter(Boolean);
    const windowed = Boolean(this.from || this.upTo);
    const before = this.selections.find((s) => s.id === this.query.get('selectie'))?.filter ?? this.over().filter ?? {};
    const made = await formDialog({
      title: t('keep'),
      intro: t('keepWords'),
      submit: t('keep'),
      value: { name: '', shared: false, picked: subjects.length > 0, windowed },
      check: (v) => (v.name.trim() ? [] : [{ id: 'selectie-naam', message: t('fillName') }]),
      fields: (v, set) => html`${field({ id: 'selectie-naam', label: t('selectionName'), hint: t('selectionNameHint'), value: v.name, change: (name) => set({ name }) })}
        ${field({ id: 'selectie-gedeeld', type: 'check', label: t('share'), value: v.shared, change: (shared) => set({ shared }) })}
        ${subjects.length > 0
          ? field({ id: 'selectie-keuze', type: 'check', label: t('onlyPicked', { n: subjects.length }), value: v.picked, change: (picked) => set({ picked }) })
          : nothing}
        ${windowed ? field({ id: 'selectie-venster', type: 'check', label: t('onlyWindow'), value: v.windowed, change: (w) => set({ windowed: w }) }) : nothing}`,
      act: (v) =>
        post(`${this.path}/selections`, {
          name: v.name,
          shared: v.shared,
          confirmations: v.confirmations,
          filter: {
            ...before,
            ...(v.picked && subjects.length > 0 ? { subjects } : {}),
            ...(v.windowed ? { from: this.from || undefined, until: this.upTo || undefined } : {}),
          },
        }),
    });
    if (made?.id) {
      setQuery({ selectie: made.id, fase: '', bron: '', categorie: '', gebied: '' });
      this.again();
    }
  }

  async removeSelection(kept) {
    const done = await confirm(
      t('removeSelection'),
      t('removeWords', { name: kept.name }),
      () => call('DELETE', `${this.path}/selections/${kept.id}`, { version: kept.version }),
      { submit: t('removeSelection') },
    );
    if (done) {
      setQuery({ selectie: '' });
    }
  }

  /** To the draft that there is, or to a new one. */
  async write() {
    const open = (this.analyses ?? []).findLast((a) => a.state === 'DRAFT' || a.state === 'ASKED');
    if (open) {
      go(`/analyses/${open.id}`);
      return;
    }
    await change(this, () => post(`${this.path}/analyses`)).then(
      (made) => made.id && go(`/analyses/${made.id}`),
      (e) => {
        this.failure = e;
      },
    );
  }
}

function degrees(value) {
  return number(Math.round(value * 10_000) / 10_000);
}

function orNull(e) {
  if (e.status === 403 || e.status === 409) {
    return null;
  }
  throw e;
}

customElements.define('kp-analysis', Analysis);
export default Analysis;
