// The answers that "Add a letter" works with, by the names of internal/intake and internal/api.

import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type DraftAnswer = Schemas['DraftAnswer'];
export type Question = NonNullable<DraftAnswer['question']>;
export type AnswerBody = Schemas['AnswerRequest'];
export type DraftRow = DraftAnswer['rows'][number];
export type DraftLine = DraftAnswer['lines'][number];
export type DraftPage = DraftAnswer['pages'][number];
export type Match = DraftRow['match'];
export type Similar = DraftAnswer['similar'][number];
export type DiffAnswer = Schemas['DiffAnswer'];
export type AgainAnswer = Schemas['AgainAnswer'];
export type AgainBody = Schemas['AgainRequest'];
export type CheckBody = Schemas['CheckRequest'];
export type WrittenAnswer = Schemas['WrittenAnswer'];
export type SaveBody = Schemas['SaveRequest'];
export type SaveAnswer = Schemas['SaveAnswer'];
export type SaveRow = SaveBody['rows'][number];

export const kinds = ['letter', 'statement', 'petition', 'amicus-brief', 'press-release', 'news', 'profile', 'list', 'other'] as const satisfies readonly SaveBody['kind'][];
export type Kind = (typeof kinds)[number];
export const capacities = ['organization', 'individual', 'individual with affiliation', 'on behalf of'] as const satisfies readonly SaveRow['capacity'][];
export type Capacity = (typeof capacities)[number];
export const relations = ['version-of', 'translation-of', 'report-of', 'unrelated'] as const satisfies readonly NonNullable<SaveBody['relations']>[number]['relation'][];
export type Relation = (typeof relations)[number];

/** One of some words; undefined where it is another. */
export function oneOf<T extends string>(words: readonly T[], text: string): T | undefined {
  return words.find((word) => word === text);
}
