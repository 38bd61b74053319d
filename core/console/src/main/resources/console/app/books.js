// An audit file (XAF), read in the page: who its customers and suppliers are, so that a worker can pick the few that a signal is about. Nothing of it leaves the page
// before that.

/** Most that can be picked; the module of the tax administration says so too. */
export const MOST = 20;

const START = 1000;
const PICKED = '<?knelpunt-kies';
const TAG = /<(\/?)(?:[\w-]+:)?(custSupID|custSupName|customerSupplierHistory|customersSuppliers|transactions)\b[^>]*>([^<]*)/g;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Whether a worker can pick of it: an audit file in an encoding that takes ASCII, of which nothing was picked yet. */
export async function isBooks(file) {
  if (!/\.(xaf|xml)$/i.test(file.name)) {
    return false;
  }
  const start = await latin(file.slice(0, START));
  return /<(?:[\w-]+:)?auditfile\b/.test(start) && !start.includes(PICKED);
}

/** Whether the module would know it again: between others it stands by white space. */
export function canBePicked(number) {
  return /^[^\s,;<>?]{1,35}$/.test(number);
}

/**
 * Its customers and suppliers, in their order.
 * @param progress called with a number from 0 to 1
 * @returns {Promise<{ number: string, name: string }[]>}
 */
export async function relations(file, progress) {
  const encoding = /encoding=["']([\w-]+)/.exec(await latin(file.slice(0, START)))?.[1] ?? 'utf-8';
  const decoder = new TextDecoder(encoding);
  const reader = file.stream().getReader();
  const reading = { found: [], nested: false, over: false };
  let left = '';
  let read = 0;
  try {
    while (!reading.over) {
      const { value, done } = await reader.read();
      read += value?.length ?? 0;
      left += decoder.decode(value, { stream: !done });
      // What may go on in the next part waits for it.
      const whole = done ? left.length : Math.max(0, left.lastIndexOf('<'));
      take(left.slice(0, whole), reading);
      left = left.slice(whole);
      progress(file.size ? read / file.size : 1);
      if (done) {
        break;
      }
    }
  } finally {
    reader.cancel();
  }
  return reading.found;
}

function take(text, reading) {
  for (const [, end, name, content] of text.matchAll(TAG)) {
    if (name === 'customerSupplierHistory') {
      reading.nested = !end;
    } else if (name === 'transactions' || (name === 'customersSuppliers' && end)) {
      reading.over = true;
      return;
    } else if (!reading.nested && !end && name === 'custSupID') {
      reading.found.push({ number: plain(content), name: '' });
    } else if (!reading.nested && !end && name === 'custSupName' && reading.found.length > 0) {
      reading.found.at(-1).name = plain(content);
    }
  }
}

function plain(text) {
  return text.replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole).trim();
}

/** The file with what was picked behind its declaration; no copy of it is made. */
export async function picked(file, numbers) {
  if (numbers.length === 0) {
    return file;
  }
  const start = await latin(file.slice(0, START));
  const mark = start.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  const end = start.startsWith('<?xml', mark) ? start.indexOf('?>', mark) : -1;
  const at = end < 0 ? mark : end + 2;
  return new Blob([file.slice(0, at), `${PICKED} ${numbers.join(' ')}?>`, file.slice(at)], { type: file.type });
}

/** One character a byte. */
async function latin(part) {
  return Array.from(new Uint8Array(await part.arrayBuffer()), (b) => String.fromCharCode(b)).join('');
}
