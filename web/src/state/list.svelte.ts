// The organizer's list. The address holds who is on it; what was known of each when it was added is kept beside, for the list at
// the side and for the CSV file, and is asked for again where it is missing (a link opened elsewhere).

import { pair } from '../api/ask';
import type { Partner } from '../api/types';
import { shortDate } from '../text/date';
import { place, together } from '../text/words';
import { type Ask, type Route, emptyAsk, encode } from '../url/route';
import { isText, store, stored } from './storage';

/** One organization on the list, as it is saved and printed. */
export interface Entry {
  id: string;
  name: string;
  country: string;
  note: string; // "9 letters together, last 30 Sep 2020"
  reason: string;
  letter: string;
  date: string;
  line: string; // as printed
  place: string;
}

const isEntries = (value: unknown): value is Entry[] =>
  Array.isArray(value) && value.every((entry: unknown) => typeof entry === 'object' && entry !== null && 'id' in entry && 'name' in entry && 'note' in entry);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

class List {
  /** What is known of organizations that were on a list. */
  #known = $state.raw<ReadonlyMap<string, Entry>>(new Map(stored<Entry[]>('entries', [], isEntries).map((entry) => [entry.id, entry])));
  /** The address of the partners page as it was left. */
  last = $state(stored('ask', '', isText));

  entry(id: string): Entry | undefined {
    return this.#known.get(id);
  }

  keep(entry: Entry): void {
    const entries = [...this.#known.values()].filter((other) => other.id !== entry.id).concat(entry).slice(-500);
    this.#known = new Map(entries.map((other) => [other.id, other]));
    store('entries', entries);
  }

  /** Remembers the state of the partners page, for the way back and for the next visit with the same organizations. */
  remember(ask: Ask): void {
    if (ask.seeds.length === 0) return;
    const route: Route = { page: 'partners', ask };
    this.last = encode(route);
    store('ask', this.last);
    store(this.#name(ask), { list: ask.list, aside: ask.aside });
  }

  /** Remembers a draft, for the way back; lists of earlier visits stay. */
  leave(ask: Ask): void {
    this.last = encode({ page: 'partners', ask });
    store('ask', this.last);
  }

  /** The lists of an earlier visit with the same organizations. */
  earlier(ask: Ask): Pick<Ask, 'list' | 'aside'> {
    const isLists = (value: unknown): value is Pick<Ask, 'list' | 'aside'> =>
      typeof value === 'object' && value !== null && 'list' in value && isTexts(value.list) && 'aside' in value && isTexts(value.aside);
    return stored(this.#name(ask), { list: emptyAsk.list, aside: emptyAsk.aside }, isLists);
  }

  #name(ask: Ask): string {
    return `list.${[...ask.seeds].sort().join('+')}`;
  }
}

export const list = new List();

/** What the list keeps of a suggestion. */
export function entryOf(partner: Partner): Entry {
  const proof = partner.proofs[0];
  const line = proof?.lines[0];
  return {
    id: partner.id,
    name: partner.name,
    country: partner.country,
    note: partner.new ? `new to you, last active ${shortDate(partner.last)}` : `${together(partner.shared)}, last active ${shortDate(partner.last)}`,
    reason: partner.reason.map((phrase) => phrase.text).join(''),
    letter: proof?.letter.title ?? '',
    date: proof?.letter.date ?? '',
    line: line?.text ?? '',
    place: line === undefined ? '' : place(line),
  };
}

/** Asks what the list needs to know of an organization that it has only the id of. */
export async function entryFor(id: string, seed: string, signal: AbortSignal): Promise<Entry> {
  const answer = await pair(seed, id)(signal);
  const shared = answer.shared[0];
  const line = shared?.b[0];
  return {
    id,
    name: answer.b.name,
    country: '',
    note: answer.shared.length === 0 ? 'new to you' : `${together(answer.shared.length)}, the last ${shortDate(shared?.letter.date ?? '')}`,
    reason: answer.sentence,
    letter: shared?.letter.title ?? '',
    date: shared?.letter.date ?? '',
    line: line?.text ?? '',
    place: line === undefined ? '' : place(line),
  };
}
