import { html } from 'lit';
import { Element } from '../../app/element.js';
import { dictionary } from '../../app/language.js';
import { button } from '../../kit/button.js';
import { arrange } from './arrange.js';
import { short } from './model.js';
import texts from '../../texts/analysis.js';

const t = dictionary(texts);
const LARGE = 300;
const LONGEST_NAME = 36;
const CLOSEST = 1.25;
const ZOOM = 1.3;
const STEP = 60;
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const BADGE = 15;
const FONT = '"Source Sans 3", system-ui, sans-serif';

/** Positions of what was arranged before, so that a switch to the table and back moves nothing. */
const arranged = new WeakMap();
let library = null;

/**
 * Cytoscape, fetched when somebody first looks at a network. It would put a style element into the page, which the policy does not allow,
 * unless it finds one: its one rule is in analysis.css.
 */
function cytoscape() {
  library ??= (async () => {
    const found = document.createElement('template');
    found.id = '__________cytoscape_stylesheet';
    document.head.append(found);
    return (await import('cytoscape')).default;
  })();
  return library;
}

/**
 * How things hang together, on a canvas. Nothing in it says how much anybody is connected. Beside it always stands a table with the same.
 *
 * - work: a Work; a new one when what is seen changed
 * - picks: Map of key → letter; faded: Set of keys
 * - picked by pointing or by keys: event `kp-pick` with detail the key
 */
class Network extends Element {
  static properties = {
    work: { attribute: false },
    picks: { attribute: false },
    faded: { attribute: false },
    label: { type: String },
    said: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.picks = new Map();
    this.faded = new Set();
    this.label = '';
    this.said = '';
  }

  render() {
    return html`<div class="kp-network">
        <div
          class="kp-network__canvas"
          role="application"
          tabindex="0"
          aria-label=${this.label}
          aria-describedby="kp-network-keys"
          aria-busy=${this.busy ? 'true' : 'false'}
          @keydown=${(e) => this.key(e)}
        ></div>
        ${this.busy ? html`<p class="kp-network__busy">${t('arranging')}</p>` : ''}
      </div>
      <p class="kp-hidden" id="kp-network-keys">${t('networkKeys')}</p>
      <p class="kp-hidden" role="status">${this.said}</p>
      <div class="kp-actions kp-map__acts">
        ${button(t('closer'), { kind: 'quiet', small: true, icon: 'plus', click: () => this.zoom(ZOOM) })}
        ${button(t('further'), { kind: 'quiet', small: true, icon: 'minus', click: () => this.zoom(1 / ZOOM) })}
        ${button(t('whole'), { kind: 'quiet', small: true, icon: 'maximize', click: () => this.whole() })}
      </div>`;
  }

  async firstUpdated() {
    this.make = await cytoscape();
    if (this.isConnected) {
      this.begin();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.cy?.destroy();
    this.cy = null;
  }

  updated(changed) {
    if (!this.cy) {
      return;
    }
    if (changed.has('work')) {
      this.begin();
    } else if (changed.has('picks') || changed.has('faded')) {
      this.mark();
    }
  }

  async begin() {
    this.cy?.destroy();
    const { work } = this;
    const nodes = [...work.things.values()].filter((thing) => thing.kind !== 'OBSERVATION');
    const large = nodes.length > LARGE;
    const canvas = this.querySelector('.kp-network__canvas');
    canvas.addEventListener('wheel', (event) => event.ctrlKey || event.stopPropagation(), { capture: true, passive: true });
    this.cy = this.make({
      container: canvas,
      elements: [
        ...nodes.map((n) => ({ data: { id: n.key, kind: n.kind, label: short(n.name, LONGEST_NAME) } })),
        ...work.edges.map((e, i) => ({ data: { id: `e${i}`, source: e.from, target: e.to, label: e.words } })),
      ],
      style: looks(this, large),
      layout: { name: 'preset' },
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
      minZoom: 0.03,
      maxZoom: 4,
      pixelRatio: large ? 1 : 'auto',
      textureOnViewport: large,
      hideEdgesOnViewport: large,
    });
    this.cy.on('tap', 'node', (event) => this.choose(event.target.data('key') ?? event.target.id()));
    this.cy.on('mouseover', 'node', () => canvas.classList.add('is-over'));
    this.cy.on('mouseout', 'node', () => canvas.classList.remove('is-over'));
    this.shown = null;
    await this.place(work, nodes, large);
  }

  /** Puts everything in its place, in slices of time so that the page stays quick. */
  async place(work, nodes, large) {
    const canvas = this.querySelector('.kp-network__canvas');
    let places = arranged.get(work);
    if (!places) {
      this.busy = true;
      places = await arrange(
        nodes.map((n) => n.key),
        work.edges,
        { large, ratio: canvas.clientWidth / Math.max(1, canvas.clientHeight) },
        () => this.cy && this.work === work,
      );
      if (!places) {
        return;
      }
      arranged.set(work, places);
      this.busy = false;
    }
    const { cy } = this;
    cy.batch(() => nodes.forEach((n) => cy.getElementById(n.key).position({ ...places.get(n.key) })));
    cy.resize();
    this.mark();
    this.whole();
  }

  mark() {
    const { cy, picks, faded } = this;
    if (this.busy) {
      return;
    }
    cy.batch(() => {
      cy.remove('.badge');
      const before = this.shown ?? { picks: new Map(), faded: new Set() };
      for (const key of new Set([...before.picks.keys(), ...picks.keys()])) {
        cy.getElementById(key).toggleClass('picked', picks.has(key));
      }
      for (const key of new Set([...before.faded, ...faded])) {
        cy.getElementById(key).toggleClass('faded', faded.has(key) && !picks.has(key));
      }
      cy.edges('.near, .joins').removeClass('near joins');
      for (const [key, letter] of picks) {
        const node = cy.getElementById(key);
        if (node.empty()) {
          continue;
        }
        node.connectedEdges().addClass('near');
        const { x, y } = node.position();
        cy.add({ data: { id: `letter-${letter}`, key, label: letter }, classes: 'badge', position: { x: x + BADGE, y: y - BADGE } });
      }
      cy.edges('.near')
        .filter((e) => picks.has(e.source().id()) && picks.has(e.target().id()))
        .addClass('joins');
    });
    this.shown = { picks, faded };
  }

  choose(key) {
    this.dispatchEvent(new CustomEvent('kp-pick', { detail: key }));
  }

  zoom(by) {
    const { cy } = this;
    cy?.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  whole() {
    const { cy } = this;
    if (cy) {
      cy.fit(undefined, 36);
      if (cy.zoom() > CLOSEST) {
        cy.zoom(CLOSEST);
        cy.center();
      }
    }
  }

  key(event) {
    const { cy } = this;
    if (!cy || event.ctrlKey || event.metaKey) {
      return;
    }
    const arrow = ARROWS[event.key];
    if (arrow && event.altKey) {
      cy.panBy({ x: -arrow[0] * STEP, y: -arrow[1] * STEP });
    } else if (arrow) {
      this.goTo(this.next(arrow));
    } else if (event.key === 'Home' || event.key === 'End') {
      const nodes = cy.nodes().not('.badge');
      this.goTo(event.key === 'Home' ? nodes.first() : nodes.last());
    } else if ((event.key === 'Enter' || event.key === ' ') && this.at) {
      this.choose(this.at.id());
    } else if (event.key === '+' || event.key === '=') {
      this.zoom(ZOOM);
    } else if (event.key === '-') {
      this.zoom(1 / ZOOM);
    } else if (event.key === '0') {
      this.whole();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** That way along an edge; where there is none, the nearest that way. */
  next(arrow) {
    const nodes = this.cy.nodes().not('.badge');
    if (!this.at || this.at.removed()) {
      return nodes.first();
    }
    return best(this.at, this.at.neighborhood('node'), arrow) ?? best(this.at, nodes, arrow) ?? this.at;
  }

  goTo(node) {
    if (!node || node.empty()) {
      return;
    }
    this.at?.removeClass('cursor');
    this.at = node.first().addClass('cursor');
    const { x1, x2, y1, y2 } = this.cy.extent();
    const { x, y } = this.at.position();
    if (x < x1 || x > x2 || y < y1 || y > y2) {
      this.cy.center(this.at);
    }
    const thing = this.work.things.get(this.at.id());
    const joined = this.work.neighbours(thing.key).map((key) => this.work.things.get(key).name);
    this.said = [
      this.picks.get(thing.key),
      thing.name,
      t(`kind_${thing.kind}`),
      joined.length > 0 ? t('joinedTo', { names: joined.slice(0, 6).join(', ') }) : t('joinedToNothing'),
    ]
      .filter(Boolean)
      .join(', ');
  }
}

function best(from, nodes, [x, y]) {
  const at = from.position();
  let found = null;
  let least = Infinity;
  nodes.forEach((node) => {
    const to = node.position();
    const along = (to.x - at.x) * x + (to.y - at.y) * y;
    const far = along + 2 * (Math.abs((to.x - at.x) * y) + Math.abs((to.y - at.y) * x));
    if (node !== from && along > 0 && far < least) {
      least = far;
      found = node;
    }
  });
  return found;
}

/** Kind by shape, picks by letter and thickness: never by colour alone. */
function looks(element, large) {
  const style = getComputedStyle(element);
  const token = (name) => style.getPropertyValue(`--kp-${name}`).trim();
  const kind = (name, shape, colour, size) => ({
    selector: `node[kind="${name}"]`,
    style: { shape, 'background-color': token(colour), width: size, height: size },
  });
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'font-family': FONT,
        'font-size': 13,
        color: token('ink'),
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-wrap': 'wrap',
        'text-max-width': 104,
        'text-background-color': token('map-halo'),
        'text-background-opacity': large ? 0 : 0.85,
        'text-background-padding': 1,
        'min-zoomed-font-size': 9,
        'border-width': 1.5,
        'border-color': token('ink'),
      },
    },
    kind('PERSON', 'ellipse', 'kind-person', 28),
    kind('LEGAL_PERSON', 'round-rectangle', 'kind-company', 27),
    kind('OBJECT', 'hexagon', 'kind-object', 31),
    kind('VALUE', 'diamond', 'kind-value', 31),
    {
      selector: 'edge',
      style: { width: 1.25, 'line-color': token('line-2'), 'curve-style': 'haystack', 'haystack-radius': 0 },
    },
    { selector: 'edge.near', style: { width: 2, 'line-color': token('brand') } },
    {
      selector: 'edge.joins',
      style: {
        width: 4,
        label: 'data(label)',
        'font-family': FONT,
        'font-size': 12,
        'font-style': 'italic',
        color: token('ink-2'),
        'text-background-color': token('map-halo'),
        'text-background-opacity': 0.9,
        'text-background-padding': 2,
        'text-wrap': 'ellipsis',
        'text-max-width': 150,
      },
    },
    { selector: 'node.picked', style: { 'border-width': 3.5, 'font-weight': 700 } },
    { selector: '.faded', style: { opacity: 0.4 } },
    { selector: 'node.cursor', style: { 'outline-width': 3, 'outline-color': token('ink'), 'outline-offset': 4 } },
    {
      selector: 'node.badge',
      style: {
        shape: 'ellipse',
        width: 19,
        height: 19,
        'background-color': token('pick'),
        'border-width': 2,
        'text-valign': 'center',
        'text-margin-y': 0,
        'text-background-opacity': 0,
        'font-size': 12,
        'font-weight': 700,
        'min-zoomed-font-size': 0,
        'z-index': 10,
      },
    },
  ];
}

customElements.define('kp-network', Network);

/** @param pick called with the key of what somebody chose */
export function network({ work, picks, faded, label, pick }) {
  return html`<kp-network .work=${work} .picks=${picks} .faded=${faded} .label=${label} @kp-pick=${(e) => pick(e.detail)}></kp-network>`;
}
