// Writing to the server. The token comes with the session: by itself on the loopback address, typed by the person elsewhere. It
// lives in this page's memory only.

import { ApiError, problem } from '../api/client';
import type { AgainAnswer, AgainBody, AnswerBody, CheckBody, DiffAnswer, DraftAnswer, Match, SaveAnswer, SaveBody, Session, WrittenAnswer } from './types';

const base = '/api/v1';
const patience = 120_000; // ms; the server ends a reading that takes longer by itself

let token = '';

/** Uses a token from now on. */
export function useToken(text: string): void {
  token = text.trim();
}

/** Whether there is a token to write with. */
export const hasToken = (): boolean => token !== '';

export async function session(signal: AbortSignal): Promise<Session> {
  const answer = await ask<Session>('/session', { signal });
  if (answer.token !== '') token = answer.token;
  return answer;
}

export function upload(file: File, published: string, signal: AbortSignal): Promise<DraftAnswer> {
  const form = new FormData();
  form.append('file', file, file.name);
  if (published !== '') form.append('published', published);
  return ask('/drafts', { method: 'POST', body: form, signal });
}

export function paste(text: string, published: string, signal: AbortSignal): Promise<DraftAnswer> {
  const name = /^\s*<(?:!doctype|html|\?xml|div|p|ul|ol|table)\b/i.test(text) ? 'pasted.html' : 'pasted.txt';
  return ask('/drafts', { method: 'POST', ...json({ name, text, ...(published === '' ? {} : { published }) }), signal });
}

export function fetchAddress(url: string, signal: AbortSignal): Promise<DraftAnswer> {
  return ask('/drafts', { method: 'POST', ...json({ url }), signal });
}

/** The kept copy of a stored letter's document as a draft; 404 where none is kept. */
export function readStored(letter: string): (signal: AbortSignal) => Promise<DraftAnswer> {
  return (signal) => ask('/drafts', { method: 'POST', ...json({ letter }), signal });
}

/** What a draft of a stored letter's document says otherwise than what is stored. */
export function again(id: string, letter: string): (signal: AbortSignal) => Promise<AgainAnswer> {
  return (signal) => ask(`/drafts/${encodeURIComponent(id)}/again?letter=${encodeURIComponent(letter)}`, { signal });
}

export function takeAgain(id: string, body: AgainBody, signal: AbortSignal): Promise<WrittenAnswer> {
  return ask(`/drafts/${encodeURIComponent(id)}/again`, { method: 'POST', ...json(body), signal });
}

/** Says that a doubtful letter is right, or takes that back. */
export function check(letter: string, body: CheckBody, signal: AbortSignal): Promise<WrittenAnswer> {
  return ask(`/letters/${encodeURIComponent(letter)}/check`, { method: 'POST', ...json(body), signal });
}

export function draft(id: string): (signal: AbortSignal) => Promise<DraftAnswer> {
  return (signal) => ask(`/drafts/${encodeURIComponent(id)}`, { signal });
}

/** Answers the question of a draft; what comes of it is another draft. */
export function answer(id: string, body: AnswerBody): (signal: AbortSignal) => Promise<DraftAnswer> {
  return (signal) => ask(`/drafts/${encodeURIComponent(id)}/answer`, { method: 'POST', ...json(body), signal });
}

export function discard(id: string, signal: AbortSignal): Promise<unknown> {
  return ask(`/drafts/${encodeURIComponent(id)}`, { method: 'DELETE', signal });
}

export function diff(id: string, letter: string): (signal: AbortSignal) => Promise<DiffAnswer> {
  return (signal) => ask(`/drafts/${encodeURIComponent(id)}/diff?letter=${encodeURIComponent(letter)}`, { signal });
}

export async function match(name: string, signal: AbortSignal): Promise<Match> {
  return (await ask<{ match: Match }>(`/match?name=${encodeURIComponent(name)}`, { signal })).match;
}

export function save(id: string, body: SaveBody, signal: AbortSignal): Promise<SaveAnswer> {
  return ask(`/drafts/${encodeURIComponent(id)}/save`, { method: 'POST', ...json(body), signal });
}

function json(body: unknown): { body: string; headers: Record<string, string> } {
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

async function ask<T>(path: string, options: { method?: string; body?: BodyInit; headers?: Record<string, string>; signal: AbortSignal }): Promise<T> {
  let response: Response;
  try {
    response = await fetch(base + path, {
      ...options,
      cache: 'no-store',
      credentials: 'same-origin',
      headers: { ...options.headers, ...(token === '' ? {} : { 'X-Undersigned-Token': token }) },
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(patience)]),
    });
  } catch (cause) {
    if (options.signal.aborted) throw cause;
    throw new ApiError('The server does not answer. Nothing was lost: what you did is still on this page. See that undersigned is running, then try again.', 0, 'unavailable', '');
  }
  if (!response.ok) throw await problem(response);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}
