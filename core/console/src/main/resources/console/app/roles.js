// Who may ask for which list, so that the console asks nobody for what would be refused. The guard decides, not this table.

const CONTENT = ['WORKER', 'STEERING_MEMBER', 'CASE_DIRECTOR', 'ANALYST'];
const BUSY = [...CONTENT, 'PRIVACY_OFFICER', 'COORDINATING_FG', 'RAC_MEMBER', 'CONTACT_POINT', 'ADMIN'];

export const READERS = {
  tasks: BUSY,
  events: BUSY,
  signals: ['WORKER', 'CASE_DIRECTOR'],
  knelpunten: CONTENT,
  plans: CONTENT,
  data: ['WORKER', 'CASE_DIRECTOR', 'ANALYST'],
};
