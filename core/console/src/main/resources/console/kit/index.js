// The component kit: templates by function, so that a screen reads like what it shows.

export { icon } from './icons.js';
export { button } from './button.js';
export { badge, outline, count } from './badge.js';
export { card, pairs } from './card.js';
export { notice } from './notice.js';
export { steps } from './steps.js';
export { termBar, termStatus, due } from './term.js';
export { phaseTile } from './phase.js';
export { refusal, problem, readsAlong } from './guard.js';
export { table, sub, frozen, waiting, Paged } from './table.js';
export { longTable } from './longtable.js';
export { field, choice, errorSummary, focusField, focusSummary } from './field.js';
export { fileField, sending } from './file.js';
export { doubts } from './doubt.js';
export { segmented } from './segmented.js';
export { openDialog, formDialog, confirm, compare } from './dialog.js';
export * from './time.js';
