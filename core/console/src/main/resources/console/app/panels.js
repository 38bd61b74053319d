// Panels of modules: what a module says of a datum of its participants. Its script is somebody else's, and is asked in a frame without an origin.
// Both are asked of the server each time: what serves at that moment is what counts.

import { get } from './api.js';
import { participant } from './names.js';

const base = document.querySelector('meta[name="kp-base"]').content;
const ANSWERS_WITHIN_MILLISECONDS = 3000;
const FRAME_WITHIN_MILLISECONDS = 20_000;
const MOST_BLOCKS = 20;
const MOST_ROWS = 100;
const MOST_CELLS = 10;
const MOST_CHARACTERS = 1000;
const STATUSES = ['ok', 'info', 'warn'];

/** The panel on a datum that this participant supplied; undefined when its module has none. */
export async function panelOf(supplier, { category, field, content }, signal) {
  const kind = participant(supplier)?.kind;
  if (!content || !field || !kind) {
    return undefined;
  }
  const { items } = await get('/v1/datum-panels', { signal, quiet: true });
  // As people write it by hand, too.
  const name = field.trim().toLowerCase();
  return items.find((p) => p.participantKind === kind && p.data.some((d) => d.category === category && d.field === name));
}

/**
 * What a panel says of a datum: a list of { text }, { notice, text }, { pairs } and { table }; null when it comes to nothing.
 *
 * @param signal ends the asking, and whatever of it still runs
 */
export async function ask(panel, { category, field, content }, language, signal) {
  const { script } = await get(panel.href, { signal, quiet: true });
  const said = await inSandbox({ script, datum: { category, field, content }, language }, signal);
  try {
    const blocks = JSON.parse(said);
    return Array.isArray(blocks) && blocks.length > 0 && blocks.length <= MOST_BLOCKS && blocks.every(isBlock) ? blocks : null;
  } catch {
    return null;
  }
}

function inSandbox(question, signal) {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    const { port1, port2 } = new MessageChannel();
    let timer;
    const end = (settle, value) => {
      clearTimeout(timer);
      port1.close();
      frame.remove();
      settle(value);
    };
    const aborted = () => end(reject, new DOMException('', 'AbortError'));
    if (signal.aborted) {
      aborted();
      return;
    }
    signal.addEventListener('abort', aborted, { once: true });
    timer = setTimeout(() => end(reject, new Error('No frame')), FRAME_WITHIN_MILLISECONDS);
    port1.onmessage = ({ data }) => {
      if (data.ready) {
        clearTimeout(timer);
        timer = setTimeout(() => end(resolve, null), ANSWERS_WITHIN_MILLISECONDS);
        port1.postMessage(question);
      } else {
        end(resolve, data.said);
      }
    };
    frame.sandbox.add('allow-scripts');
    frame.hidden = true;
    frame.title = 'Knelpunt';
    frame.src = `${base}sandbox`;
    // It has no origin by which to name it. The datum goes by the port, and only to who says that it is ready.
    frame.addEventListener('load', () => frame.contentWindow.postMessage(null, '*', [port2]), { once: true });
    document.body.append(frame);
  });
}

function isText(value) {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MOST_CHARACTERS;
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
