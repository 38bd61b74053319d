// Which language the person reads. Only this choice is kept on the device, since it says nothing about anybody.

const KEY = 'kp-language';
const listeners = new Set();

let current = stored() === 'en' ? 'en' : 'nl';
document.documentElement.lang = current;

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** 'nl' or 'en'. */
export function language() {
  return current;
}

export function setLanguage(code) {
  current = code;
  document.documentElement.lang = code;
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // Then only until the page is left.
  }
  listeners.forEach((listener) => listener());
}

/** Calls back after every change; gives what ends that. */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Texts of one file in texts/: `{ key: ['Nederlands', 'English'] }`. The result gives the text of a key in the person's language,
 * with `{name}` filled in from `values`. Where a text depends on a number, `key_one` is used for 1.
 */
export function dictionary(texts) {
  return (key, values = {}) => {
    const chosen = values.n === 1 && texts[`${key}_one`] ? `${key}_one` : key;
    const pair = texts[chosen];
    if (!pair) {
      throw new Error(`No text ${key}`);
    }
    return pair[current === 'nl' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}

/** A text that the server gave in both languages. */
export function both(text) {
  return text ? text[current] : '';
}
