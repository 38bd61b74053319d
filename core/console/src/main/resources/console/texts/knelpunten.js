export default {
  title: ['Knelpunten', 'Knelpunten'],
  sub: ['Scherp afgebakende problemen waarin deelnemers een jaar lang samen gegevens verwerken.', 'Strictly delimited problems in which participants process data together for a year.'],
  new: ['Nieuw voorstel', 'New proposal'],
  list: ['Knelpunten in mijn regio', 'Knelpunten in my region'],
  none: [
    'Er zijn nog geen knelpunten die u mag zien. De casusregisseur maakt een voorstel uit signalen.',
    'There are no knelpunten yet that you may see. The case director makes a proposal out of signals.',
  ],
  knelpunt: ['Knelpunt', 'Knelpunt'],
  state: ['Stand', 'State'],
  kind: ['Soort', 'Kind'],
  participants: ['Deelnemers', 'Participants'],
  phase: ['Fase open', 'Phase open'],
  term: ['Termijn', 'Term'],
  none_yet: ['nog geen', 'none yet'],
};
