// The only module that touches the browser's storage. Everything works without it (private windows, full disks): what is
// stored is a convenience, the address holds the state.

const prefix = 'undersigned.';

/** What was stored under a name; the fallback where there is nothing, or something unreadable. */
export function stored<T>(name: string, fallback: T, valid: (value: unknown) => value is T): T {
  try {
    const text = localStorage.getItem(prefix + name);
    if (text === null) return fallback;
    const value: unknown = JSON.parse(text);
    return valid(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

/** Stores a value; null removes it. */
export function store(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // storage is refused or full: the page goes on without it
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isTrueFalse = (value: unknown): value is boolean => typeof value === 'boolean';
