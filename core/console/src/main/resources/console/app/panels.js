// Panels of modules: what a module says of a datum of its participants. Its script is somebody else's, and is asked in a frame without an origin.

import { get } from './api.js';
import { follow } from './events.js';
import { participant } from './names.js';

const base = document.querySelector('meta[name="kp-base"]').content;
const ANSWERS_WITHIN_MILLISECONDS = 3000;
const MOST_BLOCKS = 20;
const MOST_ROWS = 100;
const MOST_CELLS = 10;
const MOST_CHARACTERS = 1000;
const STATUSES = ['ok', 'info', 'warn'];

let known = null;
const scripts = new Map();

follow(['module.changed'], () => {
  known = null;
  scripts.clear();
});

async function panels() {
  known ??= get('/v1/datum-panels').then(
    (list) => list.items,
    (e) => {
      known = null;
      throw e;
    },
  );
  return known;
}

/** The panel on a datum that this participant supplied; undefined when its module has none. */
export async function panelOf(supplier, { category, field, content }) {
  if (!content) {
    return undefined;
  }
  const kind = participant(supplier)?.kind;
  return (await panels()).find((p) => p.participantKind === kind && p.data.some((d) => d.category === category && d.field === field));
}

async function scriptOf(panel) {
  if (!scripts.has(panel.href)) {
    scripts.set(panel.href, (await get(panel.href)).script);
  }
  return scripts.get(panel.href);
}

/** What a panel says of a datum: a list of { text }, { notice, text }, { pairs } and { table }; null when it comes to nothing. */
export async function ask(panel, { category, field, content }, language) {
  const script = await scriptOf(panel);
  const said = await inSandbox({ script, datum: { category, field, content }, language });
  try {
    const blocks = JSON.parse(said);
    return Array.isArray(blocks) && blocks.length > 0 && blocks.length <= MOST_BLOCKS && blocks.every(isBlock) ? blocks : null;
  } catch {
    return null;
  }
}

function inSandbox(question) {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.hidden = true;
    frame.title = 'Knelpunt';
    const { port1, port2 } = new MessageChannel();
    const end = (answer) => {
      clearTimeout(timer);
      port1.close();
      frame.remove();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), ANSWERS_WITHIN_MILLISECONDS);
    port1.onmessage = ({ data }) => end(data);
    // It has no origin by which to name it; what is there is our own page, since nothing in it can lead elsewhere.
    frame.addEventListener('load', () => frame.contentWindow.postMessage(question, '*', [port2]), { once: true });
    frame.src = `${base}sandbox`;
    document.body.append(frame);
  });
}

function isText(value) {
  return typeof value === 'string' && value.length <= MOST_CHARACTERS;
}

function isRow(value) {
  return Array.isArray(value) && value.length > 0 && value.length <= MOST_CELLS && value.every(isText);
}

function isBlock(block) {
  switch (Object.keys(block ?? {}).sort().join()) {
    case 'text':
      return isText(block.text);
    case 'notice,text':
      return STATUSES.includes(block.notice) && isText(block.text);
    case 'pairs':
      return Array.isArray(block.pairs) && block.pairs.length <= MOST_ROWS && block.pairs.every((p) => isRow(p) && p.length === 2);
    case 'table': {
      const { columns, rows } = block.table ?? {};
      return isRow(columns) && Array.isArray(rows) && rows.length <= MOST_ROWS && rows.every((r) => isRow(r) && r.length === columns.length);
    }
    default:
      return false;
  }
}
