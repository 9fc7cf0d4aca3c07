// Short phrases that several pages say in the same words.

import type { LetterRef, Line, TargetRef } from '../api/types';
import { count, counted } from './number';

/** "line 8 of 14", "row 3 of 20", "page 2, line 8"; a document's line where the list has no numbers. */
export function place(line: Line): string {
  if (line.position > 0 && line.of > 0) return `line ${count(line.position)} of ${count(line.of)}`;
  const pieces: string[] = [];
  if (line.page > 0) pieces.push(`page ${count(line.page)}`);
  if (line.line > 0) pieces.push(`line ${count(line.line)}`);
  return pieces.length > 0 ? pieces.join(', ') : 'place not recorded';
}

/** Where a line stands when it is not in the letter itself. */
export function printing(line: Line): string {
  const words: Record<string, string> = { 'version-of': 'another version', 'translation-of': 'a translation', 'report-of': 'a report' };
  return words[line.relation] ?? '';
}

/** A sentence that the reader states in the middle of others, to stand by itself: with a capital, and a full stop. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
}

/** Lines of the letter itself before those of its versions and reports. */
export function ownFirst(lines: readonly Line[]): readonly Line[] {
  return [...lines.filter((line) => line.relation === ''), ...lines.filter((line) => line.relation !== '')];
}

/** A word for a signature's status; empty for the ordinary one. */
export function status(line: Line): string {
  const words: Record<string, string> = {
    reported: 'report only',
    verified: 'checked with the signer',
    disputed: 'disputed',
    withdrawn: 'withdrawn',
  };
  return words[line.status] ?? '';
}

/** "to Amazon", "to Amazon and 2 more"; empty where no target is known. */
export function toTargets(targets: readonly TargetRef[]): string {
  const [first, ...rest] = targets;
  if (first === undefined) return '';
  return rest.length === 0 ? `to ${first.name}` : `to ${first.name} and ${count(rest.length)} more`;
}

/** "Letter", "Amicus brief": the kind of a record. */
export function kind(letter: LetterRef): string {
  const word = letter.kind === '' ? 'letter' : letter.kind.replaceAll('-', ' ');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "84 signed". */
export function signed(letter: LetterRef): string {
  return `${count(letter.organizations)} signed`;
}

/** "3 letters together", "no letter together". */
export function together(n: number): string {
  return n === 0 ? 'no letter together' : `${counted(n, 'letter')} together`;
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** The English name of a language code: fr is French. */
export function language(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code; // not a code: shown as it is
  }
}
