// How well a name that was found fits what was typed: what Enter may take without a choice.

import type { Hit } from '../api/types';

/** A name without what people leave out when they type: case, accents, marks, wide blanks. */
export function folded(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The place of the hit that the text names or begins, the name itself before a beginning of one; -1 where all fit worse, so that none is meant for sure. */
export function meant(text: string, hits: readonly Hit[]): number {
  const typed = folded(text);
  if (typed === '') return -1;
  const names = hits.map((hit) => folded(hit.matched === '' ? hit.name : hit.matched));
  const whole = names.indexOf(typed);
  return whole >= 0 ? whole : names.findIndex((name) => name.startsWith(typed));
}

/** Whether one of the hits is called just so. */
export function isCalled(text: string, hits: readonly Hit[]): boolean {
  const at = meant(text, hits);
  const hit = hits[at];
  return hit !== undefined && folded(hit.matched === '' ? hit.name : hit.matched) === folded(text);
}
