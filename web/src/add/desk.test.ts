import { describe, expect, it } from 'vitest';
import { type Row, accept, add, change, decide, join, nextOpen, noMatch, open, question, rowsOf, split, tally, toSave } from './desk';
import type { DraftAnswer, Match } from './types';

const unsure: Match = { state: 'unsure', id: '', name: '', score: 0, why: '', candidates: [{ id: 'o1', name: 'Harbor League', score: 0.71, why: 'another member?', letters: 3 }] };
const known: Match = { state: 'known', id: 'o2', name: 'Open Tide', score: 1, why: 'same name', candidates: [] };

function draft(...rows: [name: string, match: Match, confidence: number][]): DraftAnswer {
  return {
    lines: rows.map(([name], i) => ({ number: i + 5, page: 0, text: name, rows: [i], left_out: -1 })),
    rows: rows.map(([name, match, confidence], i) => ({
      row: i, name, type: 'organization', capacity: 'organization', country: '', note: '', affiliation: '', withdrawn: false, reported: false, page: 0, line: i + 5, box: [], text: name,
      confidence, evidence: [], match,
    })),
  } as unknown as DraftAnswer;
}
const names = (rows: readonly Row[]): string[] => rows.map((row) => row.name);

describe('the desk', () => {
  const rows = rowsOf(draft(['Harbour League', unsure, 0.95], ['Open Tide', known, 0.98], ['Society for the', noMatch, 0.5], ['Study of Rain', noMatch, 0.95]));

  it('asks only where a match or a reading is unsure', () => {
    expect(rows.map(question)).toEqual(['another member?', '', 'read with doubt', '']);
    expect(tally(rows)).toEqual({ organizations: 4, persons: 0, known: 1, fresh: 2, open: 2, out: 0 });
  });

  it('takes the first candidate on accept, and goes on to the next that asks', () => {
    const after = accept(rows, 0);
    expect(after[0]).toMatchObject({ decision: 'same', organization: 'o1' });
    expect(nextOpen(after, 0)?.key).toBe(2);
    expect(open(accept(after, 2))).toEqual([]);
    expect(nextOpen(accept(after, 2), 2)).toBeUndefined();
  });

  it('joins a wrapped name and keeps both printed lines', () => {
    const after = join(rows, 3);
    expect(names(after)).toEqual(['Harbour League', 'Open Tide', 'Society for the Study of Rain']);
    expect(after[2]).toMatchObject({ from: [2, 3], lines: [2, 3], text: 'Society for the\nStudy of Rain' });
  });

  it('joins over a row that is left out, and joins nothing to the first', () => {
    expect(names(join(change(rows, 1, { out: true }), 2))[0]).toBe('Harbour League Society for the');
    expect(join(rows, 0)).toEqual(rows);
  });

  it('takes the hyphen of a divided word out, not that of a name', () => {
    const divided = rowsOf(draft(['Environ-', noMatch, 1], ['mental Watch', noMatch, 1], ['Anti-', noMatch, 1], ['War League', noMatch, 1]));
    expect(names(join(divided, 1))[0]).toBe('Environmental Watch');
    expect(names(join(divided, 3))[2]).toBe('Anti- War League');
  });

  it('splits two names in one line and drops the separator', () => {
    const glued = rowsOf(draft(['Alpha Fund, Beta Fund', noMatch, 0.9]));
    const after = split(glued, 0, 11);
    expect(names(after)).toEqual(['Alpha Fund', 'Beta Fund']);
    expect(after.map((row) => row.from)).toEqual([[0], [0]]);
    expect(new Set(after.map((row) => row.key)).size).toBe(2);
    expect(split(glued, 0, 0)).toEqual(glued);
  });

  it('adds a missed line where it stands', () => {
    const gap = rowsOf(draft(['A', noMatch, 1], ['B', noMatch, 1])).map((row) => (row.key === 1 ? { ...row, lines: [4] } : row));
    const after = add(gap, 2, { page: 0, text: '12. Missed Group' });
    expect(names(after)).toEqual(['A', 'Missed Group', 'B']);
    expect(toSave(after)[1]).toMatchObject({ from: [], lines: [2], name: 'Missed Group' });
  });

  it('sends what is kept, with its decisions', () => {
    const after = decide(change(rows, 3, { out: true }), 0, 'different', 'o1');
    expect(toSave(after).map((row) => [row.name, row.from, row.lines, row.organization])).toEqual([
      ['Harbour League', [0], [], { decision: 'different', id: 'o1' }],
      ['Open Tide', [1], [], undefined],
      ['Society for the', [2], [], undefined],
    ]);
  });
});
