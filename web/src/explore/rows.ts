import type { NetworkAnswer } from '../api/types';
import type { Column } from '../url/view';

/** Columns that read best from small to large; the others begin with the largest. */
const upwards: ReadonlySet<Column> = new Set(['name', 'country', 'cluster']);

/** The order of rows for a column. Rows without a value come last either way; ties keep the order of the map (most letters first,
 * then the server's order), so that the same view is always the same table. */
export function order(answer: NetworkAnswer, cosigners: readonly number[] | null, column: Column, turned: boolean): readonly number[] {
  const o = answer.organizations;
  const rows = o.id.map((_, i) => i);
  const sign = upwards.has(column) === turned ? -1 : 1;
  const words = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  const values: readonly (string | number)[] = column === 'cosigners' ? (cosigners ?? o.letters) : o[column];
  const missing = (value: string | number): boolean => value === '' || (column === 'cluster' && value === 0);
  return rows.sort((i, k) => {
    const a = values[i] ?? '';
    const b = values[k] ?? '';
    if (missing(a) !== missing(b)) return missing(a) ? 1 : -1;
    const d = typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
    return sign * d || i - k;
  });
}

/** The direction that a column is sorted in, for aria-sort. */
export function direction(column: Column, turned: boolean): 'ascending' | 'descending' {
  return upwards.has(column) === turned ? 'descending' : 'ascending';
}
