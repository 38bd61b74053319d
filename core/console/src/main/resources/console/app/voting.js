import { html, nothing } from 'lit';
import { dictionary } from './language.js';
import { session } from './session.js';
import { participantName } from './names.js';
import { choice, field } from '../kit/index.js';
import texts from '../texts/voting.js';

const t = dictionary(texts);

/** What a vote begins with: as it stands when the participant voted before. */
export function beginVote(participants, votes) {
  const participant = participants.find((p) => !votes.some((v) => v.participant === p)) ?? participants[0];
  const before = votes.find((v) => v.participant === participant);
  return { participant, choice: before?.choice ?? '', reason: before?.reason ?? '' };
}

export function checkVote(value) {
  return [
    ...(value.choice ? [] : [{ id: 'stem', message: t('fillChoice') }]),
    ...(value.reason.trim() ? [] : [{ id: 'stem-reden', message: t('fillReason') }]),
  ];
}

/** The fields of a vote with its reason; for whom, when there is a choice. */
export function voteFields(participants, value, set, errors = []) {
  const message = (id) => errors.find((e) => e.id === id)?.message;
  return html`${participants.length > 1
      ? field({
          id: 'stem-voor',
          label: t('behalf'),
          type: 'select',
          value: value.participant,
          options: participants.map((p) => [p, participantName(p)]),
          change: (participant) => set({ participant }),
        })
      : nothing}
    ${choice({
      id: 'stem',
      legend: t('choice'),
      value: value.choice,
      options: [
        ['FOR', t('choice_FOR')],
        ['AGAINST', t('choice_AGAINST')],
        ['ABSTAIN', t('choice_ABSTAIN'), t('abstainHint')],
      ],
      message: message('stem'),
      state: message('stem') ? 'wrong' : '',
      change: (chosen) => set({ choice: chosen }),
    })}
    ${field({
      id: 'stem-reden',
      label: t('reason'),
      hint: t('reasonHint'),
      type: 'area',
      value: value.reason,
      max: 2000,
      message: message('stem-reden'),
      state: message('stem-reden') ? 'wrong' : '',
      change: (reason) => set({ reason }),
    })}`;
}

/** The header that says for whom, when it is not the person's own participant. */
export function behalf(value) {
  return value.participant && value.participant !== session.account.participant ? value.participant : undefined;
}
