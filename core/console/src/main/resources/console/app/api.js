// The HTTP API, as whoever has signed in. Everything that goes wrong is a Problem with the server's own words.

import { language } from './language.js';
import { session } from './session.js';

/** What the server said instead of doing it (RFC 9457), or 0 as status when it could not be reached. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    /** Every rule that was broken: rule, article, message, remedy, field, place. */
    this.refusals = body.refusals ?? [];
    /** What is wrong with the request: field, message. */
    this.errors = body.errors ?? [];
    this.where = body.where;
    this.currentVersion = body.currentVersion;
    this.changes = body.changes ?? [];
    this.reference = (body.instance ?? '').replace('urn:uuid:', '');
  }

  /** Whether the Wgs-wacht or the order of things refused it. */
  get isRefusal() {
    return this.refusals.length > 0;
  }

  get isStale() {
    return this.status === 412;
  }
}

const OWN_MILLISECONDS = 5000;

let signInAgain = null;
const written = new Map();
const lineListeners = new Set();
let online = true;

/** What asks the person to sign in again; resolves when that was done. */
export function onExpired(ask) {
  signInAgain = ask;
}

/** Calls back with whether the server can be reached, when that changes. */
export function onLine(listener) {
  lineListeners.add(listener);
  return () => lineListeners.delete(listener);
}

/** Whether this window changed that thing itself a moment ago, so that hearing of it is no news. */
export function wroteLately(id) {
  return performance.now() - (written.get(id) ?? -Infinity) < OWN_MILLISECONDS;
}

function wrote(path, body) {
  for (const id of [...path.matchAll(/[0-9a-f-]{36}/g)].map((m) => m[0]).concat(body?.id ?? [])) {
    written.set(id, performance.now());
  }
}

function line(up) {
  if (up !== online) {
    online = up;
    lineListeners.forEach((listener) => listener(up));
  }
}

export function isOnline() {
  return online;
}

/**
 * @param options body (JSON), file (sent as it is, with its type), version (of what is changed: If-Match), type, signal, accept, quiet (no question to sign in again),
 *     anonymous, behalf (id of the participant for which the person acts under a mandate)
 * @returns {Promise<{body: any, version: string | null, response: Response}>}
 */
export async function call(method, path, options = {}) {
  const response = await send(method, path, options);
  if (response.status === 401 && !options.anonymous && !options.quiet && signInAgain) {
    session.expire();
    await signInAgain();
    return call(method, path, options);
  }
  if (!response.ok) {
    throw new Problem(response.status, await json(response));
  }
  const body = options.accept ? response : await json(response);
  if (method !== 'GET') {
    wrote(path, body);
  }
  return {
    body,
    version: version(response.headers.get('ETag')),
    response,
  };
}

async function send(method, path, options) {
  const headers = { 'Accept-Language': language() };
  if (options.accept) {
    headers.Accept = options.accept;
  }
  if (session.token && !options.anonymous) {
    headers.Authorization = `Bearer ${session.token}`;
  }
  if (options.version != null) {
    headers['If-Match'] = `"${options.version}"`;
  }
  if (options.behalf) {
    headers['On-Behalf-Of'] = options.behalf;
  }
  let body;
  if (options.file) {
    headers['Content-Type'] = options.type ?? options.file.type ?? 'application/octet-stream';
    body = options.file;
  } else if (options.body !== undefined) {
    headers['Content-Type'] = options.type ?? (method === 'PATCH' ? 'application/merge-patch+json' : 'application/json');
    body = JSON.stringify(options.body);
  }
  try {
    const response = await fetch(path, { method, headers, body, signal: options.signal, cache: 'no-store' });
    line(true);
    return response;
  } catch (e) {
    if (e.name === 'AbortError') {
      throw e;
    }
    line(false);
    throw new Problem(0, {});
  }
}

function version(tag) {
  return tag ? tag.replace(/^W\//, '').replaceAll('"', '') : null;
}

async function json(response) {
  const type = response.headers.get('Content-Type') ?? '';
  return type.includes('json') ? response.json() : {};
}

/** The body of what is there. */
export async function get(path, options) {
  return (await call('GET', path, options)).body;
}

export async function post(path, body, options) {
  return (await call('POST', path, { ...options, body })).body;
}

export async function put(path, body, options) {
  return (await call('PUT', path, { ...options, body })).body;
}

/** A merge patch. */
export async function patch(path, body, options) {
  return (await call('PATCH', path, { ...options, body })).body;
}

export async function remove(path, options) {
  return (await call('DELETE', path, options)).body;
}

/** Every item of a paged list, in pages of a hundred; at most this many. */
export async function all(path, most = 1000) {
  const items = [];
  let next = path + (path.includes('?') ? '&' : '?') + 'limit=100';
  while (next && items.length < most) {
    const page = await get(next);
    items.push(...page.items);
    next = page.links?.next;
  }
  return items;
}

/** "May I?": judges an act without doing it. */
export async function may(act, object, input, part) {
  return post('/v1/decisions', { act, object, part, input });
}

/** Lets the person save what the server answers with, under the name that it gives. */
export async function download(path, accept, options = {}) {
  const { response } = await call(options.method ?? 'GET', path, { ...options, accept });
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'knelpunt';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const kept = new Map();

/** Something that stays the same while people work, such as the list of participants: asked once. */
export function once(path) {
  if (!kept.has(path)) {
    kept.set(
      path,
      get(path).catch((e) => {
        kept.delete(path);
        throw e;
      }),
    );
  }
  return kept.get(path);
}

/** After somebody else signed in nothing of before may be shown. */
export function forget() {
  kept.clear();
}
