// What the screens of the steering group share: which motion an item asks, who votes for whom, and how the votes stand.

import { get } from './api.js';
import { session } from './session.js';

/** Of an item's kind, the motion of its knelpunt; others have votes of their own. */
const MOTIONS = { DESIGNATION: 'DESIGNATE', PROLONGATION: 'PROLONG', CLOSURE: 'CLOSE', INVOLVEMENT: 'INVOLVE' };
/** Of a motion, the act by which is voted and the address at which it is concluded. */
export const VOTING = {
  DESIGNATE: { act: 'VOTE_DESIGNATION', conclude: 'DESIGNATE', path: 'designation', item: 'DESIGNATION' },
  PROLONG: { act: 'VOTE_PROLONGATION', conclude: 'PROLONG', path: 'prolongation', item: 'PROLONGATION' },
  CLOSE: { act: 'VOTE_CLOSURE', conclude: 'CLOSE', path: 'closure', item: 'CLOSURE' },
  INVOLVE: { act: 'VOTE_INVOLVEMENT', conclude: 'DECIDE_INVOLVEMENT', path: 'involvement', item: 'INVOLVEMENT' },
};

export function motionOf(item) {
  return MOTIONS[item.kind];
}

/** The motion of this kind that is open, or else the last one; undefined when there was none. */
export function motion(knelpunt, kind) {
  const all = knelpunt?.motions.filter((m) => m.kind === kind) ?? [];
  return all.find((m) => m.adopted === undefined) ?? all.at(-1);
}

/** Votes on an item, wherever they stand. */
export function votesOn(item, knelpunt) {
  const kind = motionOf(item);
  return kind ? (motion(knelpunt, kind)?.votes ?? []) : item.votes;
}

/** Who decides for which participant, with `names`: of an account. */
export async function loadGroup() {
  const group = await get('/v1/steering-group');
  const names = new Map([
    ...group.own.map((o) => [o.account, o.name]),
    ...group.seats.flatMap((s) => [
      ...s.mandates.map((m) => [m.holder, m.holderName]),
      ...s.members.map((m) => [m.account, m.name]),
    ]),
  ]);
  return { ...group, names };
}

/** Participants for which I may vote by this act: my own as its member, and others by mandate. */
export function votesFor(group, act) {
  const me = session.account;
  const own = group.seats.some((s) => s.participant === me.participant && s.members.some((m) => m.account === me.id));
  const mandates = group.seats.flatMap((s) =>
    s.mandates.filter((m) => m.holder === me.id && m.holds && m.acts.includes(act)).map(() => s.participant),
  );
  return [...new Set([...(own ? [me.participant] : []), ...mandates])];
}

/** { for, against, abstain, voted } of a list of votes. */
export function tally(votes) {
  const of = (choice) => votes.filter((v) => v.choice === choice).length;
  return { for: of('FOR'), against: of('AGAINST'), abstain: of('ABSTAIN'), voted: votes.length };
}
