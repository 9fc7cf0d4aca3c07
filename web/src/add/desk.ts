// The rows of a draft as the person leaves them: pure functions from rows to rows, so that every step can be undone. Nothing
// that the reader found is ever thrown away: a row left out stays in the list, struck, and is sent as left out.

import { type Capacity, type DraftAnswer, type DraftRow, type Match, type SaveRow, capacities, oneOf } from './types';

export type Decision = '' | 'same' | 'different' | 'new';

/** One signatory on the desk. */
export interface Row {
  key: number; // stays the same while the row is edited
  from: readonly number[]; // rows of the draft it is made of
  lines: readonly number[]; // places of the document's lines it stands on, from 0: several lines may bear one number
  page: number;
  text: string; // as printed
  name: string;
  type: 'organization' | 'person';
  country: string;
  note: string;
  capacity: Capacity | '';
  affiliation: string;
  withdrawn: boolean;
  reported: boolean;
  confidence: number;
  match: Match;
  decision: Decision;
  organization: string; // id that the decision is about
  out: boolean; // left out
  accepted: boolean; // the person looked at it and agrees
}

/** Below this confidence a row asks for a look. */
export const sure = 0.7;

export const noMatch: Match = { state: 'new', id: '', name: '', score: 0, why: '', candidates: [] };

/** The rows as the reader found them. */
export function rowsOf(draft: DraftAnswer): Row[] {
  return draft.rows.map((row) => ({
    key: row.row,
    from: [row.row],
    lines: linesOf(draft, row),
    page: row.page,
    text: row.text,
    name: row.name,
    type: row.type === 'person' ? 'person' : 'organization',
    country: row.country,
    note: row.note,
    capacity: oneOf(capacities, row.capacity) ?? '',
    affiliation: row.affiliation,
    withdrawn: row.withdrawn,
    reported: row.reported,
    confidence: row.confidence,
    match: row.match,
    decision: '',
    organization: '',
    out: false,
    accepted: false,
  }));
}

function linesOf(draft: DraftAnswer, row: DraftRow): number[] {
  return draft.lines.flatMap((line, at) => (line.rows.includes(row.row) ? [at] : []));
}

/** Why a row asks for a decision; empty where it does not. */
export function question(row: Row): string {
  if (row.out || row.accepted || row.decision !== '') return '';
  if (row.match.state === 'unsure' && row.type === 'organization') return row.match.candidates[0]?.why ?? row.match.why;
  if (row.confidence > 0 && row.confidence < sure) return 'read with doubt';
  return '';
}

/** The rows that still ask. */
export function open(rows: readonly Row[]): Row[] {
  return rows.filter((row) => question(row) !== '');
}

export interface Tally {
  organizations: number;
  persons: number;
  known: number;
  fresh: number; // organizations that are new
  open: number;
  out: number;
}

export function tally(rows: readonly Row[]): Tally {
  const kept = rows.filter((row) => !row.out);
  const organizations = kept.filter((row) => row.type === 'organization');
  const known = organizations.filter((row) => row.decision === 'same' || (row.decision === '' && row.match.state === 'known'));
  const asking = open(rows).length;
  return {
    organizations: organizations.length,
    persons: kept.length - organizations.length,
    known: known.length,
    fresh: organizations.filter((row) => row.decision === 'new' || row.decision === 'different' || (row.decision === '' && row.match.state === 'new')).length,
    open: asking,
    out: rows.length - kept.length,
  };
}

/** A row with some fields changed. */
export function change(rows: readonly Row[], key: number, with_: Partial<Row>): Row[] {
  return rows.map((row) => (row.key === key ? { ...row, ...with_ } : row));
}

/** The person agrees with what is there: an unsure match takes its first candidate. */
export function accept(rows: readonly Row[], key: number): Row[] {
  const row = rows.find((other) => other.key === key);
  if (row === undefined) return [...rows];
  const first = row.match.candidates[0];
  if (row.type === 'organization' && row.decision === '' && row.match.state === 'unsure' && first !== undefined) return decide(rows, key, 'same', first.id);
  return change(rows, key, { accepted: true });
}

export function decide(rows: readonly Row[], key: number, decision: Decision, organization = ''): Row[] {
  return change(rows, key, { decision, organization, accepted: decision !== '' });
}

/** The next row that asks, from a row on, round the end; undefined where none does. */
export function nextOpen(rows: readonly Row[], after: number): Row | undefined {
  const at = rows.findIndex((row) => row.key === after);
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => question(row) !== '');
}

/** Joins a row with the kept one above it: both lines are one name that wrapped. */
export function join(rows: readonly Row[], key: number): Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const lower = rows[at];
  const above = rows.slice(0, Math.max(at, 0)).findLastIndex((row) => !row.out);
  const upper = rows[above];
  if (lower === undefined || upper === undefined || lower.out) return [...rows];
  const joined: Row = {
    ...upper,
    from: [...new Set([...upper.from, ...lower.from])],
    lines: [...new Set([...upper.lines, ...lower.lines])].sort((a, b) => a - b),
    text: `${upper.text}\n${lower.text}`,
    name: /[-\u00ad]$/.test(upper.name) && /^\p{Ll}/u.test(lower.name) ? upper.name.slice(0, -1) + lower.name : `${upper.name} ${lower.name}`,
    country: upper.country === '' ? lower.country : upper.country,
    note: [upper.note, lower.note].filter((note) => note !== '').join('; '),
    match: noMatch,
    decision: '',
    organization: '',
    accepted: true,
  };
  return rows.filter((_, i) => i !== at).map((row) => (row.key === upper.key ? joined : row));
}

/** Cuts a row in two at a place in its name; both rest on the same printed lines. The key of the second row is returned by next. */
export function split(rows: readonly Row[], key: number, at: number): Row[] {
  const row = rows.find((other) => other.key === key);
  if (row === undefined) return [...rows];
  const clean = (part: string): string => part.replaceAll(/^[\s,;|/&]+|[\s,;|/&]+$/g, '');
  const [first, second] = [clean(row.name.slice(0, at)), clean(row.name.slice(at))];
  if (first === '' || second === '') return [...rows];
  const part = (name: string, of: number): Row => ({ ...row, key: of, name, match: noMatch, decision: '', organization: '', accepted: true });
  return rows.flatMap((other) => (other.key === key ? [part(first, key), part(second, fresh(rows))] : [other]));
}

/** Adds a signatory that the reader did not see, from a line of the document, in the document's order. */
export function add(rows: readonly Row[], at: number, line: { page: number; text: string }): Row[] {
  const row: Row = {
    key: fresh(rows), from: [], lines: [at], page: line.page, text: line.text, name: line.text.replace(/^[\s•·*–—-]+|^\d{1,4}[.)]\s*/, '').trim(), type: 'organization',
    country: '', note: '', capacity: '', affiliation: '', withdrawn: false, reported: false, confidence: 0, match: noMatch, decision: '', organization: '', out: false, accepted: true,
  };
  const before = rows.findIndex((other) => (other.lines[0] ?? 0) > at);
  return before < 0 ? [...rows, row] : [...rows.slice(0, before), row, ...rows.slice(before)];
}

/** A key that no row has. */
export function fresh(rows: readonly Row[]): number {
  return rows.reduce((most, row) => Math.max(most, row.key), -1) + 1;
}

/** The rows as the server takes them. */
export function toSave(rows: readonly Row[]): SaveRow[] {
  return rows
    .filter((row) => !row.out)
    .map((row) => ({
      from: [...row.from],
      lines: row.from.length > 0 ? [] : [...row.lines],
      name: row.name.trim(),
      type: row.type,
      ...(row.capacity === '' ? {} : { capacity: row.capacity }),
      country: row.country.trim(),
      note: row.note.trim(),
      affiliation: row.affiliation,
      withdrawn: row.withdrawn,
      reported: row.reported,
      ...(row.decision === '' ? {} : { organization: { decision: row.decision, id: row.organization } }),
    }));
}

/** 2021, 2021-05 or 2021-05-06 of the calendar; empty is fine, too. */
export function isDate(text: string): boolean {
  if (text === '') return true;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const [, year = '', month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}
