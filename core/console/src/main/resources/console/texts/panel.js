export default {
  from: ['Dit zegt de module van deze deelnemer over dit gegeven. Het wordt niet bewaard.', 'This is what this participant’s module says of this datum. It is not kept.'],
  failed: ['De module kon hier niets over zeggen.', 'The module could say nothing about this.'],
};
