// A form that saves itself as a draft at the server while somebody types.

import { call, isOnline, onLine } from './api.js';
import { guardLeaving } from './router.js';
import { compare } from '../kit/dialog.js';

const PAUSE = 1500;

/**
 * Answers by path, such as `observation.what`; what was changed goes to the server by a merge patch, a pause after the last keystroke. A
 * field that the Wgs-wacht or the API refuses is held back with what it found; the rest is saved all the same.
 */
export class Draft {
  /**
   * @param host element to redraw; its connection decides how long this lives
   * @param label (path) => what a field is called
   * @param saved called after something was saved
   * @param shape (what the API gives) => what is changed, where the two differ
   */
  constructor(host, { label, saved = () => {}, shape = (body) => body }) {
    this.host = host;
    this.label = label;
    this.saved = saved;
    this.shape = shape;
    this.base = {};
    this.changed = new Map();
    this.held = new Map();
    this.confirmations = [];
    this.savedAt = null;
    this.busy = null;
    this.failure = null;
    this.ends = [
      onLine((up) => up && this.soon(0)),
      guardLeaving(() => {
        this.soon(0);
        return true;
      }),
    ];
    this.beforeUnload = (event) => {
      if (this.changed.size > 0) {
        this.soon(0);
        event.preventDefault();
      }
    };
    addEventListener('beforeunload', this.beforeUnload);
  }

  end() {
    clearTimeout(this.timer);
    this.ends.forEach((end) => end());
    removeEventListener('beforeunload', this.beforeUnload);
  }

  /** @param body what there is now, at its version */
  take(path, body, version) {
    this.path = path;
    this.base = body;
    this.version = version;
  }

  get(path) {
    return this.changed.has(path) ? this.changed.get(path) : read(this.base, path);
  }

  set(path, value) {
    this.changed.set(path, value === '' ? null : value);
    this.held.delete(path);
    this.confirmations = this.confirmations.filter((c) => !belongs(c.field, path));
    this.host.requestUpdate();
    this.soon(PAUSE);
  }

  /** The person says that words of a text are not what they look like. */
  confirm(path, find) {
    this.confirmations = [...this.confirmations, { field: find.field, kind: find.place.kind, words: this.words(find) }];
    this.held.delete(path);
    this.soon(0);
  }

  /** Takes what was found out of the text. */
  cut(path, find) {
    const text = this.get(path);
    this.set(path, `${text.slice(0, find.place.from)}${text.slice(find.place.to)}`.replace(/ {2,}/g, ' '));
  }

  /** The words that were found, also in a part of an answer, such as `goals[0].text`. */
  words(find) {
    const path = [...this.changed.keys()].find((p) => belongs(find.field, p)) ?? find.field;
    const text = find.field === path ? this.get(path) : read(this.get(path), find.field.slice(path.length));
    return String(text ?? '').slice(find.place.from, find.place.to);
  }

  /** Whether everything that was typed is at the server. */
  get isSaved() {
    return this.changed.size === 0;
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  /** Saves now; resolves when all that can be saved is. */
  async save() {
    clearTimeout(this.timer);
    while (this.busy) {
      await this.busy;
    }
    this.busy = this.send().finally(() => {
      this.busy = null;
      this.host.requestUpdate();
    });
    return this.busy;
  }

  async send() {
    const sending = new Map([...this.changed].filter(([path]) => !this.held.has(path)));
    if (sending.size === 0 || !this.path) {
      return;
    }
    this.host.requestUpdate();
    try {
      const { body } = await call('PATCH', this.path, {
        version: this.version,
        body: { ...nested(sending), confirmations: this.confirmations.filter((c) => [...sending.keys()].some((path) => belongs(c.field, path))) },
      });
      this.version = body.version;
      for (const [path, value] of sending) {
        write(this.base, path, value);
        if (this.changed.get(path) === value) {
          this.changed.delete(path);
        }
      }
      this.savedAt = Date.now();
      this.failure = null;
      this.saved();
    } catch (e) {
      await this.failed(e, sending);
    }
  }

  async failed(e, sending) {
    if (e.isStale) {
      await this.stale(e);
      return;
    }
    const finds = [...(e.refusals ?? []), ...(e.errors ?? [])].flatMap((find) => {
      const path = [...sending.keys()].find((p) => belongs(find.field, p));
      return path ? [{ path, find }] : [];
    });
    if (finds.length === 0) {
      this.failure = e;
      if (e.status === 0 && isOnline()) {
        this.soon(PAUSE * 4);
      }
      return;
    }
    this.failure = null;
    for (const { path, find } of finds) {
      this.held.set(path, [...(this.held.get(path) ?? []), find]);
    }
    await this.send();
  }

  async stale(e) {
    const { body: now, version } = await call('GET', this.path);
    const body = this.shape(now);
    const rows = [...this.changed]
      .filter(([path, mine]) => shown(read(body, path)) !== shown(read(this.base, path)) && shown(read(body, path)) !== shown(mine))
      .map(([path, mine]) => ({ path, name: this.label(path), mine: shown(mine), theirs: shown(read(body, path)) }));
    const choice = rows.length > 0 ? await compare(e, rows) : 'mine';
    if (choice === 'theirs') {
      rows.forEach((row) => this.changed.delete(row.path));
    }
    this.base = body;
    this.version = version;
    if (choice) {
      await this.send();
    }
  }
}

function read(body, path) {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((at, name) => at?.[name], body);
}

/** Whether a field is that of a path, or a part of its answer: `goals[0].text` belongs to `goals`. */
function belongs(field, path) {
  return field === path || Boolean(field?.startsWith(`${path}.`) || field?.startsWith(`${path}[`));
}

function write(body, path, value) {
  const names = path.split('.');
  const last = names.pop();
  let at = body;
  for (const name of names) {
    at[name] ??= {};
    at = at[name];
  }
  at[last] = value;
}

/** An answer as words, to be compared by a person. */
function shown(value) {
  return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 1) : String(value ?? '');
}

/** `{ 'a.b': 1 }` as `{ a: { b: 1 } }`. */
function nested(values) {
  const body = {};
  for (const [path, value] of values) {
    write(body, path, value ?? null);
  }
  return body;
}
