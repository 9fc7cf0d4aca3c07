// One function for each question that pages ask.

import type { Ask, LetterFilter } from '../url/route';
import { type RollUp, type View, encodeView } from '../url/view';
import { get, getFresh } from './client';
import type {
  About, CosignersAnswer, LetterAnswer, LettersAnswer, NetworkAnswer, OrganizationAnswer, OrganizationsAnswer, PairAnswer, PartnersAnswer,
  SearchAnswer, TargetAnswer, TargetsAnswer, LetterTextAnswer, Version,
} from './types';

type Asking<T> = (signal: AbortSignal) => Promise<T>;

const of = (folder: string, id: string): string => `/${folder}/${encodeURIComponent(id)}`;

export const about = (signal: AbortSignal): Promise<About> => getFresh('/about', signal);
export const version = (signal: AbortSignal): Promise<Version> => getFresh('/version', signal);

export function search(text: string, limit: number, kind = ''): Asking<SearchAnswer> {
  return (signal) => get('/search', [['q', text], ['kind', kind], ['limit', limit]], signal);
}

export function network(view: View): Asking<NetworkAnswer> {
  return (signal) => get('/network', encodeView(view), signal);
}

export function organization(id: string, rollup: RollUp): Asking<OrganizationAnswer> {
  return (signal) => get(of('organizations', id), [['rollup', rollup]], signal);
}

export function cosigners(id: string, rollup: RollUp): Asking<CosignersAnswer> {
  return (signal) => get(of('organizations', id) + '/cosigners', [['rollup', rollup]], signal);
}

export function organizations(text: string, limit: number, offset: number): Asking<OrganizationsAnswer> {
  return (signal) => get('/organizations', [['q', text], ['min_letters', 1], ['limit', limit], ['offset', offset]], signal);
}

export function letters(filter: LetterFilter): Asking<LettersAnswer> {
  return (signal) => get('/letters', [['q', filter.text], ['target', filter.target], ['from', filter.from], ['to', filter.to]], signal);
}

export function letter(id: string, rollup: RollUp = ''): Asking<LetterAnswer> {
  return (signal) => get(of('letters', id), [['rollup', rollup]], signal);
}

export function letterText(id: string, record: string): Asking<LetterTextAnswer> {
  return (signal) => get(of('letters', id) + '/text', [['record', record]], signal);
}

export function targets(): Asking<TargetsAnswer> {
  return (signal) => get('/targets', [], signal);
}

export function target(id: string): Asking<TargetAnswer> {
  return (signal) => get(of('targets', id), [], signal);
}

export function pair(a: string, b: string, rollup: RollUp = ''): Asking<PairAnswer> {
  return (signal) => get('/pair', [['a', a], ['b', b], ['rollup', rollup]], signal);
}

/** The reader's list and what was put aside are not sent: they are marked in place, so that each step can be taken back. */
export function partners(ask: Ask): Asking<PartnersAnswer> {
  return (signal) =>
    get('/partners', [
      ['seed', ask.seeds], ['target', ask.target], ['mode', ask.mode], ['since', ask.since], ['country', ask.country], ['limit', ask.limit],
    ], signal);
}
