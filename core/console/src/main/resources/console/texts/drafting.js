export default {
  savedAt: ['Bewaard om {time}', 'Saved at {time}'],
  saving: ['Wordt bewaard …', 'Saving …'],
  unsaved: ['Nog niet bewaard', 'Not saved yet'],
  found: ['Gevonden:', 'Found:'],
  mind: ['Let op.', 'Mind.'],
  cut: ['Haal weg', 'Take out'],
  notPerson: ['Dit gaat niet over een persoon', 'This is not about a person'],
  emptyYet: ['Dit veld is nog leeg.', 'This field is still empty.'],
  ruleArticle: ['Regel {rule}, {article}', 'Rule {rule}, {article}'],
  fillIn: ['{label} ontbreekt', '{label} is missing'],
  goTo: ['Ga naar {label}', 'Go to {label}'],
};
