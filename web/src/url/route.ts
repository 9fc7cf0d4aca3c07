// The address of every state, as a pure pair: decode reads an address (anything odd falls back to the default), encode writes
// the shortest address of a route. decode(encode(route)) is the route again.

import { flag, many, number, oneOf, text, write } from './fields';
import { type Look, type RollUp, type View, decodeLook, decodeView, encodeLook, encodeView, plainLook, rollups, wholeView } from './view';

/** What the partners page was asked. */
export interface Ask {
  seeds: string[]; // ids or names of organizations
  target: string;
  mode: Mode;
  since: number;
  country: string;
  limit: number;
  list: string[]; // ids on the reader's list
  aside: string[]; // ids put aside as "not for us"
  draft: boolean; // the seeds are signers of a draft that is being written: no answer yet
}

export const modes = ['everyone', 'known', 'new'] as const;
export type Mode = (typeof modes)[number];

export const firstLimit = 20;

export const emptyAsk: Ask = { seeds: [], target: '', mode: 'everyone', since: 0, country: '', limit: firstLimit, list: [], aside: [], draft: false };

/** Filters of the list of letters. */
export interface LetterFilter {
  text: string;
  target: string;
  from: number;
  to: number;
}

export const organizationTabs = ['signed', 'cosigners'] as const;

export type Route =
  | { page: 'start' }
  | { page: 'partners'; ask: Ask }
  | { page: 'explore'; as: 'map' | 'table'; view: View; look: Look }
  | { page: 'letters'; filter: LetterFilter }
  | { page: 'letter'; id: string }
  | { page: 'organization'; id: string; all: boolean; rollup: RollUp }
  | { page: 'organizations'; text: string; sheet: number }
  | { page: 'target'; id: string }
  | { page: 'targets' }
  | { page: 'about' }
  | { page: 'add'; draft: string }
  | { page: 'unknown'; path: string };

/** Reads path and query of an address. */
export function decode(path: string, search: string): Route {
  const q = new URLSearchParams(search);
  const [first = '', rawID = '', ...more] = path.split('/').slice(1);
  const id = unescape(rawID);
  if (more.length > 0 && more.some((part) => part !== '')) return { page: 'unknown', path };
  if (id !== '') {
    if (first === 'letter' || first === 'target') return { page: first, id };
    if (first === 'add') return { page: 'add', draft: id };
    if (first === 'organization') return { page: 'organization', id, all: flag(q, 'all'), rollup: oneOf(q, 'rollup', rollups) };
    return { page: 'unknown', path };
  }
  switch (first) {
    case '':
      return { page: 'start' };
    case 'partners':
      return { page: 'partners', ask: decodeAsk(q) };
    case 'map':
    case 'table':
      return { page: 'explore', as: first, view: decodeView(q), look: decodeLook(q) };
    case 'letters':
      return { page: 'letters', filter: { text: text(q, 'q'), target: text(q, 'target'), from: number(q, 'from'), to: number(q, 'to') } };
    case 'organizations':
      return { page: 'organizations', text: text(q, 'q'), sheet: number(q, 'sheet') };
    case 'targets':
    case 'about':
      return { page: first };
    case 'add':
      return { page: 'add', draft: '' };
    default:
      return { page: 'unknown', path };
  }
}

/** Writes the address of a route. */
export function encode(route: Route): string {
  switch (route.page) {
    case 'start':
      return '/';
    case 'partners':
      return '/partners' + encodeAsk(route.ask);
    case 'explore':
      return `/${route.as}` + write([...encodeView(route.view), ...encodeLook(route.look)]);
    case 'letters':
      return '/letters' + write([['q', route.filter.text], ['target', route.filter.target], ['from', route.filter.from], ['to', route.filter.to]]);
    case 'organization':
      return `/organization/${encodeURIComponent(route.id)}` + write([['all', route.all], ['rollup', route.rollup]]);
    case 'organizations':
      return '/organizations' + write([['q', route.text], ['sheet', route.sheet]]);
    case 'letter':
    case 'target':
      return `/${route.page}/${encodeURIComponent(route.id)}`;
    case 'targets':
    case 'about':
      return `/${route.page}`;
    case 'add':
      return route.draft === '' ? '/add' : `/add/${encodeURIComponent(route.draft)}`;
    case 'unknown':
      return route.path;
  }
}

function decodeAsk(q: URLSearchParams): Ask {
  return {
    seeds: many(q, 'seed'),
    target: text(q, 'target'),
    mode: oneOf(q, 'mode', modes),
    since: number(q, 'since'),
    country: text(q, 'country'),
    limit: Math.min(200, Math.max(firstLimit, number(q, 'limit'))),
    list: many(q, 'list'),
    aside: many(q, 'aside'),
    draft: flag(q, 'draft'),
  };
}

function encodeAsk(ask: Ask): string {
  return write([
    ['seed', ask.seeds],
    ['target', ask.target],
    ['mode', ask.mode === 'everyone' ? '' : ask.mode],
    ['since', ask.since],
    ['country', ask.country],
    ['limit', ask.limit === firstLimit ? 0 : ask.limit],
    ['list', ask.list],
    ['aside', ask.aside],
    ['draft', ask.draft],
  ]);
}

function unescape(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % is taken as it stands
  }
}

/** Short forms for links. */
export const organizationLink = (id: string, rollup: RollUp = '', all = false): string => encode({ page: 'organization', id, all, rollup });
export const pairLink = (a: string, b: string, rollup: RollUp = ''): string =>
  encode({ page: 'explore', as: 'map', view: { ...wholeView, rollup }, look: { ...plainLook, selected: a, second: b } });
export const letterLink = (id: string): string => encode({ page: 'letter', id });
export const targetLink = (id: string): string => encode({ page: 'target', id });
export const draftLink = (names: readonly string[]): string => encode({ page: 'partners', ask: { ...emptyAsk, seeds: [...names], draft: true } });
export const partnersLink = (id: string): string => encode({ page: 'partners', ask: { ...emptyAsk, seeds: [id] } });
