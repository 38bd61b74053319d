// Where the person is: the address says all of it, also filters and windows.

import { routes } from '../routes.js';

const listeners = new Set();
let leaving = null;

const compiled = routes.map((route) => ({
  route,
  names: [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1]),
  pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, '([^/]+)')}/?$`),
}));

/** The screen at a path: { route, params }; route is null when there is none. */
export function match(path) {
  for (const { route, names, pattern } of compiled) {
    const found = pattern.exec(path);
    if (found) {
      return { route, params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1])])) };
    }
  }
  return { route: null, params: {} };
}

export function here() {
  return { ...match(location.pathname), query: new URLSearchParams(location.search), hash: location.hash.slice(1) };
}

/** Goes to an address within the console. */
export function go(address, { replace = false } = {}) {
  if (leaving && !leaving()) {
    return;
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  tell();
}

/** Changes the query of this address without going anywhere: for filters and windows. Empty values are left out. */
export function setQuery(values) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  const text = query.toString();
  history.replaceState(null, '', location.pathname + (text ? `?${text}` : '') + location.hash);
  tell();
}

/** Asks before leaving: `ask` says whether it may. Gives what ends that. */
export function guardLeaving(ask) {
  leaving = ask;
  return () => {
    if (leaving === ask) {
      leaving = null;
    }
  };
}

export function onMove(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  listeners.forEach((listener) => listener());
}

addEventListener('popstate', tell);

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (
    !link ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    link.target ||
    link.hasAttribute('download') ||
    link.origin !== location.origin ||
    link.pathname.startsWith('/v1/')
  ) {
    return;
  }
  if (link.pathname === location.pathname && link.hash) {
    return; // The browser jumps.
  }
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
});
