export default {
  title: ['Nieuw voorstel', 'New proposal'],
  intro: ['U begint met een paar antwoorden. De rest schrijft u daarna; alles blijft bewaard.', 'You begin with a few answers. You write the rest afterwards; everything is kept.'],
  make: ['Maak het voorstel', 'Make the proposal'],
  name: ['Hoe heet het knelpunt?', 'What is the knelpunt called?'],
  nameHint: ['Een paar woorden, zonder namen van personen.', 'A few words, without names of persons.'],
  object: ['Waar gaat het over?', 'What is it about?'],
  signals: ['Uit welke signalen komt het voort?', 'Out of which signals does it come?'],
  signalsHint: ['Alleen signalen die in behandeling zijn genomen.', 'Only signals that were taken up.'],
  noSignals: ['Er is nog geen signaal in behandeling genomen. De deelnemers wegen het eerst.', 'No signal was taken up yet. The participants assess it first.'],
  noTitle: ['Signaal zonder titel', 'Signal without a title'],
  fillTitle: ['Vul in hoe het knelpunt heet.', 'Fill in what the knelpunt is called.'],
};
