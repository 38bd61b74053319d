// What the screens of results share.

import { dictionary } from './language.js';
import { participantName } from './names.js';
import { badge } from '../kit/index.js';
import texts from '../texts/results.js';

const t = dictionary(texts);
const LOOKS = {
  PREPARED: ['neutral', 'file-pen'],
  ASKED: ['info', 'clock'],
  STOPPED: ['bad', 'ban'],
  WITHDRAWN: ['neutral', 'x'],
  PROVIDED: ['ok', 'send'],
  FED_BACK: ['ok', 'circle-check'],
};
export const TYPES = ['PARTICIPANT', 'THIRD_PARTY', 'OTHER_RIEC', 'OTHER_VERBAND'];
export const KINDS = ['STEERING_INFORMATION', 'INTERVENTION_ADVICE', 'OTHER'];
export const STATES = Object.keys(LOOKS);

export function provisionBadge(state) {
  return badge(LOOKS[state][0], t(`state_${state}`), LOOKS[state][1]);
}

export function recipientName(recipient) {
  return recipient.participant ? participantName(recipient.participant) : recipient.name;
}
