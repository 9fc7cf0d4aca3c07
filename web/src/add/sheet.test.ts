import { describe, expect, it } from 'vitest';
import { change, rowsOf } from './desk';
import { type Standing, keyOn, marksOf, partsOf, standingOf } from './sheet';
import type { DraftAnswer, DraftLine } from './types';

// Forty lines of text, a letterhead on lines 10 and 11, the same names again on lines 30 and 31, and one line left out.
function draft(): DraftAnswer {
  const on = new Map([[10, [0]], [11, [1]], [30, [0]], [31, [1]]]);
  const evidence = (a: number, b: number): object[] => [{ page: 1, line: a, text: '', form: '', box: [10, a, 90, a + 8] }, { page: 2, line: b, text: '', form: '', box: [10, b, 90, b + 8] }];
  return {
    lines: Array.from({ length: 40 }, (_, i) => ({ number: i + 1, page: 0, text: `line ${String(i + 1)}`, rows: on.get(i + 1) ?? [], left_out: i + 1 === 32 ? 0 : -1 })),
    left_out: [{ line: 32, text: 'line 32', why: 'an address' }],
    rows: [[10, 30], [11, 31]].map(([a = 0, b = 0], i) => ({ row: i, name: `Group ${String(i)}`, type: 'organization', line: a, page: 1, box: [10, a, 90, a + 8], text: '', evidence: evidence(a, b), match: { state: 'new', candidates: [] } })),
  } as unknown as DraftAnswer;
}
const on = (d: DraftAnswer, standing: Standing, number: number): number | undefined => keyOn(standing, number - 1, d.lines[number - 1] as DraftLine);

describe('the sheet', () => {
  it('marks every printing of a row, and none of a row left out', () => {
    const d = draft();
    const rows = rowsOf(d);
    const standing = standingOf(rows);
    expect([10, 11, 12, 30].map((line) => on(d, standing, line))).toEqual([0, 1, undefined, 0]);
    expect([...marksOf(d, standing)].map(([page, marks]) => [page, marks.map((mark) => mark.key)])).toEqual([[1, [0, 1]], [2, [0, 1]]]);
    const without = standingOf(change(rows, 0, { out: true }));
    expect([10, 30, 11].map((line) => on(d, without, line))).toEqual([undefined, undefined, 1]);
    expect(marksOf(d, without).get(2)?.map((mark) => mark.key)).toEqual([1]);
  });

  it('folds what is far from the lists, loses no line, and keeps what is left out in sight', () => {
    const d = draft();
    const standing = standingOf(rowsOf(d));
    const parts = partsOf(d, standing, false);
    expect(parts.flatMap((part) => part.lines.map((line) => line.number))).toEqual(d.lines.map((line) => line.number));
    expect(parts.filter((part) => part.hidden).map((part) => [part.lines[0]?.number, part.lines.at(-1)?.number])).toEqual([[16, 25]]);
    expect(partsOf(d, standing, true)).toHaveLength(1);
  });
});
