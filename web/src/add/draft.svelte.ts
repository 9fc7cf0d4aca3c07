// The draft on the desk: what the reader found, what the person made of it, and the way back. Edits are kept in the browser under
// the document's hash until they are saved or discarded: a reload, a server that is away, or one that forgot the draft and gets the
// document again loses nothing.

import { isText, store, stored } from '../state/storage';
import { type Row, rowsOf } from './desk';
import { type DraftAnswer, type Kind, type Relation, type SaveBody, kinds, oneOf } from './types';

/** What a person may say about the letter itself. */
export interface Fields {
  title: string;
  date: string;
  kind: Kind;
  language: string;
  published: string;
  targets: string; // one a line
  addressees: DraftAnswer['addressees'];
}

export interface State {
  rows: readonly Row[];
  fields: Fields;
  relations: Readonly<Record<string, Relation>>; // by letter id
}

interface Kept {
  names: string; // of the rows as read: edits fit no other reading
  state: State;
}

/** A draft that was left open. */
export interface Left {
  id: string;
  sha256: string;
  name: string;
}

const keptMost = 8;
const isLeft = (value: unknown): value is Left[] =>
  Array.isArray(value) && value.every((left: unknown) => typeof left === 'object' && left !== null && 'id' in left && 'sha256' in left && 'name' in left);

/** The drafts that were left open, the last one first. */
export const leftOpen = (): Left[] => stored<Left[]>('drafts', [], isLeft);

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'names' in value && 'state' in value && typeof value.state === 'object' && value.state !== null && 'rows' in value.state && 'fields' in value.state;

const undoMost = 200;

export class Desk {
  readonly draft: DraftAnswer;
  #now = $state.raw<State>() as State;
  #before = $state.raw<readonly { state: State; what: string }[]>([]);

  constructor(draft: DraftAnswer) {
    this.draft = draft;
    const first: State = { rows: rowsOf(draft), fields: fieldsOf(draft), relations: {} };
    const kept = stored<Kept | null>(`draft.${draft.sha256}`, null, (value): value is Kept | null => value === null || isKept(value));
    this.#now = kept !== null && kept.names === namesOf(draft) ? withSource(kept.state, draft) : first;
    const drafts = [{ id: draft.id, sha256: draft.sha256, name: draft.name }, ...leftOpen().filter((left) => left.sha256 !== draft.sha256)];
    for (const old of drafts.slice(keptMost)) store(`draft.${old.sha256}`, null);
    store('drafts', drafts.slice(0, keptMost));
  }

  get state(): State {
    return this.#now;
  }

  get rows(): readonly Row[] {
    return this.#now.rows;
  }

  get fields(): Fields {
    return this.#now.fields;
  }

  /** What undo would take back; empty where there is nothing. */
  get last(): string {
    return this.#before.at(-1)?.what ?? '';
  }

  /** One step that undo takes back. */
  step(what: string, to: Partial<State>): void {
    this.#before = [...this.#before.slice(-undoMost), { state: this.#now, what }];
    this.#put({ ...this.#now, ...to });
  }

  /** A change that belongs to the last step (a match that came for an edited name). */
  amend(to: Partial<State>): void {
    this.#put({ ...this.#now, ...to });
  }

  undo(): string {
    const last = this.#before.at(-1);
    if (last === undefined) return '';
    this.#before = this.#before.slice(0, -1);
    this.#put(last.state);
    return last.what;
  }

  /** Forgets what the browser keeps. */
  forget(): void {
    store(`draft.${this.draft.sha256}`, null);
    store('drafts', leftOpen().filter((left) => left.sha256 !== this.draft.sha256));
  }

  #put(state: State): void {
    this.#now = state;
    store(`draft.${this.draft.sha256}`, { names: namesOf(this.draft), state } satisfies Kept);
  }
}

/** What was kept of an earlier draft of the same document, with the address that was given now where it had none. */
function withSource(state: State, draft: DraftAnswer): State {
  return state.fields.published !== '' || draft.published === '' ? state : { ...state, fields: { ...state.fields, published: draft.published } };
}

const namesOf = (draft: DraftAnswer): string => draft.rows.map((row) => row.name).join('\n');

function fieldsOf(draft: DraftAnswer): Fields {
  return {
    title: draft.title,
    date: draft.date,
    kind: oneOf(kinds, draft.kind) ?? 'other',
    language: draft.language,
    published: draft.published,
    targets: draft.targets.join('\n'),
    addressees: draft.addressees,
  };
}

/** The fields as the server takes them. */
export function saveFields(fields: Fields): Pick<SaveBody, 'title' | 'date' | 'kind' | 'language' | 'addressees' | 'targets' | 'published'> {
  return {
    title: fields.title.trim(),
    date: fields.date.trim(),
    kind: fields.kind,
    language: fields.language.trim(),
    addressees: fields.addressees,
    targets: fields.targets.split('\n').map((target) => target.trim()).filter((target) => target !== ''),
    published: fields.published.trim(),
  };
}

/** Who adds letters here; remembered for the next one. */
export const rememberedName = (): string => stored('by', '', isText);
export const rememberName = (name: string): void => { store('by', name); };
