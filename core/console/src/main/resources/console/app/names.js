// What codes and ids are called.

import { once } from './api.js';
import { dictionary, language } from './language.js';
import texts from '../texts/words.js';

const t = dictionary(texts);
let participants = new Map();
let categories = new Map();
let region = {};

/** To be awaited before the functions below are used. */
export async function loadNames() {
  const [p, c] = await Promise.all([once('/v1/participants'), once('/v1/data-categories')]);
  participants = new Map(p.items.map((item) => [item.id, item]));
  categories = new Map(c.items.map((item) => [item.code, item]));
  region = { id: p.region, name: p.regionName };
}

/** Of a participant's id; the bureau when there is none. */
export function participantName(id) {
  return id ? (participants.get(id)?.name ?? id) : t('bureau');
}

/** Everything the API says of a participant. */
export function participant(id) {
  return participants.get(id);
}

export function allParticipants() {
  return [...participants.values()];
}

export function regionName() {
  return region.name;
}

/** { code, name (both languages), phase } of a category of data. */
export function category(code) {
  return categories.get(code);
}

export function allCategories() {
  return [...categories.values()];
}

/** What a code is called: `word('state', 'DESIGNATED')`; the code itself when it is new. */
export function word(kind, code) {
  return texts[`${kind}_${code}`] ? t(`${kind}_${code}`) : code;
}

/** a, b en c */
export function and(words) {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(words);
}

/** Those of the region that take part, as options of a select; also the one that stands there now. */
export function municipalities(now) {
  const known = allParticipants()
    .filter((p) => p.municipality)
    .map((p) => [p.municipality, p.name.replace(/^Gemeente /, '')]);
  return now && !known.some(([code]) => code === now) ? [...known, [now, now]] : known;
}
