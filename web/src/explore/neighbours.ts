import type { NetworkAnswer } from '../api/types';

/** Rows that signed a letter of the view together with a row, with the number of letters, most first (ties: by row, that is, by
 * activity). Grows with the signatures of the letters it signed, not with pairs. */
export function neighbours(answer: NetworkAnswer, row: number): ReadonlyMap<number, number> {
  const { signers_start: start, signers } = answer.letters;
  const shared = new Map<number, number>();
  for (let letter = 0; letter + 1 < start.length; letter++) {
    const from = start[letter] ?? 0;
    const to = start[letter + 1] ?? from;
    const list = signers.slice(from, to);
    if (!list.includes(row)) continue;
    for (const other of list) if (other !== row) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const least = answer.view.min_shared;
  return new Map([...shared].filter(([, n]) => n >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]));
}

/** Rows that signed a letter, by its id. */
export function signersOf(answer: NetworkAnswer, letter: string): readonly number[] {
  const at = answer.letters.id.indexOf(letter);
  if (at < 0) return [];
  return answer.letters.signers.slice(answer.letters.signers_start[at], answer.letters.signers_start[at + 1]);
}

const most = 40_000_000; // steps; about a tenth of a second

/** The number of co-signers of each row within the view; null where counting them would take too long for a page. Grows with the
 * sum of squared letter sizes. */
export function cosignerCounts(answer: NetworkAnswer): readonly number[] | null {
  const { signers_start: start, signers } = answer.letters;
  const rows = answer.organizations.id.length;
  const of: number[][] = Array.from({ length: rows }, () => []);
  let steps = 0;
  for (let letter = 0; letter + 1 < start.length; letter++) {
    const from = start[letter] ?? 0;
    const to = start[letter + 1] ?? from;
    steps += (to - from) ** 2;
    for (let k = from; k < to; k++) of[signers[k] ?? 0]?.push(letter);
  }
  if (steps > most) return null;
  const seen = new Int32Array(rows).fill(-1);
  return of.map((letters, row) => {
    let n = 0;
    seen[row] = row;
    for (const letter of letters)
      for (let k = start[letter] ?? 0; k < (start[letter + 1] ?? 0); k++) {
        const other = signers[k] ?? 0;
        if (seen[other] === row) continue;
        seen[other] = row;
        n++;
      }
    return n;
  });
}
