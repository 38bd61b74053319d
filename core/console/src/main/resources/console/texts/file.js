export default {
  progress: ['Voortgang van {name}', 'Progress of {name}'],
  sending: ['{percent} % verstuurd', '{percent} % sent'],
  reading: ['Verstuurd. Knelpunt leest het bestand.', 'Sent. Knelpunt reads the file.'],
};
