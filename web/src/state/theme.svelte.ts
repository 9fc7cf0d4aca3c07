import { isText, store, stored } from './storage';

const dark = matchMedia('(prefers-color-scheme: dark)');

class Theme {
  /** '' follows the system. */
  #chosen = $state(stored('theme', '', isText));
  #system = $state(dark.matches);

  constructor() {
    dark.addEventListener('change', (event) => {
      this.#system = event.matches;
    });
    this.#apply();
  }

  get dark(): boolean {
    return this.#chosen === '' ? this.#system : this.#chosen === 'dark';
  }

  /** Goes to the other theme; back to the system's when that is what the system has. */
  toggle(): void {
    const next = !this.dark;
    this.#chosen = next === this.#system ? '' : next ? 'dark' : 'light';
    store('theme', this.#chosen === '' ? null : this.#chosen);
    this.#apply();
  }

  #apply(): void {
    if (this.#chosen === 'dark' || this.#chosen === 'light') document.documentElement.dataset['theme'] = this.#chosen;
    else delete document.documentElement.dataset['theme'];
  }
}

export const theme = new Theme();

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the reader asked for no motion. */
export const reducedMotion = (): boolean => still.matches;
