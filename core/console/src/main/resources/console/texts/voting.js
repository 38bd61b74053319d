export default {
  voteTitle: ['Stem over {title}', 'Vote on {title}'],
  vote: ['Stem', 'Vote'],
  choice: ['Uw stem', 'Your vote'],
  choice_FOR: ['Voor', 'For'],
  choice_AGAINST: ['Tegen', 'Against'],
  choice_ABSTAIN: ['Onthouding', 'Abstain'],
  abstainHint: ['Telt mee voor het quorum, niet voor de meerderheid.', 'Counts for the quorum, not for the majority.'],
  reason: ['Waarom', 'Why'],
  reasonHint: ['Eén of twee zinnen, zonder persoonsgegevens. Dit komt in het besluit.', 'One or two sentences, without personal data. This goes into the decision.'],
  behalf: ['Voor welke deelnemer', 'For which participant'],
  fillChoice: ['Kies voor, tegen of onthouding.', 'Choose for, against or abstain.'],
  fillReason: ['Vul in waarom u zo stemt.', 'Fill in why you vote so.'],
};
