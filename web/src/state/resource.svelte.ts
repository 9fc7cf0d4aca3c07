import { ApiError } from '../api/client';

/** An answer on its way. While a new one is asked for, the last one stays, so that a page never goes blank under the reader. */
export class Resource<T> {
  value = $state.raw<T>();
  error = $state.raw<ApiError>();
  loading = $state(false);
  #running: AbortController | undefined;
  #again: (() => void) | undefined;

  /** Asks; what was asked before and has not come is given up. keep = false forgets the last answer at once. */
  load(asking: (signal: AbortSignal) => Promise<T>, keep = true): void {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#again = () => {
      this.load(asking, keep);
    };
    this.loading = true;
    this.error = undefined;
    if (!keep) this.value = undefined;
    asking(running.signal).then(
      (value) => {
        if (this.#running !== running) return;
        this.#running = undefined;
        this.value = value;
        this.loading = false;
      },
      (cause: unknown) => {
        if (this.#running !== running) return;
        this.#running = undefined;
        this.loading = false;
        this.error = cause instanceof ApiError ? cause : new ApiError('Something went wrong in this page. Reload it.', 0, 'internal', '');
        if (!(cause instanceof ApiError)) console.error(cause);
      },
    );
  }

  /** Asks the same once more. */
  retry(): void {
    this.#again?.();
  }

  /** Gives up waiting; the last answer stays. */
  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.loading = false;
    if (this.value === undefined) this.error = new ApiError('You stopped it. Nothing was changed.', 0, 'cancelled', '');
  }

  /** Forgets everything. */
  clear(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.value = undefined;
    this.error = undefined;
    this.loading = false;
  }
}
