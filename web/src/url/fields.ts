// Reading and writing single fields of a query. A field at its default is not written.

/** A text; empty where it is missing. */
export function text(q: URLSearchParams, name: string): string {
  return (q.get(name) ?? '').trim();
}

/** A whole number from 0; 0 where it is missing or no number. */
export function number(q: URLSearchParams, name: string): number {
  const value = q.get(name) ?? '';
  return /^\d{1,7}$/.test(value) ? Number(value) : 0;
}

/** True where the field is 1. */
export function flag(q: URLSearchParams, name: string): boolean {
  return q.get(name) === '1';
}

/** One of the allowed words; the first of them where it is another. */
export function oneOf<T extends string>(q: URLSearchParams, name: string, allowed: readonly [T, ...T[]]): T {
  const value = q.get(name);
  return allowed.find((word) => word === value) ?? allowed[0];
}

/** A field that occurs several times; empty and repeated values are dropped. */
export function many(q: URLSearchParams, name: string): string[] {
  return [...new Set(q.getAll(name).map((value) => value.trim()))].filter((value) => value !== '');
}

export type Value = string | number | boolean | readonly string[];

/** The query with its question mark; empty where every field is at its default ('' , 0, false, none). */
export function write(fields: readonly (readonly [string, Value])[]): string {
  const q = new URLSearchParams();
  for (const [name, value] of fields) {
    if (Array.isArray(value)) for (const item of value as readonly string[]) q.append(name, item);
    else if (value === true) q.append(name, '1');
    else if (value !== false && value !== '' && value !== 0) q.append(name, String(value));
  }
  const query = q.toString();
  return query === '' ? '' : `?${query}`;
}
