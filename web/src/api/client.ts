// Reads answers of the API. An answer never changes once it is here: pages derive what they show from it.

import { write, type Value } from '../url/fields';

const base = '/api/v1';
const patience = 60_000; // ms; the first map of a large network is computed while we wait

/** A request that failed, with what to tell the reader. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number; // 0 where no answer came
  readonly code: string;
  readonly requestID: string;

  constructor(message: string, status: number, code: string, requestID: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.requestID = requestID;
  }
}

export type Query = readonly (readonly [string, Value])[];

let dataVersion = '';
let keeping = true;
const kept = new Map<string, Promise<unknown>>();
const keptMost = 40;

/** Names the data that pages are made of. Its answers may be kept by the browser for good, unless the server is still computing. */
export function useVersion(version: string, keep = true): void {
  if (version !== dataVersion || keep !== keeping) kept.clear();
  dataVersion = version;
  keeping = keep;
}

/** The address of a file or picture that the server makes, of the same data as the page. */
export function address(path: string, query: Query = []): string {
  return base + path + write([...query, ['v', dataVersion]]);
}

/** An answer. The last few are kept, so that going back is immediate. */
export function get<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  const url = address(path, query);
  const before = kept.get(url);
  if (before !== undefined) return before as Promise<T>;
  const answer = read<T>(url, signal);
  if (!keeping) return answer;
  kept.set(url, answer);
  const forget = (): void => {
    if (kept.get(url) === answer) kept.delete(url);
  };
  signal.addEventListener('abort', forget); // at once, so that nobody else waits for what was given up
  answer.catch(forget).finally(() => {
    signal.removeEventListener('abort', forget);
  });
  for (const oldest of kept.keys()) {
    if (kept.size <= keptMost) break;
    kept.delete(oldest);
  }
  return answer;
}

/** An answer that is asked for anew each time. */
export function getFresh<T>(path: string, signal: AbortSignal): Promise<T> {
  return read<T>(base + path, signal, 'no-store');
}

/** A text, such as a picture as SVG. */
export async function getText(url: string, signal: AbortSignal): Promise<string> {
  return (await fetched(url, signal, 'default')).text();
}

async function read<T>(url: string, signal: AbortSignal, cache: RequestCache = 'default'): Promise<T> {
  const response = await fetched(url, signal, cache);
  return Object.freeze((await response.json()) as T);
}

async function fetched(url: string, signal: AbortSignal, cache: RequestCache): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]), cache });
  } catch (cause) {
    if (signal.aborted) throw cause;
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new ApiError(
      late ? 'The server did not answer within a minute. Try again, or ask for a smaller part.' : 'The server does not answer. See that undersigned is still running, then try again.',
      0, 'unavailable', '',
    );
  }
  if (response.ok) return response;
  throw await problem(response);
}

/** What a failed answer says. */
export async function problem(response: Response): Promise<ApiError> {
  let body: { detail?: string; title?: string; code?: string; request_id?: string } = {};
  try {
    body = (await response.json()) as typeof body;
  } catch {
    // not a problem document: the status is all we know
  }
  const message = body.detail ?? body.title ?? `The server answered with status ${String(response.status)}.`;
  return new ApiError(message, response.status, body.code ?? '', body.request_id ?? '');
}
