// Where in the console something of the API is. A screen for another kind of thing adds its line.

const PLACES = [
  [/^\/v1\/signals\/([^/]+)/, (id) => `/signalen/${id}`],
  [/^\/v1\/meetings\/([^/]+)/, (id) => `/stuurgroep/${id}`],
  [/^\/v1\/provisions\/([^/]+)/, (id) => `/resultaten/${id}`],
  [/^\/v1\/rights-requests\/([^/]+)/, (id) => `/verzoeken/${id}`],
  [/^\/v1\/destruction-lists\/([^/]+)/, (id) => `/bewaren/${id}`],
  [/^\/v1\/reports\/annual\/(\d+)/, (year) => `/jaarverslag?jaar=${year}`],
  [/^\/v1\/case-meetings\/([^/]+)/, (id) => `/casusoverleg?bijeenkomst=${id}`],
  [/^\/v1\/case-consultations\/([^/]+)/, (id) => `/casusoverleg/${id}`],
  [/^\/v1\/scans\/([^/]+)/, (id) => `/scans/${id}`],
  [/^\/v1\/module-plans\/([^/]+)/, (id) => `/modules?plan=${id}`],
  [/^\/v1\/rac-requests\/([^/]+)/, (id) => `/rac/${id}`],
  [/^\/v1\/(?:rac-advices|duties)/, (_, path) => (path.startsWith('/v1/duties') ? '/kalender' : '/rac')],
  [/^\/v1\/accounts/, () => '/accounts'],
  [/^\/v1\/interventions\/([^/]+)/, (id) => `/interventies/${id}`],
  [/^\/v1\/analyses\/([^/]+)/, (id) => `/analyses/${id}`],
  [/^\/v1\/knelpunten\/([^/]+)/, (id) => `/knelpunten/${id}`],
];

/** Address of the screen that shows this; null when there is none. */
export function place(href) {
  for (const [pattern, address] of PLACES) {
    const found = pattern.exec(href ?? '');
    if (found) {
      return address(found[1], href);
    }
  }
  return null;
}

/** Who votes reads the proposal first; with what the steering group is asked. */
const VOTES = { VOTE_DESIGNATION: 'DESIGNATE', VOTE_PROLONGATION: 'PROLONG', VOTE_CLOSURE: 'CLOSE', VOTE_INVOLVEMENT: 'INVOLVE' };

/** What is done on a screen of its own, by the act. */
const OWN = { EVALUATE_KNELPUNT: (id) => `/knelpunten/${id}/evaluatie`, SUBMIT_PROPOSAL: (id) => `/knelpunten/${id}/voorstel` };

/** Address of the screen on which a task is done; null when there is none. */
export function taskPlace(task) {
  if (VOTES[task.act]) {
    return `/stuurgroep/voorstel/${task.object}?over=${VOTES[task.act]}`;
  }
  return OWN[task.act] ? OWN[task.act](task.object) : place(task.href);
}
