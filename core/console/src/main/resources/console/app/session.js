// Who has signed in. The token lives in this tab only: sessionStorage, so that a reload does not ask for the password again. Nothing
// else about anybody is kept on the device.

import { READERS } from './roles.js';

const KEY = 'kp-session';
const listeners = new Set();

let token = stored();
let account = null;

function stored() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function store(value) {
  try {
    if (value) {
      sessionStorage.setItem(KEY, value);
    } else {
      sessionStorage.removeItem(KEY);
    }
  } catch {
    // Then only until the page is left.
  }
}

export const session = {
  get token() {
    return token;
  },

  /** Of the API; null until known. */
  get account() {
    return account;
  },

  get roles() {
    return account ? account.roles : [];
  },

  /** Whether the person has one of these roles. */
  is(...roles) {
    return this.roles.some((role) => roles.includes(role));
  },

  /** Whether the person may ask for this, such as 'signals'; see app/roles.js. */
  reads(what) {
    return this.is(...READERS[what]);
  },

  begin(newToken, newAccount) {
    token = newToken;
    account = newAccount;
    store(newToken);
    changed();
  },

  know(newAccount) {
    account = newAccount;
    changed();
  },

  /** The token is of no use any more; who it was is remembered, so that the same person can go on. */
  expire() {
    token = null;
    store(null);
  },

  end() {
    token = null;
    account = null;
    store(null);
    changed();
  },
};

function changed() {
  listeners.forEach((listener) => listener());
}

export function onSession(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
