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
const MODULES = ['ADMIN', 'PRIVACY_OFFICER', 'COORDINATING_FG'];
const LOG = ['PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'ADMIN'];
const RESULTS = ['WORKER', 'STEERING_MEMBER', 'CASE_DIRECTOR', 'RAC_MEMBER'];
const RETENTION = ['CASE_DIRECTOR', 'PRIVACY_OFFICER', 'COORDINATING_FG'];
const RIGHTS = ['CONTACT_POINT', 'WORKER'];
const RAC = ['RAC_MEMBER', 'COORDINATING_FG', 'PRIVACY_OFFICER', 'CASE_DIRECTOR'];
const DUTIES = ['CASE_DIRECTOR', 'CONTACT_POINT', 'PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'ADMIN'];
const POLICY = ['ADMIN', 'PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'CASE_DIRECTOR', 'STEERING_MEMBER'];
const REPORTS = ['STEERING_MEMBER', 'CASE_DIRECTOR', 'ANALYST', 'PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'ADMIN'];

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
  { path: '/knelpunten/:knelpunt/voorstel', load: () => import('./screens/draftproposal.js'), roles: ['CASE_DIRECTOR'], within: '/knelpunten' },
  { path: '/knelpunten/:knelpunt/evaluatie', load: () => import('./screens/evaluate.js'), roles: ['CASE_DIRECTOR'], within: '/knelpunten' },
  { path: '/interventies/:intervention', load: () => import('./screens/intervention.js'), roles: READERS.plans, within: '/knelpunten' },
  { path: '/knelpunten/:knelpunt', load: () => import('./screens/knelpunt.js'), roles: READERS.knelpunten, within: '/knelpunten' },
  { path: '/knelpunten/:knelpunt/analyse', load: () => import('./screens/analysis.js'), roles: READERS.knelpunten, within: '/knelpunten' },
  { path: '/analyses/:analysis', load: () => import('./screens/writing.js'), roles: READERS.knelpunten, within: '/knelpunten' },
  {
    path: '/stuurgroep',
    load: () => import('./screens/steering.js'),
    roles: STEERING,
    nav: { icon: 'landmark', text: 'steering', section: 'sectionBureau' },
  },
  { path: '/stuurgroep/mandaten', load: () => import('./screens/mandates.js'), roles: GROUP, within: '/stuurgroep' },
  { path: '/stuurgroep/:meeting', load: () => import('./screens/meeting.js'), roles: STEERING, within: '/stuurgroep' },
  { path: '/stuurgroep/voorstel/:knelpunt', load: () => import('./screens/proposal.js'), roles: STEERING, within: '/stuurgroep' },
  {
    path: '/modules',
    load: () => import('./screens/modules.js'),
    roles: MODULES,
    nav: { icon: 'blocks', text: 'modules', roles: ['ADMIN'] },
  },
  { path: '/modules/sleutels', load: () => import('./screens/signers.js'), roles: MODULES, nav: { icon: 'key-round', text: 'keys', roles: ['ADMIN'] } },
  { path: '/modules/:kind', load: () => import('./screens/module.js'), roles: MODULES, within: '/modules' },
  {
    path: '/casusoverleg',
    load: () => import('./screens/cases.js'),
    roles: READERS.knelpunten,
    nav: { icon: 'messages-square', text: 'cases', roles: ['WORKER', 'CASE_DIRECTOR', 'ANALYST'] },
  },
  { path: '/casusoverleg/:consultation', load: () => import('./screens/case.js'), roles: READERS.knelpunten, within: '/casusoverleg' },
  {
    path: '/scans',
    load: () => import('./screens/scans.js'),
    roles: READERS.knelpunten,
    nav: { icon: 'scan-search', text: 'scans', roles: ['WORKER', 'CASE_DIRECTOR', 'ANALYST'] },
  },
  {
    path: '/scans/bronnen',
    load: () => import('./screens/sources.js'),
    roles: ['CASE_DIRECTOR', 'ANALYST', 'ADMIN'],
    within: '/scans',
  },
  { path: '/scans/:scan', load: () => import('./screens/scan.js'), roles: READERS.knelpunten, within: '/scans' },
  {
    path: '/resultaten',
    load: () => import('./screens/results.js'),
    roles: RESULTS,
    nav: { icon: 'package-check', text: 'results' },
  },
  { path: '/resultaten/nieuw', load: () => import('./screens/newresult.js'), roles: ['CASE_DIRECTOR'], within: '/resultaten' },
  { path: '/resultaten/:provision', load: () => import('./screens/result.js'), roles: RESULTS, within: '/resultaten' },
  {
    path: '/bewaren',
    load: () => import('./screens/retention.js'),
    roles: RETENTION,
    nav: { icon: 'archive-restore', text: 'retention', section: 'sectionBureau' },
  },
  { path: '/bewaren/:list', load: () => import('./screens/destruction.js'), roles: RETENTION, within: '/bewaren' },
  {
    path: '/rac',
    load: () => import('./screens/rac.js'),
    roles: RAC,
    nav: { icon: 'scale', text: 'rac', section: 'sectionAccount', roles: ['PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER'] },
  },
  { path: '/rac/:question', load: () => import('./screens/racrequest.js'), roles: RAC, within: '/rac' },
  {
    path: '/kalender',
    load: () => import('./screens/duties.js'),
    roles: DUTIES,
    nav: { icon: 'calendar', text: 'duties', section: 'sectionAccount', roles: ['PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'CONTACT_POINT', 'ADMIN'] },
  },
  {
    path: '/beleid',
    load: () => import('./screens/policy.js'),
    roles: POLICY,
    nav: { icon: 'sliders-horizontal', text: 'policy', section: 'sectionAccount', roles: ['ADMIN', 'RAC_MEMBER'] },
  },
  { path: '/accounts', load: () => import('./screens/accounts.js'), roles: ['ADMIN'], nav: { icon: 'users', text: 'accounts' } },
  { path: '/verzoeken', load: () => import('./screens/rights.js'), roles: RIGHTS, nav: { icon: 'user-search', text: 'rights' } },
  { path: '/verzoeken/:request', load: () => import('./screens/request.js'), roles: RIGHTS, within: '/verzoeken' },
  {
    path: '/jaarverslag',
    load: () => import('./screens/report.js'),
    roles: REPORTS,
    nav: { icon: 'file-chart-column', text: 'annualReport', section: 'sectionAccount', roles: ['PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'ADMIN', 'STEERING_MEMBER', 'ANALYST'] },
  },
  { path: '/logboek', load: () => import('./screens/log.js'), roles: LOG, nav: { icon: 'scroll-text', text: 'log' } },
  { path: '/hulp', load: () => import('./screens/help.js'), nav: { icon: 'book-open-text', text: 'help', section: 'sectionMore' } },
  { path: '/regels', load: () => import('./screens/rules.js'), within: '/hulp' },
];
