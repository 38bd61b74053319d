// Every screen, by its address. A screen is one module in screens/ whose default export is a custom element made of Screen.
//
// - path: with :parameters, each an id
// - load: the module; it is fetched when somebody first goes there
// - roles: who may go there; absent for everybody who has signed in. The API decides anew about everything that is shown
// - within: path of the entry of the menu that it belongs to, when it has none itself
// - nav: { icon, text (of texts/menu.js), section (of the same), roles }: an entry of the menu, in this order; at most nine of one role

import { READERS } from './app/roles.js';

const STEERING = ['STEERING_MEMBER', 'CASE_DIRECTOR'];
const GROUP = [...STEERING, 'PRIVACY_OFFICER', 'COORDINATING_FG'];

export const routes = [
  { path: '/', load: () => import('./screens/work.js'), nav: { icon: 'house', text: 'work' } },
  {
    path: '/signalen',
    load: () => import('./screens/signals.js'),
    roles: READERS.signals,
    nav: { icon: 'radio', text: 'signals' },
  },
  { path: '/signalen/nieuw', load: () => import('./screens/newsignal.js'), roles: ['WORKER'], within: '/signalen' },
  { path: '/signalen/bestand', load: () => import('./screens/deliver.js'), roles: ['WORKER'], within: '/signalen' },
  { path: '/signalen/:signal', load: () => import('./screens/signal.js'), roles: READERS.signals, within: '/signalen' },
  {
    path: '/knelpunten',
    load: () => import('./screens/knelpunten.js'),
    roles: READERS.knelpunten,
    nav: { icon: 'waypoints', text: 'knelpunten' },
  },
  { path: '/knelpunten/:knelpunt', load: () => import('./screens/knelpunt.js'), roles: READERS.knelpunten, within: '/knelpunten' },
  {
    path: '/stuurgroep',
    load: () => import('./screens/steering.js'),
    roles: STEERING,
    nav: { icon: 'landmark', text: 'steering', section: 'sectionBureau' },
  },
  { path: '/stuurgroep/mandaten', load: () => import('./screens/mandates.js'), roles: GROUP, within: '/stuurgroep' },
  { path: '/stuurgroep/:meeting', load: () => import('./screens/meeting.js'), roles: STEERING, within: '/stuurgroep' },
  { path: '/stuurgroep/voorstel/:knelpunt', load: () => import('./screens/proposal.js'), roles: STEERING, within: '/stuurgroep' },
  { path: '/regels', load: () => import('./screens/rules.js'), nav: { icon: 'book-open-text', text: 'rules', section: 'sectionMore' } },
];
