// Who an actor is, as the log and the modules name them.

import { get } from './api.js';
import { dictionary } from './language.js';
import { session } from './session.js';
import { participantName } from './names.js';
import texts from '../texts/people.js';

const t = dictionary(texts);
let people = new Map();

/** To be awaited before `personName` is used. Who may not see names sees ids. */
export async function loadPeople() {
  people = session.is('ADMIN', 'PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER')
    ? new Map((await get('/v1/people')).items.map((a) => [a.id, a]))
    : new Map([[session.account.id, session.account]]);
}

/** @param actor account id, connection:<participant>, maintenance or platform */
export function personName(actor) {
  if (actor?.startsWith('connection:')) {
    return t('connection', { name: participantName(actor.slice('connection:'.length)) });
  }
  if (actor === 'maintenance' || actor === 'platform') {
    return t(actor);
  }
  return people.get(actor)?.displayName ?? actor;
}

/** The account of an actor; undefined when it is no person, or not known. */
export function person(actor) {
  return people.get(actor);
}

export function allPeople() {
  return [...people.values()];
}
