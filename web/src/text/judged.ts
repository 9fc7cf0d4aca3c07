// Who said something about two names, and why.

import type { Merge } from '../api/types';

const rule = /^rule: (.+), version (\d+)$/;

/** "joined by rule: equal but for the legal form (legal-form, version 1)", "person: Rosa Lind: its page says so"; and why it is not applied. */
export function because(judgement: Pick<Merge, 'by' | 'why' | 'verdict' | 'undone' | 'refused'>): string {
  const { by, why, verdict, undone } = judgement;
  const refused = judgement.refused ?? '';
  const reason = why === refused ? '' : why; // About has the one in place of the other
  const [, id, version] = rule.exec(by) ?? [];
  if (id === undefined || version === undefined) return [[by, reason].filter((part) => part !== '').join(': '), refused].filter((part) => part !== '').join('; not applied: ');
  const name = `${id}, version ${version}`;
  if (reason === '') return `rule ${name}${refused === '' ? '' : `: ${refused}`}`;
  if (verdict !== 'same') return `by rule: ${reason} (${name})${refused === '' ? '' : `; not applied: ${refused}`}`;
  if (refused !== '') return `a rule would join them: ${reason} (${name}); ${refused}`;
  return `${undone ? 'a rule joined them' : 'joined by rule'}: ${reason} (${name})`;
}
