export default {
  title: ['Regels van de Wgs-wacht', 'Rules of the Wgs guard'],
  sub: [
    'De Wgs-wacht toetst elke handeling met gegevens. Hier staat elke regel, met het artikel en wat u kunt doen.',
    'The Wgs guard judges every act on data. Here is every rule, with its article and what you can do.',
  ],
  article: ['Artikel', 'Article'],
  remedy: ['Wat u kunt doen', 'What you can do'],
  since: ['Geldt sinds', 'In force since'],
  off: ['staat uit in dit RIEC', 'switched off in this RIEC'],
  version: ['Regels van {day}, gecontroleerd aan de wet op {checked}.', 'Rules of {day}, held against the law on {checked}.'],
};
