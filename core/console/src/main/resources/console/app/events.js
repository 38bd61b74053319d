// What happens elsewhere, by server-sent events (docs/integrators/events.md). An event only says what to read anew.

import { session, onSession } from './session.js';

const PREFIX = 'nl.knelpunt.';
const listeners = new Set();

let running = null;
let last = null;

/**
 * Calls back with { type, subject, time } for every event whose type begins with one of these.
 * @param types without `nl.knelpunt.`, such as 'signal.' or 'knelpunt.vote-cast'
 */
export function follow(types, listener) {
  const entry = { types, listener };
  listeners.add(entry);
  return () => listeners.delete(entry);
}

onSession(() => {
  if (running && running.token !== session.token) {
    stop();
    last = null;
  }
  start();
});

// A page that the browser keeps in case somebody comes back would go on holding one of the few connections to the server.
addEventListener('pagehide', stop);
addEventListener('pageshow', start);

function start() {
  if (session.token && session.account && session.reads('events') && !running) {
    running = stream(session.token);
  }
}

function stop() {
  running?.stop();
  running = null;
}

function stream(token) {
  const controller = new AbortController();
  let stopped = false;
  const state = {
    token,
    stop() {
      stopped = true;
      controller.abort();
    },
  };
  (async () => {
    let wait = 1000;
    while (!stopped) {
      try {
        const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${token}` };
        if (last) {
          headers['Last-Event-ID'] = last;
        }
        const response = await fetch('/v1/events', { headers, signal: controller.signal, cache: 'no-store' });
        if (response.status === 401 || response.status === 403) {
          return;
        }
        if (response.status === 410) {
          last = null;
          tell({ type: 'all', subject: null });
        } else if (response.ok) {
          wait = 1000;
          await read(response.body.getReader());
        }
      } catch {
        // Broken off; begun again below.
      }
      if (!stopped) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        wait = Math.min(wait * 2, 60_000);
      }
    }
  })();
  return state;
}

async function read(reader) {
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    text += decoder.decode(value, { stream: true });
    let end;
    while ((end = text.indexOf('\n\n')) >= 0) {
      block(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

function block(text) {
  const data = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('id:')) {
      last = line.slice(3).trim();
    } else if (line.startsWith('data:')) {
      data.push(line.slice(5).trim());
    }
  }
  if (data.length > 0) {
    const event = JSON.parse(data.join('\n'));
    tell({ type: event.type.slice(PREFIX.length), subject: event.subject, time: event.time });
  }
}

function tell(event) {
  for (const { types, listener } of [...listeners]) {
    if (event.type === 'all' || types.some((type) => event.type.startsWith(type))) {
      listener(event);
    }
  }
}
