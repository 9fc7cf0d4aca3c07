// Which row stands on which line of the document, and which lines are worth showing. Pure functions.

import type { Row } from './desk';
import type { DraftAnswer, DraftLine } from './types';

/** Where the kept rows stand: by place of the line in the document, and by row of the draft (a name that is printed twice stands on both). */
export interface Standing {
  lines: ReadonlyMap<number, number>;
  rows: ReadonlyMap<number, number>;
}

export function standingOf(rows: readonly Row[]): Standing {
  const lines = new Map<number, number>();
  const of = new Map<number, number>();
  for (const row of rows) {
    if (row.out) continue;
    for (const line of row.lines) if (!lines.has(line)) lines.set(line, row.key);
    for (const from of row.from) if (!of.has(from)) of.set(from, row.key);
  }
  return { lines, rows: of };
}

/** The key of the row that stands on a line; undefined where none does. */
export function keyOn(standing: Standing, at: number, line: DraftLine): number | undefined {
  return standing.lines.get(at) ?? line.rows.map((row) => standing.rows.get(row)).find((key) => key !== undefined);
}

/** A run of lines, shown or folded; from is the place of its first. */
export interface Part {
  from: number;
  lines: readonly DraftLine[];
  hidden: boolean;
}

const near = 4; // lines around a list that are shown with it
const fewest = 6; // lines that are worth folding

/** The document with what is far from any list folded; all of it where there is no list, or where all is asked for. */
export function partsOf(draft: DraftAnswer, standing: Standing, all: boolean): Part[] {
  const marked = draft.lines.map((line, at) => line.rows.length > 0 || line.left_out >= 0 || standing.lines.has(at));
  if (all || !marked.includes(true)) return [{ from: 0, lines: draft.lines, hidden: false }];
  const next = new Array<number>(marked.length).fill(Infinity);
  for (let i = marked.length - 1; i >= 0; i--) next[i] = marked[i] === true ? i : (next[i + 1] ?? Infinity);
  const parts: { from: number; lines: DraftLine[]; hidden: boolean }[] = [];
  let last = -Infinity;
  for (const [i, line] of draft.lines.entries()) {
    if (marked[i] === true) last = i;
    const hidden = i >= 3 && i - last > near && (next[i] ?? Infinity) - i > near;
    const part = parts.at(-1);
    if (part === undefined || part.hidden !== hidden) parts.push({ from: i, lines: [line], hidden });
    else part.lines.push(line);
  }
  return parts.map((part) => (part.hidden && part.lines.length < fewest ? { ...part, hidden: false } : part));
}

/** A printing of a row on a page, in points from the top left. */
export interface Mark {
  key: number;
  number: number;
  box: readonly number[];
}

export function marksOf(draft: DraftAnswer, standing: Standing): ReadonlyMap<number, readonly Mark[]> {
  const marks = new Map<number, Mark[]>();
  for (const row of draft.rows) {
    const key = standing.rows.get(row.row);
    if (key === undefined) continue;
    for (const printing of row.evidence.length > 0 ? row.evidence : [row]) {
      if (printing.box.length !== 4) continue;
      const mark = { key, number: row.row + 1, box: printing.box };
      marks.set(printing.page, [...(marks.get(printing.page) ?? []), mark]);
    }
  }
  return marks;
}
