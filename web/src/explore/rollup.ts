// Two switches for one choice: members count as their coalition only where chapters count as their parents.

import type { RollUp } from '../url/view';

/** Chapters counted with their parents, or nobody with anybody. */
export function withParents(on: boolean): RollUp {
  return on ? 'parents' : '';
}

/** Members counted with their coalition, or as before: chapters with their parents, where the data have any. */
export function withMembers(on: boolean, possible: readonly RollUp[]): RollUp {
  if (on) return 'umbrellas';
  return possible.includes('parents') ? 'parents' : '';
}
