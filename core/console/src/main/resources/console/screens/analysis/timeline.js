import { html, nothing, svg } from 'lit';
import { Element } from '../../app/element.js';
import { dictionary, language } from '../../app/language.js';
import { participantName } from '../../app/names.js';
import { daysBetween, plusDays } from '../../kit/time.js';
import { short } from './model.js';
import texts from '../../texts/analysis.js';

const t = dictionary(texts);
const ROW = 40;
const FOOT = 34;
const RIGHT = 16;
const MARK = 7;
/** Facts so near to each other in one lane are one mark. */
const NEAR = 9;
const DOUBLE = 15;
const DRAGGED = 4;
const TICKS = [1, 2, 3, 6, 12, 24, 60, 120];
const TICK_WIDTH = 62;

/**
 * Facts in time, a lane for each source, with the decisions and interventions around them. Beside it always stands a table with the same.
 *
 * - facts: of a Work; around: of `surroundings`; each a new array when it changed
 * - picks: Map of key → letter
 * - begin, end: the window, as dates; empty for none
 * - events `kp-pick` with detail the keys of a mark, `kp-window` with detail { from, until }
 */
class TimeLine extends Element {
  static properties = {
    facts: { attribute: false },
    around: { attribute: false },
    picks: { attribute: false },
    begin: { type: String },
    end: { type: String },
    label: { type: String },
    width: { state: true },
    at: { state: true },
    dragged: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    this.facts = [];
    this.around = [];
    this.picks = new Map();
    this.width = 0;
    this.at = null;
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const size = new ResizeObserver(() => {
      this.width = Math.round(this.getBoundingClientRect().width);
    });
    size.observe(this);
    this.until(() => size.disconnect());
  }

  willUpdate(changed) {
    if (['facts', 'around', 'width'].some((name) => changed.has(name))) {
      this.arrange();
    }
  }

  /** Lanes, the days between which everything lies, and the marks. */
  arrange() {
    const days = [...this.facts.map((f) => f.date), ...this.around.flatMap((a) => [a.from, a.until ?? a.from])].sort();
    if (days.length === 0 || this.width === 0) {
      this.marks = [];
      this.lanes = [];
      return;
    }
    const span = Math.max(20, daysBetween(days[0], days.at(-1)));
    this.first = plusDays(days[0], -Math.ceil(span * 0.03));
    this.last = plusDays(days.at(-1), Math.ceil(span * 0.03));
    this.left = this.width < 520 ? 92 : 132;
    const ids = new Set([...this.facts.map((f) => f.source.supplier), ...this.around.map((a) => a.lane)]);
    this.lanes = [...ids].sort((one, other) => (one === '') - (other === '') || name(one).localeCompare(name(other), language()));
    this.marks = [];
    for (const lane of this.lanes) {
      let mark = null;
      for (const fact of this.facts.filter((f) => f.source.supplier === lane)) {
        const x = this.x(fact.date);
        if (!mark || x - mark.x > NEAR) {
          mark = { lane, x, facts: [] };
          this.marks.push(mark);
        }
        mark.facts.push(fact);
      }
    }
    this.ticks = ticks(this.first, this.last, (this.width - this.left) / TICK_WIDTH);
  }

  x(date) {
    return this.left + (daysBetween(this.first, date) / daysBetween(this.first, this.last)) * (this.width - this.left - RIGHT);
  }

  dateAt(x) {
    const part = Math.min(1, Math.max(0, (x - this.left) / (this.width - this.left - RIGHT)));
    return plusDays(this.first, Math.round(part * daysBetween(this.first, this.last)));
  }

  y(lane) {
    return this.lanes.indexOf(lane) * ROW + ROW / 2;
  }

  render() {
    const height = (this.lanes?.length ?? 0) * ROW + FOOT;
    return html`<div
        class="kp-timeline"
        role="application"
        tabindex="0"
        aria-label=${this.label}
        aria-describedby="kp-timeline-keys"
        @keydown=${(e) => this.key(e)}
        @pointerdown=${(e) => this.press(e)}
        @pointermove=${(e) => this.drag(e)}
        @pointerup=${(e) => this.release(e)}
        @pointercancel=${() => (this.dragged = null)}
      >
        ${this.width > 0 && this.lanes.length > 0
          ? html`<svg viewBox="0 0 ${this.width} ${height}" width=${this.width} height=${height} aria-hidden="true">
              ${this.frame(height)} ${this.window(height)} ${this.around.map((a) => this.event(a))} ${this.marks.map((m) => this.mark(m))}
            </svg>`
          : nothing}
      </div>
      <p class="kp-hidden" id="kp-timeline-keys">${t('timelineKeys')}</p>
      <p class="kp-hidden" role="status">${this.said}</p>`;
  }

  frame(height) {
    const bottom = height - FOOT;
    return svg`${this.lanes.map(
      (lane) => svg`<text class="kp-timeline__lane" x="0" y=${this.y(lane) + 5}>${short(name(lane), this.left < 100 ? 13 : 19)}</text>
        <line class="kp-timeline__line" x1=${this.left} x2=${this.width - RIGHT} y1=${this.y(lane)} y2=${this.y(lane)}></line>`,
    )}
      <line class="kp-timeline__axis" x1=${this.left} x2=${this.width - RIGHT} y1=${bottom} y2=${bottom}></line>
      ${this.ticks.map(
        ({ date, words }) => svg`<line class="kp-timeline__axis" x1=${this.x(date)} x2=${this.x(date)} y1=${bottom} y2=${bottom + 5}></line>
          <text class="kp-timeline__tick" x=${this.x(date) + 3} y=${bottom + 18}>${words}</text>`,
      )}`;
  }

  window(height) {
    const from = this.dragged?.from ?? this.begin;
    const until = this.dragged?.until ?? this.end;
    if (!from && !until) {
      return nothing;
    }
    const left = Math.max(this.left, from ? this.x(from) : this.left);
    const right = Math.min(this.width - RIGHT, until ? this.x(until) : this.width - RIGHT);
    const bottom = height - FOOT;
    return svg`<rect class="kp-timeline__window" x=${left} y="0" width=${Math.max(2, right - left)} height=${bottom}></rect>
      ${[left, right].map(
        (x) => svg`<line class="kp-timeline__edge" x1=${x} x2=${x} y1="0" y2=${bottom}></line>
          <rect class="kp-timeline__grip" x=${x - 4} y=${bottom / 2 - 13} width="8" height="26" rx="3"></rect>`,
      )}`;
  }

  event(a) {
    const y = this.y(a.lane);
    if (a.kind === 'decision') {
      const x = this.x(a.from);
      return svg`<path class="kp-timeline__decision" d="M${x} ${y - 9}l9 9-9 9-9-9z"><title>${a.words}</title></path>`;
    }
    const x = this.x(a.from);
    return svg`<rect class="kp-timeline__intervention" x=${x} y=${y - 7} width=${Math.max(9, this.x(a.until) - x)} height="14" rx="3"><title>${a.words}</title></rect>`;
  }

  mark(m) {
    const y = this.y(m.lane);
    const letters = [...new Set(m.facts.flatMap((f) => f.keys.map((key) => this.picks.get(key)).filter(Boolean)))];
    const many = m.facts.length > 1;
    const inside = letters.length > 0 ? letters.slice(0, 2).join('') : many ? String(m.facts.length) : '';
    const radius = letters.length > 0 ? 11 : many ? Math.min(DOUBLE, 9 + String(m.facts.length).length * 1.5) : MARK;
    const observed = m.facts.some((f) => f.source.signal);
    const kind = letters.length > 0 ? 'is-picked' : observed ? 'is-observation' : 'is-datum';
    return svg`<g class="kp-timeline__mark ${kind} ${m === this.at ? 'is-at' : ''}" data-mark=${this.marks.indexOf(m)}>
      ${m === this.at ? svg`<circle class="kp-timeline__cursor" cx=${m.x} cy=${y} r=${radius + 5}></circle>` : nothing}
      <circle cx=${m.x} cy=${y} r=${radius}><title>${told(m)}</title></circle>
      ${inside ? svg`<text x=${m.x} y=${y + 4.5}>${inside}</text>` : nothing}
    </g>`;
  }

  // Pointing and keys

  press(event) {
    if (event.button !== 0) {
      return;
    }
    this.pressed = { x: this.place(event), mark: event.target.closest?.('[data-mark]')?.dataset.mark };
  }

  drag(event) {
    if (!this.pressed) {
      return;
    }
    const x = this.place(event);
    if (this.dragged || (Math.abs(x - this.pressed.x) > DRAGGED && this.pressed.x > this.left)) {
      event.currentTarget.setPointerCapture(event.pointerId);
      const ends = [this.dateAt(this.pressed.x), this.dateAt(x)].sort();
      this.dragged = { from: ends[0], until: ends[1] };
    }
  }

  release() {
    const { pressed, dragged } = this;
    this.pressed = null;
    this.dragged = null;
    if (dragged) {
      this.dispatchEvent(new CustomEvent('kp-window', { detail: dragged }));
    } else if (pressed?.mark !== undefined) {
      this.choose(this.marks[Number(pressed.mark)]);
    }
  }

  place(event) {
    return event.clientX - this.getBoundingClientRect().left;
  }

  choose(mark) {
    this.dispatchEvent(new CustomEvent('kp-pick', { detail: [...new Set(mark.facts.map((f) => f.keys[0]))] }));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.marks?.length) {
      return;
    }
    const inTime = [...this.marks].sort((one, other) => one.x - other.x || this.lanes.indexOf(one.lane) - this.lanes.indexOf(other.lane));
    const i = inTime.indexOf(this.at);
    const to = {
      ArrowRight: () => inTime[Math.min(inTime.length - 1, i + 1)],
      ArrowLeft: () => inTime[Math.max(0, i - 1)],
      ArrowDown: () => this.beside(1),
      ArrowUp: () => this.beside(-1),
      Home: () => inTime[0],
      End: () => inTime.at(-1),
    }[event.key];
    if (to) {
      this.at = to() ?? this.at;
      const letters = [...new Set(this.at.facts.flatMap((f) => f.keys.map((key) => this.picks.get(key)).filter(Boolean)))];
      this.said = [...letters, name(this.at.lane), told(this.at)].join(', ');
    } else if ((event.key === 'Enter' || event.key === ' ') && this.at) {
      this.choose(this.at);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The nearest mark of the next lane that has any. */
  beside(way) {
    if (!this.at) {
      return this.marks[0];
    }
    for (let lane = this.lanes.indexOf(this.at.lane) + way; this.lanes[lane] !== undefined; lane += way) {
      const there = this.marks.filter((m) => m.lane === this.lanes[lane]);
      if (there.length > 0) {
        return there.reduce((one, other) => (Math.abs(other.x - this.at.x) < Math.abs(one.x - this.at.x) ? other : one));
      }
    }
    return null;
  }
}

function name(lane) {
  return lane === '' ? t('laneDecisions') : participantName(lane).replace(/^Gemeente /, '');
}

/** What a mark stands for, in words. */
function told(mark) {
  const rest = mark.facts.length - 3;
  return mark.facts.slice(0, 3).map((f) => f.words).join('; ') + (rest > 0 ? ` ${t('andMore', { n: rest })}` : '');
}

/** The first days of months, so few that their names have room. */
function ticks(first, last, most) {
  const [year, month] = first.split('-').map(Number);
  const [lastYear, lastMonth] = last.split('-').map(Number);
  const months = (lastYear - year) * 12 + lastMonth - month;
  const every = TICKS.find((n) => months / n <= most) ?? TICKS.at(-1);
  const made = [];
  const names = new Intl.DateTimeFormat(language() === 'nl' ? 'nl-NL' : 'en-GB', { month: 'short', timeZone: 'UTC' });
  for (let i = 1; i <= months; i++) {
    const m = month - 1 + i;
    if (m % every === 0) {
      const at = new Date(Date.UTC(year, m, 1));
      const january = at.getUTCMonth() === 0;
      const words = january || every >= 12 ? String(at.getUTCFullYear()) : names.format(at).replace('.', '');
      made.push({ date: at.toISOString().slice(0, 10), words });
    }
  }
  return made;
}

customElements.define('kp-timeline', TimeLine);

/** @param pick called with keys; window with { from, until } */
export function timeline({ facts, around, picks, from, until, label, pick, window }) {
  return html`<kp-timeline
    .facts=${facts}
    .around=${around}
    .picks=${picks}
    .begin=${from ?? ''}
    .end=${until ?? ''}
    .label=${label}
    @kp-pick=${(e) => pick(e.detail)}
    @kp-window=${(e) => window(e.detail)}
  ></kp-timeline>`;
}
